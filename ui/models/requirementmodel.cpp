// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requirementmodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

RequirementModel::RequirementModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RequirementModel::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RequirementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequirementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant RequirementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == CertaintyRole)
        return static_cast<int>(row.finding.certainty);
    if (role == KindRole)
        return row.finding.requirement.kind;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case ActivityColumn: return row.activity;
    case ItemColumn: return row.item;
    case RecipientColumn: return row.recipient;
    case WhatColumn:
        return row.finding.certainty == reasoning::Certainty::Possible
                   ? tr("%1 (possibly: an open question decides)").arg(row.finding.requirement.title)
                   : row.finding.requirement.title;
    case ProvisionColumn:
        return row.finding.requirement.cite.isEmpty() || row.finding.requirement.cite == row.finding.cite
                   ? row.finding.cite
                   : tr("%1; permit under %2").arg(row.finding.cite, row.finding.requirement.cite);
    case DeciderColumn: return row.finding.requirement.decidedBy;
    default: return {};
    }
}

QVariant RequirementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ActivityColumn: return tr("Activity");
    case ItemColumn: return tr("Item");
    case RecipientColumn: return tr("Recipient");
    case WhatColumn: return tr("What is needed");
    case ProvisionColumn: return tr("Provision");
    case DeciderColumn: return tr("Who decides");
    default: return {};
    }
}

} // namespace clearway::ui
