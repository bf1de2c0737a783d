// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casesmodel.h"

#include "ui/models/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace clearway::ui {

CasesModel::CasesModel(Source source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{}

cases::CasePage CasesModel::read(const std::optional<cases::CaseCursor> &after)
{
    cases::CaseQuery query;
    query.text = m_filter;
    query.after = after;
    query.limit = pageSize;
    const auto page = m_source(query);
    const QString problem = page ? QString() : page.error().toText();
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged(m_problem);
    }
    return page.value_or(cases::CasePage());
}

void CasesModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    reload();
}

void CasesModel::reload()
{
    cases::CasePage page = read(std::nullopt);
    beginResetModel();
    m_rows = std::move(page.cases);
    m_next = page.next;
    endResetModel();
}

int CasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

bool CasesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value();
}

void CasesModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    cases::CasePage page = read(m_next);
    m_next = page.next;
    if (page.cases.isEmpty())
        return;
    beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(m_rows.size() + page.cases.size()) - 1);
    m_rows.append(page.cases);
    endInsertRows();
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const cases::CaseSummary &row = m_rows[index.row()];
    switch (role) {
    case IdRole: return row.id.value;
    case StateRole: return static_cast<int>(row.state);
    case OutcomeRole: return row.outcome;
    case ReferenceRole: return row.reference;
    case RevisionRole: return row.revision;
    case ImportedRole: return row.imported;
    case Qt::DisplayRole:
    case Qt::ToolTipRole: break;
    default: return {};
    }
    switch (index.column()) {
    case TitleColumn: return row.title.isEmpty() ? tr("(no title)") : row.title;
    case StateColumn: {
        const QString state = row.state == assessment::State::Draft ? tr("Draft") : tr("Finished");
        if (row.imported)
            return tr("%1, opened from a file").arg(state);
        return row.revision > 1 ? tr("%1, revision %2").arg(state, QString::number(row.revision)) : state;
    }
    case OutcomeColumn: {
        const auto outcome = reasoning::outcomeFromName(row.outcome);
        return outcome ? outcomeTitle(*outcome) : tr("not yet");
    }
    case ChangedColumn: return QLocale().toString(row.changed.toLocalTime(), QLocale::ShortFormat);
    case ReferenceColumn: return row.reference;
    default: return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("What it is about");
    case StateColumn: return tr("State");
    case OutcomeColumn: return tr("Result");
    case ChangedColumn: return tr("Last change");
    case ReferenceColumn: return tr("Reference");
    default: return {};
    }
}

} // namespace clearway::ui
