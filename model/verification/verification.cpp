// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/verification.h"

#include "catalogue/language/definedterms.h"
#include "model/overlay/rulenames.h"
#include "model/reasoning/entrypatterns.h"
#include "model/reasoning/interview.h"
#include "model/reasoning/statediagrams.h"
#include "model/verification/randomanswers.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::verification {

using language::Condition;
using language::LawState;
using language::RuleBook;
using reasoning::Answers;
using reasoning::Combination;
using reasoning::Diagram;
using reasoning::Outcome;
using reasoning::ProvisionDiagram;
using reasoning::StateDiagrams;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

/// The state put to one combination with nothing answered.
Answers nothingAnswered(const LawState &state)
{
    Answers answers = Answers::single();
    answers.law = state.id;
    return answers;
}

int criteriaIn(const Condition &condition);

/// Comparisons with a number, behind no references.
struct CriteriaCount {
    int operator()(const Condition::Compared &) const { return 1; }
    int operator()(const Condition::All &node) const { return sum(node.of); }
    int operator()(const Condition::Any &node) const { return sum(node.of); }
    int operator()(const Condition::Not &node) const { return criteriaIn(*node.of); }
    int operator()(const Condition::AtSomePoint &node) const { return criteriaIn(*node.of); }
    template<typename Other>
    int operator()(const Other &) const
    {
        return 0;
    }
    static int sum(const std::vector<language::ConditionPtr> &parts)
    {
        int total = 0;
        for (const auto &part : parts)
            total += criteriaIn(*part);
        return total;
    }
};

int criteriaIn(const Condition &condition)
{
    return std::visit(CriteriaCount{}, condition.node);
}

class Verifier {
public:
    explicit Verifier(const RuleBook &rules)
        : m_rules(rules)
        , m_prepared(rules)
    {}

    Verification run(int interviews)
    {
        for (const LawState &state : m_rules.states)
            verifyState(state);
        listUnverified();
        verifyOutcomes();
        verifyQuestions();
        countCategories();
        walkInterviews(interviews);
        result.facts = int(m_rules.facts.size());
        result.rules = int(m_rules.rules.size());
        for (const LawState &state : m_rules.states)
            result.rules += int(state.rules.size());
        return result;
    }

private:
    void problem(const QString &state, const QString &where, const QString &text)
    {
        result.problems.append({state, where, text});
    }

    void use(const StateDiagrams &diagrams, Diagram::Node node) { m_used.unite(diagrams.completion.factsOf(node)); }

    void verifyState(const LawState &state)
    {
        const Answers answers = nothingAnswered(state);
        StateDiagrams diagrams(m_prepared, state, answers, true);
        Diagram &diagram = diagrams.completion.diagram();
        for (const ProvisionDiagram &placed : std::as_const(diagrams.provisions))
            verifyProvision(state, placed, diagrams);
        for (const StateDiagrams::Placed &placed : std::as_const(diagrams.duties)) {
            use(diagrams, placed.node);
            if (placed.node == Diagram::False)
                problem(state.id, state.duties[placed.index].id, Text::tr("this duty can never arise"));
        }
        for (const StateDiagrams::Placed &placed : std::as_const(diagrams.warnings)) {
            use(diagrams, placed.node);
            if (placed.node == Diagram::False)
                problem(state.id, state.warnings[placed.index].id, Text::tr("this warning can never be given"));
        }

        // Outcomes in their order: each is reached where it can hold without those before it.
        Diagram::Node rest = Diagram::True;
        const auto reach = [&](Outcome outcome, Diagram::Node node) {
            if (diagram.both(rest, node) != Diagram::False)
                m_reached.insert(int(outcome));
            rest = diagram.both(rest, diagram.opposite(node));
        };
        if (!Diagram::isConstant(diagrams.permit()))
            m_reached.insert(int(Outcome::AdviceNeeded));
        reach(Outcome::StopAndRefer, diagrams.stop);
        reach(Outcome::PermitLikelyRequired, diagrams.permit());
        reach(Outcome::ApprovalLikelyRequired, diagrams.approval());
        rest = diagram.both(rest, diagram.opposite(diagrams.refer));
        reach(Outcome::Notify, diagrams.notify());
        reach(Outcome::CoveredByPermit, diagrams.covered());
        reach(Outcome::PermitUnlikely, diagrams.excepted());
        if (rest != Diagram::False)
            m_reached.insert(int(Outcome::NotControlled));
    }

