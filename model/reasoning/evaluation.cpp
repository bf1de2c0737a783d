// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/evaluation.h"

#include "catalogue/language/arithmetic.h"
#include "model/reasoning/entrypatterns.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace clearway::reasoning {

using language::Category;
using language::Condition;
using language::Entry;
using language::FactDefinition;
using language::RuleBook;
using language::Scope;
using language::Value;

namespace {

const Value *answeredValue(const Answers &answers, const FactKey &key)
{
    const Answer *answer = answers.find(key);
    if (!answer || std::holds_alternative<language::Unsure>(answer->value))
        return nullptr;
    return &answer->value;
}

bool compareDates(QDate a, language::Comparison comparison, QDate b)
{
    switch (comparison) {
    case language::Comparison::Less: return a < b;
    case language::Comparison::LessOrEqual: return a <= b;
    case language::Comparison::Equal: return a == b;
    case language::Comparison::NotEqual: return a != b;
    case language::Comparison::GreaterOrEqual: return a >= b;
    case language::Comparison::Greater: return a > b;
    }
    Q_UNREACHABLE_RETURN(false);
}

class Evaluation {
public:
    explicit Evaluation(const Context &context)
        : m_context(context)
    {}

    Truth of(const Condition &condition) const
    {
        const auto worked = [&] {
            return std::visit([this, &condition](const auto &node) { return truthOf(node, condition); },
                              condition.node);
        };
        const bool isShared = std::holds_alternative<Condition::RuleReference>(condition.node)
                              || std::holds_alternative<Condition::EntriesWith>(condition.node)
                              || std::holds_alternative<Condition::EntriesWithin>(condition.node);
        if (!isShared || !m_context.remembered)
            return worked();
        const Remembered::Place place{&condition, m_context.combination, m_context.point};
        if (const auto known = m_context.remembered->truths.find(place); known != m_context.remembered->truths.end())
            return known->second;
        return m_context.remembered->truths[place] = worked();
    }

private:
    const Value *valueOf(const QString &fact) const
    {
        const auto definition = m_context.rules->facts.constFind(fact);
        return definition == m_context.rules->facts.cend() ? nullptr : knownValue(m_context, *definition);
    }
    template<typename T>
    const T *valueAs(const QString &fact) const
    {
        const Value *value = valueOf(fact);
        return value ? std::get_if<T>(value) : nullptr;
    }

    Truth truthOf(const Condition::Constant &node, const Condition &) const { return truth(node.value); }

    Truth truthOf(const Condition::Holds &node, const Condition &) const
    {
        const bool *value = valueAs<bool>(node.fact);
        return value ? truth(*value) : Truth::Unknown;
    }

    Truth truthOf(const Condition::Picks &node, const Condition &) const
    {
        const auto *picked = valueAs<language::Picked>(node.fact);
        return picked ? truth(pickedMatches(*picked, node)) : Truth::Unknown;
    }

    Truth truthOf(const Condition::InCountries &node, const Condition &) const
    {
        const auto *country = valueAs<language::Country>(node.fact);
        return country ? truth(countryMatches(country->code, node, *m_context.rules)) : Truth::Unknown;
    }

    Truth truthOf(const Condition::DateCompared &node, const Condition &) const
    {
        const auto *day = valueAs<QDate>(node.fact);
        return day ? truth(compareDates(*day, node.comparison, node.date)) : Truth::Unknown;
    }

    Truth truthOf(const Condition::Compared &node, const Condition &) const
    {
        const auto lookup = [this](const QString &fact) -> std::optional<language::Quantity> {
            const auto *quantity = valueAs<language::Quantity>(fact);
            return quantity ? std::optional(*quantity) : std::nullopt;
        };
        const std::optional<bool> result = language::holds(node, lookup, m_context.rules->tables);
        return result ? truth(*result) : Truth::Unknown;
    }

    Truth truthOf(const Condition::EntriesWithin &node, const Condition &condition) const
    {
        return entriesTruth(node.fact, condition);
    }

    Truth truthOf(const Condition::EntriesWith &node, const Condition &condition) const
    {
        return entriesTruth(node.fact, condition);
    }

    Truth truthOf(const Condition::RuleReference &node, const Condition &) const
    {
        const language::Rule *rule = m_context.rules->rule(node.rule, m_context.state);
        if (!rule || !rule->when)
            return Truth::Unknown;
        const Truth value = of(*rule->when);
        return value == Truth::True && !rule->verified ? Truth::Unknown : value;
    }

    Truth truthOf(const Condition::EntryReference &node, const Condition &) const
    {
        return evaluateEntry(node.code, m_context);
    }

    Truth truthOf(const Condition::All &node, const Condition &) const
    {
        Truth result = Truth::True;
        for (const auto &part : node.of)
            result = both(result, of(*part));
        return result;
    }

    Truth truthOf(const Condition::Any &node, const Condition &) const
    {
        Truth result = Truth::False;
        for (const auto &part : node.of)
            result = either(result, of(*part));
        return result;
    }

    Truth truthOf(const Condition::Not &node, const Condition &) const { return opposite(of(*node.of)); }

