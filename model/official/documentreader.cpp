// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/documentreader.h"

#include "model/documents/document_text.h"
#include "model/documents/pdf_attachments.h"
#include "model/official/pdfparagraphs.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

constexpr qint64 beginning = 4096; ///< in which a file says what it is

OfficialError errorFor(const documents::DocumentError &error, const QString &path)
{
    using From = documents::DocumentError::Kind;
    using Kind = OfficialError::Kind;
    switch (error.kind) {
    case From::Cancelled: return {Kind::Cancelled, path, {}};
    case From::TooLarge: return {Kind::TooLarge, path, error.message};
    case From::Encrypted:
    case From::Damaged: return {Kind::Malformed, path, error.message};
    default: return {Kind::CannotRead, path, error.toText()};
    }
}

/// A page of HTML or a PDF, by way of the reader.
Result<Document> readByReader(const QString &path, const Control &control, const ArchiveLimits &limits,
                              const documents::ReaderProcess &reader)
{
    using enum OfficialError::Kind;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(OfficialError{CannotRead, path, file.errorString() + u'.'});
    const QByteArray bytes = file.read(limits.file + 1);
    if (bytes.size() > limits.file)
        return std::unexpected(OfficialError{TooLarge, path, Text::tr("more than %1 MB.").arg(limits.file >> 20)});
    control.report(5);
    const auto text = documents::readText(bytes, reader, control.stop);
    if (!text)
        return std::unexpected(errorFor(text.error(), path));
    if (text->lines.isEmpty())
        return std::unexpected(OfficialError{NoText, path, Text::tr("its pages are pictures, or empty.")});
    Document document;
    document.format = text->format;
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    document.paragraphs = text->format == "pdf"_L1 ? paragraphsOfPdf(text->lines) : paragraphsOfHtml(text->lines);
    return document;
}

bool isForReader(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return false; // said by the reading of archives
    const QByteArray first = file.read(beginning);
    return !first.startsWith("PK\003\004") && (documents::looksLikePdf(first) || documents::looksLikeHtml(first));
}

/// Page numbers stand in a table of contents, and formats have different ones.
Document withoutContents(Document document)
{
    document.paragraphs.removeIf([](const Paragraph &paragraph) {
        return paragraph.style.startsWith("TOC"_L1, Qt::CaseInsensitive)
               || paragraph.style.startsWith("MsoToc"_L1, Qt::CaseInsensitive) || cleaned(paragraph.text).isEmpty();
    });
    return document;
}

} // namespace

Result<Document> readDocument(const QString &path, const Control &control, const ArchiveLimits &limits,
                              const documents::ReaderProcess *reader)
{
    if (reader && isForReader(path))
        return readByReader(path, control, limits, *reader).transform(withoutContents);
    Result<Archive> archive = Archive::open(path, control, limits);
    if (!archive)
        return std::unexpected(archive.error());
    control.report(5);
    Document document;
    document.sha256 = archive->sha256();
    Result<QList<Paragraph>> paragraphs;
    if (archive->has(u"word/document.xml"_s)) {
        document.format = u"docx"_s;
        paragraphs = readDocx(*archive, control);
    } else if (archive->has(u"META-INF/container.xml"_s)) {
        document.format = u"epub"_s;
        paragraphs = readEpub(*archive, control);
    } else {
        return std::unexpected(OfficialError{OfficialError::Kind::WrongFormat, path,
                                             Text::tr("it is a ZIP file without a document of either kind.")});
    }
    if (!paragraphs)
        return std::unexpected(paragraphs.error());
    document.paragraphs = std::move(*paragraphs);
    return withoutContents(std::move(document));
}

} // namespace clearway::official
