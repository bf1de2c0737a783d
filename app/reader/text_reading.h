// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

#include <QByteArray>

#include <expected>

namespace clearway::reader {

/// The text of a PDF, line by line, or of an HTML page, paragraph by paragraph; what it is decides the content. Refuses
/// "empty", "not-a-pdf" (neither of the two), "encrypted", "damaged", "too-large", "too-many" (pages or lines). The
/// answer's protections are left empty. Call it in a process that can be lost: the parser may crash.
std::expected<documents::protocol::TextAnswer, documents::protocol::Refusal> readDocumentText(
    const QByteArray &document);

/// The paragraphs of an HTML page: text of every block, with its class and margin. Scripts and styles are left out.
std::expected<documents::protocol::TextAnswer, documents::protocol::Refusal> readHtmlText(const QByteArray &html);

/// The lines of a PDF, from top to bottom of each page: words that stand at one height, wide gaps as tabs.
std::expected<documents::protocol::TextAnswer, documents::protocol::Refusal> readPdfText(const QByteArray &pdf);

} // namespace clearway::reader
