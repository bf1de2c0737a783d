// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_error.h"
#include "model/documents/reader_process.h"
#include "model/documents/reader_protocol.h"

#include <expected>

namespace clearway::documents {

/// What a refusal of the reader means for a person.
DocumentError errorFor(const protocol::Refusal &refusal);

/// What the reader answers to any request; refusals and what is no answer are errors.
std::expected<protocol::Answer, DocumentError> answerTo(const QStringList &request, const QByteArray &content,
                                                        const ReaderProcess &reader, const std::stop_token &stop);

/// An answer of the kind that was asked for.
template<typename Wanted>
std::expected<Wanted, DocumentError> ask(const QStringList &request, const QByteArray &content,
                                         const ReaderProcess &reader, const std::stop_token &stop)
{
    const auto answer = answerTo(request, content, reader, stop);
    if (!answer)
        return std::unexpected(answer.error());
    if (const auto *wanted = std::get_if<Wanted>(&*answer))
        return *wanted;
    return std::unexpected(
        documentError(DocumentError::Kind::ReaderStopped, QStringLiteral("the reader answered another question")));
}

} // namespace clearway::documents
