// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>

namespace clearway::ui {

/// What a search in the list found, best first.
class HitModel final : public QAbstractListModel {
    Q_OBJECT
public:
    struct Hit {
        QString code;
        QString title;
        QString snippet; ///< where the words stand; plain text
        friend bool operator==(const Hit &, const Hit &) = default;
    };
    enum Role { CodeRole = Qt::UserRole, TitleRole, SnippetRole };

    explicit HitModel(QObject *parent = nullptr);
    void setHits(QList<Hit> hits);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Hit> m_hits;
};

} // namespace clearway::ui
