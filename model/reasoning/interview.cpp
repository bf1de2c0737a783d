// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/interview.h"

#include "model/reasoning/statediagrams.h"

#include <QSet>

#include <algorithm>

namespace clearway::reasoning {

using language::RuleBook;

namespace {

bool isAnswered(const Answers &answers, const FactKey &key)
{
    return answers.find(key) != nullptr;
}

/// What the open facts can still change, at one moment of an interview.
class Relevance {
public:
    Relevance(const PreparedRules &prepared, const Answers &given)
        : m_rules(prepared.rules())
        , m_answers(withDerivedFacts(m_rules, given))
    {
        const language::LawState *state = stateFor(m_rules, m_answers, {});
        if (!state)
            return;
        StateDiagrams diagrams(prepared, *state, m_answers, !m_answers.law.isEmpty());
        m_warnings = warningFacts(m_rules, *state);
        // Once stopped, nothing else can be settled by answering more.
        if (diagrams.stop == Diagram::True)
            return;
        for (const Diagram::Node node : diagrams.whatMustBeDone())
            collect(diagrams, node, m_deciding);
        for (const StateDiagrams::Placed &placed : std::as_const(diagrams.duties))
            collect(diagrams, placed.node, m_forDuties);
    }

    /// Facts to be asked, unanswered ones only.
    QList<FactKey> toAsk() const
    {
        QList<FactKey> keys;
        for (const FactKey &key : m_warnings) {
            if (!isAnswered(m_answers, key))
                keys.append(key);
        }
        const int listCost = costOf(m_rules.listFinding);
        for (const FactKey &key : m_deciding) {
            if (!isAnswered(m_answers, key) && !keys.contains(key))
                keys.append(key);
        }
        // What only a record depends on is asked while it is cheap; the list is never walked for a record alone.
        for (const FactKey &key : m_forDuties) {
            if (!isAnswered(m_answers, key) && !keys.contains(key) && costOf(key.fact) < listCost
                && pageOf(key.fact) != pageOf(m_rules.listFinding))
                keys.append(key);
        }
        return keys;
    }

    QList<FactKey> forDutiesOnly() const
    {
        QList<FactKey> keys;
        for (const FactKey &key : m_forDuties) {
            if (!isAnswered(m_answers, key) && !m_deciding.contains(key)
                && (key.fact == m_rules.listFinding || pageOf(key.fact) == pageOf(m_rules.listFinding)))
                keys.append(key);
        }
        return keys;
    }

    bool matters(const FactKey &key) const
    {
        return m_deciding.contains(key) || m_forDuties.contains(key) || m_warnings.contains(key);
    }

    int costOf(const QString &fact) const
    {
        const auto found = m_rules.facts.constFind(fact);
        return found == m_rules.facts.cend() ? 1000 : found->cost;
    }

    QString pageOf(const QString &fact) const
    {
        const auto found = m_rules.facts.constFind(fact);
        return found == m_rules.facts.cend() || found->page.isEmpty() ? fact : found->page;
    }

private:
    void collect(StateDiagrams &diagrams, Diagram::Node node, QList<FactKey> &keys)
    {
        for (const OpenVariable &open : diagrams.completion.support(node)) {
            const auto fact = m_rules.facts.constFind(open.key.fact);
            if (fact == m_rules.facts.cend() || fact->derived || keys.contains(open.key))
                continue;
            keys.append(open.key);
        }
    }

    const RuleBook &m_rules;
    Answers m_answers;
    QList<FactKey> m_warnings;
    QList<FactKey> m_deciding;
    QList<FactKey> m_forDuties;
};

} // namespace

Interview::Interview(const PreparedRules &rules)
    : m_rules(rules)
{}

std::optional<Page> Interview::next(const Answers &answers) const
{
    const Relevance relevance(m_rules, answers);
    QList<FactKey> keys = relevance.toAsk();
    if (keys.isEmpty())
        return std::nullopt;
    const auto order = [&](const FactKey &key) {
        return std::tuple(relevance.costOf(key.fact), m_rules.rules().factOrder.indexOf(key.fact), key.holder,
                          key.point);
    };
    std::ranges::sort(keys, {}, order);

    const FactKey &first = keys.first();
    Page page;
    page.id = relevance.pageOf(first.fact);
    for (const FactKey &key : std::as_const(keys)) {
        if (relevance.pageOf(key.fact) != page.id)
            continue;
        const auto definition = m_rules.rules().facts.constFind(key.fact);
        page.questions.append({key, &*definition});
        page.walksTheList = page.walksTheList || key.fact == m_rules.rules().listFinding;
    }
    std::ranges::stable_sort(page.questions, {}, [&](const Question &question) {
        return std::pair(question.key.holder, m_rules.rules().factOrder.indexOf(question.key.fact));
    });
    return page;
}

QList<Question> Interview::optional(const Answers &answers) const
{
    QList<Question> result;
    for (const FactKey &key : Relevance(m_rules, answers).forDutiesOnly())
        result.append({key, &*m_rules.rules().facts.constFind(key.fact)});
    return result;
}

int Interview::pagesLeft(const Answers &answers) const
{
    const Relevance relevance(m_rules, answers);
    const int listCost = relevance.costOf(m_rules.rules().listFinding);
    QSet<QString> pages;
    for (const FactKey &key : relevance.toAsk()) {
        // Most interviews end before the list; what lies behind it is not counted until it is reached.
        if (relevance.costOf(key.fact) < listCost || pages.isEmpty())
            pages.insert(relevance.pageOf(key.fact));
    }
    return std::max(0, int(pages.size()) - 1);
}

Answers Interview::change(const Answers &answers, const FactKey &key, const Answer &answer) const
{
    Answers result = answers;
    const Answer *before = answers.find(key);
    const bool changed = before && before->value != answer.value;
    Answer given = answer;
    given.needsAnotherLook = false;
    result.set(key, given);
    if (!changed)
        return result;
    const auto cost = [&](const FactKey &of) {
        const auto fact = m_rules.rules().facts.constFind(of.fact);
        return fact == m_rules.rules().facts.cend() ? 0 : fact->cost;
    };
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        if (it.key() == key || cost(it.key()) <= cost(key))
            continue;
        Answer later = *it;
        // An answer is looked at again where the change made it matter: what mattered all along stays as given.
        later.needsAnotherLook = later.needsAnotherLook || (!matters(answers, it.key()) && matters(result, it.key()));
        if (later.needsAnotherLook)
            result.set(it.key(), later);
    }
    return result;
}

bool Interview::matters(const Answers &answers, const FactKey &key) const
{
    Answers without = answers;
    without.remove(key);
    return Relevance(m_rules, without).matters(key);
}

} // namespace clearway::reasoning
