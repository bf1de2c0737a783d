// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/assessment_file.h"

#include "model/documents/pdf_attachments.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUtf8StringView>

using namespace Qt::StringLiterals;

namespace clearway::documents {

namespace {

std::unexpected<DocumentError> failed(DocumentError::Kind kind, const QString &detail = {})
{
    return std::unexpected(documentError(kind, detail));
}

QByteArray withoutByteOrderMark(const QByteArray &text)
{
    return text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text;
}

bool beginsLikeJson(const QByteArray &text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto first = std::find_if_not(text.begin(), text.end(), isSpace);
    return first != text.end() && (*first == '{' || *first == '[');
}

std::expected<QByteArray, DocumentError> checkedText(const QByteArray &text)
{
    using enum DocumentError::Kind;
    if (text.size() > assessmentJsonLimit)
        return failed(TooLarge,
                      u"a record of %1 bytes; at most %2 are read"_s.arg(text.size()).arg(assessmentJsonLimit));
    if (!QUtf8StringView(text).isValidUtf8())
        return failed(NotText);
    return text;
}

std::expected<QByteArray, DocumentError> recordIn(const QByteArray &pdf, const ReaderProcess &reader,
                                                  const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    const auto attached = readAttachments(pdf, reader, assessmentAttachmentName, stop);
    if (!attached)
        return std::unexpected(attached.error());
    if (attached->files.isEmpty())
        return failed(NoRecord, u"%1 attachments of another name"_s.arg(attached->attachedInAll));
    if (attached->files.size() > 1)
        return failed(SeveralRecords, u"%1 of them"_s.arg(attached->files.size()));
    const QByteArray text = withoutByteOrderMark(attached->files.constFirst().data);
    const auto checked = checkedText(text);
    if (!checked)
        return checked;
    // A PDF that was cut off still opens, with what is left of the attachment: half a record is none.
    QJsonParseError error;
    if (!QJsonDocument::fromJson(text, &error).isObject()) {
        return failed(Damaged, u"the attachment assessment.json is not a whole JSON object: %1 at byte %2"_s
                                   .arg(error.errorString())
                                   .arg(error.offset));
    }
    return checked;
}

} // namespace

std::expected<QByteArray, DocumentError> assessmentJsonIn(const QByteArray &content, const ReaderProcess &reader,
                                                          const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    if (content.trimmed().isEmpty())
        return failed(Empty);
    // "%PDF-" may also stand in the text of an assessment, so JSON is asked first: no PDF of ours begins with
    // a bracket.
    const QByteArray text = withoutByteOrderMark(content);
    if (beginsLikeJson(text))
        return checkedText(text);
    if (looksLikePdf(content))
        return recordIn(content, reader, stop);
    return failed(NotPdfOrJson);
}

std::expected<QByteArray, DocumentError> assessmentJsonFrom(const QString &path, const ReaderProcess &reader,
                                                            const std::stop_token &stop)
{
    using enum DocumentError::Kind;
    const auto named = [&path](DocumentError error) {
        error.message = path + ": "_L1 + error.message;
        return std::unexpected(error);
    };
    const QFileInfo info(path);
    if (!info.exists())
        return named(documentError(CannotRead, u"there is no such file"_s));
    // A pipe or a device could keep us waiting, or never end.
    if (!info.isFile())
        return named(documentError(CannotRead, u"not a regular file"_s));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return named(documentError(CannotRead, file.errorString()));
    const QByteArray content = file.read(protocol::inputLimit + 1);
    if (file.error() != QFileDevice::NoError)
        return named(documentError(CannotRead, file.errorString()));
    if (content.size() > protocol::inputLimit)
        return named(documentError(TooLarge, u"more than %1 bytes"_s.arg(protocol::inputLimit)));
    return assessmentJsonIn(content, reader, stop).or_else([&](const DocumentError &error) {
        return std::expected<QByteArray, DocumentError>(named(error));
    });
}

} // namespace clearway::documents