    Truth truthOf(const Condition::AtSomePoint &node, const Condition &) const
    {
        const ItemScope *item = m_context.answers->item(m_context.combination.item);
        if (!item || item->points == 0)
            return Truth::Unknown;
        Truth result = Truth::False;
        for (int point = 0; point < item->points; ++point) {
            Context at = m_context;
            at.point = point;
            result = either(result, Evaluation(at).of(*node.of));
        }
        return result;
    }

    /// The list finding is known piece by piece; other sets of codes are known once answered.
    Truth entriesTruth(const QString &fact, const Condition &condition) const
    {
        const auto *with = std::get_if<Condition::EntriesWith>(&condition.node);
        const bool asksForNone = with && with->property == QLatin1StringView("empty");
        if (fact != m_context.rules->listFinding) {
            const auto *codes = valueAs<language::EntryCodes>(fact);
            if (!codes)
                return Truth::Unknown;
            if (asksForNone)
                return truth(codes->codes.isEmpty());
            Truth result = Truth::False;
            for (const QString &code : codes->codes)
                result = either(result, namedMatches(code, condition, *m_context.rules));
            return result;
        }
        std::optional<ListFinding> own;
        const ListFinding &finding = m_context.remembered ? rememberedFinding() : own.emplace(listFinding(m_context));
        if (asksForNone)
            return !finding.met.isEmpty() ? Truth::False : finding.notListed ? Truth::True : Truth::Unknown;
        Truth ofMet = Truth::False;
        for (const QString &code : finding.met) {
            ofMet = either(ofMet, metMatches(code, condition, m_context));
            if (ofMet == Truth::True)
                return ofMet;
        }
        for (const Category &category : m_context.rules->categories) {
            if (mayBeRuledOut(category, m_context, finding)
                || (category.inQuestion && of(*category.inQuestion) == Truth::False))
                continue;
            const QList<QList<bool>> patterns = patternsOf(category, {&condition}, *m_context.rules);
            if (std::ranges::any_of(patterns, [](const QList<bool> &pattern) { return pattern.first(); }))
                return Truth::Unknown;
        }
        return ofMet;
    }

    const ListFinding &rememberedFinding() const
    {
        std::map<Combination, ListFinding> &findings = m_context.remembered->findings;
        if (const auto known = findings.find(m_context.combination); known != findings.end())
            return known->second;
        return findings[m_context.combination] = listFinding(m_context);
    }

    const Context &m_context;
};

/// Own condition and decontrol notes of one position, without parents and children.
Truth ownTruth(const Entry &entry, const Context &context)
{
    Truth result = entry.when ? evaluate(*entry.when, context) : Truth::True;
    for (const language::Note &note : entry.notes) {
        if (note.kind != language::NoteKind::DecontrolNote || !note.when)
            continue;
        Truth released = evaluate(*note.when, context);
        if (released == Truth::True && !note.verified)
            released = Truth::Unknown;
        result = both(result, opposite(released));
    }
    return result;
}

Truth withChildren(const Entry &entry, const Context &context)
{
    if (entry.reserved)
        return Truth::False;
    Truth result = ownTruth(entry, context);
    if (!entry.isDecidedBelow() || result == Truth::False)
        return result;
    const bool any = entry.combination == language::Combination::Any;
    Truth children = any ? Truth::False : Truth::True;
    for (const QString &code : entry.children) {
        const Entry &child = *context.rules->entries.constFind(code);
        if (child.reserved)
            continue;
        const Truth value = withChildren(child, context);
        children = any ? either(children, value) : both(children, value);
    }
    return both(result, children);
}

/// Whether a position and what is below it hold for certain: as withChildren(), without going on where they do not.
bool isProved(const Entry &entry, const Context &context)
{
    if (entry.reserved || ownTruth(entry, context) != Truth::True)
        return false;
    if (!entry.isDecidedBelow())
        return true;
    const auto child = [&](const QString &code) { return isProved(*context.rules->entries.constFind(code), context); };
    const auto isHeld = [&](const QString &code) { return !context.rules->entries.constFind(code)->reserved; };
    return entry.combination == language::Combination::Any
               ? std::ranges::any_of(entry.children, child)
               : std::ranges::all_of(entry.children, [&](const QString &code) { return !isHeld(code) || child(code); });
}

/// The first-level entries that these answers can prove, as places in the list's order.
std::set<qsizetype> provable(const Context &context)
{
    const language::EntryIndex &index = context.rules->entryIndex;
    std::set<qsizetype> places(index.always().cbegin(), index.always().cend());
    QSet<QString> seen;
    const auto &answers = context.answers->all();
    for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer) {
        if (std::holds_alternative<language::Unsure>(answer->value) || seen.contains(answer.key().fact))
            continue;
        seen.insert(answer.key().fact);
        const QList<qsizetype> of = index.provableWith(answer.key().fact);
        places.insert(of.cbegin(), of.cend());
    }
    return places;
}

