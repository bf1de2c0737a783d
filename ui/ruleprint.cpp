// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ruleprint.h"

#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"
#include "ui/rulecolours.h"
#include "ui/ruledrawing.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
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

// Paper is white whatever the window's colours are.
QPalette paperPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::black);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::Highlight, QColor(0x1f, 0x5f, 0x99));
    return palette;
}

QFont sized(double points, bool strong = false)
{
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setBold(strong);
    return font;
}

QTextCharFormat letters(const QFont &font, const QColor &color = Qt::black)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(color);
    return format;
}

/// One page after the other, with number and foot.
class Pages {
public:
    Pages(QPagedPaintDevice &device, QPainter &painter, const QString &foot)
        : m_device(device)
        , m_painter(painter)
        , m_foot(foot)
    {
        const double line = QFontMetricsF(footFont(), &device).height();
        m_body = QRectF(0, 0, device.width(), device.height() - 2 * line);
        m_footRect = QRectF(0, device.height() - line, device.width(), line);
    }

    const QRectF &body() const { return m_body; }
    bool ok() const { return m_ok; }

    void begin()
    {
        if (m_count > 0)
            m_ok = m_device.newPage() && m_ok;
        ++m_count;
        m_painter.setFont(footFont());
        m_painter.setPen(QColor(80, 80, 80));
        const QString number = Words::tr("page %1").arg(m_count);
        const QFontMetricsF metrics(footFont(), &m_device);
        const double room = m_footRect.width() - metrics.horizontalAdvance(number + u"   "_s);
        m_painter.drawText(m_footRect, Qt::AlignLeft | Qt::AlignVCenter,
                           metrics.elidedText(m_foot, Qt::ElideRight, room));
        m_painter.drawText(m_footRect, Qt::AlignRight | Qt::AlignVCenter, number);
    }

    void print(QTextDocument &document)
    {
        document.documentLayout()->setPaintDevice(&m_device);
        document.setPageSize(m_body.size());
        const int pages = document.pageCount();
        for (int page = 0; page < pages; ++page) {
            begin();
            m_painter.save();
            m_painter.translate(0, -page * m_body.height());
            const QRectF view(0, page * m_body.height(), m_body.width(), m_body.height());
            m_painter.setClipRect(view);
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = view;
            context.palette = paperPalette();
            document.documentLayout()->draw(&m_painter, context);
            m_painter.restore();
        }
    }

private:
    static QFont footFont() { return sized(8); }

    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    QString m_foot;
    QRectF m_body;
    QRectF m_footRect;
    int m_count = 0;
    bool m_ok = true;
};

void fillTree(QTextDocument &document, const RuleSheet &sheet)
{
    QTextCursor cursor(&document);
    const QColor muted(80, 80, 80);
    cursor.insertText(sheet.title, letters(sized(15, true)));
    QTextBlockFormat block;
    block.setTopMargin(4);
    for (const QString &line : sheet.lines) {
        cursor.insertBlock(block);
        cursor.insertText(line, letters(sized(9.5)));
    }
    if (!sheet.summary.isEmpty()) {
        cursor.insertBlock(block);
        cursor.insertText(sheet.summary, letters(sized(9.5)));
    }
    QTextBlockFormat heading;
    heading.setTopMargin(14);
    cursor.insertBlock(heading);
    cursor.insertText(Words::tr("Its conditions"), letters(sized(12, true)));
    QList<int> depths;
    for (const RuleNode &node : sheet.graph.nodes) {
        depths << (node.parent < 0 ? 0 : depths[node.parent] + 1);
        QTextBlockFormat row;
        row.setTopMargin(node.parent <= 0 ? 6 : 2);
        row.setLeftMargin(depths.last() * 18);
        cursor.insertBlock(row);
        if (node.onPath)
            cursor.insertText(u"▸ "_s, letters(sized(9.5, true), paperPalette().color(QPalette::Highlight)));
        if (node.truth)
            cursor.insertText(truthSign(*node.truth) + u"  "_s,
                              letters(sized(9.5, node.truth == reasoning::Truth::True)));
        const QString kind = kindText(node.kind);
        if (!kind.isEmpty() && node.kind != RuleNode::Kind::Fact)
            cursor.insertText(kind + u": "_s, letters(sized(9), muted));
        cursor.insertText(node.title, letters(sized(9.5, node.parent <= 0)));
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
            cursor.insertText(u"  – "_s + more.join(u" · "_s), letters(sized(8.5), muted));
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

void printGraph(Pages &pages, QPainter &painter, QPagedPaintDevice &device, const RuleSheet &sheet)
{
    // As large as the page allows, up to the size of text; what is taller goes on the next page.
    const RuleDrawing natural(sized(9), paperPalette(), &device);
    const double width = natural.layOut(sheet.graph).size.width();
    const double room = pages.body().width();
    RuleDrawing drawing(natural);
    if (width > room)
        drawing = RuleDrawing(sized(9 * room / width), paperPalette(), &device);
    const reasoning::RuleLayout layout = drawing.layOut(sheet.graph);
    // Letters come in steps of size: the rest is made to fit.
    const double scale = std::min(1.0, room / layout.size.width());
    const double heading = QFontMetricsF(sized(12, true), &device).height() * 1.6;
    const double most = (pages.body().height() - heading) / scale;
    double from = 0;
    while (from < layout.size.height()) {
        const double rest = layout.size.height() - from;
        const double to = rest <= most ? layout.size.height() : cutAfter(layout.boxes, from, most);
        pages.begin();
        painter.setFont(sized(12, true));
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
        letters(sized(12, true)));
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
    Pages pages(device, painter, sheet.foot);
    QTextDocument tree;
    tree.setDocumentMargin(0);
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
    // First into memory: the writer does not tell when its device is full.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(600);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 12),
                                         QPageLayout::Millimeter));
        writer.setTitle(sheet.title);
        if (!printRule(sheet, colours, writer))
            return Words::tr("The PDF could not be made.");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit())
        return Words::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

} // namespace clearway::ui
