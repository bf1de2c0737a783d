// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ruledrawing.h"

#include "ui/look.h"
#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::RuleEdge;
using reasoning::RuleGraph;
using reasoning::RuleLayout;
using reasoning::RuleNode;
using reasoning::Truth;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleDrawing)
};
} // namespace

QString truthSign(Truth truth)
{
    const QString sign = truth == Truth::True ? u"✓"_s : truth == Truth::False ? u"✗"_s : u"?"_s;
    return sign + u' ' + ProofModel::truthWord(truth);
}

static bool onlyJoins(const RuleNode &node)
{
    return node.kind == RuleNode::Kind::All || node.kind == RuleNode::Kind::Any || node.kind == RuleNode::Kind::Not
           || node.kind == RuleNode::Kind::AtSomePoint || node.kind == RuleNode::Kind::Constant;
}

RuleDrawing::RuleDrawing(const QFont &font, const QPalette &palette, const QPaintDevice *device)
    : m_font(font)
    , m_palette(palette)
    , m_device(device)
    , m_unit(QFontMetricsF(font, device).height() / 12)
{}

double RuleDrawing::innerWidth(const RuleNode &node) const
{
    const QFontMetricsF metrics(m_font, m_device);
    if (!onlyJoins(node))
        return metrics.averageCharWidth() * (node.kind == RuleNode::Kind::Fact ? 38 : 32);
    const QString sign = node.truth ? u"    "_s + truthSign(*node.truth) : QString();
    return metrics.horizontalAdvance(node.title + sign) + 2 * m_unit;
}

