// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/evaluation.h"
#include "model/reasoning/preparedrules.h"

#include "lawcases.h"
#include "lawmutants.h"

namespace clearway::mutation {

/// The cases, with what the unchanged rules say to each. May be read from any thread.
class Bench {
public:
    struct Place {
        const testing::LawCase *one = nullptr;
        reasoning::Answers answers; ///< with the program's own facts
        QList<reasoning::Combination> combinations;
        std::map<reasoning::Combination, reasoning::ListFinding> findings;
        QByteArray truths; ///< as truthsOf() has them
    };

    /// Both must outlive it.
    Bench(const language::RuleBook &book, const QList<testing::LawCase> &cases);

    const language::RuleBook &book() const { return m_book; }
    const std::vector<Place> &places() const { return m_places; }
    /// What rules (these or changed ones) say of each provision, duty and warning, as if all were verified: a letter
    /// for each element and exception (t, f, or u for unknown), but one "n" for a provision of which an element is
    /// false.
    static QByteArray truthsOf(const Place &place, const language::RuleBook &book);
    reasoning::Truth truthOf(const Place &place, const reasoning::Combination &combination,
                             const language::ConditionPtr &condition) const;

private:
    const language::RuleBook &m_book;
    std::vector<Place> m_places;
};

/// Puts mutants to the cases. One hunt belongs to one thread.
class Hunt {
public:
    explicit Hunt(const Bench &bench);

    /// The name of a case that fails under the mutant; empty: it survives. Only cases whose answers can meet what is
    /// changed are concluded, those first that the change makes true or false otherwise.
    QString killerOf(const Mutant &mutant);

private:
    class Attempt;
    bool mayApply(const Bench::Place &place, const reasoning::Combination &combination, const Mutant &mutant) const;
    bool canMeet(const Bench::Place &place, const Mutant &mutant) const;

    const Bench &m_bench;
    std::vector<std::size_t> m_order; ///< those that caught something lately stand first
};

} // namespace clearway::mutation
