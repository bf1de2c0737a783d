// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/parser.h"
#include "catalogue/language/rulebook.h"

namespace clearway::store {

/// The names of a rule book for the parser of conditions; the rule book must outlive it.
///
/// With a state, its rules are known beside those of the whole catalogue; without one, those that every state
/// has. A code outside the categories that the catalogue holds completely is known where its form is that of
/// a code: facts may name such entries ("within"), though no condition can be looked up in them.
class RuleBookVocabulary : public language::Vocabulary {
public:
    explicit RuleBookVocabulary(const language::RuleBook &rules, const language::LawState *state = nullptr);

    const language::FactDefinition *fact(const QString &id) const override;
    bool hasRule(const QString &id) const override;
    bool hasEntry(const QString &code) const override;
    bool hasCountryGroup(const QString &id) const override;
    bool hasCountry(const QString &code) const override;
    std::optional<TableKinds> table(const QString &id) const override;
    const language::Units &units() const override;

private:
    const language::RuleBook &m_rules;
    const language::LawState *m_state;
};

} // namespace clearway::store
