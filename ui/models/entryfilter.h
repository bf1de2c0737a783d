// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QSet>

namespace clearway::ui {

/// What of the list is to be seen.
struct EntryFilter {
    enum class Sensitivity { Any, Sensitive, VerySensitive };
    int part = 0;          ///< 0: both
    QString category = {}; ///< id; empty: any
    QString regime = {};   ///< as in Entry::regime; empty: any
    Sensitivity sensitivity = Sensitivity::Any;
    bool bookmarkedOnly = false;
    bool isEmpty() const { return *this == EntryFilter(); }
    friend bool operator==(const EntryFilter &, const EntryFilter &) = default;
};

/// The codes that meet it. Regime and sensitivity of an entry hold for what lies below it, as does a bookmark.
QSet<QString> matching(const EntryFilter &filter, const language::RuleBook &rules, const QStringList &bookmarked);

/// Those codes, with all that stand above them.
QSet<QString> withHeadings(const QSet<QString> &codes, const language::RuleBook &rules);

/// The regimes that the list names, in order of first mention.
QStringList regimesOf(const language::RuleBook &rules);
/// The regime of a code: its own, or that of the nearest position above it that has one.
QString regimeOf(const QString &code, const language::RuleBook &rules);
/// Its name: "Wassenaar Arrangement". Of a regime unknown here, the id.
QString regimeTitle(const QString &regime);

/// A reference to a position for a paper or a letter, as plain text: the list, the code, our title and where that is
/// from.
QString citationOf(const language::Entry &entry, const language::RuleBook &rules);

} // namespace clearway::ui
