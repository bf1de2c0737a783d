// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace clearway::official {

/// Which file the text came from.
struct Instrument {
    QString title;            ///< as the document's own title page has it
    QString registerId;       ///< of the Federal Register, from the file's name; empty where the name has none
    QDate made;               ///< the day it was signed; null where the document does not say
    QString format;           ///< "docx", "epub", "html", "pdf"
    QString fileName;         ///< without its folder
    QString sha256;           ///< of the file, hex
    QDateTime imported;       ///< UTC
    QString compilation = {}; ///< its number; empty: the document is none, or does not say
    QDate compiled = {};      ///< the day of the compilation
    friend bool operator==(const Instrument &, const Instrument &) = default;
};

enum class NoteKind {
    Note,
    TechnicalNote,
    NotaBene,
    Table, ///< a cell of a table
};
/// "note", "technical", "nb", "table": as stored and printed.
QString noteKindName(NoteKind kind);
NoteKind noteKindFromName(const QString &name);

/// A paragraph that stands under a code. Raised and lowered characters are marked: "10^-4", "CO_2".
struct OfficialNote {
    NoteKind kind = NoteKind::Note;
    int paragraph = 0; ///< counted in the document from 0, with empty ones and cells of tables
    QString text;
    friend bool operator==(const OfficialNote &, const OfficialNote &) = default;
};

/// What the instrument says at one code.
struct OfficialEntry {
    QString code;
    int paragraph = 0;
    QString wording; ///< without its label; empty where the instrument prints only what stands below it
    QList<OfficialNote> notes;
    friend bool operator==(const OfficialEntry &, const OfficialEntry &) = default;
};

/// A paragraph that belongs to no code.
struct OtherParagraph {
    enum class Place {
        Before,    ///< preliminary parts: definitions, interpretation
        Heading,   ///< of a part, category or group
        Unmatched, ///< within the list, and neither a heading nor under a code: to be looked at
        After,     ///< the Sensitive List, schedules
    };
    Place place = Place::Unmatched;
    int paragraph = 0;
    QString text;
    friend bool operator==(const OtherParagraph &, const OtherParagraph &) = default;
};
/// "before", "heading", "unmatched", "after".
QString placeName(OtherParagraph::Place place);
OtherParagraph::Place placeFromName(const QString &name);

/// All of it, in the order of the document.
struct OfficialText {
    Instrument instrument;
    QList<OfficialEntry> entries;
    QList<OtherParagraph> others;
};

} // namespace clearway::official