/// The categories in which nothing was opened or rejected; a search goes through all of them.
QStringList unseen(const Looked &looked, const RuleBook &rules)
{
    if (!looked.searches.isEmpty())
        return {};
    QSet<QString> seen;
    const auto see = [&](const QString &code) {
        if (const auto entry = rules.entries.constFind(code); entry != rules.entries.cend())
            seen.insert(entry->category);
    };
    std::ranges::for_each(looked.opened, see);
    std::ranges::for_each(looked.rejected, see, &Looked::Rejection::code);
    QStringList result;
    for (const Category &category : rules.categories) {
        if (!seen.contains(category.id))
            result.append(category.id);
    }
    return result;
}

} // namespace

bool pickedMatches(const language::Picked &picked, const Condition::Picks &node)
{
    const auto isPicked = [&](const QString &id) { return picked.ids.contains(id); };
    switch (node.membership) {
    case Condition::Membership::AnyOf: return std::ranges::any_of(node.ids, isPicked);
    case Condition::Membership::AllOf: return std::ranges::all_of(node.ids, isPicked);
    case Condition::Membership::OnlyOf:
        return !picked.ids.isEmpty()
               && std::ranges::all_of(picked.ids, [&](const QString &id) { return node.ids.contains(id); });
    }
    Q_UNREACHABLE_RETURN(false);
}

bool countryMatches(const QString &code, const Condition::InCountries &node, const RuleBook &rules)
{
    if (node.countries.contains(code))
        return true;
    return std::ranges::any_of(node.groups, [&](const QString &id) {
        const auto group = rules.countryGroups.constFind(id);
        return group != rules.countryGroups.cend() && group->countries.contains(code);
    });
}

const Value *knownValue(const Context &context, const FactDefinition &fact)
{
    const Answers &answers = *context.answers;
    if (fact.scope != Scope::Item && fact.scope != Scope::Point)
        return answeredValue(answers, Answers::keyFor(fact, context.combination));
    if (context.point >= 0) {
        if (const Value *atPoint = answeredValue(answers, Answers::keyFor(fact, context.combination, context.point)))
            return atPoint;
        return answeredValue(answers, Answers::keyFor(fact, context.combination));
    }
    if (const Value *ofItem = answeredValue(answers, Answers::keyFor(fact, context.combination)))
        return ofItem;
    const ItemScope *item = answers.item(context.combination.item);
    if (!item || item->points != 1)
        return nullptr;
    return answeredValue(answers, Answers::keyFor(fact, context.combination, 0));
}

Truth evaluate(const Condition &condition, const Context &context)
{
    return Evaluation(context).of(condition);
}

Truth evaluateEntry(const QString &code, const Context &context)
{
    const auto found = context.rules->entries.constFind(code);
    if (found == context.rules->entries.cend())
        return Truth::Unknown;
    Truth result = withChildren(*found, context);
    for (QString parent = found->parent; !parent.isEmpty() && result != Truth::False;) {
        const auto above = context.rules->entries.constFind(parent);
        if (above == context.rules->entries.cend())
            break;
        result = both(result, ownTruth(*above, context));
        parent = above->parent;
    }
    return result;
}

ListFinding listFinding(const Context &context)
{
    ListFinding finding;
    const RuleBook &rules = *context.rules;
    const auto definition = rules.facts.constFind(rules.listFinding);
    if (definition == rules.facts.cend())
        return finding;
    const Value *value = knownValue(context, *definition);
    const auto *stated = value ? std::get_if<language::EntryCodes>(value) : nullptr;
    finding.answered = stated != nullptr;
    finding.otherList = !context.state || !context.state->listHeld;
    const ItemScope *item = context.answers->item(context.combination.item);

    if (stated) {
        for (const QString &code : stated->codes) {
            const Truth proved = rules.entries.contains(code) ? evaluateEntry(code, context) : Truth::Unknown;
            // What a person says is met stays met: a statement raises; that the facts speak against it is reported.
            finding.met.append(code);
            if (proved == Truth::True)
                finding.proved.append(code);
            else if (proved == Truth::False)
                finding.contested.append(code);
        }
    }
    // The facts may prove an entry that nobody stated, also against a stated "none".
    for (const qsizetype place : provable(context)) {
        const QString &code = rules.entryOrder[place];
        if (!isProved(*rules.entries.constFind(code), context))
            continue;
        const auto below = [&](const QString &met) { return RuleBook::within(met, code); };
        if (std::ranges::none_of(finding.met, below)) {
            finding.met.append(code);
            finding.proved.append(code);
        }
    }
    finding.looked = finding.answered && (!stated->codes.isEmpty() || (item && !item->looked.isEmpty()));

    const QStringList unopened =
        finding.looked && stated->codes.isEmpty() ? unseen(item->looked, rules) : QStringList();

    bool ruledOut = finding.looked && !finding.otherList;
    for (const Category &category : rules.categories) {
        if (category.inQuestion && evaluate(*category.inQuestion, context) == Truth::False)
            continue;
        if (unopened.contains(category.id))
            finding.categoriesUnseen.append(category.id);
        if (!category.complete)
            finding.categoriesMissing.append(category.id);
        ruledOut = ruledOut && mayBeRuledOut(category, context, finding);
    }
    finding.notListed = ruledOut && finding.met.isEmpty();
    return finding;
}

} // namespace clearway::reasoning
