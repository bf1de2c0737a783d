// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/suggestionview.h"

#include "ui/look.h"
#include "ui/models/suggestionmodel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static constexpr int margin = 6;

SuggestionView::SuggestionView(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new SuggestionDelegate(this));
    setWordWrap(true);
    setUniformItemSizes(false);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::doubleClicked, this, &SuggestionView::chosen);
}

void SuggestionView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index.isValid() && event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT positionChosen(index);
        else if (index.isValid())
            Q_EMIT chosen(index);
        event->accept();
        return;
    case Qt::Key_Delete:
        if (index.isValid())
            Q_EMIT unwanted(index);
        event->accept();
        return;
    default: QListView::keyPressEvent(event);
    }
}

QList<SuggestionDelegate::Part> SuggestionDelegate::partsOf(const QStyleOptionViewItem &option,
                                                            const QModelIndex &index, int width)
{
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.92);
    QList<Part> parts{{{}, index.data().toString(), strong, false, {}}};
    if (const QString position = index.data(SuggestionModel::PositionRole).toString(); !position.isEmpty()) {
        const QString title = index.data(SuggestionModel::PositionTitleRole).toString();
        parts.append({u"→"_s, position + u"  "_s + title, option.font, false, {}});
    }
    for (const QString &sentence : index.data(SuggestionModel::MetRole).toStringList())
        parts.append({u"✓"_s, sentence, option.font, false, {}});
    for (const QString &sentence : index.data(SuggestionModel::MissedRole).toStringList())
        parts.append({u"✗"_s, sentence, option.font, false, {}});
    if (const QString shared = index.data(SuggestionModel::SharedRole).toString(); !shared.isEmpty())
        parts.append({{}, SuggestionModel::tr("In the text: %1").arg(shared), small, true, {}});
    const int signs = QFontMetrics(option.font).horizontalAdvance(u"✓ "_s) + 4;
    int below = margin;
    for (Part &part : parts) {
        const int left = margin + (part.sign.isEmpty() ? 0 : signs);
        const int room = std::max(60, width - left - margin);
        const int height =
            QFontMetrics(part.font).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, part.text).height();
        part.rect = QRect(left, below, room, height);
        below += height + 1;
    }
    return parts;
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : std::max(option.rect.width(), 280);
    return {width, partsOf(option, index, width).last().rect.bottom() + 1 + margin};
}

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setClipRect(option.rect);
    // The painter mirrors left and right by itself.
    const int align = Qt::TextWordWrap | static_cast<int>(Qt::AlignLeft);
    for (const Part &part : partsOf(option, index, option.rect.width())) {
        const QRect words =
            QStyle::visualRect(option.direction, option.rect, part.rect.translated(option.rect.topLeft()));
        painter->setPen(part.muted && !selected ? mutedColor(option.palette) : text);
        painter->setFont(part.font);
        painter->drawText(words, align, part.text);
        if (part.sign.isEmpty())
            continue;
        const QRect before(option.rect.left() + margin, words.top(), part.rect.left(), words.height());
        painter->drawText(QStyle::visualRect(option.direction, option.rect, before), align, part.sign);
    }
    if (!selected && index.row() > 0) {
        QColor line = mutedColor(option.palette);
        line.setAlphaF(0.3F);
        painter->setPen(line);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace clearway::ui
