// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/official/officialtext.h"

namespace clearway::official {

/// The titles of instruments that a text names: of Acts, regulations and the like with their year.
QStringList titlesIn(const QString &text);
/// What else a text names by: numbers of the Federal Register, and lists by their names.
QStringList registerIdsIn(const QString &text);
QStringList listNamesIn(const QString &text);

/// Which instruments a catalogue speaks of: in its states of the law, its lists of countries and its citations.
struct KnownInstruments {
    QStringList titles;
    QStringList registerIds;
    QStringList listNames;
    QString theList; ///< title of the list of codes

    bool knows(const Instrument &instrument) const;
};
KnownInstruments knownInstruments(const language::RuleBook &rules);

} // namespace clearway::official
