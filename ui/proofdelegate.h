// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace clearway::ui {

/// Draws a row of ProofModel: the statement, wrapped; its section; symbol and word for true, false and open.
class ProofDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Parts {
        QString title;
        QString below;  ///< section, for whom, status
        QString symbol; ///< "✓ yes"
        int symbolWidth = 0;
        QRect titleRect;
        QRect belowRect;
        int height = 0;
        QFont titleFont;
        QFont belowFont;
    };
    Parts partsOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
};

} // namespace clearway::ui
