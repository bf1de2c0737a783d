// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdfdocument.h"

#include "model/report/plaintext.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

constexpr qreal smallest = 9; // points; nothing is printed smaller
constexpr int deepestIndent = 10;
constexpr qsizetype sharedLine = 92; // characters that surely fit in a line of the front sheet's right column
// marks a heading: it does not stand alone at the foot of a page
constexpr int keepWithNext = QTextFormat::UserProperty + 1;
constexpr QColor line(120, 120, 120);
constexpr QColor shade(236, 236, 236);

// QTextDocument scales paddings, borders and what is vertical to its device from a unit of which 96 make an inch …
constexpr qreal unit(qreal points)
{
    return points * 96.0 / 72.0;
}

// … but takes the side margins and indents of paragraphs for dots of the device.
qreal dots(qreal points)
{
    return points * PdfDocument::dotsPerInch / 72.0;
}

QTextCharFormat characters(qreal points, bool bold)
{
    QTextCharFormat format;
    format.setFont(PdfDocument::font(points, bold));
    format.setForeground(Qt::black);
    return format;
}

// The table itself has no border: in a collapsed one each cell draws its own.
QTextTableCellFormat lined(bool shaded)
{
    QTextTableCellFormat format;
    format.setBorder(unit(0.4));
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(line);
    if (shaded)
        format.setBackground(shade);
    return format;
}

class Typesetter {
public:
    Typesetter(QTextCursor cursor, bool compact)
        : m_cursor(std::move(cursor))
        , m_compact(compact)
    {}

    void blocks(const QList<Block> &list)
    {
        for (const Block &block : list)
            std::visit([this](const auto &content) { write(content); }, block);
    }

    void heading(const QString &text, qreal points, bool newPage)
    {
        QTextBlockFormat format = spacing(newPage || m_fresh ? 0 : 14, 4);
        if (newPage)
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        format.setHeadingLevel(2);
        format.setProperty(keepWithNext, true);
        begin(format);
        insert(text, points, true);
    }

    void paragraph(const QString &text, qreal points, bool bold)
    {
        begin(spacing(0, m_compact ? 1 : 3));
        insert(text, points, bold);
    }

    // A table stands between two lines, which print as gaps where they are empty.
    void closeGap()
    {
        m_cursor.setBlockFormat(QTextBlockFormat());
        QTextCharFormat tiny;
        tiny.setFont(PdfDocument::font(1));
        m_cursor.setBlockCharFormat(tiny);
        m_fresh = false;
    }

private:
    QTextBlockFormat spacing(qreal above, qreal below) const
    {
        QTextBlockFormat format;
        format.setTopMargin(unit(above));
        format.setBottomMargin(unit(below));
        format.setLineHeight(m_compact ? 88 : 95, QTextBlockFormat::ProportionalHeight);
        return format;
    }

    // The first line of a document or cell is there already.
    void begin(const QTextBlockFormat &format)
    {
        if (m_fresh)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_fresh = false;
    }

    void insert(const QString &text, qreal points, bool bold)
    {
        // a line separator keeps a written line break within the paragraph
        m_cursor.insertText(printable(text).replace(u'\n', QChar(QChar::LineSeparator)), characters(points, bold));
    }

    void write(const Paragraph &paragraph)
    {
        if (paragraph.text.isEmpty())
            return;
        const bool strong = paragraph.emphasis == Paragraph::Emphasis::Strong;
        QTextBlockFormat format = spacing(strong && !m_compact ? 6 : 0, m_compact ? 1 : 3);
        if (strong)
            format.setProperty(keepWithNext, true);
        begin(format);
        insert(paragraph.text, smallest, strong);
    }

