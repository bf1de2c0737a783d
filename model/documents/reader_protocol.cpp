// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/reader_protocol.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::documents::protocol {

namespace {

constexpr auto formatName = "clearway.reader/1"_L1;

QString sha256(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const Protections &protections)
{
    return {{u"in_force"_s, QJsonArray::fromStringList(protections.inForce)},
            {u"missing"_s, QJsonArray::fromStringList(protections.missing)}};
}

QByteArray line(const QJsonObject &header)
{
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n';
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array)
        strings += each.toString();
    return strings;
}

std::unexpected<Garbled> garbled(const QString &reason)
{
    return std::unexpected(Garbled{reason});
}

} // namespace

QStringList refusalKinds()
{
    return {u"empty"_s,    u"not-a-pdf"_s, u"encrypted"_s,   u"damaged"_s,    u"too-large"_s,
            u"too-many"_s, u"stopped"_s,   u"cannot-read"_s, u"unprotected"_s};
}

QByteArray headerLine(const AttachmentsAnswer &answer)
{
    QJsonArray attachments;
    for (const Attachment &attachment : answer.attachments) {
        attachments += QJsonObject{
            {u"name"_s, attachment.name}, {u"size"_s, attachment.data.size()}, {u"sha256"_s, sha256(attachment.data)}};
    }
    return line({{u"format"_s, formatName},
                 {u"sandbox"_s, toJson(answer.protections)},
                 {u"attached_in_all"_s, answer.attachedInAll},
                 {u"attachments"_s, attachments}});
}

QByteArray messageOf(const TextAnswer &answer)
{
    QJsonArray lines;
    for (const TextLine &each : answer.lines)
        lines += QJsonArray{each.page, each.left, each.top, each.height, each.style, each.inTable, each.text};
    const QByteArray body = QJsonDocument(lines).toJson(QJsonDocument::Compact);
    return line({{u"format"_s, formatName},
                 {u"sandbox"_s, toJson(answer.protections)},
                 {u"text"_s,
                  QJsonObject{{u"of"_s, answer.format}, {u"size"_s, body.size()}, {u"sha256"_s, sha256(body)}}}})
           + body;
}

QByteArray headerLine(const Refused &refused)
{
    return line(
        {{u"format"_s, formatName},
         {u"sandbox"_s, toJson(refused.protections)},
         {u"error"_s, QJsonObject{{u"kind"_s, refused.refusal.kind}, {u"message"_s, refused.refusal.message}}}});
}

/// The text that the header announces, from the bytes behind it.
static std::expected<Answer, Garbled> parseText(const QJsonObject &announced, const QByteArray &body,
                                                const Protections &protections)
{
    if (announced["size"_L1].toInteger(-1) != body.size() || body.size() > textLimit)
        return garbled(
            u"a text of %1 bytes is announced, %2 came"_s.arg(announced["size"_L1].toInteger(-1)).arg(body.size()));
    if (announced["sha256"_L1].toString() != sha256(body))
        return garbled(u"the text differs from its SHA-256"_s);
    TextAnswer answer{protections, announced["of"_L1].toString(), {}};
    if (answer.format != "pdf"_L1 && answer.format != "html"_L1)
        return garbled(u"a text of an unknown format"_s);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray() || document.array().size() > lineLimit)
        return garbled(u"the text is no array of lines, or too long a one"_s);
    const QJsonArray lines = document.array();
    for (const QJsonValue &each : lines) {
        const QJsonArray of = each.toArray();
        if (of.size() != 7 || !of[6].isString())
            return garbled(u"a line of the text is none"_s);
        answer.lines.append({of[0].toInt(), of[1].toDouble(), of[2].toDouble(), of[3].toDouble(), of[4].toString(),
                             of[5].toBool(), of[6].toString()});
    }
    return answer;
}

std::expected<Answer, Garbled> parseAnswer(const QByteArray &bytes)
{
    const qsizetype end = bytes.first(std::min<qsizetype>(bytes.size(), headerLimit)).indexOf('\n');
    if (end < 0)
        return garbled(u"no header line in the first %1 bytes"_s.arg(headerLimit));
    QJsonParseError error;
    const QJsonObject header = QJsonDocument::fromJson(bytes.first(end), &error).object();
    if (error.error != QJsonParseError::NoError)
        return garbled(u"the header is no JSON object: %1"_s.arg(error.errorString()));
    if (header["format"_L1].toString() != formatName)
        return garbled(u"the header's format is not %1"_s.arg(formatName));

    const QJsonObject sandbox = header["sandbox"_L1].toObject();
    const Protections protections{stringsOf(sandbox["in_force"_L1]), stringsOf(sandbox["missing"_L1])};
    qsizetype at = end + 1;

    if (header.contains("error"_L1)) {
        const QJsonObject said = header["error"_L1].toObject();
        const Refusal refusal{said["kind"_L1].toString(), said["message"_L1].toString()};
        if (!refusalKinds().contains(refusal.kind))
            return garbled(u"unknown kind of error \"%1\""_s.arg(refusal.kind));
        if (at != bytes.size())
            return garbled(u"bytes after an error"_s);
        return Refused{protections, refusal};
    }

    if (header.contains("text"_L1))
        return parseText(header["text"_L1].toObject(), bytes.sliced(at), protections);

    if (!header["attachments"_L1].isArray())
        return garbled(u"the header has neither attachments nor an error"_s);
    const QJsonArray announced = header["attachments"_L1].toArray();
    if (announced.size() > attachmentCountLimit)
        return garbled(u"%1 attachments announced"_s.arg(announced.size()));
    AttachmentsAnswer answer;
    answer.protections = protections;
    answer.attachedInAll = header["attached_in_all"_L1].toInteger();
    for (const QJsonValue &each : announced) {
        const QJsonObject attachment = each.toObject();
        const qint64 size = attachment["size"_L1].toInteger(-1);
        if (size < 0 || size > attachmentLimit || size > bytes.size() - at)
            return garbled(u"an attachment of %1 bytes is announced, %2 are left"_s.arg(size).arg(bytes.size() - at));
        const QByteArray data = bytes.sliced(at, size);
        if (attachment["sha256"_L1].toString() != sha256(data))
            return garbled(u"an attachment differs from its SHA-256"_s);
        answer.attachments += {attachment["name"_L1].toString(), data};
        at += size;
    }
    if (at != bytes.size())
        return garbled(u"%1 bytes after the last attachment"_s.arg(bytes.size() - at));
    if (answer.attachedInAll < answer.attachments.size())
        return garbled(u"more attachments sent than there are"_s);
    return answer;
}

} // namespace clearway::documents::protocol
