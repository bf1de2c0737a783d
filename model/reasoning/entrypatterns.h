// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/evaluation.h"

namespace clearway::reasoning {

/// Whether one code has the property that an EntriesWith or EntriesWithin condition asks for. Codes that the
/// catalogue does not hold are judged by their form: part and category follow from it. Unknown of the
/// Sensitive and Very Sensitive Lists alone, as onList() says.
Truth codeMatches(const QString &code, const language::Condition &atom, const language::RuleBook &rules);

/// Likewise of a code that a person named: naming a heading leaves open which of the positions below it are meant.
Truth namedMatches(const QString &code, const language::Condition &atom, const language::RuleBook &rules);

/// Likewise of a code that the item of the context was found to meet: what narrows a row of the two lists, and whether
/// a position below the code is met, is put to the item's answers.
Truth metMatches(const QString &code, const language::Condition &atom, const Context &context);

/// The category of a code: the entry's own where it is held, else by the code's first characters; empty if none fits.
QString categoryOf(const QString &code, const language::RuleBook &rules);

/// The titles of categories, in their order; the id of one that the catalogue does not have.
QStringList titlesOf(const QStringList &categories, const language::RuleBook &rules);

/// Codes that stand for all that a category could hold, as far as these conditions can tell them apart: of a category
/// held whole one of its own codes per pattern of truths, of another every pattern that its part and id allow.
/// Each pattern is a list of truths, in the order of `atoms`.
QList<QList<bool>> patternsOf(const language::Category &category, const QList<const language::Condition *> &atoms,
                              const language::RuleBook &rules);

/// Whether "nothing of this category" may be concluded from the finding: the person looked, the catalogue holds the
/// category whole, and its list is the one of this law and day.
bool mayBeRuledOut(const language::Category &category, const Context &context, const ListFinding &finding);

} // namespace clearway::reasoning
