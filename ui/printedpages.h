// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QTextCharFormat>

#include <functional>

class QPagedPaintDevice;
class QPainter;
class QTextDocument;

namespace clearway::ui {

/// Paper is white whatever the window's colours are.
QPalette paperPalette();
QFont paperFont(double points, bool strong = false);
QTextCharFormat paperLetters(const QFont &font, const QColor &color = Qt::black);

/// One page after the other, with number and foot.
class PrintedPages {
public:
    PrintedPages(QPagedPaintDevice &device, QPainter &painter, const QString &foot);

    /// The room of a page without its foot.
    const QRectF &body() const { return m_body; }
    bool ok() const { return m_ok; }
    void begin();
    void print(QTextDocument &document);

private:
    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    QString m_foot;
    QRectF m_body;
    QRectF m_footRect;
    int m_count = 0;
    bool m_ok = true;
};

/// Prints into a PDF file; the error is one sentence.
QString writePdf(const QString &path, const QString &title, const std::function<bool(QPagedPaintDevice &)> &print);

} // namespace clearway::ui
