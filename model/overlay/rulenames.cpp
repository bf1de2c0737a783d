// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/overlay/rulenames.h"

#include "catalogue/language/names.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clearway::overlay {

using namespace language;

namespace {

QString textOf(const ConditionPtr &condition)
{
    return condition ? toText(*condition) : QString();
}

NamedRule named(const RuleName &name, const Element &element, const QString &says)
{
    return {name, element.title, element.cite, element.grade, element.verified, element.leansOn, says, element.when};
}

NamedRule named(const RuleName &name, const Rule &rule)
{
    return {name, rule.title, rule.cite, rule.grade, rule.verified, {}, textOf(rule.when), rule.when};
}

/// Calls `each` with the name and a reference to the `verified` of every rule of a state.
template<typename State, typename Each>
void forEachOf(State &state, const Each &each)
{
    for (auto &provision : state.provisions) {
        for (auto &element : provision.elements)
            each(RuleName{state.id, provision.id + u'/' + element.id}, element, QString());
        for (auto &exception : provision.exceptions)
            each(RuleName{state.id, provision.id + u'/' + exception.condition.id}, exception.condition,
                 QString(nameOf(exception.effect) + u": "_s));
    }
}

} // namespace

QString dutyName(const QString &id)
{
    return u"duty/"_s + id;
}

QList<NamedRule> namedRules(const RuleBook &rules)
{
    QList<NamedRule> all;
    for (const LawState &state : rules.states) {
        forEachOf(state, [&](const RuleName &name, const Element &element, const QString &effect) {
            all.append(named(name, element, effect + textOf(element.when)));
        });
        for (const Duty &duty : state.duties)
            all.append({{state.id, dutyName(duty.id)},
                        duty.title,
                        duty.cite,
                        duty.grade,
                        duty.verified,
                        {},
                        textOf(duty.when),
                        duty.when});
        for (const Rule &rule : state.rules)
            all.append(named({state.id, rule.id}, rule));
    }
    for (const Rule &rule : rules.rules)
        all.append(named({{}, rule.id}, rule));
    return all;
}

std::optional<NamedRule> ruleNamed(const RuleBook &rules, const RuleName &name)
{
    const QList<NamedRule> all = namedRules(rules);
    const auto found = std::ranges::find(all, name, &NamedRule::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<RuleName> ruleNameAt(const RuleBook &rules, const RuleAddress &address)
{
    switch (address.kind) {
    case RuleAddress::Kind::Element:
    case RuleAddress::Kind::Exception: return RuleName{address.state, address.provision + u'/' + address.id};
    case RuleAddress::Kind::Duty: return RuleName{address.state, dutyName(address.id)};
    case RuleAddress::Kind::Rule: {
        const LawState *state = rules.state(address.state);
        const bool own = state && std::ranges::contains(state->rules, address.id, &Rule::id);
        return RuleName{own ? address.state : QString(), address.id};
    }
    case RuleAddress::Kind::Provision:
    case RuleAddress::Kind::Warning:
    case RuleAddress::Kind::Fact:
    case RuleAddress::Kind::Countries: break;
    }
    return std::nullopt;
}

bool setVerified(RuleBook &rules, const RuleName &name, bool verified)
{
    if (name.state.isEmpty()) {
        const auto rule = rules.rules.find(name.rule);
        if (rule == rules.rules.end())
            return false;
        rule->verified = verified;
        return true;
    }
    const auto at = std::ranges::find(std::as_const(rules.states), name.state, &LawState::id);
    if (at == rules.states.cend())
        return false;
    LawState &state = rules.states[at - rules.states.cbegin()];
    bool found = false;
    forEachOf(state, [&](const RuleName &here, Element &element, const QString &) {
        if (here == name && !std::exchange(found, true))
            element.verified = verified;
    });
    const auto setIn = [&](auto &list, const auto &ruleName) {
        for (auto &one : list)
            if (!found && ruleName(one) == name.rule) {
                one.verified = verified;
                found = true;
            }
    };
    setIn(state.duties, [](const Duty &duty) { return dutyName(duty.id); });
    setIn(state.rules, [](const Rule &rule) { return rule.id; });
    return found;
}

} // namespace clearway::overlay
