// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

/// A little law of two states for the tests of documents and reports: sending abroad what is on the list wants a
/// permit; since the second state, drafts are excepted. The two warning questions stop.
clearway::language::RuleBook smallRules();

/// Answers under it: a draft sent to someone in Japan; with a measured value, a note, a name and a citizenship.
clearway::reasoning::Answers smallAnswers(const clearway::language::RuleBook &rules);

/// A whole assessment with a conclusion made by hand, so that no change in the reasoning's words changes it.
clearway::assessment::Assessment sampleAssessment(const clearway::language::RuleBook &rules);

/// The same with `combinations` items and recipients and long texts.
clearway::assessment::Assessment longAssessment(const clearway::language::RuleBook &rules, int combinations, int depth);

/// Text that stands in the technical annex of sampleAssessment() and nowhere else.
QStringList technicalStrings();
