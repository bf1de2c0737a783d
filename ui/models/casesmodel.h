// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/case.h"
#include "model/register/registererror.h"

#include <QAbstractTableModel>

#include <functional>

namespace clearway::ui {

/// The cases of a register, newest change first, read a page at a time as the view scrolls.
class CasesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, OutcomeColumn, ChangedColumn, ReferenceColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString, value of cases::CaseId
        StateRole,             ///< int of assessment::State
        OutcomeRole,           ///< "permit-unlikely"; empty: none yet
        ReferenceRole,
        RevisionRole, ///< int
        ImportedRole, ///< bool
    };
    /// Reads one page.
    using Source = std::function<cases::Result<cases::CasePage>(const cases::CaseQuery &)>;

    explicit CasesModel(Source source, QObject *parent = nullptr);

    /// Shows cases with this in title or reference; empty: all.
    void setFilter(const QString &text);
    void reload();
    /// What went wrong with the last read; empty: nothing.
    QString problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static constexpr int pageSize = 100;

Q_SIGNALS:
    void problemChanged(const QString &problem);

private:
    cases::CasePage read(const std::optional<cases::CaseCursor> &after);
    Source m_source;
    QString m_filter;
    QString m_problem;
    QList<cases::CaseSummary> m_rows;
    std::optional<cases::CaseCursor> m_next;
};

} // namespace clearway::ui
