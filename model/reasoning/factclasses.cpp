// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/factclasses.h"

#include "model/reasoning/entrypatterns.h"
#include "model/reasoning/evaluation.h"
#include "model/reasoning/sensitivity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Arithmetic;
using language::Category;
using language::Condition;
using language::Element;
using language::Entry;
using language::FactDefinition;
using language::FactKind;
using language::LawState;
using language::Quantity;
using language::RuleBook;
using language::Value;

namespace {

language::Comparison mirrored(language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less: return Greater;
    case LessOrEqual: return GreaterOrEqual;
    case GreaterOrEqual: return LessOrEqual;
    case Greater: return Less;
    case Equal:
    case NotEqual: return comparison;
    }
    Q_UNREACHABLE_RETURN(comparison);
}

/// sign: of (value - limit)
bool holdsFor(int sign, language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less: return sign < 0;
    case LessOrEqual: return sign <= 0;
    case Equal: return sign == 0;
    case NotEqual: return sign != 0;
    case GreaterOrEqual: return sign >= 0;
    case Greater: return sign > 0;
    }
    Q_UNREACHABLE_RETURN(false);
}

/// Gathers, behind all references, the atoms on each fact.
class AtomCollector {
public:
    AtomCollector(const RuleBook &rules, const LawState &state)
        : m_rules(rules)
        , m_state(state)
    {}

    void add(const language::ConditionPtr &condition)
    {
        if (condition)
            add(*condition);
    }

    void add(const Condition &condition)
    {
        std::visit(
            [&](const auto &node) {
                using Node = std::decay_t<decltype(node)>;
                if constexpr (requires { node.fact; }) {
                    facts.insert(node.fact);
                    byFact[node.fact].append(&condition);
                    if constexpr (std::is_same_v<Node, Condition::EntriesWith>)
                        addNarrowings(node);
                } else if constexpr (std::is_same_v<Node, Condition::Compared>) {
                    for (const QString &fact : language::factsOf(condition))
                        facts.insert(fact);
                    if (const auto comparison = simpleComparison(node))
                        byFact[comparison->fact].append(&condition);
                } else if constexpr (std::is_same_v<Node, Condition::RuleReference>) {
                    const language::Rule *rule = m_rules.rule(node.rule, &m_state);
                    if (rule && !m_seen.contains(rule)) {
                        m_seen.insert(rule);
                        add(rule->when);
                    }
                } else if constexpr (std::is_same_v<Node, Condition::EntryReference>) {
                    addEntry(node.code);
                } else if constexpr (std::is_same_v<Node, Condition::All> || std::is_same_v<Node, Condition::Any>) {
                    for (const auto &part : node.of)
                        add(part);
                } else if constexpr (std::is_same_v<Node, Condition::Not>
                                     || std::is_same_v<Node, Condition::AtSomePoint>) {
                    add(node.of);
                }
            },
            condition.node);
    }

    QMap<QString, QList<const Condition *>> byFact;
    QSet<QString> facts; ///< those of formulae, too

private:
    /// Whether what an item meets is on one of the two lists turns on what narrows their rows.
    void addNarrowings(const Condition::EntriesWith &atom)
    {
        const auto list = sensitiveListNamed(atom.property);
        if (!list || atom.fact != m_rules.listFinding)
            return;
        for (const QString &code : m_rules.entryOrder) {
            const Entry &entry = *m_rules.entries.constFind(code);
            const auto &when = *list == SensitiveList::Sensitive ? entry.sensitiveWhen : entry.verySensitiveWhen;
            if (when && !m_seen.contains(when.get())) {
                m_seen.insert(when.get());
                add(*when);
            }
        }
    }

    void addEntry(const QString &code)
    {
        const auto entry = m_rules.entries.constFind(code);
        if (entry == m_rules.entries.cend() || m_seen.contains(&*entry))
            return;
        m_seen.insert(&*entry);
        add(entry->when);
        for (const language::Note &note : entry->notes)
            add(note.when);
        for (const QString &child : entry->children)
            addEntry(child);
        addEntry(entry->parent);
    }

    const RuleBook &m_rules;
    const LawState &m_state;
    QSet<const void *> m_seen;
};

using Atoms = QList<const Condition *>;

