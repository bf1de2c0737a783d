// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

namespace clearway::reasoning {

/// What a condition on facts asks, for people: the question and the answers that meet it ("What is it? Know-how, or
/// Code"). Of a formula, and of what joins several conditions, the text of the rules.
QString inWords(const language::Condition &condition, const language::RuleBook &rules);

/// Of that only the answers that meet it ("Know-how", "yes"), for where the question stands already.
QString wantedInWords(const language::Condition &condition, const language::RuleBook &rules);

} // namespace clearway::reasoning
