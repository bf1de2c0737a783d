// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/conclusion.h"

#include <QAbstractTableModel>

namespace clearway::ui {

/// What must be done: one row for each item, recipient and provision. Rows that say the same of several recipients
/// stay apart: the permit for one of them must not hide behind the others.
class RequirementModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        ActivityColumn,
        ItemColumn,
        RecipientColumn,
        WhatColumn,
        ProvisionColumn,
        DeciderColumn,
        ColumnCount
    };
    enum Role {
        CertaintyRole = Qt::UserRole, ///< int of reasoning::Certainty
        KindRole,                     ///< "permit", "approval", …
    };
    /// A requirement with its combination in words.
    struct Row {
        reasoning::RequirementFinding finding;
        QString activity;
        QString item;
        QString recipient;
    };

    explicit RequirementModel(QObject *parent = nullptr);
    void setRows(QList<Row> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Row> m_rows;
};

} // namespace clearway::ui
