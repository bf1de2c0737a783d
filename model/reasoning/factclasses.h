// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"

#include <QHash>
#include <QSet>

#include <cstdint>
#include <mutex>
#include <vector>

namespace clearway::reasoning {

/// "fact op limit" or "limit op fact": the only comparisons that cut a fact into intervals by themselves.
struct SimpleComparison {
    QString fact;
    language::Quantity limit;
    language::Comparison comparison;
};
std::optional<SimpleComparison> simpleComparison(const language::Condition::Compared &node);

/// Every fact that the condition can turn on: those of its formulae and behind all references, as the state has them.
QSet<QString> factsBehind(const language::Condition &condition, const language::RuleBook &rules,
                          const language::LawState &state);

/// Of several choices, up to so many are cut into classes by listing their subsets.
inline constexpr qsizetype mostListedChoices = 6;

/// How the conditions of one state can tell the values of each fact apart: intervals between thresholds, groups of
/// countries, choices that no condition distinguishes. Depends on the rules alone; PreparedRules makes it
/// once per state.
class FactClasses {
public:
    struct Partition {
        std::uint32_t classes = 0;
        QHash<const language::Condition *, std::vector<bool>>
            holds; ///< per atom on the fact: in which classes it is true
        std::vector<language::Value>
            representatives; ///< one value of each class; none for intervals without a simple one
    };

    FactClasses(const language::RuleBook &rules, const language::LawState &state);

    /// nullptr where a fact is not cut into classes: sets of entries and numbers in formulae, where each atom is then
    /// open by itself, and several choices of many, where each choice is.
    const Partition *partition(const QString &fact) const;
    /// The atoms on the list finding, for cutting codes into patterns.
    const QList<const language::Condition *> &findingAtoms() const { return m_findingAtoms; }
    /// What patternsOf() gives for that category and these atoms; worked out once. May be asked from any thread.
    QList<QList<bool>> patternsIn(const language::Category &category) const;
    const language::RuleBook &rules() const { return *m_rules; }
    const language::LawState &state() const { return *m_state; }

private:
    const language::RuleBook *m_rules;
    const language::LawState *m_state;
    QHash<QString, Partition> m_partitions;
    QList<const language::Condition *> m_findingAtoms;
    mutable std::mutex m_patternsMutex;
    mutable QHash<QString, QList<QList<bool>>> m_patterns; ///< by category
};

} // namespace clearway::reasoning
