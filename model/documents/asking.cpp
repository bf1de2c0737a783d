// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/asking.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace clearway::documents {

DocumentError errorFor(const protocol::Refusal &refusal)
{
    using enum DocumentError::Kind;
    static const QMap<QString, DocumentError::Kind> kinds{
        {u"empty"_s, Empty},           {u"not-a-pdf"_s, NotPdfOrJson},    {u"encrypted"_s, Encrypted},
        {u"damaged"_s, Damaged},       {u"too-large"_s, TooLarge},        {u"too-many"_s, TooLarge},
        {u"stopped"_s, ReaderStopped}, {u"cannot-read"_s, ReaderStopped}, {u"unprotected"_s, Unprotected},
    };
    return documentError(kinds.value(refusal.kind, ReaderStopped), refusal.message);
}

std::expected<protocol::Answer, DocumentError> answerTo(const QStringList &request, const QByteArray &content,
                                                        const ReaderProcess &reader, const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    if (content.size() > protocol::inputLimit)
        return std::unexpected(
            documentError(TooLarge, u"%1 bytes; at most %2 are read"_s.arg(content.size()).arg(protocol::inputLimit)));
    const auto output = reader.ask(request, content, stop);
    if (!output)
        return std::unexpected(output.error());
    const auto answer = protocol::parseAnswer(*output);
    if (!answer)
        return std::unexpected(documentError(ReaderStopped, answer.error().reason));
    if (const auto *refused = std::get_if<protocol::Refused>(&*answer))
        return std::unexpected(errorFor(refused->refusal));
    return *answer;
}

} // namespace clearway::documents
