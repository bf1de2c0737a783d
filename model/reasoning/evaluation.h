// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/truth.h"

#include <map>
#include <tuple>

namespace clearway::reasoning {

class Remembered;

/// What a condition is put to: rules, a state of the law, the answers, one combination (and a point within its item).
/// Cheap to copy; everything it points to must outlive it.
struct Context {
    const language::RuleBook *rules = nullptr;
    const language::LawState *state = nullptr;
    const Answers *answers = nullptr;
    Combination combination;
    int point = -1;
    /// What was worked out before for the same rules, state and answers; null: everything is worked out anew.
    Remembered *remembered = nullptr;
};

/// The known value of a fact here; nullptr where it is unanswered or "not sure" (both are open).
/// At a point: the point's own answer, else the item's. For the item: its answer, else that of its only point.
const language::Value *knownValue(const Context &context, const language::FactDefinition &fact);

/// Whether a picked answer is what the condition asks for.
bool pickedMatches(const language::Picked &picked, const language::Condition::Picks &node);
bool countryMatches(const QString &code, const language::Condition::InCountries &node, const language::RuleBook &rules);

/// Kleene's strong evaluation. An unverified rule or element that holds is Unknown: it never decides alone.
Truth evaluate(const language::Condition &condition, const Context &context);

/// Whether the item of the context is specified by the code: its own condition and those of its parents hold, no
/// decontrol note of any of them does, and its children combine to true.
Truth evaluateEntry(const QString &code, const Context &context);

/// What is known of the codes an item meets.
struct ListFinding {
    QStringList met;               ///< stated by the person, or proved by the facts given
    QStringList proved;            ///< those of `met` whose condition evaluates to true
    QStringList contested;         ///< stated, though the facts given make the condition false
    bool answered = false;         ///< the person said which codes are met, or that none is
    bool looked = false;           ///< answered, and the person shows what was found, searched, opened or rejected
    bool otherList = false;        ///< the catalogue's list is not the one of this law
    QStringList categoriesMissing; ///< in question, but not held whole by the catalogue
    /// "None" was stated, and nothing shows that they were looked through: no search, and nothing opened or rejected
    /// there.
    QStringList categoriesUnseen;
    /// Nothing on the list is met, and that may be concluded.
    bool notListed = false;
};
ListFinding listFinding(const Context &context);

/// Truths and findings that many conditions share, kept while one set of answers is put to one state. Without it a
/// proof works out the list finding again for every node above a condition on the list.
class Remembered {
public:
    using Place = std::tuple<const language::Condition *, Combination, int>;
    std::map<Place, Truth> truths; ///< of rules and of conditions on the list
    std::map<Combination, ListFinding> findings;
};

} // namespace clearway::reasoning
