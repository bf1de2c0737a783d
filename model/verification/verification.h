// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/conclusion.h"

#include <QList>
#include <QString>

#include <cstddef>

namespace clearway::verification {

/// One provision in one state, counted on its decision diagram with nothing answered.
struct ProvisionCount {
    QString state;
    QString provision;
    QString title;
    QString paths;         ///< from an empty page to "applies" or "does not", a decimal number of any length
    std::size_t nodes = 0; ///< of the shared diagram
    int facts = 0;         ///< questions that it can turn on
    int elements = 0;
    int exceptions = 0;
    int unverified = 0; ///< elements and exceptions that nobody has verified
};

/// Something that the rules should not have.
struct Problem {
    QString state;
    QString where; ///< provision/element, fact, outcome
    QString text;
};

/// An element, exception, duty or rule, named as overlay::RuleName names it.
struct UnverifiedRule {
    QString state; ///< empty: a rule of every state
    QString where;
    QString title;
    QString cite; ///< the section that must be read
    QString leansOn;
};

/// A list of countries that nobody has compared with its instrument.
struct UnverifiedGroup {
    QString group; ///< id
    QString title;
    QString instrument; ///< what must be read
};

/// How much of the list a category holds.
struct CategoryCount {
    QString category;
    QString title;
    int part = 2;
    bool complete = false;
    int positions = 0; ///< active codes
    int reserved = 0;
    int criteria = 0; ///< comparisons with a number
    int notes = 0;    ///< that release nothing
    int decontrolNotes = 0;
    int definitions = 0;   ///< that apply in the category, with those that apply everywhere
    int sensitive = 0;     ///< positions with a row of their own on the Sensitive List
    int verySensitive = 0; ///< likewise on the Very Sensitive List
    int narrowed = 0;      ///< of these rows, those that a condition narrows
};

struct Verification {
    QList<ProvisionCount> provisions;
    QList<reasoning::Outcome> outcomes; ///< that some answers reach, under some state
    QList<UnverifiedRule> unverified;
    QList<UnverifiedGroup> unverifiedGroups;
    QList<CategoryCount> categories;
    QList<CategoryCount> parts; ///< sums over the categories of Part 1 and of Part 2, without definitions
    int definitions = 0;        ///< in all: one may apply in several categories
    int facts = 0;
    int rules = 0;
    int longestInterview = 0; ///< pages, over the random interviews that were walked to their end
    int interviewsWalked = 0;
    QList<Problem> problems; ///< empty: all is well
};

/// Proves what follows from the rules: no element, exception or outcome is out of reach, no question of the interview
/// is one that cannot matter, every interview ends (each page asks something unanswered; `interviews` random ones are
/// walked as well, from a fixed seed).
Verification verify(const language::RuleBook &rules, int interviews = 200);

} // namespace clearway::verification
