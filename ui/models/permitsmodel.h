// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/permitheld.h"

#include <QAbstractTableModel>

namespace clearway::ui {

/// The permits, approvals and permissions that are held already, as a table.
class PermitsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        KindColumn,
        NumberColumn,
        HolderColumn,
        CoversColumn,
        FromColumn,
        UntilColumn,
        ConditionsColumn,
        ColumnCount
    };

    explicit PermitsModel(QObject *parent = nullptr);

    void setPermits(const QList<assessment::PermitHeld> &permits);
    const QList<assessment::PermitHeld> &permits() const { return m_permits; }
    /// In one word or two: "Permit", "Permission for goods".
    static QString kindText(assessment::PermitHeld::Kind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<assessment::PermitHeld> m_permits;
};

} // namespace clearway::ui
