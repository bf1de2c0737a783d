// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_text.h"
#include "model/official/paragraph.h"

namespace clearway::official {

/// The lines of a PDF put together to paragraphs: without what is repeated at the top and foot of pages, without the
/// table of contents, and over the breaks between lines and pages. A paragraph begins with a label or a number, at
/// another indent, or behind a gap.
QList<Paragraph> paragraphsOfPdf(const QList<documents::TextLine> &lines);

/// The paragraphs of an HTML page as a DOCX or EPUB file has them.
QList<Paragraph> paragraphsOfHtml(const QList<documents::TextLine> &lines);

} // namespace clearway::official
