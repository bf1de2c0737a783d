// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/permitsmodel.h"

namespace clearway::ui {

using assessment::PermitHeld;

PermitsModel::PermitsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void PermitsModel::setPermits(const QList<PermitHeld> &permits)
{
    beginResetModel();
    m_permits = permits;
    endResetModel();
}

QString PermitsModel::kindText(PermitHeld::Kind kind)
{
    switch (kind) {
    case PermitHeld::Kind::Permit: return tr("Permit");
    case PermitHeld::Kind::Approval: return tr("Approval to publish");
    case PermitHeld::Kind::Permission: return tr("Permission for goods");
    case PermitHeld::Kind::Registration: return tr("Registration as a broker");
    }
    Q_UNREACHABLE_RETURN({});
}

int PermitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_permits.size());
}

int PermitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PermitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const PermitHeld &permit = m_permits[index.row()];
    switch (index.column()) {
    case KindColumn: return kindText(permit.kind);
    case NumberColumn: return permit.number;
    case HolderColumn: return permit.holder;
    case CoversColumn: return permit.covers;
    case FromColumn: return permit.from.toString(Qt::ISODate);
    case UntilColumn: return permit.until.isValid() ? permit.until.toString(Qt::ISODate) : tr("no end named");
    case ConditionsColumn: return permit.conditions;
    default: return {};
    }
}

QVariant PermitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: return tr("What it is");
    case NumberColumn: return tr("Number");
    case HolderColumn: return tr("Holder");
    case CoversColumn: return tr("Covers");
    case FromColumn: return tr("From");
    case UntilColumn: return tr("Until");
    case ConditionsColumn: return tr("Conditions");
    default: return {};
    }
}

} // namespace clearway::ui
