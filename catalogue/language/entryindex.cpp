// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/entryindex.h"

#include "catalogue/language/rulebook.h"

#include <QSet>

namespace clearway::language {

namespace {

/// The facts that a first-level entry turns on, also behind the rules and entries that its conditions name.
class Reach {
public:
    explicit Reach(const RuleBook &rules)
        : m_rules(rules)
    {}

    QSet<QString> of(const Entry &entry)
    {
        m_facts.clear();
        m_seen.clear();
        // An entry with children holds only where one of them does, so that its own condition decides nothing by itself:
        // it says "a thing, and no medical device" and would make every answer a reason to look at every entry.
        if (entry.children.isEmpty())
            add(entry.when);
        addBelow(entry);
        return m_facts;
    }

private:
    void addBelow(const Entry &entry)
    {
        for (const QString &code : entry.children) {
            const Entry &child = *m_rules.entries.constFind(code);
            add(child.when);
            addBelow(child);
        }
    }

    void add(const ConditionPtr &condition)
    {
        if (!condition)
            return;
        for (const QString &fact : factsOf(*condition))
            m_facts.insert(fact);
        const References references = referencesOf(*condition);
        for (const QString &id : references.rules) {
            if (isNew(id)) {
                if (const auto rule = m_rules.rules.constFind(id); rule != m_rules.rules.cend())
                    add(rule->when);
                for (const LawState &state : m_rules.states) {
                    for (const Rule &own : state.rules) {
                        if (own.id == id)
                            add(own.when);
                    }
                }
            }
        }
        for (const QString &code : references.entries) {
            const auto entry = m_rules.entries.constFind(code);
            if (entry == m_rules.entries.cend() || !isNew(code))
                continue;
            add(entry->when);
            addBelow(*entry);
            for (auto above = m_rules.entries.constFind(entry->parent); above != m_rules.entries.cend();
                 above = m_rules.entries.constFind(above->parent))
                add(above->when);
        }
    }

    bool isNew(const QString &id)
    {
        const qsizetype before = m_seen.size();
        m_seen.insert(id);
        return m_seen.size() > before;
    }

    const RuleBook &m_rules;
    QSet<QString> m_facts;
    QSet<QString> m_seen;
};

} // namespace

EntryIndex::EntryIndex(const RuleBook &rules)
{
    for (qsizetype place = 0; place < rules.entryOrder.size(); ++place) {
        const Entry &entry = *rules.entries.constFind(rules.entryOrder[place]);
        m_places.insert(entry.code, place);
        if (m_stretches.isEmpty() || m_stretches.last().category != entry.category
            || m_stretches.last().group != entry.group)
            m_stretches.append({entry.category, entry.group, place, place});
        m_stretches.last().end = place + 1;
    }
    m_ends.resize(rules.entryOrder.size());
    for (qsizetype place = rules.entryOrder.size(); place-- > 0;) {
        qsizetype end = place + 1;
        while (end < rules.entryOrder.size() && RuleBook::within(rules.entryOrder[end], rules.entryOrder[place]))
            end = m_ends[end];
        m_ends[place] = end;
    }

    Reach reach(rules);
    for (qsizetype place = 0; place < rules.entryOrder.size(); ++place) {
        const Entry &entry = *rules.entries.constFind(rules.entryOrder[place]);
        if (entry.reserved || !entry.parent.isEmpty())
            continue;
        const QSet<QString> facts = reach.of(entry);
        for (const QString &fact : facts)
            m_byFact[fact].append(place);
        if (facts.isEmpty())
            m_always.append(place);
    }
}

} // namespace clearway::language
