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

/// Reads "1.3", "1,300", "-80", "2e9", "2 x 10^9", "10^-3", "10⁻³", "3/8". Nothing else: no unit, no rest.
/// Refuses (nullopt) more than 400 characters and exponents beyond ±400, so that no input can exhaust memory.
std::optional<Rational> parseRational(QStringView text);

/// The exact decimal form where one exists ("0.0001"), else "n/d". parseRational() reads both back.
QString toText(const Rational &value);

} // namespace clearway::language
