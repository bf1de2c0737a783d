// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"

namespace clearway::reasoning {

/// What a starting point says of one fact, as a value.
language::Value startingValue(const QString &said, const language::FactDefinition &fact);

/// The answers with which a starting point begins: its activities, items and start page, and one recipient, of whom
/// nothing is said yet.
Answers answersFrom(const language::StartingPoint &point, const language::RuleBook &rules, QDate on);

} // namespace clearway::reasoning
