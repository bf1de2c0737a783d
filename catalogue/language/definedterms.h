// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QHash>

namespace clearway::language {

/// A defined term that stands somewhere in a text.
struct TermUse {
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype definition = 0; ///< index into RuleBook::definitions
    friend bool operator==(const TermUse &, const TermUse &) = default;
};

/// Whether the definition speaks of what stands in that category, or with that entry.
bool appliesTo(const Definition &definition, const QString &category, const QString &code = {});

/// Finds defined terms in running text. Made once for a rule book, which must outlive it.
class DefinedTerms {
public:
    explicit DefinedTerms(const RuleBook &rules);

    /// The terms used in a text of the category (and entry), in their order and without overlap: whole words
    /// in any case, by the term or one of its forms; where several begin at one place, the longest. What
    /// follows a hyphen is no whole word ("re-use"), what stands before one is ("laser-based"). Any run of
    /// spaces stands for a space.
    QList<TermUse> in(QStringView text, const QString &category, const QString &code = {}) const;

    /// The definitions of a term by its name or one of its forms, in any case.
    QList<const Definition *> of(const QString &word) const;

private:
    struct Spelling {
        QString folded;
        qsizetype definition;
    };
    const RuleBook &m_rules;
    QHash<QString, QList<Spelling>> m_byFirstWord; ///< folded; the longest first
};

/// A text of an entry, by the place that it stands at: "title", "summary", "facts/ID" of the questions of its
/// own conditions, "notes/0/title", "notes/0/text".
struct EntryText {
    QString place;
    QString text;
};
QList<EntryText> textsOf(const Entry &entry, const RuleBook &rules);

/// The terms that an entry uses in these texts, each once, in order of first use.
QList<const Definition *> termsOf(const Entry &entry, const RuleBook &rules, const DefinedTerms &terms);

} // namespace clearway::language
