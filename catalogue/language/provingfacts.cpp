// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/provingfacts.h"

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

using Facts = std::optional<QSet<QString>>;

/// How often one of the facts is known: the interview's own are answered for every item, a parameter of the list for
/// few.
qsizetype commonness(const QSet<QString> &facts)
{
    constexpr qsizetype asked = 10'000;
    qsizetype sum = 0;
    for (const QString &fact : facts)
        sum += fact.contains(u'.') && !fact.startsWith("meets."_L1) ? asked : 1;
    return sum;
}

/// What has to be known for several parts together.
class Joined {
public:
    enum class Need {
        Each,  ///< every part has to hold: each by itself says what has to be known, and the rarest is the best
        Either ///< one part is enough: any of the facts of any of them
    };
    explicit Joined(Need need)
        : m_need(need)
    {}
    void add(const Facts &facts)
    {
        if (!facts) {
            m_impossible = m_impossible || m_need == Need::Each;
            return;
        }
        m_possible = true;
        if (facts->isEmpty())
            m_free = true;
        else if (m_need == Need::Either)
            m_facts.unite(*facts);
        else if (m_facts.isEmpty() || commonness(*facts) < commonness(m_facts))
            m_facts = *facts;
    }
    Facts result() const
    {
        if (m_need == Need::Each)
            return m_impossible ? Facts() : Facts(m_facts);
        return !m_possible ? Facts() : m_free ? Facts(QSet<QString>()) : Facts(m_facts);
    }

private:
    Need m_need;
    bool m_impossible = false; ///< a part that never holds
    bool m_possible = false;   ///< a part that may hold
    bool m_free = false;       ///< a part that may hold with nothing known
    QSet<QString> m_facts;
};

/// Parts that hold together: all of them for true, one that fails for false.
Joined conjunction(bool value)
{
    return Joined(value ? Joined::Need::Each : Joined::Need::Either);
}
/// Parts of which one is enough.
Joined disjunction(bool value)
{
    return conjunction(!value);
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
    const auto joined = [&](Joined all, const std::vector<ConditionPtr> &parts) {
        for (const ConditionPtr &part : parts)
            all.add(of(part, value));
        return all.result();
    };
    if (const auto *constant = std::get_if<Condition::Constant>(&condition.node))
        return constant->value == value ? Facts(QSet<QString>()) : Facts();
    if (const auto *all = std::get_if<Condition::All>(&condition.node))
        return joined(conjunction(value), all->of);
    if (const auto *any = std::get_if<Condition::Any>(&condition.node))
        return joined(disjunction(value), any->of);
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
    Joined either(Joined::Need::Either);
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
    Joined all = conjunction(value);
    all.add(withChildren(*found, value));
    for (auto at = m_rules.entries.constFind(found->parent); at != m_rules.entries.cend();
         at = m_rules.entries.constFind(at->parent))
        all.add(own(*at, value));
    return all.result();
}

Facts ProvingFacts::own(const Entry &entry, bool value)
{
    Joined all = conjunction(value);
    all.add(of(entry.when, value));
    for (const Note &note : entry.notes) {
        if (note.kind == NoteKind::DecontrolNote && note.when)
            all.add(of(note.when, !value));
    }
    return all.result();
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
    Joined children = entry.combination == Combination::All ? conjunction(value) : disjunction(value);
    for (const QString &code : entry.children) {
        const Entry &child = *m_rules.entries.constFind(code);
        if (!child.reserved)
            children.add(withChildren(child, value));
    }
    Joined all = conjunction(value);
    all.add(own(entry, value));
    all.add(children.result());
    const Facts result = all.result();
    m_known.insert(wanted, result);
    return result;
}

} // namespace clearway::language
