// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/entryrelations.h"

#include "model/reasoning/entrypatterns.h"

#include <algorithm>

namespace clearway::reasoning {

using language::Condition;
using language::Entry;
using language::RuleBook;

namespace {

/// Gathers what a condition asks of the entries that something is for. What stands under a "not" is left out by it.
struct AtomGatherer {
    const RuleBook &rules;
    std::vector<const Condition *> atoms;

    void gather(const language::ConditionPtr &condition)
    {
        if (condition)
            std::visit([&](const auto &node) { take(node, *condition); }, condition->node);
    }
    void take(const Condition::All &node, const Condition &) { each(node.of); }
    void take(const Condition::Any &node, const Condition &) { each(node.of); }
    void take(const Condition::AtSomePoint &node, const Condition &) { gather(node.of); }
    void take(const Condition::EntriesWithin &node, const Condition &condition) { keep(node.fact, condition); }
    void take(const Condition::EntriesWith &node, const Condition &condition) { keep(node.fact, condition); }
    void take(const auto &, const Condition &) {}
    void each(const std::vector<language::ConditionPtr> &parts)
    {
        for (const language::ConditionPtr &part : parts)
            gather(part);
    }
    void keep(const QString &fact, const Condition &condition)
    {
        if (fact != rules.listFinding)
            atoms.push_back(&condition);
    }
};

} // namespace

EntryRelations::EntryRelations(const RuleBook &rules)
    : m_rules(rules)
{
    for (const QString &code : rules.entryOrder) {
        const Entry &entry = *rules.entries.constFind(code);
        AtomGatherer gatherer{rules, {}};
        gatherer.gather(entry.when);
        if (!gatherer.atoms.empty())
            m_holders.push_back({code, std::move(gatherer.atoms)});
        for (const QString &other : entry.references)
            m_referring[other].append(code);
    }
}

QList<EntryRelations::Companion> EntryRelations::companionsOf(const QString &code) const
{
    QList<Companion> result;
    for (const Holder &holder : m_holders) {
        if (RuleBook::within(holder.code, code) || RuleBook::within(code, holder.code))
            continue;
        Truth best = Truth::False;
        for (const Condition *atom : holder.atoms) {
            const Truth truth = namedMatches(code, *atom, m_rules);
            if (truth == Truth::True || best == Truth::False)
                best = truth;
            if (best == Truth::True)
                break;
        }
        if (best != Truth::False)
            result.append({holder.code, best == Truth::True});
    }
    return result;
}

QStringList EntryRelations::goodsOf(const QString &code) const
{
    QStringList named;
    for (const Holder &holder : m_holders) {
        if (!RuleBook::within(code, holder.code))
            continue;
        for (const Condition *atom : holder.atoms) {
            if (const auto *within = std::get_if<Condition::EntriesWithin>(&atom->node)) {
                named << within->codes;
                continue;
            }
            for (const QString &other : m_rules.entryOrder)
                if (m_rules.entries.constFind(other)->parent.isEmpty() && !RuleBook::within(code, other)
                    && codeMatches(other, *atom, m_rules) == Truth::True)
                    named << other;
        }
    }
    named.removeDuplicates();
    std::ranges::stable_sort(named, {}, [this](const QString &other) { return m_rules.entryIndex.placeOf(other); });
    return named;
}

QStringList EntryRelations::referringTo(const QString &code) const
{
    QStringList result = m_referring.value(code);
    const QList<Companion> companions = companionsOf(code);
    result.removeIf([&](const QString &other) { return std::ranges::contains(companions, other, &Companion::code); });
    return result;
}

} // namespace clearway::reasoning
