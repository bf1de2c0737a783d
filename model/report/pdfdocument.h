// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/report.h"

#include <QPagedPaintDevice>
#include <QTextDocument>

#include <memory>

namespace clearway::report {

/// Lays sections out as text documents for a paint device.
class PdfDocument {
public:
    static constexpr int dotsPerInch = 600;

    /// `device` has the resolution `dotsPerInch` and must outlive the documents. `size`: of the body of a page, in its
    /// dots.
    PdfDocument(QPagedPaintDevice &device, QSizeF size);

    /// The front sheet: a band, then a grid of part and content, on a page as high as it takes.
    std::unique_ptr<QTextDocument> front(const QList<Section> &parts, bool rightToLeft) const;
    /// The annexes, one after the other, broken over pages of the given size.
    /// `lettered`: as annexes of a record, else as the numbered parts of another document.
    std::unique_ptr<QTextDocument> annexes(const QList<Section> &annexes, bool rightToLeft, bool lettered) const;

    /// Noto Sans, or what the system has instead of it.
    static QFont font(qreal points, bool bold = false);

private:
    std::unique_ptr<QTextDocument> empty(qreal points, bool rightToLeft) const;

    QPagedPaintDevice &m_device;
    QSizeF m_size;
};

} // namespace clearway::report
