// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/entryindex.h"

#include "catalogue/language/provingfacts.h"

namespace clearway::language {

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

    ProvingFacts proving(rules);
    for (qsizetype place = 0; place < rules.entryOrder.size(); ++place) {
        const Entry &entry = *rules.entries.constFind(rules.entryOrder[place]);
        if (entry.reserved || !entry.parent.isEmpty())
            continue;
        const std::optional<QSet<QString>> facts = proving.of(entry);
        if (!facts)
            continue;
        for (const QString &fact : *facts)
            m_byFact[fact].append(place);
        if (facts->isEmpty())
            m_always.append(place);
    }
}

} // namespace clearway::language
