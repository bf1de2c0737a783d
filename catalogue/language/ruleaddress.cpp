// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/ruleaddress.h"

#include <algorithm>

namespace clearway::language {

size_t qHash(const RuleAddress &address, size_t seed) noexcept
{
    return qHashMulti(seed, static_cast<int>(address.kind), address.state, address.provision, address.id);
}

namespace {

template<typename List>
auto withId(const List &list, const QString &id)
{
    const auto found = std::ranges::find(list, id, &List::value_type::id);
    return found == list.cend() ? nullptr : &*found;
}

Statement of(const Element &element)
{
    return {element.title, {}, element.cite, element.grade, element.verified, element.leansOn, element.when};
}

QString namesOf(const CountryGroup &group, const RuleBook &rules)
{
    QStringList names;
    for (const QString &code : group.countries)
        names << rules.countries.value(code, code);
    names.sort();
    return names.join(QLatin1StringView(", "));
}

} // namespace

const Provision *provisionAt(const RuleBook &rules, const RuleAddress &address)
{
    const LawState *state = rules.state(address.state);
    switch (address.kind) {
    case RuleAddress::Kind::Provision: return state ? withId(state->provisions, address.id) : nullptr;
    case RuleAddress::Kind::Element:
    case RuleAddress::Kind::Exception: return state ? withId(state->provisions, address.provision) : nullptr;
    default: return nullptr;
    }
}

std::optional<Statement> statementAt(const RuleBook &rules, const RuleAddress &address)
{
    const LawState *state = rules.state(address.state);
    const Provision *provision = provisionAt(rules, address);
    switch (address.kind) {
    case RuleAddress::Kind::Provision:
        if (provision)
            return Statement{provision->title, provision->summary, provision->cite, {}, true, {}, nullptr};
        break;
    case RuleAddress::Kind::Element:
        if (const Element *element = provision ? withId(provision->elements, address.id) : nullptr)
            return of(*element);
        break;
    case RuleAddress::Kind::Exception:
        if (provision)
            for (const Exception &exception : provision->exceptions)
                if (exception.condition.id == address.id)
                    return of(exception.condition);
        break;
    case RuleAddress::Kind::Duty:
        if (const Duty *duty = state ? withId(state->duties, address.id) : nullptr)
            return Statement{duty->title, duty->text, duty->cite, duty->grade, duty->verified, {}, duty->when};
        break;
    case RuleAddress::Kind::Warning:
        if (const Warning *warning = state ? withId(state->warnings, address.id) : nullptr)
            return Statement{warning->title, warning->text, warning->cite, {}, true, {}, warning->when};
        break;
    case RuleAddress::Kind::Rule:
        if (const Rule *rule = rules.rule(address.id, state))
            return Statement{rule->title, rule->summary, rule->cite, rule->grade, rule->verified, {}, rule->when};
        break;
    case RuleAddress::Kind::Fact:
        if (const auto fact = rules.facts.constFind(address.id); fact != rules.facts.cend())
            return Statement{fact->prompt, fact->help, fact->cite, {}, true, {}, nullptr};
        break;
    case RuleAddress::Kind::Countries:
        if (const auto group = rules.countryGroups.constFind(address.id); group != rules.countryGroups.cend())
            return Statement{group->title, namesOf(*group, rules), group->instrument, {}, group->verified, {}, nullptr};
        break;
    }
    return std::nullopt;
}

} // namespace clearway::language