/// Candidates with equal truths over all atoms are one class.
class PartitionBuilder {
public:
    explicit PartitionBuilder(const Atoms &atoms)
        : m_atoms(atoms)
    {}
    void add(const Value &value, const QList<bool> &truths)
    {
        if (m_patterns.contains(truths))
            return;
        m_patterns.append(truths);
        partition.representatives.push_back(value);
        ++partition.classes;
        for (qsizetype i = 0; i < m_atoms.size(); ++i)
            partition.holds[m_atoms[i]].push_back(truths[i]);
    }
    FactClasses::Partition partition;

private:
    const Atoms &m_atoms;
    QList<QList<bool>> m_patterns;
};

FactClasses::Partition cutBool(const Atoms &atoms)
{
    PartitionBuilder builder(atoms);
    for (const bool value : {false, true})
        builder.add(value, QList<bool>(atoms.size(), value));
    return builder.partition;
}

FactClasses::Partition cutPicked(const FactDefinition &fact, const Atoms &atoms)
{
    PartitionBuilder builder(atoms);
    const auto add = [&](const QStringList &ids) {
        const language::Picked picked{ids};
        QList<bool> truths;
        for (const Condition *atom : atoms)
            truths.append(pickedMatches(picked, std::get<Condition::Picks>(atom->node)));
        builder.add(picked, truths);
    };
    if (fact.kind == FactKind::Choice) {
        for (const language::Choice &choice : fact.choices)
            add({choice.id});
        return builder.partition;
    }
    QStringList free;
    bool hasExclusive = false;
    for (const language::Choice &choice : fact.choices) {
        if (choice.exclusive) {
            hasExclusive = true;
            add({choice.id});
        } else {
            free.append(choice.id);
        }
    }
    free.sort();
    for (quint32 subset = hasExclusive ? 1 : 0; subset < (1u << free.size()); ++subset) {
        QStringList ids;
        for (qsizetype i = 0; i < free.size(); ++i) {
            if (subset & (1u << i))
                ids.append(free[i]);
        }
        add(ids);
    }
    return builder.partition;
}

FactClasses::Partition cutCountry(const RuleBook &rules, const Atoms &atoms)
{
    PartitionBuilder builder(atoms);
    for (auto it = rules.countries.cbegin(); it != rules.countries.cend(); ++it) {
        QList<bool> truths;
        for (const Condition *atom : atoms)
            truths.append(countryMatches(it.key(), std::get<Condition::InCountries>(atom->node), rules));
        builder.add(language::Country{it.key()}, truths);
    }
    return builder.partition;
}

/// Below, at and above each of the sorted limits: class 2i+1 is the limit i itself.
template<typename Limit, typename SignAt>
FactClasses::Partition cutLine(const std::vector<Limit> &limits, const Atoms &atoms, const SignAt &signAt)
{
    PartitionBuilder builder(atoms);
    for (std::size_t position = 0; position <= 2 * limits.size(); ++position) {
        QList<bool> truths;
        for (const Condition *atom : atoms)
            truths.append(signAt(*atom, position));
        Value at = language::Unsure{};
        if (position % 2 == 1)
            at = limits[position / 2];
        builder.add(at, truths);
    }
    return builder.partition;
}

int signOf(std::size_t position, std::size_t limit)
{
    const std::size_t at = 2 * limit + 1;
    return position < at ? -1 : position == at ? 0 : 1;
}

FactClasses::Partition cutQuantity(const Atoms &atoms)
{
    std::vector<Quantity> limits;
    for (const Condition *atom : atoms)
        limits.push_back(simpleComparison(std::get<Condition::Compared>(atom->node))->limit);
    const auto before = [](const Quantity &a, const Quantity &b) { return language::compare(a, b) < 0; };
    std::ranges::sort(limits, before);
    limits.erase(std::unique(limits.begin(), limits.end(),
                             [](const Quantity &a, const Quantity &b) { return language::compare(a, b) == 0; }),
                 limits.end());
    return cutLine(limits, atoms, [&](const Condition &atom, std::size_t position) {
        const SimpleComparison comparison = *simpleComparison(std::get<Condition::Compared>(atom.node));
        const auto limit = std::ranges::lower_bound(limits, comparison.limit, before) - limits.begin();
        return holdsFor(signOf(position, std::size_t(limit)), comparison.comparison);
    });
}

