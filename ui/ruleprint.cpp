// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ruleprint.h"

#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"
#include "ui/printedpages.h"
#include "ui/rulecolours.h"
#include "ui/ruledrawing.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <cmath>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::RuleNode;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RulePrint)
};

void fillTree(QTextDocument &document, const RuleSheet &sheet)
{
    QTextCursor cursor(&document);
    const QColor muted(80, 80, 80);
    cursor.insertText(sheet.title, paperLetters(paperFont(15, true)));
    QTextBlockFormat block;
    block.setTopMargin(4);
    for (const QString &line : sheet.lines) {
        cursor.insertBlock(block);
        cursor.insertText(line, paperLetters(paperFont(9.5)));
    }
    if (!sheet.summary.isEmpty()) {
        cursor.insertBlock(block);
        cursor.insertText(sheet.summary, paperLetters(paperFont(9.5)));
    }
    QTextBlockFormat heading;
    heading.setTopMargin(14);
    cursor.insertBlock(heading);
    cursor.insertText(Words::tr("Its conditions"), paperLetters(paperFont(12, true)));
    QList<int> depths;
    for (const RuleNode &node : sheet.graph.nodes) {
        depths << (node.parent < 0 ? 0 : depths[node.parent] + 1);
        QTextBlockFormat row;
        row.setTopMargin(node.parent <= 0 ? 6 : 2);
        row.setIndent(depths.last()); // of the width that paper scales; a margin in pixels is lost there
        cursor.insertBlock(row);
        if (node.onPath)
            cursor.insertText(u"▸ "_s, paperLetters(paperFont(9.5, true), paperPalette().color(QPalette::Highlight)));
        if (node.truth)
            cursor.insertText(truthSign(*node.truth) + u"  "_s,
                              paperLetters(paperFont(9.5, node.truth == reasoning::Truth::True)));
        const QString kind = kindText(node.kind);
        if (!kind.isEmpty() && node.kind != RuleNode::Kind::Fact)
            cursor.insertText(kind + u": "_s, paperLetters(paperFont(9), muted));
        cursor.insertText(node.title, paperLetters(paperFont(9.5, node.parent <= 0)));
        QStringList more;
        if (node.kind != RuleNode::Kind::Fact && !node.cite.isEmpty())
            more << node.cite;
        if (node.grade)
            more << gradeText(*node.grade);
        if (!node.verified)
            more << Words::tr("UNVERIFIED");
        if (!node.leansOn.isEmpty())
            more << Words::tr("leans on: %1").arg(node.leansOn);
        if (!node.answer.isEmpty())
            more << Words::tr("answered: %1").arg(node.answer);
        if (node.shownBefore)
            more << Words::tr("parts: see above");
        if (!more.isEmpty())
            cursor.insertText(u"  – "_s + more.join(u" · "_s), paperLetters(paperFont(8.5), muted));
    }
}

/// Where to cut a tall picture: at most `most` below `from`, through as few nodes as can be.
double cutAfter(const QList<QRectF> &boxes, double from, double most)
{
    double best = from + most;
    qsizetype fewest = boxes.size() + 1;
    for (int step = 0; step <= 40; ++step) {
        const double at = from + most * (1 - 0.4 * step / 40.0);
        const qsizetype through =
            std::ranges::count_if(boxes, [at](const QRectF &box) { return box.top() < at && box.bottom() > at; });
        if (through < fewest) {
            fewest = through;
            best = at;
        }
    }
    return best;
}

void printGraph(PrintedPages &pages, QPainter &painter, QPagedPaintDevice &device, const RuleSheet &sheet)
{
    // As large as the page allows, up to the size of text; what is taller goes on the next page.
    const RuleDrawing natural(paperFont(9), paperPalette(), &device);
    const double width = natural.layOut(sheet.graph).size.width();
    const double room = pages.body().width();
    RuleDrawing drawing(natural);
    if (width > room)
        drawing = RuleDrawing(paperFont(9 * room / width), paperPalette(), &device);
    const reasoning::RuleLayout layout = drawing.layOut(sheet.graph);
    // Letters come in steps of size: the rest is made to fit.
    const double scale = std::min(1.0, room / layout.size.width());
    const double heading = QFontMetricsF(paperFont(12, true), &device).height() * 1.6;
    const double most = (pages.body().height() - heading) / scale;
    double from = 0;
    while (from < layout.size.height()) {
        const double rest = layout.size.height() - from;
        const double to = rest <= most ? layout.size.height() : cutAfter(layout.boxes, from, most);
        pages.begin();
        painter.setFont(paperFont(12, true));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(0, 0, room, heading), Qt::AlignLeft | Qt::AlignTop,
                         from > 0 ? Words::tr("As a graph, continued") : Words::tr("As a graph"));
        painter.save();
        painter.translate(0, heading);
        painter.scale(scale, scale);
        painter.setClipRect(QRectF(0, 0, layout.size.width(), to - from));
        painter.translate(0, -from);
        drawing.drawEdges(painter, sheet.graph, layout.boxes);
        for (qsizetype node = 0; node < sheet.graph.nodes.size(); ++node)
            if (layout.boxes[node].bottom() > from && layout.boxes[node].top() < to)
                drawing.drawNode(painter, layout.boxes[node], sheet.graph.nodes[node]);
        painter.restore();
        from = to;
    }
}

void fillSource(QTextDocument &document, const RuleSheet &sheet, const RuleColours &colours)
{
    QTextCursor cursor(&document);
    cursor.insertText(
        Words::tr("Its source: %1, lines %2 to %3")
            .arg(sheet.place.file, QString::number(sheet.place.firstLine), QString::number(sheet.place.lastLine)),
        paperLetters(paperFont(12, true)));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(7.5);
    appendColoured(document, colours, sheet.source, sheet.place, fixed);
}

} // namespace

bool printRule(const RuleSheet &sheet, const RuleColours &colours, QPagedPaintDevice &device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    PrintedPages pages(device, painter, sheet.foot);
    QTextDocument tree;
    tree.setDocumentMargin(0);
    tree.setIndentWidth(18);
    fillTree(tree, sheet);
    pages.print(tree);
    if (!sheet.graph.nodes.isEmpty())
        printGraph(pages, painter, device, sheet);
    if (sheet.place.firstLine > 0) {
        QTextDocument source;
        source.setDocumentMargin(0);
        fillSource(source, sheet, colours);
        pages.print(source);
    }
    return painter.end() && pages.ok();
}

QString writeRulePdf(const RuleSheet &sheet, const RuleColours &colours, const QString &path)
{
    return writePdf(path, sheet.title, [&](QPagedPaintDevice &device) { return printRule(sheet, colours, device); });
}

} // namespace clearway::ui
