// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printedpages.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace clearway::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintedPages)
};

QFont footFont()
{
    return paperFont(8);
}

} // namespace

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

QFont paperFont(double points, bool strong)
{
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setBold(strong);
    return font;
}

QTextCharFormat paperLetters(const QFont &font, const QColor &color)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(color);
    return format;
}

PrintedPages::PrintedPages(QPagedPaintDevice &device, QPainter &painter, const QString &foot)
    : m_device(device)
    , m_painter(painter)
    , m_foot(foot)
{
    const double line = QFontMetricsF(footFont(), &device).height();
    m_body = QRectF(0, 0, device.width(), device.height() - 2 * line);
    m_footRect = QRectF(0, device.height() - line, device.width(), line);
}

void PrintedPages::begin()
{
    if (m_count > 0)
        m_ok = m_device.newPage() && m_ok;
    ++m_count;
    m_painter.setFont(footFont());
    m_painter.setPen(QColor(80, 80, 80));
    const QString number = Words::tr("page %1").arg(m_count);
    const QFontMetricsF metrics(footFont(), &m_device);
    const double room = m_footRect.width() - metrics.horizontalAdvance(number + u"   "_s);
    m_painter.drawText(m_footRect, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_foot, Qt::ElideRight, room));
    m_painter.drawText(m_footRect, Qt::AlignRight | Qt::AlignVCenter, number);
}

void PrintedPages::print(QTextDocument &document)
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

QString writePdf(const QString &path, const QString &title, const std::function<bool(QPagedPaintDevice &)> &print)
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
        writer.setTitle(title);
        if (!print(writer))
            return Words::tr("The PDF could not be made.");
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit())
        return Words::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

} // namespace clearway::ui