FactClasses::Partition cutDate(const Atoms &atoms)
{
    std::vector<QDate> limits;
    for (const Condition *atom : atoms)
        limits.push_back(std::get<Condition::DateCompared>(atom->node).date);
    std::ranges::sort(limits);
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    return cutLine(limits, atoms, [&](const Condition &atom, std::size_t position) {
        const auto &node = std::get<Condition::DateCompared>(atom.node);
        const auto limit = std::ranges::lower_bound(limits, node.date) - limits.begin();
        return holdsFor(signOf(position, std::size_t(limit)), node.comparison);
    });
}

} // namespace

std::optional<SimpleComparison> simpleComparison(const Condition::Compared &node)
{
    const auto *leftFact = std::get_if<Arithmetic::FactValue>(&node.left->node);
    const auto *rightFact = std::get_if<Arithmetic::FactValue>(&node.right->node);
    const auto *leftLimit = std::get_if<Arithmetic::Literal>(&node.left->node);
    const auto *rightLimit = std::get_if<Arithmetic::Literal>(&node.right->node);
    if (leftFact && rightLimit)
        return SimpleComparison{leftFact->fact, rightLimit->quantity, node.comparison};
    if (leftLimit && rightFact)
        return SimpleComparison{rightFact->fact, leftLimit->quantity, mirrored(node.comparison)};
    return std::nullopt;
}

QSet<QString> factsBehind(const Condition &condition, const RuleBook &rules, const LawState &state)
{
    AtomCollector collector(rules, state);
    collector.add(condition);
    return collector.facts;
}

FactClasses::FactClasses(const RuleBook &rules, const LawState &state)
    : m_rules(&rules)
    , m_state(&state)
{
    AtomCollector collector(rules, state);
    for (const language::Provision &provision : state.provisions) {
        for (const Element &element : provision.elements)
            collector.add(element.when);
        for (const language::Exception &exception : provision.exceptions)
            collector.add(exception.condition.when);
    }
    for (const language::Duty &duty : state.duties)
        collector.add(duty.when);
    for (const language::Warning &warning : state.warnings)
        collector.add(warning.when);
    for (const Category &category : rules.categories)
        collector.add(category.inQuestion);

    for (auto it = collector.byFact.cbegin(); it != collector.byFact.cend(); ++it) {
        const auto fact = rules.facts.constFind(it.key());
        if (fact == rules.facts.cend())
            continue;
        switch (fact->kind) {
        case FactKind::YesNo:
        case FactKind::Judgement: m_partitions.insert(it.key(), cutBool(*it)); break;
        case FactKind::Choice: m_partitions.insert(it.key(), cutPicked(*fact, *it)); break;
        case FactKind::Choices:
            // Beyond a few ticks the subsets are too many to list; each choice is then open by itself.
            if (fact->choices.size() <= mostListedChoices)
                m_partitions.insert(it.key(), cutPicked(*fact, *it));
            break;
        case FactKind::Country: m_partitions.insert(it.key(), cutCountry(rules, *it)); break;
        case FactKind::Quantity: m_partitions.insert(it.key(), cutQuantity(*it)); break;
        case FactKind::Date: m_partitions.insert(it.key(), cutDate(*it)); break;
        case FactKind::Entries:
            if (it.key() != rules.listFinding)
                break;
            for (const Condition *atom : *it) {
                const auto *with = std::get_if<Condition::EntriesWith>(&atom->node);
                if (!with || with->property != "empty"_L1)
                    m_findingAtoms.append(atom);
            }
            break;
        }
    }
}

QList<QList<bool>> FactClasses::patternsIn(const Category &category) const
{
    const std::scoped_lock lock(m_patternsMutex);
    auto known = m_patterns.constFind(category.id);
    if (known == m_patterns.cend())
        known = m_patterns.insert(category.id, patternsOf(category, m_findingAtoms, *m_rules));
    return *known;
}

const FactClasses::Partition *FactClasses::partition(const QString &fact) const
{
    const auto found = m_partitions.constFind(fact);
    return found == m_partitions.cend() ? nullptr : &*found;
}

} // namespace clearway::reasoning
