// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf.h"

#include "model/report/pdfdocument.h"
#include "model/report/plaintext.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

qreal millimetres(qreal length)
{
    return length / 25.4 * PdfDocument::dotsPerInch;
}

// Title, author and program for those who look at a file's properties; Qt itself writes no author.
QByteArray metadata(const Report &report)
{
    const auto text = [](const QString &value) { return printable(value).toHtmlEscaped(); };
    const QString made = report.made.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    QString xmp = u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"_s;
    xmp += u"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"_s + text(report.title)
           + u"</rdf:li></rdf:Alt></dc:title>\n"_s;
    if (!report.author.isEmpty())
        xmp += u"<dc:creator><rdf:Seq><rdf:li>"_s + text(report.author) + u"</rdf:li></rdf:Seq></dc:creator>\n"_s;
    xmp += u"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"_s + text(report.subject)
           + u"</rdf:li></rdf:Alt></dc:description>\n<xmp:CreatorTool>"_s + text(report.producer)
           + u"</xmp:CreatorTool>\n<xmp:CreateDate>"_s + made
           + u"</xmp:CreateDate>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n"_s;
    return xmp.toUtf8();
}

class Sheets {
public:
    Sheets(QPdfWriter &writer, QPainter &painter, const Report &report, QRectF body, QSizeF page)
        : m_writer(writer)
        , m_painter(painter)
        , m_report(report)
        , m_body(body)
        , m_page(page)
    {}

    void print(QTextDocument &document, int pages, int firstNumber, int total)
    {
        for (int i = 0; i < pages; ++i) {
            const int number = firstNumber + i;
            if (number > 1)
                m_writer.newPage();
            margins(number, total);
            m_painter.save();
            m_painter.translate(m_body.left(), m_body.top() - i * m_body.height());
            // Lines stand closer than their letters are high. So what is drawn is chosen a little within the page, lest
            // the last line of the page before be drawn again, and nothing is cut until a little beyond it.
            const QRectF view(0, i * m_body.height(), m_body.width(), m_body.height());
            const qreal overlap = millimetres(1);
            m_painter.setClipRect(view.adjusted(-overlap, -overlap, overlap, overlap));
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = view.adjusted(0, overlap, 0, -overlap);
            context.palette.setColor(QPalette::Text, Qt::black);
            document.documentLayout()->draw(&m_painter, context);
            m_painter.restore();
        }
    }

private:
    void margins(int number, int total)
    {
        const QFont font = PdfDocument::font(9);
        const QFontMetricsF metrics(font, &m_writer);
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        const QRectF top(m_body.left(), millimetres(8), m_body.width(), metrics.height());
        const QRectF bottom(m_body.left(), m_page.height() - millimetres(8) - metrics.height(), m_body.width(),
                            metrics.height());
        const QString right = Words::tr("page %1 of %2").arg(QString::number(number), QString::number(total));
        const QString left = Words::tr("%1, revision %2; fingerprint %3; %4")
                                 .arg(printable(m_report.reference), QString::number(m_report.revision),
                                      m_report.fingerprint.first(8), m_report.handling);
        const qreal room = m_body.width() - metrics.horizontalAdvance(right) - millimetres(4);
        m_painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, right);
        m_painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(left, Qt::ElideRight, room));
        m_painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
                           metrics.elidedText(m_report.caution, Qt::ElideRight, m_body.width()));
        m_painter.setPen(QPen(QColor(120, 120, 120), millimetres(0.15)));
        m_painter.drawLine(
            QLineF(m_body.left(), top.bottom() + millimetres(1), m_body.right(), top.bottom() + millimetres(1)));
        m_painter.drawLine(
            QLineF(m_body.left(), bottom.top() - millimetres(1), m_body.right(), bottom.top() - millimetres(1)));
    }

    QPdfWriter &m_writer;
    QPainter &m_painter;
    const Report &m_report;
    QRectF m_body;
    QSizeF m_page;
};

} // namespace

bool writePdf(const Report &report, QIODevice &device)
{
    // First into memory: the writer does not tell when its device is full.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(PdfDocument::dotsPerInch);
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter));
    writer.setTitle(printable(report.title));
    writer.setCreator(printable(report.producer));
    writer.setDocumentXmpMetadata(metadata(report));
    writer.addFileAttachment(report.attachmentName, report.attachment, u"application/json"_s);

    const QSizeF page(writer.width(), writer.height());
    const QRectF body(millimetres(14), millimetres(15), page.width() - millimetres(28),
                      page.height() - millimetres(30));
    const PdfDocument documents(writer, body.size());

    std::unique_ptr<QTextDocument> front;
    qsizetype level = 0;
    for (; level < report.fronts.size(); ++level) {
        front = documents.front(report.fronts.at(level), report.rightToLeft);
        if (front->size().height() <= body.height())
            break;
    }
    QList<Section> sections = report.annexes;
    if (level > 0 && !report.fronts.isEmpty()) {
        Section full{u"front-in-full"_s, Words::tr("The front sheet in full, without what was shortened"), {}};
        for (qsizetype i = 0; i < report.fronts.first().size(); ++i) {
            const Section &part = report.fronts.first().at(i);
            if (part.id == "signatures"_L1 || part.id == "band"_L1)
                continue;
            full.blocks.emplaceBack(std::in_place_type<Paragraph>, QString(QString::number(i + 1) + u' ' + part.title),
                                    Paragraph::Emphasis::Strong);
            full.blocks.append(part.blocks);
        }
        sections.append(full);
    }
    const std::unique_ptr<QTextDocument> annexes = documents.annexes(sections, report.rightToLeft, report.lettered);

    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const int frontPages = front ? 1 : 0;
    const int annexPages = sections.isEmpty() ? 0 : annexes->pageCount();
    Sheets sheets(writer, painter, report, body, page);
    if (front)
        sheets.print(*front, 1, 1, frontPages + annexPages);
    sheets.print(*annexes, annexPages, frontPages + 1, frontPages + annexPages);
    if (!painter.end())
        return false;
    return device.write(buffer.data()) == buffer.size();
}

} // namespace clearway::report
