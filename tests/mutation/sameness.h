// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lawmutants.h"

namespace clearway::mutation {

/// Whether the mutant says the same as the law whatever is answered, in every state: no test could tell them apart.
/// What a category or a group of countries does to the answers is not worked out: those are never said to be the same.
bool saysTheSame(const language::RuleBook &book, const Mutant &mutant);

} // namespace clearway::mutation
