// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/matrix.h"

#include <QAbstractTableModel>

namespace clearway::ui {

/// Every combination of activity, item and recipient (rows) under every provision that says anything to one
/// (columns).
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Before the provisions' columns.
    enum Column { ActivityColumn, ItemColumn, RecipientColumn, FirstProvision };
    enum Role {
        StatusRole = Qt::UserRole, ///< int of reasoning::ProvisionStatus, in a provision's column
        OperatesRole,              ///< bool: the offence operated on the day
    };
    /// What a row's combination is called.
    struct Names {
        QString activity;
        QString item;
        QString recipient;
    };

    explicit MatrixModel(QObject *parent = nullptr);
    /// `names`: one for each row of the matrix.
    void setMatrix(const assessment::Matrix &matrix, const QList<Names> &names);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString full(int row, int provision) const;

    assessment::Matrix m_matrix;
    QList<Names> m_names;
};

} // namespace clearway::ui
