// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/answersjson.h"
#include "model/reasoning/conclusion.h"
#include "model/reasoning/statediagrams.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::FactDefinition;
using language::RuleBook;
using language::Value;

namespace {

/// One conduct fact put another way.
struct Alternative {
    FactKey key;
    Value value;
};

/// What one would have to do, as a rank: permits weigh most, then approvals, advice, notifications.
int weight(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StopAndRefer: return 6;
    case Outcome::PermitLikelyRequired: return 5;
    case Outcome::ApprovalLikelyRequired: return 4;
    case Outcome::AdviceNeeded: return 3;
    case Outcome::Notify: return 2;
    case Outcome::CoveredByPermit: return 1;
    case Outcome::PermitUnlikely:
    case Outcome::NotControlled: return 0;
    }
    Q_UNREACHABLE_RETURN(0);
}

QList<Alternative> alternatives(const RuleBook &rules, const Answers &answers, const FactClasses &classes)
{
    QList<Alternative> result;
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        const auto fact = rules.facts.constFind(it.key().fact);
        if (fact == rules.facts.cend() || !fact->conduct)
            continue;
        const FactClasses::Partition *partition = classes.partition(fact->id);
        if (!partition)
            continue;
        for (const Value &value : partition->representatives) {
            if (value != it->value && !std::holds_alternative<language::Unsure>(value))
                result.append({it.key(), value});
        }
    }
    return result;
}

} // namespace

QList<Change> whatWouldChange(const PreparedRules &prepared, const Answers &answers, const Conclusion &today, int limit)
{
    const RuleBook &rules = prepared.rules();
    QList<Change> changes;
    // Nothing is lighter than nothing; and a stop is not for rearranging conduct around.
    if (weight(today.outcome) == 0 || today.outcome == Outcome::StopAndRefer || !today.warningsAnswered)
        return changes;
    const QString stateId = today.asWritten ? today.state : QString();
    const language::LawState *state = stateFor(rules, answers, stateId);
    if (!state)
        return changes;
    const QList<Alternative> all = alternatives(rules, answers, prepared.classesOf(*state));

    const auto step = [&](const Alternative &alternative) {
        const FactDefinition &fact = *rules.facts.constFind(alternative.key.fact);
        return Change::Step{alternative.key, alternative.value,
                            u"%1 → %2"_s.arg(fact.prompt, valueToText(alternative.value, fact, rules))};
    };
    const auto outcomeWith = [&](std::initializer_list<const Alternative *> steps) {
        Answers changed = answers;
        for (const Alternative *alternative : steps)
            changed.set(alternative->key, alternative->value);
        return conclude(prepared, changed, stateId, Detail::Findings).outcome;
    };

    std::vector<bool> helpsAlone(std::size_t(all.size()), false);
    for (qsizetype i = 0; i < all.size() && changes.size() < limit; ++i) {
        const Outcome outcome = outcomeWith({&all[i]});
        if (weight(outcome) < weight(today.outcome) && outcome != Outcome::AdviceNeeded) {
            helpsAlone[std::size_t(i)] = true;
            changes.append({{step(all[i])}, outcome});
        }
    }
    // Pairs only of steps that do not help alone, and only so many that the page does not wait.
    int tried = 0;
    for (qsizetype i = 0; i < all.size() && changes.size() < limit; ++i) {
        for (qsizetype j = i + 1; j < all.size() && changes.size() < limit; ++j) {
            if (helpsAlone[std::size_t(i)] || helpsAlone[std::size_t(j)] || all[i].key == all[j].key)
                continue;
            if (++tried > 400)
                return changes;
            const Outcome outcome = outcomeWith({&all[i], &all[j]});
            if (weight(outcome) < weight(today.outcome) && outcome != Outcome::AdviceNeeded)
                changes.append({{step(all[i]), step(all[j])}, outcome});
        }
    }
    return changes;
}

} // namespace clearway::reasoning
