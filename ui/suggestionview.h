// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace clearway::ui {

/// The suggestions as rows that wrap to the view's width.
class SuggestionView final : public QListView {
    Q_OBJECT
public:
    explicit SuggestionView(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Return, or a double click.
    void chosen(const QModelIndex &index);
    /// Shift with Return: the position that fits best.
    void positionChosen(const QModelIndex &index);
    /// Delete was pressed.
    void unwanted(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// Draws a row of SuggestionModel: the entry, its best position, sentences on figures with a sign, shared words.
class SuggestionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Part {
        QString sign; ///< before it, in a column of its own: "✓"
        QString text;
        QFont font;
        bool muted = false;
        QRect rect; ///< of the text, below the parts before it
    };
    static QList<Part> partsOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width);
};

} // namespace clearway::ui
