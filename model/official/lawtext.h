// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/officialtext.h"

#include <QStringList>

namespace clearway::official {

/// One paragraph of a section.
struct LawLine {
    QString label; ///< "(1)", "(a)"; empty: none of its own
    QString place; ///< "(1)(b)(ii)": the labels it stands under and its own; empty: of the section as a whole
    QString text;  ///< without its label
    friend bool operator==(const LawLine &, const LawLine &) = default;
};

/// A section of an Act, a regulation, a clause of a schedule.
struct LawSection {
    QString number; ///< as printed before its heading
    QString heading;
    QStringList path; ///< the headings it stands under: part, division
    bool inSchedule = false;
    QList<LawLine> lines;
    friend bool operator==(const LawSection &, const LawSection &) = default;
};

/// An Act, a regulation or another instrument that is no list of codes.
struct LawText {
    Instrument instrument;
    QList<LawSection> sections; ///< in the order of the document
};

/// "Part 2 › Division 1"; empty where it stands under nothing.
QString pathInWords(const LawSection &section);
/// The compilation and its day, or the day it was made; empty where the document says neither.
QString compilationInWords(const Instrument &instrument);

} // namespace clearway::official