    void write(const KeyValues &values)
    {
        qsizetype taken = 0; // characters in the line so far
        for (const KeyValues::Row &row : values.rows) {
            // on the front sheet short ones share a line
            const qsizetype length = row.key.size() + row.value.size() + 5;
            if (m_compact && taken > 0 && taken + length <= sharedLine) {
                insert(u"     "_s, smallest, false);
                taken += length;
            } else {
                QTextBlockFormat format = spacing(0, m_compact ? 0.5 : 2);
                if (!m_compact) {
                    format.setLeftMargin(dots(8));
                    format.setTextIndent(-dots(8));
                }
                begin(format);
                taken = length;
            }
            insert(row.key + u": "_s, smallest, true);
            insert(row.value, smallest, false);
        }
    }

    void write(const Bullets &bullets)
    {
        for (qsizetype i = 0; i < bullets.items.size(); ++i) {
            QTextBlockFormat format = spacing(0, m_compact ? 0.5 : 2);
            format.setLeftMargin(dots(14));
            format.setTextIndent(-dots(12));
            begin(format);
            insert((bullets.numbered ? QString::number(i + 1) + u". "_s : u"– "_s) + bullets.items.at(i), smallest,
                   false);
        }
    }

    void write(const Tree &tree) { nodes(tree.roots, 0); }

    void nodes(const QList<TreeNode> &list, int depth)
    {
        for (const TreeNode &node : list) {
            QTextBlockFormat format = spacing(0, 1.5);
            // beyond the deepest indent the depth is told as a number, so that text never runs out of the page
            format.setLeftMargin(dots(10 + 13.0 * std::min(depth, deepestIndent)));
            format.setTextIndent(-dots(10));
            begin(format);
            const QString level = depth > deepestIndent ? u'[' + QString::number(depth + 1) + u"] "_s : QString();
            insert(u"– "_s + level + node.truth + u": "_s, smallest, true);
            insert(node.text, smallest, false);
            if (!node.detail.isEmpty())
                insert(u" ("_s + node.detail + u')', smallest, false);
            nodes(node.children, depth + 1);
        }
    }

    QTextTable *insertTable(int rows, int columns, const QList<int> &widths, bool header)
    {
        if (m_fresh)
            closeGap(); // the empty line that stands before a table
        QTextTableFormat format;
        format.setBorder(0);
        format.setBorderCollapse(true);
        format.setCellPadding(unit(m_compact ? 1.5 : 2.5));
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        if (header)
            format.setHeaderRowCount(1);
        QList<QTextLength> lengths;
        for (int i = 0; i < columns; ++i) {
            const qreal width = widths.size() == columns ? widths.at(i) : 100.0 / columns;
            lengths.append(QTextLength(QTextLength::PercentageLength, width));
        }
        format.setColumnWidthConstraints(lengths);
        return m_cursor.insertTable(rows, columns, format);
    }

    void fill(QTextTable *table, int row, int column, const QString &text, bool bold)
    {
        QTextTableCell cell = table->cellAt(row, column);
        Typesetter inner(cell.firstCursorPosition(), true);
        inner.begin(inner.spacing(0, 0));
        inner.insert(text, smallest, bold);
        cell.setFormat(lined(bold));
    }

    void write(const Table &table)
    {
        if (table.header.isEmpty())
            return;
        if (!table.caption.isEmpty()) {
            QTextBlockFormat format = spacing(m_compact ? 1 : 6, 2);
            format.setProperty(keepWithNext, true);
            begin(format);
            insert(table.caption, smallest, true);
        }
        const int columns = static_cast<int>(table.header.size());
        QTextTable *grid = insertTable(static_cast<int>(table.rows.size()) + 1, columns, table.widths, true);
        for (int column = 0; column < columns; ++column)
            fill(grid, 0, column, table.header.at(column), true);
        for (int row = 0; row < table.rows.size(); ++row) {
            for (int column = 0; column < columns; ++column)
                fill(grid, row + 1, column, table.rows.at(row).value(column), false);
        }
        m_cursor = grid->lastCursorPosition();
        m_cursor.movePosition(QTextCursor::NextBlock);
        closeGap();
    }

