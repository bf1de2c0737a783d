// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace clearway::language {

/// Works out what has to be answered before an entry can be proved, so that thousands of entries need not be tried.
class ProvingFacts {
public:
    explicit ProvingFacts(const RuleBook &rules)
        : m_rules(rules)
    {}

    /// Facts of which at least one is known wherever the first-level entry is met; of several such sets the one whose
    /// facts are known most seldom. Empty: it may be met with nothing known. Null: it is never met.
    std::optional<QSet<QString>> of(const Entry &entry);

private:
    using Facts = std::optional<QSet<QString>>; ///< as of()
    struct Wanted {
        const void *what; ///< a rule or an entry, by its address in the rule book
        bool value;
        friend bool operator==(const Wanted &, const Wanted &) = default;
        friend size_t qHash(const Wanted &wanted, size_t seed = 0)
        {
            return qHashMulti(seed, quintptr(wanted.what), wanted.value);
        }
    };

    Facts of(const ConditionPtr &condition, bool value);
    Facts of(const Condition &condition, bool value);
    Facts ofRule(const QString &id, bool value);
    Facts ofEntryNamed(const QString &code, bool value);
    /// Its own condition and decontrol notes, without what stands above and below it.
    Facts own(const Entry &entry, bool value);
    Facts withChildren(const Entry &entry, bool value);

    const RuleBook &m_rules;
    QHash<Wanted, Facts> m_known;
};

} // namespace clearway::language
