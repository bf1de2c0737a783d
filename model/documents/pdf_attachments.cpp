// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/pdf_attachments.h"

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

bool looksLikePdf(const QByteArray &content)
{
    return content.first(std::min<qsizetype>(content.size(), 1024)).contains("%PDF-");
}

std::expected<Attachments, DocumentError> readAttachments(const QByteArray &pdf, const ReaderProcess &reader,
                                                          const QString &onlyNamed, const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    // What is plain without parsing needs no process.
    if (pdf.isEmpty())
        return std::unexpected(documentError(Empty));
    if (!looksLikePdf(pdf))
        return std::unexpected(documentError(NotPdfOrJson));
    if (pdf.size() > protocol::inputLimit) {
        return std::unexpected(
            documentError(TooLarge, u"%1 bytes; at most %2 are read"_s.arg(pdf.size()).arg(protocol::inputLimit)));
    }

    QStringList request{u"attachments"_s};
    if (!onlyNamed.isEmpty())
        request << u"--only"_s << onlyNamed;
    const auto output = reader.ask(request, pdf, stop);
    if (!output)
        return std::unexpected(output.error());
    const auto parsed = protocol::parseAnswer(*output);
    if (!parsed)
        return std::unexpected(documentError(ReaderStopped, parsed.error().reason));
    if (const auto *refused = std::get_if<protocol::Refused>(&*parsed))
        return std::unexpected(errorFor(refused->refusal));
    const auto *answer = std::get_if<protocol::AttachmentsAnswer>(&*parsed);
    if (!answer)
        return std::unexpected(documentError(ReaderStopped, u"the reader answered another question"_s));
    return Attachments{answer->attachments, answer->attachedInAll, answer->protections};
}

std::expected<QList<Attachment>, DocumentError> attachmentsOf(const QByteArray &pdf, const ReaderProcess &reader,
                                                              const std::stop_token &stop)
{
    return readAttachments(pdf, reader, {}, stop).transform([](const Attachments &all) { return all.files; });
}

} // namespace clearway::documents
