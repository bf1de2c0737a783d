// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_process.h"
#include "model/official/archive.h"
#include "model/official/paragraph.h"

namespace clearway::official {

/// What a file holds, before it is known what belongs to which code.
struct Document {
    QString format; ///< "docx", "epub", "html", "pdf"
    QString sha256;
    QList<Paragraph> paragraphs; ///< those with text, but for the table of contents
};

/// Reads a DOCX, EPUB, HTML or PDF file; what it is decides its content, not its name. HTML and PDF are parsed by
/// clearway-reader, and taken for no document where none is given. Errors: all of reading.
Result<Document> readDocument(const QString &path, const Control &control, const ArchiveLimits &limits = {},
                              const documents::ReaderProcess *reader = nullptr);

/// The main text of a DOCX file, with the labels of automatic numbering.
Result<QList<Paragraph>> readDocx(Archive &archive, const Control &control);
/// The text of an EPUB file in reading order.
Result<QList<Paragraph>> readEpub(Archive &archive, const Control &control);

} // namespace clearway::official
