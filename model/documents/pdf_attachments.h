// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_error.h"
#include "model/documents/reader_process.h"
#include "model/documents/reader_protocol.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <stop_token>

namespace clearway::documents {

using protocol::Attachment;
using protocol::Protections;

/// What is attached to a PDF.
struct Attachments {
    QList<Attachment> files;     ///< in the document's order
    qsizetype attachedInAll = 0; ///< also those of another name than asked for
    Protections protections;     ///< under which the document was read
};

/// Whether the content is taken for a PDF: "%PDF-" within its first 1,024 bytes, as readers of PDF do it.
bool looksLikePdf(const QByteArray &content);

/// The files attached to a PDF, read by clearway-reader. With a name only those of exactly that name are
/// fetched, so that large attachments beside it do no harm. Beyond 200 MB of PDF, 64 attachments, 64 MB for
/// one or 100 MB in all: TooLarge. No attachments at all is an empty list, not an error.
std::expected<Attachments, DocumentError> readAttachments(const QByteArray &pdf, const ReaderProcess &reader,
                                                          const QString &onlyNamed = {},
                                                          const std::stop_token &stop = {});

/// The same without the particulars.
std::expected<QList<Attachment>, DocumentError> attachmentsOf(const QByteArray &pdf, const ReaderProcess &reader,
                                                              const std::stop_token &stop = {});

} // namespace clearway::documents
