// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <functional>

namespace clearway::mutation {

/// Where in a rule book a condition of the law stands.
struct Site {
    enum class Kind { Element, Exception, Duty, Warning, StateRule, SharedRule, Category };
    Kind kind = Kind::Element;
    qsizetype state = -1;     ///< index; -1: shared by all
    qsizetype provision = -1; ///< index, of elements and exceptions
    qsizetype index = -1;     ///< of the element, exception, duty, warning, rule or category
    QString rule;             ///< id, of a shared rule
};
language::ConditionPtr &conditionAt(language::RuleBook &book, const Site &site);

/// The law with one thing in it changed.
struct Mutant {
    /// What the change is about; conditions can be compared by themselves, the others only by what follows.
    enum class About { Condition, Verification, Effect, Dropped, Stops, Day, Country };
    About about = About::Condition;
    QString where;      ///< "2024 s10/spoken", "shared is_supply"
    QString kind;       ///< "negated", "verified"
    QString change;     ///< before and after
    QStringList states; ///< ids of those whose law can change by it
    Site site;          ///< of a condition, and of what it belongs to
    language::ConditionPtr original;
    language::ConditionPtr changed; ///< where the change is about the condition
    bool isVerified = true;         ///< of an element
    QString country;                ///< that came or went, of a group
    std::function<void(language::RuleBook &)> apply;

    QString text() const { return where + u": " + kind + u": " + change; }
};

/// The rules that the law of a state names, directly or through others.
QStringList rulesOfLaw(const language::RuleBook &book, const language::LawState &state);

/// Every change of one thing in the law of every state.
QList<Mutant> mutantsOfLaw(const language::RuleBook &book);

} // namespace clearway::mutation
