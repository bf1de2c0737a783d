// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/documents/reader_process.h"
#include "model/official/control.h"
#include "model/official/lawtext.h"
#include "model/official/officialerror.h"
#include "model/official/officialtext.h"

#include <variant>

namespace clearway::official {

/// Reads the instrument from a DOCX or EPUB file. Nothing is kept. Errors: all of reading.
Result<OfficialText> readOfficial(const QString &path, const Control &control = {});

/// What a file of the Register may be: the list of codes, or an Act or instrument that the catalogue names.
using ImportedText = std::variant<OfficialText, LawText>;
/// Reads it from a DOCX, EPUB, HTML or PDF file (the list from the first two only). Nothing is kept. Errors: all of
/// reading.
Result<ImportedText> readInstrument(const QString &path, const language::RuleBook &rules,
                                    const documents::ReaderProcess &reader, const Control &control = {});

/// How the codes of the file and of the catalogue go together.
struct Coverage {
    qsizetype codesInFile = 0;
    qsizetype codesOfCatalogue = 0;
    qsizetype attached = 0;     ///< codes of the catalogue that have a text now
    QStringList withoutText;    ///< codes of the catalogue that the file has not
    QStringList notInCatalogue; ///< codes of the file that the catalogue has not
    qsizetype notes = 0;
    qsizetype headings = 0;       ///< paragraphs of headings and their notes
    qsizetype outsideTheList = 0; ///< paragraphs of the preliminary parts, the lists after it, and schedules
    QList<OtherParagraph> unmatched;
    bool anotherList = false; ///< the document's title is not that of the catalogue's list
    double share() const { return codesOfCatalogue ? double(attached) / double(codesOfCatalogue) : 0; }
};
Coverage coverageOf(const OfficialText &text, const language::RuleBook &rules);

/// A paragraph that two files of one instrument have differently; one side is empty where only the other has it.
struct Difference {
    QString code; ///< under which it stands; may be empty
    QString ours;
    QString theirs;
    friend bool operator==(const Difference &, const Difference &) = default;
};
struct Comparison {
    qsizetype paragraphs = 0; ///< of the first
    QList<Difference> differences;
};
/// Compares what two files say, paragraph by paragraph.
Comparison compared(const OfficialText &ours, const OfficialText &theirs);

} // namespace clearway::official
