// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conditionmutants.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

using language::Comparison;
using language::Condition;
using language::ConditionPtr;
using language::FactDefinition;
using language::RuleBook;

namespace {

template<typename Node>
ConditionPtr made(const Condition &from, const Node &node)
{
    return std::make_shared<const Condition>(Condition{node, from.line, from.column});
}

/// The two signs that differ in the limit alone.
Comparison neighbour(Comparison comparison)
{
    using enum Comparison;
    switch (comparison) {
    case Less: return LessOrEqual;
    case LessOrEqual: return Less;
    case GreaterOrEqual: return Greater;
    case Greater: return GreaterOrEqual;
    case Equal: return NotEqual;
    case NotEqual: return Equal;
    }
    Q_UNREACHABLE_RETURN(comparison);
}

class Mutations {
public:
    explicit Mutations(const RuleBook &rules)
        : m_rules(rules)
    {}

    /// Of the condition and of every part of it; `isDenied`: stands in a "not", whose own negation is the same.
    QList<ConditionMutant> of(const ConditionPtr &condition, bool isDenied)
    {
        QList<ConditionMutant> result;
        const auto add = [&](const QString &kind, const ConditionPtr &mutant) {
            result.append({kind, language::toText(*condition) + u" → "_s + language::toText(*mutant), mutant});
        };
        if (!isDenied) {
            const auto *denial = std::get_if<Condition::Not>(&condition->node);
            add(u"negated"_s, denial ? denial->of : made(*condition, Condition::Not{condition}));
        }
        std::visit([&](const auto &node) { change(node, *condition, add); }, condition->node);
        std::visit([&](const auto &node) { changeWithin(node, *condition, result); }, condition->node);
        return result;
    }

private:
    template<typename Node, typename Add>
    void change(const Node &, const Condition &, const Add &)
    {
        // Constants, facts by their name and references can only be negated.
    }

    template<typename Node, typename Other, typename Add>
    void changeJoined(const Node &node, const Condition &condition, const Add &add)
    {
        for (std::size_t i = 0; i < node.of.size(); ++i) {
            std::vector<ConditionPtr> rest = node.of;
            rest.erase(rest.begin() + std::ptrdiff_t(i));
            if (!rest.empty())
                add(u"part dropped"_s, rest.size() == 1 ? rest.front() : made(condition, Node{rest}));
        }
        add(u"joined otherwise"_s, made(condition, Other{node.of}));
    }
    template<typename Add>
    void change(const Condition::All &node, const Condition &condition, const Add &add)
    {
        changeJoined<Condition::All, Condition::Any>(node, condition, add);
    }
    template<typename Add>
    void change(const Condition::Any &node, const Condition &condition, const Add &add)
    {
        changeJoined<Condition::Any, Condition::All>(node, condition, add);
    }

    template<typename Add>
    void change(const Condition::Picks &node, const Condition &condition, const Add &add)
    {
        const FactDefinition &fact = *m_rules.facts.constFind(node.fact);
        const auto with = [&](const QStringList &ids) {
            Condition::Picks changed = node;
            changed.ids = ids;
            return made(condition, changed);
        };
        for (const QString &id : node.ids) {
            QStringList fewer = node.ids;
            fewer.removeOne(id);
            if (!fewer.isEmpty())
                add(u"id dropped"_s, with(fewer));
        }
        for (const language::Choice &choice : fact.choices) {
            if (!node.ids.contains(choice.id))
                add(u"id added"_s, with(node.ids + QStringList{choice.id}));
        }
        if (fact.kind != language::FactKind::Choices)
            return;
        using enum Condition::Membership;
        for (const auto membership : {AnyOf, AllOf, OnlyOf}) {
            // Of one id "any" and "all" are the same.
            if (membership == node.membership
                || (node.ids.size() == 1 && membership != OnlyOf && node.membership != OnlyOf))
                continue;
            Condition::Picks changed = node;
            changed.membership = membership;
            changed.several = membership != OnlyOf;
            add(u"membership"_s, made(condition, changed));
        }
    }

