// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/worksheetfilter.h"

#include "ui/models/worksheetmodel.h"

namespace clearway::ui {

WorksheetFilter::WorksheetFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{}

void WorksheetFilter::setWhole(bool whole)
{
    m_whole = whole;
    m_kept.clear();
    invalidateFilter();
}

void WorksheetFilter::keep(const QModelIndex &index)
{
    for (QModelIndex up = index; up.isValid(); up = up.parent())
        m_kept.insert(up.data(WorksheetModel::PathRole).toString());
}

void WorksheetFilter::forget()
{
    m_kept.clear();
    invalidateFilter();
}

bool WorksheetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return m_whole || index.data(WorksheetModel::MattersRole).toBool()
           || m_kept.contains(index.data(WorksheetModel::PathRole).toString());
}

} // namespace clearway::ui
