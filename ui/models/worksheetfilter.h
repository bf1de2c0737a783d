// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace clearway::ui {

/// A worksheet without what does not matter any more. What was answered meanwhile stays where it is: a row must not go
/// from under somebody's hands.
class WorksheetFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WorksheetFilter(QObject *parent = nullptr);
    void setWhole(bool whole);
    /// Keeps this row and those above it, of the source model, until setWhole() or forget().
    void keep(const QModelIndex &index);
    void forget();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_whole = false;
    QSet<QString> m_kept;
};

} // namespace clearway::ui
