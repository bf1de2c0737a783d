// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulelistfilter.h"

#include "ui/models/proofmodel.h"
#include "ui/models/rulelistmodel.h"

namespace clearway::ui {

RuleListFilter::RuleListFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void RuleListFilter::setWanted(const QString &words)
{
    m_wanted = words;
    invalidateFilter();
}

void RuleListFilter::setOnlyUnverified(bool only)
{
    m_onlyUnverified = only;
    invalidateFilter();
}

bool RuleListFilter::hasWords(const QModelIndex &index) const
{
    for (QModelIndex up = index; up.isValid(); up = up.parent())
        if (up.data(RuleListModel::SearchRole).toString().contains(m_wanted, Qt::CaseInsensitive))
            return true;
    return false;
}

bool RuleListFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_onlyUnverified && index.data(ProofModel::VerifiedRole).toBool())
        return false;
    return m_wanted.isEmpty() || hasWords(index);
}

} // namespace clearway::ui
