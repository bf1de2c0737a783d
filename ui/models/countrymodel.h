// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QMap>

namespace clearway::ui {

/// Countries by name, in the order of the person's alphabet.
class CountryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CodeRole = Qt::UserRole };

    /// `countries`: code -> name.
    explicit CountryModel(const QMap<QString, QString> &countries, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The row of a country code; -1 where there is none.
    int rowOf(const QString &code) const;
    /// The code of a name or code as typed, without regard to case; empty where there is none.
    QString codeOf(const QString &typed) const;

private:
    struct Row {
        QString code;
        QString name;
    };
    QList<Row> m_rows;
};

} // namespace clearway::ui
