// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_error.h"
#include "model/documents/reader_process.h"
#include "model/documents/reader_protocol.h"

#include <expected>
#include <stop_token>

namespace clearway::documents {

using protocol::TextLine;

/// The text of a PDF or HTML file, line by line or paragraph by paragraph.
struct DocumentText {
    QString format; ///< "pdf", "html"
    QList<TextLine> lines;
    protocol::Protections protections; ///< under which the document was read
};

/// Whether the content is taken for an HTML page: a tag of one stands within its first 4,096 bytes.
bool looksLikeHtml(const QByteArray &content);

/// The text of a PDF or HTML file, read by clearway-reader. A PDF of pictures only gives no lines; that is no error
/// here.
std::expected<DocumentText, DocumentError> readText(const QByteArray &content, const ReaderProcess &reader,
                                                    const std::stop_token &stop = {});

} // namespace clearway::documents
