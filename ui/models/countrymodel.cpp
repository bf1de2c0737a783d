// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countrymodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

CountryModel::CountryModel(const QMap<QString, QString> &countries, QObject *parent)
    : QAbstractListModel(parent)
{
    for (auto it = countries.cbegin(); it != countries.cend(); ++it)
        m_rows.append({it.key(), it.value()});
    std::ranges::sort(m_rows, [](const Row &a, const Row &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

int CountryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CountryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return row.name;
    if (role == CodeRole)
        return row.code;
    return {};
}

int CountryModel::rowOf(const QString &code) const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].code == code)
            return i;
    return -1;
}

QString CountryModel::codeOf(const QString &typed) const
{
    const QString text = typed.trimmed();
    for (const Row &row : m_rows)
        if (row.name.compare(text, Qt::CaseInsensitive) == 0 || row.code.compare(text, Qt::CaseInsensitive) == 0)
            return row.code;
    return {};
}

} // namespace clearway::ui
