// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hitmodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

HitModel::HitModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void HitModel::setHits(QList<Hit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Hit &hit = m_hits[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return QString(hit.code + u"  "_s + hit.title);
    case Qt::ToolTipRole:
    case SnippetRole: return hit.snippet;
    case CodeRole: return hit.code;
    case TitleRole: return hit.title;
    default: return {};
    }
}

} // namespace clearway::ui
