// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/levels.h"

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <cmath>
#include <string>

namespace clearway::language {

namespace {

/// Far above the error of a logarithm in long double, far below what data sheets tell apart.
constexpr long double wideMargin = 1e-9L;
/// Digits up to which whole powers are compared; beyond, logarithms of many digits are.
constexpr long long mostDigitsOfPower = 20000;
constexpr int significantDigits = 60;

long double log10Of(const Integer &positive)
{
    const unsigned top = boost::multiprecision::msb(positive);
    if (top < 63)
        return std::log10(static_cast<long double>(static_cast<unsigned long long>(positive)));
    const unsigned dropped = top - 62;
    const auto leading = static_cast<unsigned long long>(Integer(positive >> dropped));
    return std::log10(static_cast<long double>(leading)) + dropped * std::log10(2.0L);
}

long double toLongDouble(const Rational &value)
{
    if (value == 0)
        return 0;
    const Integer above = numerator(value) < 0 ? Integer(-numerator(value)) : Integer(numerator(value));
    // By logarithms, since numerator and denominator alone may be beyond what a long double holds.
    const long double magnitude = std::pow(10.0L, log10Of(above) - log10Of(Integer(denominator(value))));
    return value < 0 ? -magnitude : magnitude;
}

int sign(int value)
{
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/// Compares by logarithms of so many digits; 0 where they do not tell.
template<unsigned Digits>
int compareByLogarithm(const Rational &exponent, const Rational &number)
{
    using Float =
        boost::multiprecision::number<boost::multiprecision::cpp_dec_float<Digits>, boost::multiprecision::et_off>;
    const Float left = Float(Integer(numerator(exponent)).str()) / Float(Integer(denominator(exponent)).str());
    const Float ratio = Float(Integer(numerator(number)).str()) / Float(Integer(denominator(number)).str());
    const Float difference = left - log10(ratio);
    const Float margin = (1 + abs(left)) * pow(Float(10), -static_cast<int>(Digits) + 20);
    return difference > margin ? 1 : difference < -margin ? -1 : 0;
}

} // namespace

long double approximateLog10(const Rational &number)
{
    return log10Of(Integer(numerator(number))) - log10Of(Integer(denominator(number)));
}

int compareTenToThe(const Rational &exponent, const Rational &number)
{
    if (number <= 0)
        return 1;
    const long double left = toLongDouble(exponent);
    const long double right = approximateLog10(number);
    const long double margin = wideMargin * (1 + std::abs(right));
    if (left > right + margin)
        return 1;
    if (left < right - margin)
        return -1;

    // Here both sides are near each other, so that the exponent is as small as the number is short. 10 is no perfect
    // power: 10^(a/b) in lowest terms is rational only where b is 1, so that otherwise they are never equal.
    const Integer above = numerator(exponent);
    const Integer below = denominator(exponent);
    const auto digits =
        static_cast<long long>(Integer(numerator(number)).str().size() + Integer(denominator(number)).str().size());
    const bool aboveIsShort = above < mostDigitsOfPower && above > -mostDigitsOfPower;
    if (aboveIsShort && below < mostDigitsOfPower && static_cast<long long>(below) * digits < mostDigitsOfPower) {
        const Rational powerOfNumber = power(number, static_cast<int>(below));
        return sign(powerOfTen(static_cast<int>(above)).compare(powerOfNumber));
    }
    if (below == 1)
        return sign(powerOfTen(static_cast<int>(above)).compare(number));
    if (const int coarse = compareByLogarithm<120>(exponent, number); coarse != 0)
        return coarse;
    if (const int finer = compareByLogarithm<450>(exponent, number); finer != 0)
        return finer;
    return compareByLogarithm<1200>(exponent, number);
}

std::optional<PowerOfTen> tenToThe(const Rational &exponent)
{
    if (exponent > 400 || exponent < -400)
        return std::nullopt;
    Integer whole = numerator(exponent) / denominator(exponent);
    if (exponent < 0 && Rational(whole) != exponent)
        whole -= 1; // towards minus infinity, so that the rest lies in [0, 1)
    const Rational rest = exponent - Rational(whole);
    const Rational scale = powerOfTen(static_cast<int>(whole));
    if (rest == 0)
        return PowerOfTen{scale, true};
    using Float = boost::multiprecision::cpp_dec_float_100;
    const Float part = Float(Integer(numerator(rest)).str()) / Float(Integer(denominator(rest)).str());
    const std::string text = Float(pow(Float(10), part)).str(significantDigits + 1, std::ios_base::fixed);
    const std::optional<Rational> value = parseRational(QString::fromStdString(text));
    if (!value)
        return std::nullopt;
    return PowerOfTen{scale * *value, false};
}

} // namespace clearway::language