QList<RuleDrawing::Block> RuleDrawing::blocksOf(const RuleNode &node, double width) const
{
    QList<Block> blocks;
    QFont small = m_font;
    small.setPointSizeF(m_font.pointSizeF() * 0.85);
    QFont strong = m_font;
    strong.setWeight(QFont::DemiBold);
    const QString kind = kindText(node.kind);
    const QString path = node.onPath ? u"▸ "_s : QString();
    const QString sign = node.truth ? truthSign(*node.truth) : QString();
    double y = 0;
    // Between words, and within one only where it is wider than the box.
    const auto broken = [this](const QString &text, const QFont &font, double lineWidth) {
        QTextLayout layout(text, font, m_device);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        QStringList lines;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(lineWidth);
            lines << text.sliced(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        return lines.join(u'\n');
    };
    const auto add = [&](const QString &text, const QFont &font, bool muted, double from = 0, double room = -1) {
        const QFontMetricsF metrics(font, m_device);
        const double lineWidth = room < 0 ? width : room;
        const QString lines = broken(text, font, lineWidth);
        const QRectF bounds = metrics.boundingRect(QRectF(0, 0, 1e6, 1e6), 0, lines);
        blocks.append({lines, font, muted, QRectF(from, y, lineWidth, bounds.height())});
        return bounds.height();
    };
    if (onlyJoins(node)) {
        const double height = add(path + node.title, m_font, false);
        if (!sign.isEmpty()) {
            blocks.last().rect.setWidth(width - QFontMetricsF(m_font, m_device).horizontalAdvance(u"   "_s + sign));
            // Beside it, in the same line.
            const double from = blocks.last().rect.right();
            add(sign, m_font, false, from, width - from);
        }
        y += height;
        return blocks;
    }
    const QFontMetricsF smallMetrics(small, m_device);
    const double signWidth = sign.isEmpty() ? 0 : smallMetrics.horizontalAdvance(sign) + 2 * m_unit;
    const double head = add(path + kind, small, true, 0, width - signWidth);
    if (!sign.isEmpty()) {
        QFont signFont = small;
        signFont.setWeight(node.truth == Truth::True ? QFont::DemiBold : QFont::Normal);
        add(sign, signFont, false, width - signWidth, signWidth);
    }
    y += head + m_unit;
    y += add(node.title, node.kind == RuleNode::Kind::Fact ? m_font : strong, false);
    QStringList below;
    if (node.kind != RuleNode::Kind::Fact && !node.cite.isEmpty())
        below << node.cite;
    if (node.grade && node.verified)
        below << gradeText(*node.grade);
    if (!below.isEmpty())
        y += add(below.join(u" · "_s), small, true) + m_unit;
    if (!node.answer.isEmpty())
        y += add(Words::tr("Answered: %1").arg(node.answer), small, false) + m_unit;
    if (!node.verified)
        y += add(Words::tr("⚠ Unverified: decides nothing alone"), small, false) + m_unit;
    if (node.shownBefore)
        y += add(Words::tr("↑ Its parts are shown above"), small, true) + m_unit;
    return blocks;
}

QSizeF RuleDrawing::sizeOf(const RuleNode &node) const
{
    const double width = innerWidth(node);
    double height = 0;
    for (const Block &block : blocksOf(node, width))
        height = std::max(height, block.rect.bottom());
    const double margin = (onlyJoins(node) ? 4 : 6) * m_unit;
    return QSizeF(std::ceil(width + 2 * 7 * m_unit), std::ceil(height + 2 * margin));
}

RuleLayout RuleDrawing::layOut(const RuleGraph &graph) const
{
    QList<QSizeF> sizes;
    for (const RuleNode &node : graph.nodes)
        sizes << sizeOf(node);
    return reasoning::layOut(graph, sizes, QSizeF(32 * m_unit, 8 * m_unit));
}

static QPainterPath outlineOf(const RuleNode &node, const QRectF &box, double unit)
{
    QPainterPath path;
    const double cut = 6 * unit;
    switch (node.kind) {
    case RuleNode::Kind::Exception:
        // Corners cut off.
        path.moveTo(box.left() + cut, box.top());
        path.lineTo(box.right() - cut, box.top());
        path.lineTo(box.right(), box.top() + cut);
        path.lineTo(box.right(), box.bottom() - cut);
        path.lineTo(box.right() - cut, box.bottom());
        path.lineTo(box.left() + cut, box.bottom());
        path.lineTo(box.left(), box.bottom() - cut);
        path.lineTo(box.left(), box.top() + cut);
        path.closeSubpath();
        return path;
    case RuleNode::Kind::All:
    case RuleNode::Kind::Any:
    case RuleNode::Kind::Not:
    case RuleNode::Kind::AtSomePoint:
    case RuleNode::Kind::Constant: path.addRoundedRect(box, box.height() / 2, box.height() / 2); return path;
    case RuleNode::Kind::Fact:
    case RuleNode::Kind::Entry: path.addRect(box); return path;
    default: path.addRoundedRect(box, 5 * unit, 5 * unit); return path;
    }
}

void RuleDrawing::drawNode(QPainter &painter, const QRectF &box, const RuleNode &node, bool current) const
{
    const double thick = node.onPath ? 2.2 * m_unit : 1 * m_unit;
    const QColor line = node.onPath ? m_palette.color(QPalette::Highlight) : mutedColor(m_palette);
    const QColor text = m_palette.color(QPalette::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(line, thick);
    if (!node.verified)
        pen.setDashPattern({4, 2.5});
    painter.setPen(pen);
    painter.setBrush(m_palette.color(QPalette::Base));
    const QRectF inside =
        box.adjusted(thick / 2 + m_unit, thick / 2 + m_unit, -thick / 2 - m_unit, -thick / 2 - m_unit);
    painter.drawPath(outlineOf(node, inside, m_unit));
    if (node.kind == RuleNode::Kind::Rule || (!node.refersTo.isNull() && node.parent >= 0)) {
        // A second line at the side: something of its own that can be followed.
        const double x = inside.right() - 3 * m_unit;
        painter.drawLine(QPointF(x, inside.top() + 3 * m_unit), QPointF(x, inside.bottom() - 3 * m_unit));
    }
    if (current) {
        painter.setPen(QPen(text, 1 * m_unit, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const double width = innerWidth(node);
    const QPointF corner(box.left() + (box.width() - width) / 2, box.top() + (onlyJoins(node) ? 4 : 6) * m_unit);
    for (const Block &block : blocksOf(node, width)) {
        painter.setFont(block.font);
        painter.setPen(block.muted ? mutedColor(m_palette) : text);
        painter.drawText(block.rect.translated(corner), Qt::TextDontClip, block.text);
    }
    painter.restore();
}

void RuleDrawing::drawEdges(QPainter &painter, const RuleGraph &graph, const QList<QRectF> &boxes) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // What is on the path lies above what is not.
    for (const bool onPath : {false, true}) {
        for (const RuleEdge &edge : graph.edges) {
            if (edge.onPath != onPath)
                continue;
            const QRectF &from = boxes[edge.from];
            const QRectF &to = boxes[edge.to];
            const bool leftwards = to.center().x() < from.center().x();
            const QPointF start(leftwards ? from.left() + m_unit : from.right() - m_unit, from.center().y());
            const QPointF end(leftwards ? to.right() - m_unit : to.left() + m_unit, to.center().y());
            // The bend lies in the gap before the child's column, wherever the parent ends in its own.
            const double bend = leftwards ? end.x() + 14 * m_unit : end.x() - 14 * m_unit;
            QPen pen(onPath ? m_palette.color(QPalette::Highlight) : mutedColor(m_palette),
                     (onPath ? 2.2 : 1) * m_unit);
            if (edge.kind == RuleEdge::Kind::Unless)
                pen.setDashPattern({5, 3});
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            QPainterPath path(start);
            path.lineTo(bend, start.y());
            path.lineTo(bend, end.y());
            path.lineTo(end);
            painter.drawPath(path);
        }
    }
    painter.restore();
}

} // namespace clearway::ui