    template<typename Add>
    void change(const Condition::InCountries &node, const Condition &condition, const Add &add)
    {
        const auto with = [&](const QStringList &countries, const QStringList &groups) {
            return made(condition, Condition::InCountries{node.fact, countries, groups});
        };
        for (const QString &country : node.countries) {
            QStringList others = node.countries;
            others.removeOne(country);
            // Another country in its place: the next one of the alphabet.
            const auto next = m_rules.countries.upperBound(country);
            add(u"country changed"_s, with(others + QStringList{next.key()}, node.groups));
            if (others.size() + node.groups.size() > 0)
                add(u"country dropped"_s, with(others, node.groups));
        }
        for (const QString &group : node.groups) {
            QStringList others = node.groups;
            others.removeOne(group);
            for (auto other = m_rules.countryGroups.cbegin(); other != m_rules.countryGroups.cend(); ++other) {
                if (other.key() != group)
                    add(u"group changed"_s, with(node.countries, others + QStringList{other.key()}));
            }
        }
    }

    template<typename Add>
    void change(const Condition::DateCompared &node, const Condition &condition, const Add &add)
    {
        const auto with = [&](Comparison comparison, QDate date) {
            return made(condition, Condition::DateCompared{node.fact, comparison, date});
        };
        add(u"sign"_s, with(neighbour(node.comparison), node.date));
        add(u"limit moved"_s, with(node.comparison, node.date.addDays(1)));
        add(u"limit moved"_s, with(node.comparison, node.date.addDays(-1)));
    }

    template<typename Add>
    void change(const Condition::Compared &node, const Condition &condition, const Add &add)
    {
        Condition::Compared changed = node;
        changed.comparison = neighbour(node.comparison);
        add(u"sign"_s, made(condition, changed));
    }

    /// The position that follows among those of one parent, past reserved ones.
    QString following(const QString &code) const
    {
        const qsizetype place = m_rules.entryIndex.placeOf(code);
        if (place < 0)
            return {};
        const QString parent = m_rules.entries.constFind(code)->parent;
        for (qsizetype next = m_rules.entryIndex.endOf(place); next < m_rules.entryOrder.size();
             next = m_rules.entryIndex.endOf(next)) {
            const language::Entry &entry = *m_rules.entries.constFind(m_rules.entryOrder[next]);
            if (entry.parent != parent)
                return {};
            if (!entry.reserved)
                return entry.code;
        }
        return {};
    }

    template<typename Add>
    void change(const Condition::EntriesWithin &node, const Condition &condition, const Add &add)
    {
        const auto with = [&](const QStringList &codes) {
            return made(condition, Condition::EntriesWithin{node.fact, codes});
        };
        for (const QString &code : node.codes) {
            QStringList others = node.codes;
            others.removeOne(code);
            if (!others.isEmpty())
                add(u"code dropped"_s, with(others));
            if (const auto held = m_rules.entries.constFind(code);
                held != m_rules.entries.cend() && !held->parent.isEmpty())
                add(u"code widened"_s, with(others + QStringList{held->parent}));
            const QString next = following(code);
            if (!next.isEmpty() && !node.codes.contains(next))
                add(u"code added"_s, with(node.codes + QStringList{next}));
        }
    }

    template<typename Add>
    void change(const Condition::EntriesWith &node, const Condition &condition, const Add &add)
    {
        const auto with = [&](const QString &property, const QString &value) {
            add(u"list changed"_s, made(condition, Condition::EntriesWith{node.fact, property, value}));
        };
        if (node.property == "part"_L1)
            with(node.property, node.value == "1"_L1 ? u"2"_s : u"1"_s);
        else if (node.property == "sensitive_list"_L1)
            with(u"very_sensitive_list"_s, node.value);
        else if (node.property == "very_sensitive_list"_L1)
            with(u"sensitive_list"_s, node.value);
        else if (node.property == "category"_L1) {
            for (const language::Category &category : m_rules.categories) {
                if (category.part == 2 && category.id != node.value)
                    with(node.property, category.id);
            }
        }
    }

