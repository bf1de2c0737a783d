// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proofdelegate.h"

#include "ui/look.h"
#include "ui/models/proofmodel.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::Truth;

static constexpr int margin = 4;

static QString symbolOf(Truth truth)
{
    switch (truth) {
    case Truth::True: return u"✓"_s;
    case Truth::False: return u"✗"_s;
    case Truth::Unknown: break;
    }
    return u"?"_s;
}

ProofDelegate::Parts ProofDelegate::partsOf(const QStyleOptionViewItem &option, const QModelIndex &index,
                                            int width) const
{
    Parts parts;
    const bool top = !index.parent().isValid();
    const QVariant truth = index.data(ProofModel::TruthRole);
    parts.title = index.data().toString();
    parts.titleFont = option.font;
    parts.titleFont.setWeight(top ? QFont::DemiBold : QFont::Normal);
    parts.belowFont = option.font;
    parts.belowFont.setPointSizeF(option.font.pointSizeF() * 0.9);
    QStringList below;
    const QString status = top ? index.siblingAtColumn(ProofModel::TruthColumn).data().toString() : QString();
    if (!status.isEmpty())
        below << status;
    if (const QString cite = index.data(ProofModel::CiteRole).toString(); !cite.isEmpty())
        below << cite;
    if (const QString who = index.data(ProofModel::ForWhomRole).toString(); !who.isEmpty())
        below << who;
    if (const QVariant verified = index.data(ProofModel::VerifiedRole); verified.isValid() && !verified.toBool())
        below << ProofModel::tr("⚠ not verified");
    if (const QString aside = index.data(ProofModel::AsideRole).toString(); !aside.isEmpty())
        below << aside;
    parts.below = below.join(u" · "_s);
    if (truth.isValid() && status.isEmpty()) {
        const auto value = static_cast<Truth>(truth.toInt());
        parts.symbol = symbolOf(value) + u' ' + ProofModel::truthWord(value);
    }
    const QFontMetrics metrics(parts.titleFont);
    if (!parts.symbol.isEmpty())
        parts.symbolWidth = metrics.horizontalAdvance(parts.symbol) + 10;
    const int room = qMax(60, width - parts.symbolWidth - 2 * margin);
    parts.titleRect = metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, parts.title);
    if (!parts.below.isEmpty())
        parts.belowRect =
            QFontMetrics(parts.belowFont).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, parts.below);
    parts.height = parts.titleRect.height() + parts.belowRect.height() + 2 * margin;
    return parts;
}

static int roomFor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (!view)
        return option.rect.width() > 0 ? option.rect.width() : 280;
    int depth = view->rootIsDecorated() ? 1 : 0;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        ++depth;
    return view->viewport()->width() - depth * view->indentation();
}

QSize ProofDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = roomFor(option, index);
    return {width, partsOf(option, index, width).height};
}

void ProofDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Parts parts = partsOf(option, index, option.rect.width());
    QStyleOptionViewItem background = option;
    background.text.clear();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    // A bar at the leading edge says what the words for screen readers say: this is on the path.
    if (index.data(ProofModel::OnPathRole).toBool()) {
        QRect bar(option.rect.left(), option.rect.top() + 2, 3, option.rect.height() - 4);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
    }
    const bool rtl = option.direction == Qt::RightToLeft;
    painter->save();
    painter->setClipRect(option.rect);
    const QRect inside = option.rect.adjusted(margin, margin, -margin, -margin);
    const QRect words =
        rtl ? inside.adjusted(parts.symbolWidth, 0, 0, 0) : inside.adjusted(0, 0, -parts.symbolWidth, 0);
    // The painter mirrors left and right by itself.
    const int align = Qt::TextWordWrap | static_cast<int>(Qt::AlignLeft);
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setFont(parts.titleFont);
    painter->setPen(text);
    painter->drawText(words, align, parts.title);
    if (!parts.below.isEmpty()) {
        painter->setFont(parts.belowFont);
        painter->setPen(selected ? text : mutedColor(option.palette));
        painter->drawText(words.adjusted(0, parts.titleRect.height(), 0, 0), align, parts.below);
    }
    if (!parts.symbol.isEmpty()) {
        const auto truth = static_cast<Truth>(index.data(ProofModel::TruthRole).toInt());
        QFont font = parts.titleFont;
        font.setWeight(truth == Truth::True ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(selected || truth == Truth::True ? text : mutedColor(option.palette));
        painter->drawText(inside, static_cast<int>(Qt::AlignTop | Qt::AlignRight), parts.symbol);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace clearway::ui
