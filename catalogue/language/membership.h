// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/operand.h"

#include <optional>

namespace clearway::language {

/// Reads what may follow the name of a fact that is no quantity: "is …", "has …", "in group …", "within …".
/// nullopt: nothing of that stands there; null: it does, and an error in it was reported.
std::optional<ConditionPtr> membershipOf(const Operand &left, TokenReader &reader, const Vocabulary &vocabulary);

/// How a fact of that kind is used, for messages: "“medium has …” or “medium is only …”".
QString usageOf(const FactDefinition &fact);

} // namespace clearway::language
