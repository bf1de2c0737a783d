// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace clearway::language {

struct RuleBook;

/// What is worked out once about the thousands of entries: which of them an answer can prove, and where they stand,
/// since what lies below a position follows it in the list's order.
class EntryIndex {
public:
    EntryIndex() = default;
    explicit EntryIndex(const RuleBook &rules);

    /// Places in RuleBook::entryOrder of first-level entries that an answer to this fact may help to prove. Each entry
    /// that can be met stands under facts of which at least one is known wherever it is (ProvingFacts).
    QList<qsizetype> provableWith(const QString &fact) const { return m_byFact.value(fact); }
    /// Those that may be met with nothing answered.
    const QList<qsizetype> &always() const { return m_always; }

    /// Entries of one category and group, which stand together: places from `begin` up to, not including, `end`.
    struct Stretch {
        QString category;
        QString group;
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    const QList<Stretch> &stretches() const { return m_stretches; }
    /// The place of a code in RuleBook::entryOrder; -1 where it is not held.
    qsizetype placeOf(const QString &code) const { return m_places.value(code, -1); }
    /// The first place after it that is not below it.
    qsizetype endOf(qsizetype place) const { return m_ends[place]; }

private:
    QHash<QString, qsizetype> m_places;
    QList<qsizetype> m_ends; ///< by place
    QList<Stretch> m_stretches;
    QHash<QString, QList<qsizetype>> m_byFact;
    QList<qsizetype> m_always;
};

} // namespace clearway::language
