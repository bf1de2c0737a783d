// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/completion.h"

#include "model/reasoning/entrypatterns.h"
#include "model/reasoning/sensitivity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Category;
using language::Condition;
using language::Element;
using language::Entry;
using language::FactDefinition;
using language::FactKind;
using language::RuleBook;

class Completion::Builder {
public:
    Builder(Completion &completion, const Combination &combination, int point)
        : m_completion(completion)
        , m_combination(combination)
        , m_point(point)
        , m_context(completion.contextFor(combination, point))
    {}

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
        if (const auto comparison = simpleComparison(node))
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
        return diagram().both(
            when, diagram().literal(m_completion.ruleVariable(rule->id, rule->title, rule->cite), {false, true}));
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
                released = diagram().both(released,
                                          diagram().literal(m_completion.ruleVariable(entry.code + u": " + note.title,
                                                                                      note.title, entry.code),
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
        if (!entry.isDecidedBelow())
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
{}

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
    return m_diagram.both(
        when, m_diagram.literal(ruleVariable(owner + u'/' + element.id, element.title, element.cite), {false, true}));
}

const ListFinding &Completion::finding(const Context &context)
{
    auto found = m_findings.find(context.combination.item);
    if (found == m_findings.end())
        found = m_findings.insert(context.combination.item, listFinding(context));
    return *found;
}

// Of the codes that the item meets. What narrows a row of the Sensitive Lists opens its own facts.
Diagram::Node Completion::metEntries(const Condition &condition, const QStringList &met, const Context &context,
                                     const FactKey &key)
{
    QStringList open;
    for (const QString &code : met) {
        const Truth value = metMatches(code, condition, context);
        if (value == Truth::True)
            return Diagram::True;
        if (value == Truth::Unknown)
            open.append(code);
    }
    Diagram::Node some = Diagram::False;
    if (open.isEmpty())
        return some;
    const auto *with = std::get_if<Condition::EntriesWith>(&condition.node);
    if (!with) // a heading was met, and which of the positions below it is open
        return m_diagram.literal(atomVariable(&condition, key), {false, true});
    const SensitiveList list = sensitiveListNamed(with->property).value_or(SensitiveList::Sensitive);
    for (const QString &code : std::as_const(open)) {
        for (const SensitiveRow &row : rowsOver(code, list, *context.rules))
            some = m_diagram.either(some, of(*row.when, context.combination));
        if (belowOnList(code, list, context) == Truth::Unknown)
            some = m_diagram.either(some, m_diagram.literal(atomVariable(&condition, key), {false, true}));
    }
    return some;
}

Diagram::Node Completion::entries(const Condition &condition, const Combination &combination, int point)
{
    const RuleBook &rules = m_classes->rules();
    const Context context = contextFor(combination, point);
    const QString fact = language::factsOf(condition).value(0);
    const auto definition = rules.facts.constFind(fact);
    const FactKey key =
        definition == rules.facts.cend() ? FactKey{fact, {}, -1} : Answers::keyFor(*definition, combination);
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
    const Diagram::Node ofMet = metEntries(condition, known.met, context, key);
    if (ofMet == Diagram::True)
        return ofMet;

    const auto openPattern = [&](const QString &category, qsizetype pattern) {
        return m_diagram.literal(partVariable(key, category, pattern, 2), {false, true});
    };
    // Whether something of a category is met, for each pattern of truths that its codes can have, is one open question.
    Diagram::Node some = ofMet;
    const qsizetype index = m_classes->findingAtoms().indexOf(&condition);
    for (const Category &category : rules.categories) {
        if (mayBeRuledOut(category, context, known))
            continue;
        const Diagram::Node inQuestion = category.inQuestion ? of(*category.inQuestion, combination) : Diagram::True;
        if (inQuestion == Diagram::False)
            continue;
        const QList<QList<bool>> patterns = m_classes->patternsIn(category);
        for (qsizetype i = 0; i < patterns.size(); ++i) {
            if (!asksForNone && (index < 0 || !patterns.at(i).at(index)))
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
    const bool needsExclusive =
        std::ranges::any_of(atom.ids, [&](const QString &id) { return exclusive.contains(id); });
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

QSet<QString> Completion::factsOf(Diagram::Node node) const
{
    QSet<QString> result;
    for (const OpenVariable &open : support(node)) {
        if (!open.key.fact.isEmpty())
            result.insert(open.key.fact);
    }
    const std::vector<Diagram::Variable> variables = m_diagram.support(node);
    for (const auto &[place, variable] : m_byAtom) {
        if (std::ranges::binary_search(variables, variable))
            result.unite(factsBehind(*place.first, m_classes->rules(), m_classes->state()));
    }
    return result;
}

} // namespace clearway::reasoning
