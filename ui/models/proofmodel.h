// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/reasoning/conclusion.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace clearway::ui {

/// The reasoning as a tree: one row for each provision put to each combination, below it the proof. Roles give enums
/// and plain words; colour and symbols are the delegate's.
class ProofModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, TruthColumn, ColumnCount };
    enum Role {
        TruthRole = Qt::UserRole, ///< int of reasoning::Truth
        KindRole,                 ///< int of reasoning::ProofKind
        StatusRole,               ///< int of reasoning::ProvisionStatus; of first-level rows only, else invalid
        VerifiedRole,             ///< bool
        CiteRole,                 ///< QString
        DetailRole,               ///< QString: condition and answer in words, and on what the statement leans
        ForWhomRole,     ///< QString: which activity, item, recipient; of first-level rows where there are several
        PathRole,        ///< QString: stable over updates, for keeping rows open
        AsideRole,       ///< QString: more to say below the title; of other models that are drawn like this one
        OnPathRole,      ///< bool: marked as what decides; of other models likewise
        AddressRole,     ///< language::RuleAddress without its state: the rule that the row is, or is a part of
        CombinationRole, ///< reasoning::Combination that the provision is put to
    };

    explicit ProofModel(QObject *parent = nullptr);
    ~ProofModel() override;

    /// Shows these findings; `forWhom` names the combination of each (same length, entries may be empty).
    void setFindings(QList<reasoning::Finding> findings, const QStringList &forWhom);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// "yes", "no" or "open": the word beside the symbol.
    static QString truthWord(reasoning::Truth truth);
    /// What became of a provision, in two or three words.
    static QString statusWord(reasoning::ProvisionStatus status, bool operates);

private:
    struct Node;
    const Node *nodeAt(const QModelIndex &index) const;
    language::RuleAddress addressOf(const Node &node) const;
    QList<reasoning::Finding> m_findings;
    QStringList m_forWhom;
    std::vector<std::unique_ptr<Node>> m_top;
};

} // namespace clearway::ui
