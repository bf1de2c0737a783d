// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

#include <QAbstractItemModel>

#include <expected>
#include <memory>
#include <vector>

namespace clearway::ui {

/// A worksheet as a tree of rows. What is typed into it is handed on as an answer; the rows change when the worksheet
/// that follows from it is set.
class WorksheetModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { ParameterColumn, RequiredColumn, ValueColumn, StateColumn, MarginColumn, SourceColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of classification::WorksheetRow::Kind
        StateRole,               ///< int of classification::WorksheetRow::State
        MattersRole,             ///< bool: part of why the row above is what it is, or open
        CodeRole,                ///< QString: of a position, or of the other position that a criterion names
        FactRole,                ///< QString: id of the fact that the row asks; empty where it asks none
        UnitRole,                ///< QString: that a bare number is read in
        PathRole,                ///< QString: stable over updates, for keeping rows open
    };

    /// The rules must outlive the model.
    explicit WorksheetModel(const language::RuleBook &rules, QObject *parent = nullptr);
    ~WorksheetModel() override;

    /// Where it has the same rows as the one before, they stay what they are for views.
    void setWorksheet(const classification::Worksheet &worksheet);
    const classification::Worksheet &worksheet() const { return m_worksheet; }
    const classification::WorksheetRow *row(const QModelIndex &index) const;
    const language::FactDefinition *fact(const QModelIndex &index) const;

    /// What is typed for the value of a row: a quantity, "?" for not sure. Nothing but quantities is typed.
    std::expected<language::Value, QString> read(const QModelIndex &index, const QString &typed) const;
    /// Answers the row with a value; false where it takes none.
    bool give(const QModelIndex &index, const language::Value &value);
    /// Takes the answer of the row back.
    bool takeBack(const QModelIndex &index);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Text of a value or a source.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void answered(const clearway::reasoning::FactKey &key, const clearway::reasoning::Answer &answer);
    void takenBack(const clearway::reasoning::FactKey &key);
    /// What was typed cannot be read.
    void refused(const QString &message);

private:
    struct Node;
    const Node *nodeAt(const QModelIndex &index) const;
    void announceChanges(const std::vector<std::unique_ptr<Node>> &nodes, const QModelIndex &parent);
    const language::RuleBook &m_rules;
    classification::Worksheet m_worksheet;
    std::vector<std::unique_ptr<Node>> m_top;
};

} // namespace clearway::ui
