// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>

namespace clearway::language {

/// An exact number. Thresholds of the list are compared at the limit itself, where doubles are wrong.
using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

/// Reads "1.3", "1,300", "-80", "2e9", "2 x 10^9", "10^-3", "10⁻³", "3/8". Nothing else: no unit, no rest, no "0,5".
/// Refuses (nullopt) more than 400 characters and exponents beyond ±400, so that no input can exhaust memory.
std::optional<Rational> parseRational(QStringView text);

/// The exact decimal form where one exists ("0.0001", "1e-30"), else "n/d". parseRational() reads both back, within
/// its limits.
QString toText(const Rational &value);

/// The value in decimal, rounded half away from zero to so many significant digits: "0.333333333333".
QString toRoundedText(const Rational &value, int significantDigits);

/// 10 to a whole power.
Rational powerOfTen(int exponent);

/// The value to a whole power; the caller bounds the exponent. Zero to a negative power must not be asked for.
Rational power(const Rational &base, int exponent);

/// The n-th root (n >= 2): exact where the value is a perfect power, else to 60 significant digits.
struct Root {
    Rational value;
    bool exact = true;
};
/// nullopt for an even root of a negative number.
std::optional<Root> root(const Rational &value, unsigned degree);

} // namespace clearway::language
