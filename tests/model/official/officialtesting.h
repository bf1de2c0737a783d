// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/official/paragraph.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace clearway::officialtest {

/// Parts of a ZIP file: name and bytes.
using Parts = QList<QPair<QString, QByteArray>>;

/// Writes a ZIP file; false where it cannot.
[[nodiscard]] bool writeZip(const QString &path, const Parts &parts);
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes);

/// One paragraph of the small instrument that the tests make: its style, indent in twentieths of a point, and text, in
/// which "^(…)" is raised, "_(…)" lowered and a tab a tab.
struct Line {
    QString style;
    int indent = 0;
    QString text;
};
/// A small list of our own invention, laid out as the instrument is.
QList<Line> smallList();
/// The same lines as the parts of a DOCX or EPUB file.
Parts docx(const QList<Line> &lines);
Parts epub(const QList<Line> &lines);

/// A small Act of our own invention under the real one's title, laid out as the Register does it.
QList<Line> smallAct();
/// The same as an HTML page, and as a PDF of several pages with running heads, feet and a table of contents.
QByteArray html(const QList<Line> &lines);
QByteArray pdf(const QList<Line> &lines);

/// The lines as a reader would give them.
QList<official::Paragraph> paragraphs(const QList<Line> &lines);

} // namespace clearway::officialtest
