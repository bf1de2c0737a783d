// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/provingfacts.h"

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

using Facts = std::optional<QSet<QString>>;

/// How often one of the facts is known: the interview's own are answered for every item, a parameter of the list for few.
qsizetype commonness(const QSet<QString> &facts)
{
    constexpr qsizetype asked = 10'000;
    qsizetype sum = 0;
    for (const QString &fact : facts)
        sum += fact.contains(u'.') && !fact.startsWith("meets."_L1) ? asked : 1;
    return sum;
}

/// For several conditions of which each has to hold: each by itself says what has to be known, and the rarest is the best.
class Each {
public:
    void add(const Facts &facts)
    {
        if (!facts)
            m_never = true;
        else if (!facts->isEmpty() && (m_best.isEmpty() || commonness(*facts) < commonness(m_best)))
            m_best = *facts;
    }
    Facts result() const { return m_never ? Facts() : Facts(m_best); }

private:
    bool m_never = false;
    QSet<QString> m_best;
};

/// For several of which one is enough: any of the facts of any of them.
class Either {
public:
    void add(const Facts &facts)
    {
        if (!facts)
            return;
        m_ever = true;
        m_free = m_free || facts->isEmpty();
        m_all.unite(*facts);
    }
    Facts result() const { return !m_ever ? Facts() : m_free ? Facts(QSet<QString>()) : Facts(m_all); }

private:
    bool m_ever = false;
    bool m_free = false;
    QSet<QString> m_all;
};

/// Of things that hold together, where that is wanted; where not, one that fails is enough.
template<typename Parts, typename Function>
Facts together(const Parts &parts, bool value, const Function &function)
{
    if (value) {
        Each each;
        for (const auto &part : parts)
            each.add(function(part, true));
        return each.result();
    }
    Either either;
    for (const auto &part : parts)
        either.add(function(part, false));
    return either.result();
}

/// Of things of which one is enough: none may hold where it is not wanted.
template<typename Parts, typename Function>
Facts anyOf(const Parts &parts, bool value, const Function &function)
{
    if (!value) {
        Each each;
        for (const auto &part : parts)
            each.add(function(part, false));
        return each.result();
    }
    Either either;
    for (const auto &part : parts)
        either.add(function(part, true));
    return either.result();
}

} // namespace

std::optional<QSet<QString>> ProvingFacts::of(const Entry &entry)
{
    return withChildren(entry, true);
}

Facts ProvingFacts::of(const ConditionPtr &condition, bool value)
{
    if (!condition)
        return value ? Facts(QSet<QString>()) : Facts();
    return of(*condition, value);
}

Facts ProvingFacts::of(const Condition &condition, bool value)
{
    const auto part = [this](const ConditionPtr &of, bool wanted) { return this->of(of, wanted); };
    if (const auto *constant = std::get_if<Condition::Constant>(&condition.node))
        return constant->value == value ? Facts(QSet<QString>()) : Facts();
    if (const auto *all = std::get_if<Condition::All>(&condition.node))
        return together(all->of, value, part);
    if (const auto *any = std::get_if<Condition::Any>(&condition.node))
        return anyOf(any->of, value, part);
    if (const auto *negated = std::get_if<Condition::Not>(&condition.node))
        return of(negated->of, !value);
    if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node))
        return of(point->of, value);
    if (const auto *rule = std::get_if<Condition::RuleReference>(&condition.node))
        return ofRule(rule->rule, value);
    if (const auto *entry = std::get_if<Condition::EntryReference>(&condition.node))
        return ofEntryNamed(entry->code, value);
    const QStringList facts = factsOf(condition);
    return Facts(QSet<QString>(facts.cbegin(), facts.cend()));
}

// Which of the states' rules of that name is meant is not known here: whatever one of them needs.
Facts ProvingFacts::ofRule(const QString &id, bool value)
{
    Either either;
    const auto add = [&](const Rule &rule) {
        const Wanted wanted{&rule, value};
        auto known = m_known.constFind(wanted);
        if (known == m_known.cend())
            known = m_known.insert(wanted, of(rule.when, value));
        either.add(*known);
    };
    if (const auto rule = m_rules.rules.constFind(id); rule != m_rules.rules.cend())
        add(*rule);
    for (const LawState &state : m_rules.states) {
        for (const Rule &own : state.rules) {
            if (own.id == id)
                add(own);
        }
    }
    return either.result();
}

Facts ProvingFacts::ofEntryNamed(const QString &code, bool value)
{
    const auto found = m_rules.entries.constFind(code);
    if (found == m_rules.entries.cend())
        return {};
    QList<const Entry *> above;
    for (auto at = m_rules.entries.constFind(found->parent); at != m_rules.entries.cend();
         at = m_rules.entries.constFind(at->parent))
        above.append(&*at);
    if (value) {
        Each each;
        each.add(withChildren(*found, true));
        for (const Entry *entry : above)
            each.add(own(*entry, true));
        return each.result();
    }
    Either either;
    either.add(withChildren(*found, false));
    for (const Entry *entry : above)
        either.add(own(*entry, false));
    return either.result();
}

Facts ProvingFacts::own(const Entry &entry, bool value)
{
    const auto releases = [](const Note &note) { return note.kind == NoteKind::DecontrolNote && note.when; };
    if (value) {
        Each each;
        each.add(of(entry.when, true));
        for (const Note &note : entry.notes) {
            if (releases(note))
                each.add(of(note.when, false));
        }
        return each.result();
    }
    Either either;
    either.add(of(entry.when, false));
    for (const Note &note : entry.notes) {
        if (releases(note))
            either.add(of(note.when, true));
    }
    return either.result();
}

Facts ProvingFacts::withChildren(const Entry &entry, bool value)
{
    if (entry.reserved)
        return value ? Facts() : Facts(QSet<QString>());
    if (!entry.isDecidedBelow())
        return own(entry, value);
    const Wanted wanted{&entry, value};
    if (const auto known = m_known.constFind(wanted); known != m_known.cend())
        return *known;
    QList<const Entry *> held;
    for (const QString &code : entry.children) {
        const Entry &child = *m_rules.entries.constFind(code);
        if (!child.reserved)
            held.append(&child);
    }
    const auto child = [this](const Entry *of, bool wantedOfIt) { return withChildren(*of, wantedOfIt); };
    const Facts below
        = entry.combination == Combination::All ? together(held, value, child) : anyOf(held, value, child);
    Facts result;
    if (value) {
        Each each;
        each.add(own(entry, true));
        each.add(below);
        result = each.result();
    } else {
        Either either;
        either.add(own(entry, false));
        either.add(below);
        result = either.result();
    }
    m_known.insert(wanted, result);
    return result;
}

} // namespace clearway::language
