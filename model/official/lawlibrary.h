// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/official/citation.h"
#include "model/official/lawtext.h"

#include <memory>

namespace clearway::official {

/// A section that a citation names, in an imported text.
struct FoundSection {
    std::shared_ptr<const LawText> text;
    qsizetype section = -1; ///< in `text`; -1: the instrument as a whole is meant
    QList<qsizetype> cited; ///< lines of the section that are meant; empty: all of it
    const LawSection *at() const { return section < 0 ? nullptr : &text->sections[section]; }
};

/// Where the text beside a rule is, as far as it was imported.
struct FoundPlaces {
    QList<FoundSection> sections;
    QStringList listPlaces; ///< codes and numbers of the list of codes
    QStringList missing;    ///< "PLACE of INSTRUMENT": in words, what has to be imported or is not in the imported text
};

/// The imported Acts, regulations and instruments, several compilations of each.
class LawLibrary {
public:
    LawLibrary() = default;
    explicit LawLibrary(const QList<LawText> &texts);

    bool isEmpty() const { return m_texts.isEmpty(); }
    QList<Instrument> instruments() const;

    /// The places that a citation names. `state` says which Act and which regulation are meant where it names none, and
    /// which compilation is read; null: the newest.
    FoundPlaces find(const QString &citation, const language::RuleBook &rules, const language::LawState *state) const;

private:
    using TextPtr = std::shared_ptr<const LawText>;

    QList<TextPtr> candidates(const Citation &citation, const language::RuleBook &rules,
                              const language::LawState *state) const;
    TextPtr best(const QString &title, const language::LawState *state) const;

    QList<TextPtr> m_texts;
};

/// The lines of a section that stand at one of the places or say one of the terms; empty: all of it is meant.
QList<qsizetype> citedLines(const LawSection &section, const QStringList &places, const QStringList &terms);

} // namespace clearway::official