    void verifyProvision(const LawState &state, const ProvisionDiagram &placed, StateDiagrams &diagrams)
    {
        const language::Provision &provision = *placed.provision;
        Diagram &diagram = diagrams.completion.diagram();
        ProvisionCount count{state.id,
                             provision.id,
                             provision.title,
                             {},
                             diagram.sizeOf(placed.applies),
                             0,
                             int(provision.elements.size()),
                             int(provision.exceptions.size()),
                             0};
        count.paths = QString::fromStdString(diagram.paths(placed.applies).str());
        QSet<QString> facts;
        for (const Diagram::Node node : {placed.applies, placed.elements, placed.notified, placed.covered}) {
            facts.unite(diagrams.completion.factsOf(node));
            use(diagrams, node);
        }
        count.facts = int(facts.size());
        if (placed.applies == Diagram::False)
            problem(state.id, provision.id, Text::tr("this provision can never apply"));
        for (const language::Element &element : provision.elements) {
            if (diagrams.completion.of(element, provision.id, placed.combination) == Diagram::False)
                problem(state.id, provision.id + u'/' + element.id, Text::tr("this element can never hold"));
            count.unverified += element.verified ? 0 : 1;
        }
        for (qsizetype i = 0; i < provision.exceptions.size(); ++i) {
            const language::Element &condition = provision.exceptions[i].condition;
            // Alone it must be able to take the conduct out: all elements hold, and no other exception does.
            Diagram::Node alone = diagram.both(placed.elements, placed.exceptions[i]);
            for (qsizetype j = 0; j < placed.exceptions.size(); ++j) {
                if (j != i && placed.exceptions[j] != placed.exceptions[i]
                    && !sameCondition(provision.exceptions[j], provision.exceptions[i]))
                    alone = diagram.both(alone, diagram.opposite(placed.exceptions[j]));
            }
            if (alone == Diagram::False)
                problem(state.id, provision.id + u'/' + condition.id, Text::tr("this exception can never decide"));
            count.unverified += condition.verified ? 0 : 1;
        }
        result.provisions.append(count);
    }

    /// Two exceptions of one condition (a treaty's two limbs) each decide as well as the other.
    static bool sameCondition(const language::Exception &a, const language::Exception &b)
    {
        return a.condition.when && b.condition.when && language::equal(*a.condition.when, *b.condition.when);
    }

    void listUnverified()
    {
        const QList<overlay::NamedRule> rules = overlay::namedRules(m_rules);
        for (const overlay::NamedRule &rule : rules) {
            if (!rule.verified)
                result.unverified.append({rule.name.state, rule.name.rule, rule.title, rule.cite, rule.leansOn});
        }
        for (const language::CountryGroup &group : m_rules.countryGroups) {
            if (!group.verified)
                result.unverifiedGroups.append({group.id, group.title, group.instrument});
        }
    }

    void verifyOutcomes()
    {
        for (int i = 0; i <= int(Outcome::NotControlled); ++i) {
            if (m_reached.contains(i))
                result.outcomes.append(Outcome(i));
            else
                problem({}, reasoning::outcomeName(Outcome(i)), Text::tr("no answers reach this outcome"));
        }
    }

    void gather(const language::ConditionPtr &condition)
    {
        if (!condition)
            return;
        // What a rule says may differ by state.
        for (const LawState &state : m_rules.states)
            m_used.unite(reasoning::factsBehind(*condition, m_rules, state));
    }

