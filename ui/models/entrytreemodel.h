// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace clearway::ui {

/// The list as a tree: category, group, entry, position. Rows below a category are made when it is opened.
class EntryTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Level { CategoryLevel, GroupLevel, EntryLevel };
    /// What the person decided of a position.
    enum Mark { NoMark, MetMark, RejectedMark, ContestedMark };
    enum Role {
        LevelRole = Qt::UserRole, ///< int of Level
        CodeRole,                 ///< code of an entry, else empty
        CategoryRole,             ///< id of the category
        HeldRole,                 ///< bool: the catalogue holds the whole category
        ReservedRole,             ///< bool: a position that is not used
        MarkRole,                 ///< int of Mark
        TitleRole,                ///< without the code
    };

    /// `rules` must outlive the model.
    explicit EntryTreeModel(const language::RuleBook &rules, QObject *parent = nullptr);
    ~EntryTreeModel() override;

    void setMarks(const QHash<QString, Mark> &marks);
    /// The row of a code; invalid where the catalogue does not hold it.
    QModelIndex indexOf(const QString &code) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// "Systems, equipment and components" for A, and so on for the five groups.
    static QString groupTitle(const QString &group);

private:
    struct Node;
    Node *nodeAt(const QModelIndex &index) const;
    const language::RuleBook *m_rules;
    std::vector<std::unique_ptr<Node>> m_categories;
    QHash<QString, Node *> m_byCode;
    QHash<QString, Mark> m_marks;
};

} // namespace clearway::ui
