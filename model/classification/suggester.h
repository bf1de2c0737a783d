// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/suggestion.h"

namespace clearway::classification {

/// Suggests where on the list to look for what a text describes: by the words that it shares with entries, whole
/// expressions of theirs, and its figures held against their criteria. It is a help to look in the right place and
/// decides nothing. Immutable; may be used by several threads.
class Suggester {
public:
    /// The rules must outlive it.
    Suggester(const language::RuleBook &rules, const language::Thesaurus &thesaurus);
    Suggester(const Suggester &) = delete;
    Suggester &operator=(const Suggester &) = delete;

    /// At most `limit` entries for a text of any length, of which the beginning is read (WordReader::longestText).
    Suggestions suggest(const QString &text, int limit = 10) const;

private:
    struct Candidate;
    QList<Candidate> candidates(const SharedWords &shared) const;
    Suggestion explained(const Candidate &candidate, const QString &text, const SharedWords &shared) const;

    const language::RuleBook *m_rules;
    WordIndex m_words;
    Figures m_figures;
    enum class About { Things, Software, Technology };
    QList<About> m_about; // by first-level entry
    QSet<QString> m_softwareWords;
    QSet<QString> m_technologyWords;
};

} // namespace clearway::classification