    void verifyQuestions()
    {
        for (const language::Entry &entry : std::as_const(m_rules.entries)) {
            gather(entry.when);
            gather(entry.sensitiveWhen);
            gather(entry.verySensitiveWhen);
            for (const language::Note &note : entry.notes)
                gather(note.when);
        }
        for (const language::Category &category : m_rules.categories)
            gather(category.inQuestion);
        for (const LawState &state : m_rules.states) {
            for (const reasoning::FactKey &key : reasoning::warningFacts(m_rules, state))
                m_used.insert(key.fact);
        }
        for (const QString &id : m_rules.factOrder) {
            const language::FactDefinition &fact = *m_rules.facts.constFind(id);
            if (!fact.derived && !m_used.contains(fact.id))
                problem({}, fact.id, Text::tr("nothing depends on this question"));
        }
    }

    void countCategories()
    {
        result.definitions = int(m_rules.definitions.size());
        for (const int number : {1, 2}) {
            CategoryCount part;
            part.part = number;
            part.complete = true;
            result.parts.append(part);
        }
        for (const language::Category &category : m_rules.categories) {
            CategoryCount count;
            count.category = category.id;
            count.title = category.title;
            count.part = category.part;
            count.complete = category.complete;
            for (const language::Entry &entry : m_rules.entries) {
                if (entry.category != category.id)
                    continue;
                ++(entry.reserved ? count.reserved : count.positions);
                if (entry.when)
                    count.criteria += criteriaIn(*entry.when);
                for (const language::Note &note : entry.notes) {
                    ++(note.kind == language::NoteKind::DecontrolNote ? count.decontrolNotes : count.notes);
                    if (note.when)
                        count.criteria += criteriaIn(*note.when);
                }
                count.sensitive += entry.sensitive ? 1 : 0;
                count.verySensitive += entry.verySensitive ? 1 : 0;
                count.narrowed += (entry.sensitiveWhen ? 1 : 0) + (entry.verySensitiveWhen ? 1 : 0);
            }
            count.definitions = int(std::ranges::count_if(m_rules.definitions, [&](const language::Definition &one) {
                return language::appliesTo(one, category.id)
                       || std::ranges::any_of(one.appliesTo, [&](const QString &code) {
                              return reasoning::categoryOf(code, m_rules) == category.id;
                          });
            }));
            if (category.complete && count.positions == 0)
                problem({}, category.id, Text::tr("declared complete, but it holds nothing"));
            result.categories.append(count);
            CategoryCount &part = category.part == 1 ? result.parts.first() : result.parts.last();
            part.complete = part.complete && category.complete;
            for (int CategoryCount::*number :
                 {&CategoryCount::positions, &CategoryCount::reserved, &CategoryCount::criteria, &CategoryCount::notes,
                  &CategoryCount::decontrolNotes, &CategoryCount::sensitive, &CategoryCount::verySensitive,
                  &CategoryCount::narrowed})
                part.*number += count.*number;
        }
    }

    void walkInterviews(int interviews)
    {
        const reasoning::Interview interview(m_prepared);
        QRandomGenerator random(20240901);
        for (int i = 0; i < interviews; ++i) {
            const LawState &state = m_rules.states[i % m_rules.states.size()];
            Answers answers = nothingAnswered(state);
            int pages = 0;
            while (const std::optional<reasoning::Page> page = interview.next(answers)) {
                ++pages;
                for (const reasoning::Question &question : page->questions) {
                    if (answers.find(question.key))
                        problem(state.id, question.key.fact, Text::tr("asked although it is answered"));
                    answers.set(question.key, randomValue(*question.definition, m_rules, random));
                }
                if (pages > m_rules.facts.size()) {
                    problem(state.id, page->id, Text::tr("this interview does not end"));
                    break;
                }
            }
            result.longestInterview = std::max(result.longestInterview, pages);
            ++result.interviewsWalked;
        }
    }

    const RuleBook &m_rules;
    const reasoning::PreparedRules m_prepared;
    Verification result;
    QSet<QString> m_used;
    QSet<int> m_reached;
};

} // namespace

Verification verify(const RuleBook &rules, int interviews)
{
    if (rules.states.isEmpty())
        return {};
    return Verifier(rules).run(interviews);
}

} // namespace clearway::verification