    void write(const Fields &fields)
    {
        for (const auto &row : fields.rows) {
            if (row.isEmpty())
                continue;
            const QList<int> widths = row.size() == 3 ? QList<int>{52, 29, 19} : QList<int>{};
            QTextTable *grid = insertTable(1, static_cast<int>(row.size()), widths, false);
            for (int column = 0; column < row.size(); ++column) {
                // an empty place keeps a line for the pen
                const Fields::Field &field = row.at(column);
                const QString value =
                    field.value.isEmpty() ? u" "_s + QString(std::max(field.lines - 1, 0), u'\n') : field.value;
                const QString label = field.help.isEmpty() ? field.label : QString(field.label + u" – "_s + field.help);
                fill(grid, 0, column, label + u'\n' + value, false);
            }
            m_cursor = grid->lastCursorPosition();
            m_cursor.movePosition(QTextCursor::NextBlock);
            closeGap();
        }
    }

    QTextCursor m_cursor;
    bool m_compact;
    bool m_fresh = true;
};

// QTextLayout draws one line too many above where a paragraph goes on from the page before: hidden on paper, but found
// and copied twice. So a paragraph that goes over to the next page is parted there; its lines stay where they are.
bool partAtPages(QTextDocument &document)
{
    const qreal height = document.pageSize().height();
    struct Place {
        int position;
        QTextBlockFormat before;
        QTextBlockFormat after;
    };
    QList<Place> places;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        const qreal top = document.documentLayout()->blockBoundingRect(block).top();
        const auto pageOf = [&](int i) {
            const QTextLine one = layout->lineAt(i);
            return static_cast<int>((top + one.y() + one.height() / 2) / height);
        };
        for (int i = 1; i < layout->lineCount(); ++i) {
            if (pageOf(i) == pageOf(i - 1))
                continue;
            Place place{block.position() + layout->lineAt(i).textStart(), block.blockFormat(), block.blockFormat()};
            place.before.setBottomMargin(0);
            place.after.setTopMargin(0);
            place.after.setTextIndent(0);
            place.after.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
            places.append(place);
        }
    }
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (auto place = places.crbegin(); place != places.crend(); ++place) {
        cursor.setPosition(place->position);
        cursor.insertBlock(place->after);
        cursor.movePosition(QTextCursor::PreviousBlock);
        cursor.setBlockFormat(place->before);
    }
    cursor.endEditBlock();
    return !places.isEmpty();
}

// The page on which a block begins, or ends.
int pageOf(const QTextDocument &document, const QTextBlock &block, bool atEnd)
{
    const QTextLayout *layout = block.layout();
    const qreal top = document.documentLayout()->blockBoundingRect(block).top();
    if (layout->lineCount() == 0)
        return static_cast<int>(top / document.pageSize().height());
    const QTextLine one = layout->lineAt(atEnd ? layout->lineCount() - 1 : 0);
    return static_cast<int>((top + one.y() + one.height() / 2) / document.pageSize().height());
}

// Moves a heading whose text, or the first row of whose table, begins on the next page over to that page.
bool keepHeadings(QTextDocument &document)
{
    QList<int> alone;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().boolProperty(keepWithNext)
            || block.blockFormat().pageBreakPolicy() != QTextFormat::PageBreak_Auto)
            continue;
        QTextBlock following = block.next();
        if (!following.isValid())
            continue;
        if (const QTextTable *table = QTextCursor(following).currentTable(); table && table->rows() > 1)
            following = table->cellAt(1, 0).firstCursorPosition().block();
        if (pageOf(document, following, false) > pageOf(document, block, true))
            alone.append(block.position());
    }
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (const int position : std::as_const(alone)) {
        cursor.setPosition(position);
        QTextBlockFormat format = cursor.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    return !alone.isEmpty();
}

} // namespace

