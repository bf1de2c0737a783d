// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/pdf_attachments.h"

#include "model/documents/asking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::documents {

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
    QStringList request{u"attachments"_s};
    if (!onlyNamed.isEmpty())
        request << u"--only"_s << onlyNamed;
    const auto answer = ask<protocol::AttachmentsAnswer>(request, pdf, reader, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return Attachments{answer->attachments, answer->attachedInAll, answer->protections};
}

std::expected<QList<Attachment>, DocumentError> attachmentsOf(const QByteArray &pdf, const ReaderProcess &reader,
                                                              const std::stop_token &stop)
{
    return readAttachments(pdf, reader, {}, stop).transform([](const Attachments &all) { return all.files; });
}

} // namespace clearway::documents
