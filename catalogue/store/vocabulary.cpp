// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/vocabulary.h"

#include "catalogue/store/listcode.h"

#include <algorithm>

namespace clearway::store {

using namespace language;

namespace {

bool ruleIn(const LawState &state, const QString &id)
{
    return std::ranges::any_of(state.rules, [&](const Rule &rule) { return rule.id == id; });
}

} // namespace

RuleBookVocabulary::RuleBookVocabulary(const RuleBook &rules, const LawState *state)
    : m_rules(rules)
    , m_state(state)
{}

const FactDefinition *RuleBookVocabulary::fact(const QString &id) const
{
    const auto found = m_rules.facts.constFind(id);
    return found == m_rules.facts.cend() ? nullptr : &*found;
}

bool RuleBookVocabulary::hasRule(const QString &id) const
{
    if (m_rules.rules.contains(id))
        return true;
    if (m_state)
        return ruleIn(*m_state, id);
    return !m_rules.states.isEmpty()
           && std::ranges::all_of(m_rules.states, [&](const LawState &state) { return ruleIn(state, id); });
}

bool RuleBookVocabulary::hasEntry(const QString &code) const
{
    return m_rules.entries.contains(code) || liesOutside(m_rules, code);
}

bool RuleBookVocabulary::hasCountryGroup(const QString &id) const
{
    return m_rules.countryGroups.contains(id);
}

bool RuleBookVocabulary::hasCountry(const QString &code) const
{
    return m_rules.countries.contains(code);
}

std::optional<Vocabulary::TableKinds> RuleBookVocabulary::table(const QString &id) const
{
    const auto found = m_rules.tables.constFind(id);
    if (found == m_rules.tables.cend())
        return std::nullopt;
    return TableKinds{found->keyKind, found->valueKind};
}

const Units &RuleBookVocabulary::units() const
{
    return m_rules.units;
}

} // namespace clearway::store
