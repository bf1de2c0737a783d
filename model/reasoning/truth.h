// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace clearway::reasoning {

/// Kleene's three values.
enum class Truth : std::uint8_t { False, Unknown, True };

constexpr Truth truth(bool value)
{
    return value ? Truth::True : Truth::False;
}
constexpr Truth both(Truth a, Truth b)
{
    return a < b ? a : b;
}
constexpr Truth either(Truth a, Truth b)
{
    return a < b ? b : a;
}
constexpr Truth opposite(Truth a)
{
    return a == Truth::Unknown ? a : a == Truth::True ? Truth::False : Truth::True;
}

} // namespace clearway::reasoning
