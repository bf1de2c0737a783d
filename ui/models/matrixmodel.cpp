// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/matrixmodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

MatrixModel::MatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void MatrixModel::setMatrix(const assessment::Matrix &matrix, const QList<Names> &names)
{
    beginResetModel();
    m_matrix = matrix;
    m_names = names;
    m_names.resize(m_matrix.rows.size());
    endResetModel();
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstProvision + static_cast<int>(m_matrix.columns.size());
}

// The whole of a cell, for those who hear it or point at it.
QString MatrixModel::full(int row, int provision) const
{
    const assessment::MatrixColumn &column = m_matrix.columns[provision];
    const assessment::MatrixCell &cell = m_matrix.rows[row].cells[provision];
    QString text =
        tr("%1 (%2): %3", "a provision, its number, what it says").arg(column.title, column.cite, cellTitle(cell));
    if (!cell.exception.isEmpty())
        text += u" – "_s + cell.exception + (cell.exceptionCite.isEmpty() ? QString() : u", "_s + cell.exceptionCite);
    if (!cell.requirement.isEmpty())
        text += u" – "_s + cell.requirement;
    return text;
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    const Names &names = m_names[index.row()];
    switch (index.column()) {
    case ActivityColumn: return text ? QVariant(names.activity) : QVariant();
    case ItemColumn: return text ? QVariant(names.item) : QVariant();
    case RecipientColumn: return text ? QVariant(names.recipient) : QVariant();
    default: break;
    }
    const int provision = index.column() - FirstProvision;
    const assessment::MatrixCell &cell = m_matrix.rows[index.row()].cells[provision];
    switch (role) {
    case Qt::DisplayRole: return QString(assessment::cellMark(cell) + u' ' + assessment::cellTitle(cell));
    case Qt::ToolTipRole: return full(index.row(), provision);
    case Qt::AccessibleTextRole:
        return QString(names.item + u", "_s + names.recipient + u". "_s + full(index.row(), provision));
    case StatusRole: return static_cast<int>(cell.status);
    case OperatesRole: return cell.operates;
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool shown = role == Qt::DisplayRole;
    const bool full = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!shown && !full)
        return {};
    switch (section) {
    case ActivityColumn: return tr("Activity");
    case ItemColumn: return tr("Item");
    case RecipientColumn: return tr("Recipient");
    default: break;
    }
    const assessment::MatrixColumn &column = m_matrix.columns[section - FirstProvision];
    return shown ? column.cite : QString(column.cite + u": "_s + column.title);
}

} // namespace clearway::ui
