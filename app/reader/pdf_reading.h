// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace clearway::reader {

/// The files attached to a PDF, parsed from memory; with a name only those of exactly that name are unpacked.
/// Refuses "empty", "not-a-pdf", "encrypted", "damaged", "too-large", "too-many". The answer's protections
/// are left empty. Memory that runs out ends as "too-large". Call it in a process that can be lost: the
/// parser may crash.
std::expected<documents::protocol::AttachmentsAnswer, documents::protocol::Refusal> readPdfAttachments(
    const QByteArray &pdf, const QString &onlyNamed = {});

} // namespace clearway::reader
