// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/completion.h"

#include "model/reasoning/entrypatterns.h"

#include <QSet>

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

constexpr qsizetype mostListedChoices = 6;

/// "fact op limit" or "limit op fact": the only comparisons that cut a fact into intervals by themselves.
struct SimpleComparison {
    QString fact;
    Quantity limit;
    language::Comparison comparison;
};

language::Comparison mirrored(language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less:
        return Greater;
    case LessOrEqual:
        return GreaterOrEqual;
    case GreaterOrEqual:
        return LessOrEqual;
    case Greater:
        return Less;
    case Equal:
    case NotEqual:
        return comparison;
    }
    Q_UNREACHABLE_RETURN(comparison);
}

std::optional<SimpleComparison> simple(const Condition::Compared &node)
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

/// sign: of (value - limit)
bool holdsFor(int sign, language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less:
        return sign < 0;
    case LessOrEqual:
        return sign <= 0;
    case Equal:
        return sign == 0;
    case NotEqual:
        return sign != 0;
    case GreaterOrEqual:
        return sign >= 0;
    case Greater:
        return sign > 0;
    }
    Q_UNREACHABLE_RETURN(false);
}

/// Gathers, behind all references, the atoms on each fact.
class AtomCollector {
public:
    AtomCollector(const RuleBook &rules, const LawState &state)
        : m_rules(rules)
        , m_state(state)
    {
    }

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
                    byFact[node.fact].append(&condition);
                } else if constexpr (std::is_same_v<Node, Condition::Compared>) {
                    if (const auto comparison = simple(node))
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

private:
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
    {
    }
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
        limits.push_back(simple(std::get<Condition::Compared>(atom->node))->limit);
    const auto before = [](const Quantity &a, const Quantity &b) { return language::compare(a, b) < 0; };
    std::ranges::sort(limits, before);
    limits.erase(std::unique(limits.begin(), limits.end(),
                             [](const Quantity &a, const Quantity &b) { return language::compare(a, b) == 0; }),
                 limits.end());
    return cutLine(limits, atoms, [&](const Condition &atom, std::size_t position) {
        const SimpleComparison comparison = *simple(std::get<Condition::Compared>(atom.node));
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
        case FactKind::Judgement:
            m_partitions.insert(it.key(), cutBool(*it));
            break;
        case FactKind::Choice:
            m_partitions.insert(it.key(), cutPicked(*fact, *it));
            break;
        case FactKind::Choices:
            // Beyond a few ticks the subsets are too many to list; each choice is then open by itself.
            if (fact->choices.size() <= mostListedChoices)
                m_partitions.insert(it.key(), cutPicked(*fact, *it));
            break;
        case FactKind::Country:
            m_partitions.insert(it.key(), cutCountry(rules, *it));
            break;
        case FactKind::Quantity:
            m_partitions.insert(it.key(), cutQuantity(*it));
            break;
        case FactKind::Date:
            m_partitions.insert(it.key(), cutDate(*it));
            break;
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

const FactClasses::Partition *FactClasses::partition(const QString &fact) const
{
    const auto found = m_partitions.constFind(fact);
    return found == m_partitions.cend() ? nullptr : &*found;
}

class Completion::Builder {
public:
    Builder(Completion &completion, const Combination &combination, int point)
        : m_completion(completion)
        , m_combination(combination)
        , m_point(point)
        , m_context(completion.contextFor(combination, point))
    {
    }

    Diagram::Node build(const Condition &condition)
    {
        return std::visit([&](const auto &node) { return nodeOf(node, condition); }, condition.node);
    }

private:
    Diagram &diagram() { return m_completion.m_diagram; }
    static Diagram::Node constant(bool value) { return value ? Diagram::True : Diagram::False; }

    const FactDefinition *definition(const QString &fact) const
    {
        const auto found = m_context.rules->facts.constFind(fact);
        return found == m_context.rules->facts.cend() ? nullptr : &*found;
    }

    /// An atom on one fact: known, or a literal of the fact's variable.
    Diagram::Node atom(const QString &fact, const Condition &condition)
    {
        const FactDefinition *known = definition(fact);
        if (!known)
            return diagram().literal(m_completion.atomVariable(&condition, {fact, {}, -1}), {false, true});
        if (knownValue(m_context, *known))
            return constant(evaluate(condition, m_context) == Truth::True);
        const FactKey key = Answers::keyFor(*known, m_combination, m_point);
        if (known->kind == FactKind::Choices && known->choices.size() > mostListedChoices)
            return m_completion.choices(std::get<Condition::Picks>(condition.node), *known, key);
        const FactClasses::Partition *partition = m_completion.m_classes->partition(fact);
        if (!partition || !partition->holds.contains(&condition))
            return diagram().literal(m_completion.atomVariable(&condition, key), {false, true});
        return diagram().literal(m_completion.factVariable(key, partition->classes),
                                 *partition->holds.constFind(&condition));
    }

    Diagram::Node nodeOf(const Condition::Constant &node, const Condition &) { return constant(node.value); }

    template<typename Node>
        requires requires(const Node &node) { node.fact; }
    Diagram::Node nodeOf(const Node &node, const Condition &condition)
    {
        return atom(node.fact, condition);
    }
    Diagram::Node nodeOf(const Condition::EntriesWithin &, const Condition &condition)
    {
        return m_completion.entries(condition, m_combination, m_point);
    }
    Diagram::Node nodeOf(const Condition::EntriesWith &, const Condition &condition)
    {
        return m_completion.entries(condition, m_combination, m_point);
    }

    Diagram::Node nodeOf(const Condition::Compared &node, const Condition &condition)
    {
        const Truth value = evaluate(condition, m_context);
        if (value != Truth::Unknown)
            return constant(value == Truth::True);
        if (const auto comparison = simple(node))
            return atom(comparison->fact, condition);
        FactKey key;
        for (const QString &fact : language::factsOf(condition)) {
            const FactDefinition *open = definition(fact);
            if (!open || knownValue(m_context, *open))
                continue;
            key = Answers::keyFor(*open, m_combination, m_point);
            break;
        }
        return diagram().literal(m_completion.atomVariable(&condition, key), {false, true});
    }

    Diagram::Node nodeOf(const Condition::RuleReference &node, const Condition &)
    {
        const language::Rule *rule = m_context.rules->rule(node.rule, m_context.state);
        if (!rule || !rule->when)
            return diagram().literal(m_completion.ruleVariable(node.rule, node.rule, {}), {false, true});
        const Diagram::Node when = m_completion.of(*rule->when, m_combination, m_point);
        if (rule->verified)
            return when;
        return diagram().both(when, diagram().literal(m_completion.ruleVariable(rule->id, rule->title, rule->cite),
                                                      {false, true}));
    }

    Diagram::Node nodeOf(const Condition::EntryReference &node, const Condition &condition)
    {
        const auto found = m_context.rules->entries.constFind(node.code);
        if (found == m_context.rules->entries.cend())
            return diagram().literal(m_completion.atomVariable(&condition, {}), {false, true});
        Diagram::Node result = withChildren(*found);
        for (QString parent = found->parent; !parent.isEmpty();) {
            const auto above = m_context.rules->entries.constFind(parent);
            if (above == m_context.rules->entries.cend())
                break;
            result = diagram().both(result, own(*above));
            parent = above->parent;
        }
        return result;
    }

    Diagram::Node own(const Entry &entry)
    {
        Diagram::Node result = entry.when ? m_completion.of(*entry.when, m_combination, m_point) : Diagram::True;
        for (const language::Note &note : entry.notes) {
            if (note.kind != language::NoteKind::DecontrolNote || !note.when)
                continue;
            Diagram::Node released = m_completion.of(*note.when, m_combination, m_point);
            if (!note.verified)
                released = diagram().both(
                    released, diagram().literal(
                                  m_completion.ruleVariable(entry.code + u": " + note.title, note.title, entry.code),
                                  {false, true}));
            result = diagram().both(result, diagram().opposite(released));
        }
        return result;
    }

    Diagram::Node withChildren(const Entry &entry)
    {
        if (entry.reserved)
            return Diagram::False;
        const Diagram::Node result = own(entry);
        if (entry.combination == language::Combination::None)
            return result;
        const bool any = entry.combination == language::Combination::Any;
        Diagram::Node children = constant(!any);
        for (const QString &code : entry.children) {
            const Entry &child = *m_context.rules->entries.constFind(code);
            if (child.reserved)
                continue;
            const Diagram::Node node = withChildren(child);
            children = any ? diagram().either(children, node) : diagram().both(children, node);
        }
        return diagram().both(result, children);
    }

    Diagram::Node nodeOf(const Condition::All &node, const Condition &)
    {
        Diagram::Node result = Diagram::True;
        for (const auto &part : node.of)
            result = diagram().both(result, m_completion.of(*part, m_combination, m_point));
        return result;
    }

    Diagram::Node nodeOf(const Condition::Any &node, const Condition &)
    {
        Diagram::Node result = Diagram::False;
        for (const auto &part : node.of)
            result = diagram().either(result, m_completion.of(*part, m_combination, m_point));
        return result;
    }

    Diagram::Node nodeOf(const Condition::Not &node, const Condition &)
    {
        return diagram().opposite(m_completion.of(*node.of, m_combination, m_point));
    }

    Diagram::Node nodeOf(const Condition::AtSomePoint &node, const Condition &condition)
    {
        const ItemScope *item = m_context.answers->item(m_combination.item);
        if (!item || item->points == 0) {
            FactKey key;
            if (const QStringList facts = language::factsOf(*node.of); !facts.isEmpty()) {
                if (const FactDefinition *first = definition(facts.first()))
                    key = Answers::keyFor(*first, m_combination);
            }
            return diagram().literal(m_completion.atomVariable(&condition, key), {false, true});
        }
        Diagram::Node result = Diagram::False;
        for (int point = 0; point < item->points; ++point)
            result = diagram().either(result, m_completion.of(*node.of, m_combination, point));
        return result;
    }

    Completion &m_completion;
    const Combination &m_combination;
    int m_point;
    Context m_context;
};

Completion::Completion(const FactClasses &classes, const Answers &answers)
    : m_classes(&classes)
    , m_answers(&answers)
{
}

Context Completion::contextFor(const Combination &combination, int point) const
{
    return {&m_classes->rules(), &m_classes->state(), m_answers, combination, point};
}

Diagram::Node Completion::of(const Condition &condition, const Combination &combination, int point)
{
    const std::tuple key{&condition, combination, point};
    if (const auto known = m_done.find(key); known != m_done.end())
        return known->second;
    const Diagram::Node node = Builder(*this, combination, point).build(condition);
    m_done.emplace(key, node);
    return node;
}

Diagram::Node Completion::of(const Element &element, const QString &owner, const Combination &combination)
{
    const Diagram::Node when = element.when ? of(*element.when, combination) : Diagram::True;
    if (element.verified)
        return when;
    return m_diagram.both(when,
                          m_diagram.literal(ruleVariable(owner + u'/' + element.id, element.title, element.cite),
                                            {false, true}));
}

const ListFinding &Completion::finding(const Context &context)
{
    auto found = m_findings.find(context.combination.item);
    if (found == m_findings.end())
        found = m_findings.insert(context.combination.item, listFinding(context));
    return *found;
}

Diagram::Node Completion::entries(const Condition &condition, const Combination &combination, int point)
{
    const RuleBook &rules = m_classes->rules();
    const Context context = contextFor(combination, point);
    const QString fact = language::factsOf(condition).value(0);
    const auto definition = rules.facts.constFind(fact);
    const FactKey key
        = definition == rules.facts.cend() ? FactKey{fact, {}, -1} : Answers::keyFor(*definition, combination);
    if (fact != rules.listFinding) {
        const Truth value = evaluate(condition, context);
        if (value != Truth::Unknown)
            return value == Truth::True ? Diagram::True : Diagram::False;
        return m_diagram.literal(atomVariable(&condition, key), {false, true});
    }

    const auto *with = std::get_if<Condition::EntriesWith>(&condition.node);
    const bool asksForNone = with && with->property == "empty"_L1;
    const ListFinding &known = finding(context);
    if (asksForNone && !known.met.isEmpty())
        return Diagram::False;
    if (std::ranges::any_of(known.met, [&](const QString &code) { return codeMatches(code, condition, rules); }))
        return Diagram::True;

    const auto openPattern = [&](const QString &category, qsizetype pattern) {
        return m_diagram.literal(partVariable(key, category, pattern, 2), {false, true});
    };
    // Whether something of a category is met, for each pattern of truths that its codes can have, is one open question.
    Diagram::Node some = Diagram::False;
    const qsizetype index = m_classes->findingAtoms().indexOf(&condition);
    for (const Category &category : rules.categories) {
        if (mayBeRuledOut(category, context, known))
            continue;
        const Diagram::Node inQuestion
            = category.inQuestion ? of(*category.inQuestion, combination) : Diagram::True;
        if (inQuestion == Diagram::False)
            continue;
        auto patterns = m_patterns.find(category.id);
        if (patterns == m_patterns.end())
            patterns = m_patterns.insert(category.id, patternsOf(category, m_classes->findingAtoms(), rules));
        for (qsizetype i = 0; i < patterns->size(); ++i) {
            if (!asksForNone && (index < 0 || !patterns->at(i).at(index)))
                continue;
            some = m_diagram.either(some, m_diagram.both(inQuestion, openPattern(category.id, i)));
        }
    }
    if (!asksForNone)
        return some;
    // Leaving parts of the list out is no look at the list: without one, or under another list, something may be met.
    if (!known.looked || known.otherList)
        some = m_diagram.either(some, openPattern({}, 0));
    return m_diagram.opposite(some);
}

Diagram::Variable Completion::factVariable(const FactKey &key, std::uint32_t classes)
{
    const auto known = m_byFact.constFind(key);
    if (known != m_byFact.cend())
        return *known;
    m_variables.append({key, {}, {}, {}});
    return *m_byFact.insert(key, m_diagram.addVariable(classes));
}

Diagram::Variable Completion::partVariable(const FactKey &key, const QString &part, qsizetype index,
                                           std::uint32_t classes)
{
    const std::tuple place{key, part, index};
    if (const auto known = m_byPart.find(place); known != m_byPart.end())
        return known->second;
    m_variables.append({key, {}, {}, {}});
    return m_byPart.emplace(place, m_diagram.addVariable(classes)).first->second;
}

Diagram::Node Completion::choices(const Condition::Picks &atom, const FactDefinition &fact, const FactKey &key)
{
    // One variable says which exclusive choice is picked, if any; else each of the others is ticked or not.
    QStringList exclusive;
    for (const language::Choice &choice : fact.choices) {
        if (choice.exclusive)
            exclusive.append(choice.id);
    }
    const Diagram::Variable alone = partVariable(key, {}, 0, std::uint32_t(exclusive.size() + 1));
    std::vector<bool> aloneHolds{false};
    for (const QString &id : std::as_const(exclusive))
        aloneHolds.push_back(pickedMatches(language::Picked{{id}}, atom));

    Diagram::Node some = Diagram::False;
    Diagram::Node every = Diagram::True;
    Diagram::Node outside = Diagram::False;
    for (const language::Choice &choice : fact.choices) {
        // Variables are made only as they are needed: an order that keeps together what belongs together stays small.
        const bool asked = atom.ids.contains(choice.id) || atom.membership == Condition::Membership::OnlyOf;
        if (choice.exclusive || !asked)
            continue;
        const Diagram::Node ticked = m_diagram.literal(partVariable(key, choice.id, 0, 2), {false, true});
        if (atom.ids.contains(choice.id)) {
            some = m_diagram.either(some, ticked);
            every = m_diagram.both(every, ticked);
        } else {
            outside = m_diagram.either(outside, ticked);
        }
    }
    const bool needsExclusive
        = std::ranges::any_of(atom.ids, [&](const QString &id) { return exclusive.contains(id); });
    Diagram::Node ticks = some;
    if (atom.membership == Condition::Membership::AllOf)
        ticks = needsExclusive ? Diagram::False : every;
    else if (atom.membership == Condition::Membership::OnlyOf)
        ticks = m_diagram.both(some, m_diagram.opposite(outside));
    std::vector<bool> nothingAlone(exclusive.size() + 1, false);
    nothingAlone[0] = true;
    return m_diagram.either(m_diagram.literal(alone, aloneHolds),
                            m_diagram.both(m_diagram.literal(alone, nothingAlone), ticks));
}

Diagram::Variable Completion::atomVariable(const Condition *atom, const FactKey &key)
{
    const std::pair place{atom, key};
    if (const auto known = m_byAtom.find(place); known != m_byAtom.end())
        return known->second;
    m_variables.append({key, {}, {}, {}});
    return m_byAtom.emplace(place, m_diagram.addVariable(2)).first->second;
}

Diagram::Variable Completion::ruleVariable(const QString &id, const QString &title, const QString &cite)
{
    const auto known = m_byRule.constFind(id);
    if (known != m_byRule.cend())
        return *known;
    m_variables.append({{}, id, title, cite});
    return *m_byRule.insert(id, m_diagram.addVariable(2));
}

QList<OpenVariable> Completion::support(Diagram::Node node) const
{
    QList<OpenVariable> result;
    for (const Diagram::Variable variable : m_diagram.support(node)) {
        const OpenVariable &open = m_variables[variable];
        const auto same = [&](const OpenVariable &other) { return other.key == open.key && other.rule == open.rule; };
        if (std::ranges::none_of(result, same))
            result.append(open);
    }
    return result;
}

} // namespace clearway::reasoning