QFont PdfDocument::font(qreal points, bool bold)
{
    static const QString family = QFontDatabase::hasFamily(u"Noto Sans"_s)
                                      ? u"Noto Sans"_s
                                      : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    QFont font(family);
    font.setPointSizeF(points);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setFeature(QFont::Tag("liga"), 0); // so that "fi" is found and copied as two letters
    return font;
}

PdfDocument::PdfDocument(QPagedPaintDevice &device, QSizeF size)
    : m_device(device)
    , m_size(size)
{}

std::unique_ptr<QTextDocument> PdfDocument::empty(qreal points, bool rightToLeft) const
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->documentLayout()->setPaintDevice(&m_device);
    document->setDocumentMargin(0);
    document->setDefaultFont(font(points));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LayoutDirectionAuto);
    document->setDefaultTextOption(option);
    return document;
}

std::unique_ptr<QTextDocument> PdfDocument::front(const QList<Section> &parts, bool rightToLeft) const
{
    auto document = empty(smallest, rightToLeft);
    document->setTextWidth(m_size.width());
    QTextCursor cursor(document.get());
    cursor.beginEditBlock(); // laid out once, at the end

    QTextTableFormat format;
    format.setBorder(unit(0.5));
    format.setBorderCollapse(true);
    format.setBorderBrush(line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellPadding(unit(2));
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 15), QTextLength(QTextLength::PercentageLength, 85)});
    QTextTable *grid = cursor.insertTable(static_cast<int>(parts.size()), 2, format);
    for (int row = 0; row < parts.size(); ++row) {
        const Section &part = parts.at(row);
        QTextTableCell label = grid->cellAt(row, 0);
        label.setFormat(lined(true));
        grid->cellAt(row, 1).setFormat(lined(false));
        Typesetter left(label.firstCursorPosition(), true);
        left.paragraph(QString::number(row + 1) + u' ' + part.title, smallest, true);

        Typesetter right(grid->cellAt(row, 1).firstCursorPosition(), true);
        if (part.id == "band"_L1) {
            // the band's particulars share one line
            for (const Block &block : part.blocks) {
                if (const auto *values = std::get_if<KeyValues>(&block)) {
                    QStringList particulars;
                    for (const KeyValues::Row &value : values->rows)
                        particulars.append(value.key + u": "_s + value.value);
                    right.paragraph(particulars.join(u"   "_s), smallest, false);
                } else {
                    right.blocks({block});
                }
            }
        } else if (part.id == "result"_L1 && !part.blocks.isEmpty()
                   && std::holds_alternative<Paragraph>(part.blocks.first())) {
            right.paragraph(std::get<Paragraph>(part.blocks.first()).text, 11, true);
            right.blocks(part.blocks.mid(1));
        } else {
            right.blocks(part.blocks);
        }
    }
    cursor.endEditBlock();
    return document;
}

std::unique_ptr<QTextDocument> PdfDocument::annexes(const QList<Section> &annexes, bool rightToLeft,
                                                    bool lettered) const
{
    auto document = empty(smallest, rightToLeft);
    document->setPageSize(m_size);
    QTextCursor cursor(document.get());
    cursor.beginEditBlock();
    Typesetter page(cursor, false);
    for (qsizetype i = 0; i < annexes.size(); ++i) {
        page.heading(lettered ? Words::tr("Annex %1: %2").arg(annexLetter(i), annexes.at(i).title)
                              : QString(QString::number(i + 1) + u". "_s + annexes.at(i).title),
                     12, false);
        page.blocks(annexes.at(i).blocks);
    }
    cursor.endEditBlock();
    // Each moves what stands below it, so they are repeated until nothing moves; a heading above a heading takes two.
    for (int pass = 0; pass < 12 && keepHeadings(*document); ++pass) {
    }
    for (int pass = 0; pass < 4 && partAtPages(*document); ++pass) {
    }
    return document;
}

} // namespace clearway::report
