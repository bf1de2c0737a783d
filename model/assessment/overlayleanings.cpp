// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/overlayleanings.h"

#include "model/overlay/rulenames.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::Condition;
using language::ConditionPtr;
using language::LawState;
using language::RuleBook;
using reasoning::Conclusion;
using reasoning::Leaning;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Assessment)
};

/// The rules and groups of countries that conditions name, also behind rules.
class Behind {
public:
    Behind(const RuleBook &book, const LawState *state)
        : m_rules(book)
        , m_state(state)
    {}
    QSet<QString> rules;
    QSet<QString> groups;

    void gather(const ConditionPtr &condition)
    {
        if (condition)
            visit(*condition);
    }

private:
    void visit(const Condition &condition)
    {
        std::visit([this](const auto &node) { take(node); }, condition.node);
    }
    void take(const Condition::InCountries &node)
    {
        for (const QString &group : node.groups)
            groups.insert(group);
    }
    void take(const Condition::RuleReference &node)
    {
        if (rules.contains(node.rule))
            return;
        rules.insert(node.rule);
        if (const language::Rule *rule = m_rules.rule(node.rule, m_state))
            gather(rule->when);
    }
    void take(const Condition::All &node) { takeAll(node.of); }
    void take(const Condition::Any &node) { takeAll(node.of); }
    void take(const Condition::Not &node) { gather(node.of); }
    void take(const Condition::AtSomePoint &node) { gather(node.of); }
    template<typename Leaf>
    void take(const Leaf &)
    {}
    void takeAll(const std::vector<ConditionPtr> &parts)
    {
        for (const ConditionPtr &part : parts)
            gather(part);
    }

    const RuleBook &m_rules;
    const LawState *m_state;
};

/// What a conclusion rests on, by the names that readings have.
struct Rests {
    QSet<QString> rules; ///< "PROVISION/ID", "duty/ID", ids of rules
    QSet<QString> groups;
};

Rests restsOf(const RuleBook &rules, const LawState &state, const Conclusion &conclusion)
{
    using reasoning::ProofKind;
    Rests rests;
    Behind holding(rules, &state);
    Behind asked(rules, &state);
    for (const reasoning::Finding &finding : conclusion.findings) {
        const auto provision = std::ranges::find(state.provisions, finding.provision, &language::Provision::id);
        if (!finding.operates || provision == state.provisions.end())
            continue;
        const auto consider = [&](const language::Element &element, ProofKind kind) {
            const bool holds = std::ranges::any_of(finding.proof.children, [&](const reasoning::Proof &part) {
                return part.kind == kind && part.id == element.id && part.truth == reasoning::Truth::True;
            });
            // An exception that holds beside the one that is relied on carries nothing.
            const bool carries = kind == ProofKind::Element || finding.exception == element.id;
            asked.gather(element.when);
            if (!holds || !carries)
                return;
            rests.rules.insert(provision->id + u'/' + element.id);
            holding.gather(element.when);
        };
        for (const language::Element &element : provision->elements)
            consider(element, ProofKind::Element);
        for (const language::Exception &exception : provision->exceptions)
            consider(exception.condition, ProofKind::Exception);
    }
    for (const reasoning::DutyFinding &finding : conclusion.duties) {
        rests.rules.insert(overlay::dutyName(finding.duty.id));
        holding.gather(finding.duty.when);
    }
    rests.rules.unite(holding.rules);
    rests.groups = asked.groups + holding.groups;
    return rests;
}

QString who(const QString &by, const QDate &on, const QString &compilation)
{
    return Words::tr("%1 on %2 against %3", "verified by a person on a day against a text")
        .arg(by, on.toString(Qt::ISODate), compilation);
}

} // namespace

void addOverlayLeanings(const RuleBook &rules, const overlay::Overlay &overlay, Conclusion &conclusion)
{
    const LawState *state = rules.state(conclusion.state);
    if (overlay.isEmpty() || !state)
        return;
    const Rests rests = restsOf(rules, *state, conclusion);
    for (const overlay::RuleReading &reading : overlay.rules()) {
        const bool ofThisState = reading.rule.state == state->id || reading.rule.state.isEmpty();
        const auto rule = overlay::ruleNamed(rules, reading.rule);
        if (!ofThisState || reading.verdict != overlay::Verdict::SaysIt || !rule || rule->says != reading.said
            || !rests.rules.contains(reading.rule.rule))
            continue;
        conclusion.leansOn.append(
            {Leaning::Kind::VerifiedByOffice,
             reading.rule.rule,
             Words::tr("\"%1\" was verified by %2.").arg(rule->title, who(reading.by, reading.on, reading.compilation)),
             rule->cite,
             {},
             {}});
    }
    for (const overlay::GroupReading &reading : overlay.groups()) {
        const auto group = rules.countryGroups.constFind(reading.group);
        // Applied, the group has the reading's countries.
        if (group == rules.countryGroups.cend() || group->countries != reading.countries
            || !rests.groups.contains(reading.group))
            continue;
        conclusion.leansOn.append({Leaning::Kind::VerifiedByOffice,
                                   reading.group,
                                   Words::tr("The countries of \"%1\" were verified by %2.")
                                       .arg(group->title, who(reading.by, reading.on, reading.compilation)),
                                   group->instrument,
                                   {},
                                   {}});
    }
}

} // namespace clearway::assessment
