// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/documentreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

} // namespace

Result<Document> readDocument(const QString &path, const Control &control, const ArchiveLimits &limits)
{
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
    // Page numbers stand in a table of contents, and the two formats have different ones.
    document.paragraphs.removeIf([](const Paragraph &paragraph) {
        return paragraph.style.startsWith("TOC"_L1, Qt::CaseInsensitive) || cleaned(paragraph.text).isEmpty();
    });
    return document;
}

} // namespace clearway::official
