// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rational.h"

#include <optional>

namespace clearway::language {

/// Compares 10^exponent with a number, exactly: -1, 0 or 1. The work is bounded whatever the exponent.
int compareTenToThe(const Rational &exponent, const Rational &number);

/// 10^exponent to 60 significant digits, exact where the exponent is whole; nullopt beyond ±400.
struct PowerOfTen {
    Rational value;
    bool exact = true;
};
std::optional<PowerOfTen> tenToThe(const Rational &exponent);

/// log10 of a number above zero, to about 18 digits: for display only.
long double approximateLog10(const Rational &number);

} // namespace clearway::language
