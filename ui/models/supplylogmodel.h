// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/supplylog.h"

#include <QAbstractTableModel>

namespace clearway::ui {

/// The supply log of a case, in the order in which it was written; what was corrected or struck stays in it
/// and says so.
class SupplyLogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        GoodsColumn,
        PermitColumn,
        RecipientColumn,
        FromColumn,
        UntilColumn,
        HowColumn,
        NoteColumn,
        StateColumn,
        ColumnCount
    };
    enum Role {
        StandsRole = Qt::UserRole, ///< bool: neither corrected nor struck
        NumberRole,                ///< int: of the entry within the case
    };

    explicit SupplyLogModel(QObject *parent = nullptr);
    void setLog(const QList<assessment::LoggedSupply> &log);
    const QList<assessment::LoggedSupply> &log() const { return m_log; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool stands(const assessment::LoggedSupply &logged) const;
    QString state(const assessment::LoggedSupply &logged) const;

    QList<assessment::LoggedSupply> m_log;
};

} // namespace clearway::ui
