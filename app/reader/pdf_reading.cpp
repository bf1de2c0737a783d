// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/pdf_reading.h"

#include "app/reader/pdf_opening.h"
#include "model/documents/pdf_attachments.h"

#include <QCryptographicHash>

#include <memory>
#include <new>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

namespace protocol = documents::protocol;
using protocol::Refusal;

std::expected<QByteArray, Refusal> unpack(Poppler::EmbeddedFile &file)
{
    const int declared = file.size();
    if (declared > protocol::attachmentLimit)
        return refused(u"too-large"_s, u"an attachment declares %1 bytes; at most %2 are read"_s.arg(declared).arg(
                                           protocol::attachmentLimit));
    if (!file.isValid())
        return refused(u"damaged"_s, u"an attachment has no content"_s);
    const QByteArray data = file.data();
    if (data.size() > protocol::attachmentLimit)
        return refused(u"too-large"_s, u"an attachment unpacks to %1 bytes; at most %2 are read"_s.arg(data.size())
                                           .arg(protocol::attachmentLimit));
    // Poppler gives what it has of a stream that was cut off; only these two tell.
    if (declared >= 0 && declared != data.size())
        return refused(u"damaged"_s, u"an attachment has %1 bytes, %2 were declared"_s.arg(data.size()).arg(declared));
    const QByteArray md5 = file.checksum();
    if (md5.size() == 16 && md5 != QCryptographicHash::hash(data, QCryptographicHash::Md5))
        return refused(u"damaged"_s, u"an attachment differs from its declared checksum"_s);
    return data;
}

std::expected<protocol::AttachmentsAnswer, Refusal> read(const QByteArray &pdf, const QString &onlyNamed)
{
    const auto opened = openPdf(pdf);
    if (!opened)
        return std::unexpected(opened.error());
    const Poppler::Document *document = opened->get();

    const QList<Poppler::EmbeddedFile *> files = document->embeddedFiles(); // owned by the document
    if (files.size() > protocol::attachmentCountLimit)
        return refused(u"too-many"_s,
                       u"%1 attachments; at most %2 are read"_s.arg(files.size()).arg(protocol::attachmentCountLimit));
    protocol::AttachmentsAnswer answer;
    answer.attachedInAll = files.size();
    qint64 total = 0;
    for (Poppler::EmbeddedFile *file : files) {
        const QString name = file->name().left(protocol::nameLimit);
        if (!onlyNamed.isEmpty() && name != onlyNamed)
            continue;
        const auto data = unpack(*file);
        if (!data)
            return std::unexpected(data.error());
        total += data->size();
        if (total > protocol::attachmentsTotalLimit)
            return refused(u"too-large"_s, u"the attachments unpack to more than %1 bytes in all"_s.arg(
                                               protocol::attachmentsTotalLimit));
        answer.attachments += {name, *data};
    }
    return answer;
}

} // namespace

std::expected<protocol::AttachmentsAnswer, Refusal> readPdfAttachments(const QByteArray &pdf, const QString &onlyNamed)
{
    if (pdf.isEmpty())
        return refused(u"empty"_s, u"no bytes came in"_s);
    if (!documents::looksLikePdf(pdf))
        return refused(u"not-a-pdf"_s, u"no %PDF- in the first 1,024 bytes"_s);
    try {
        return read(pdf, onlyNamed);
    } catch (const std::bad_alloc &) { // Poppler and Qt throw it; it ends here
        return refused(u"too-large"_s, u"unpacking the document takes more memory than allowed"_s);
    } catch (const std::exception &error) {
        return refused(u"damaged"_s, QString::fromLocal8Bit(error.what()));
    }
}

} // namespace clearway::reader
