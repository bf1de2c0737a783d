// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/supplylogmodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::LoggedSupply;

SupplyLogModel::SupplyLogModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void SupplyLogModel::setLog(const QList<LoggedSupply> &log)
{
    beginResetModel();
    m_log = log;
    endResetModel();
}

int SupplyLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_log.size());
}

int SupplyLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

bool SupplyLogModel::stands(const LoggedSupply &logged) const
{
    return !logged.struck && !assessment::isReplaced(logged, m_log);
}

QString SupplyLogModel::state(const LoggedSupply &logged) const
{
    if (logged.struck)
        return tr("strikes number %1").arg(logged.replaces);
    if (assessment::isReplaced(logged, m_log))
        return tr("replaced");
    return logged.replaces > 0 ? tr("replaces number %1").arg(logged.replaces) : tr("stands");
}

QVariant SupplyLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LoggedSupply &logged = m_log[index.row()];
    if (role == StandsRole)
        return stands(logged);
    if (role == NumberRole)
        return logged.number;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const assessment::SupplyEntry &entry = logged.entry;
    switch (index.column()) {
    case NumberColumn: return QString::number(logged.number);
    case GoodsColumn: return entry.goods;
    case PermitColumn: return entry.permit.isEmpty() ? tr("none") : entry.permit;
    case RecipientColumn: return entry.recipient;
    case FromColumn: return entry.from.toString(Qt::ISODate);
    case UntilColumn: return entry.until.isValid() ? entry.until.toString(Qt::ISODate) : tr("goes on");
    case HowColumn: return entry.how;
    case NoteColumn: return entry.note;
    case StateColumn: return state(logged);
    default: return {};
    }
}

QVariant SupplyLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("Number");
    case GoodsColumn: return tr("What");
    case PermitColumn: return tr("Permit");
    case RecipientColumn: return tr("Recipient");
    case FromColumn: return tr("From");
    case UntilColumn: return tr("To");
    case HowColumn: return tr("How");
    case NoteColumn: return tr("Note");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace clearway::ui
