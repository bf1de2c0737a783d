// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/document_text.h"

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
    if (content.size() > protocol::inputLimit)
        return std::unexpected(
            documentError(TooLarge, u"%1 bytes; at most %2 are read"_s.arg(content.size()).arg(protocol::inputLimit)));
    if (!looksLikePdf(content) && !looksLikeHtml(content))
        return std::unexpected(documentError(NotPdfOrJson));
    const auto output = reader.ask({u"text"_s}, content, stop);
    if (!output)
        return std::unexpected(output.error());
    const auto parsed = protocol::parseAnswer(*output);
    if (!parsed)
        return std::unexpected(documentError(ReaderStopped, parsed.error().reason));
    if (const auto *refused = std::get_if<protocol::Refused>(&*parsed))
        return std::unexpected(errorFor(refused->refusal));
    const auto *answer = std::get_if<protocol::TextAnswer>(&*parsed);
    if (!answer)
        return std::unexpected(documentError(ReaderStopped, u"the reader answered another question"_s));
    return DocumentText{answer->format, answer->lines, answer->protections};
}

} // namespace clearway::documents
