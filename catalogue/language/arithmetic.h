// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <functional>
#include <optional>

namespace clearway::language {

/// The known value of a Quantity fact; nullopt where it is not answered or "unsure".
using QuantityLookup = std::function<std::optional<Quantity>(const QString &fact)>;
using Tables = QMap<QString, Table>;

/// The value of a formula: in base units, of the formula's kind (empty for products). A single fact, literal or table
/// row keeps its level. nullopt where a value is missing, or none exists: division by zero, a key beyond a table's last
/// row, an even root of a negative number. Exact but for roots that are not perfect and levels computed with, which
/// have 60 significant digits.
std::optional<Quantity> evaluate(const Arithmetic &arithmetic, const QuantityLookup &lookup, const Tables &tables);

/// Whether the comparison holds; nullopt where a side has no value. Exact, also between a level or a bare root and a
/// number. Where both sides had to be rounded to 60 digits, they count as equal if they agree in 45.
std::optional<bool> holds(const Condition::Compared &compared, const QuantityLookup &lookup, const Tables &tables);

/// Whether an order (-1, 0, 1 as compare() gives it) satisfies the sign.
bool satisfies(int order, Comparison comparison);

} // namespace clearway::language
