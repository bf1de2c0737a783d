// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_error.h"
#include "model/documents/reader_process.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <stop_token>

namespace clearway::documents {

/// The name under which every PDF of Clearway carries its assessment.
inline constexpr QLatin1StringView assessmentAttachmentName("assessment.json");
/// Bytes of an assessment's JSON that are read at most.
inline constexpr qint64 assessmentJsonLimit = 20 * 1024 * 1024;

/// The assessment's JSON in a PDF that Clearway made, or in a JSON file: told apart by content, not by name.
/// What comes back is valid UTF-8 that begins like JSON, without a byte order mark; whether it is an
/// assessment is for model/assessment to say. A PDF must carry exactly one attachment named assessment.json,
/// and that one whole.
std::expected<QByteArray, DocumentError> assessmentJsonIn(const QByteArray &content, const ReaderProcess &reader,
                                                          const std::stop_token &stop = {});

/// The same from a file; messages begin with its path. Only regular files are opened, none above 200 MB is
/// read.
std::expected<QByteArray, DocumentError> assessmentJsonFrom(const QString &path, const ReaderProcess &reader,
                                                            const std::stop_token &stop = {});

} // namespace clearway::documents