    template<typename Node>
    void changeWithin(const Node &, const Condition &, QList<ConditionMutant> &)
    {}

    void takeOver(const ConditionPtr &part, bool isDenied, const auto &rebuilt, QList<ConditionMutant> &result)
    {
        for (const ConditionMutant &mutant : of(part, isDenied))
            result.append({mutant.kind, mutant.change, rebuilt(mutant.condition)});
    }

    template<typename Node>
    void changeParts(const Node &node, const Condition &condition, QList<ConditionMutant> &result)
    {
        for (std::size_t i = 0; i < node.of.size(); ++i) {
            const auto rebuilt = [&](const ConditionPtr &part) {
                std::vector<ConditionPtr> parts = node.of;
                parts[i] = part;
                return made(condition, Node{parts});
            };
            takeOver(node.of[i], false, rebuilt, result);
        }
    }
    void changeWithin(const Condition::All &node, const Condition &condition, QList<ConditionMutant> &result)
    {
        changeParts(node, condition, result);
    }
    void changeWithin(const Condition::Any &node, const Condition &condition, QList<ConditionMutant> &result)
    {
        changeParts(node, condition, result);
    }
    void changeWithin(const Condition::Not &node, const Condition &condition, QList<ConditionMutant> &result)
    {
        takeOver(node.of, true, [&](const ConditionPtr &of) { return made(condition, Condition::Not{of}); }, result);
    }
    void changeWithin(const Condition::AtSomePoint &node, const Condition &condition, QList<ConditionMutant> &result)
    {
        const auto rebuilt = [&](const ConditionPtr &of) { return made(condition, Condition::AtSomePoint{of}); };
        takeOver(node.of, false, rebuilt, result);
    }

    const RuleBook &m_rules;
};

class Redirection {
public:
    explicit Redirection(const QMap<QString, QString> &rules)
        : m_rules(rules)
    {}

    ConditionPtr of(const ConditionPtr &condition) const
    {
        return std::visit([&](const auto &node) { return led(node, condition); }, condition->node);
    }

private:
    template<typename Node>
    ConditionPtr led(const Node &node, const ConditionPtr &condition) const
    {
        return made(*condition, node);
    }
    ConditionPtr led(const Condition::RuleReference &node, const ConditionPtr &condition) const
    {
        const auto other = m_rules.constFind(node.rule);
        return made(*condition, other == m_rules.cend() ? node : Condition::RuleReference{*other});
    }
    template<typename Node>
    ConditionPtr ledParts(const Node &node, const ConditionPtr &condition) const
    {
        Node changed = node;
        for (ConditionPtr &part : changed.of)
            part = of(part);
        return made(*condition, changed);
    }
    ConditionPtr led(const Condition::All &node, const ConditionPtr &condition) const
    {
        return ledParts(node, condition);
    }
    ConditionPtr led(const Condition::Any &node, const ConditionPtr &condition) const
    {
        return ledParts(node, condition);
    }
    ConditionPtr led(const Condition::Not &node, const ConditionPtr &condition) const
    {
        return made(*condition, Condition::Not{of(node.of)});
    }
    ConditionPtr led(const Condition::AtSomePoint &node, const ConditionPtr &condition) const
    {
        return made(*condition, Condition::AtSomePoint{of(node.of)});
    }

    const QMap<QString, QString> &m_rules;
};

} // namespace

QList<ConditionMutant> mutantsOf(const ConditionPtr &condition, const RuleBook &rules)
{
    QList<ConditionMutant> result;
    QSet<QString> seen{language::toText(*condition)};
    for (const ConditionMutant &mutant : Mutations(rules).of(condition, false)) {
        const QString text = language::toText(*mutant.condition);
        if (seen.contains(text))
            continue;
        seen.insert(text);
        result.append(mutant);
    }
    return result;
}

ConditionPtr redirected(const ConditionPtr &condition, const QMap<QString, QString> &rules)
{
    return condition ? Redirection(rules).of(condition) : condition;
}

} // namespace clearway::mutation
