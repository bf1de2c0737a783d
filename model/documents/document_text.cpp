// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/document_text.h"

#include "model/documents/asking.h"
#include "model/documents/pdf_attachments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::documents {

bool looksLikeHtml(const QByteArray &content)
{
    const QByteArray beginning = content.first(std::min<qsizetype>(content.size(), 4096)).toLower();
    return beginning.contains("<!doctype html") || beginning.contains("<html") || beginning.contains("<body");
}

std::expected<DocumentText, DocumentError> readText(const QByteArray &content, const ReaderProcess &reader,
                                                    const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    if (content.isEmpty())
        return std::unexpected(documentError(Empty));
    if (!looksLikePdf(content) && !looksLikeHtml(content))
        return std::unexpected(documentError(NotPdfOrJson));
    const auto answer = ask<protocol::TextAnswer>({u"text"_s}, content, reader, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return DocumentText{answer->format, answer->lines, answer->protections};
}

} // namespace clearway::documents
