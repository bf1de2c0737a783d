// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/rational.h"

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr qsizetype longestText = 400;
constexpr int largestExponent = 400;
/// From so many zeros on, the form with an exponent is shorter and easier to check.
constexpr int paddingZeros = 20;
constexpr unsigned rootDigits = 60;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212';
}

/// The value of ⁰…⁹, or -1.
int superscriptDigit(QChar c)
{
    switch (c.unicode()) {
    case 0x00B9: return 1;
    case 0x00B2: return 2;
    case 0x00B3: return 3;
    case 0x2070: return 0;
    default: return c.unicode() >= 0x2074 && c.unicode() <= 0x2079 ? c.unicode() - 0x2070 : -1;
    }
}

/// Digits as a whole number. Boost reads a leading zero as octal, so these are dropped.
Integer wholeNumber(const std::string &digits)
{
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? Integer(0) : Integer(digits.substr(first));
}

/// A cursor over the text of one number.
class NumberReader {
public:
    explicit NumberReader(QStringView text)
        : m_text(text)
    {}

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }

    bool take(QChar c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }

    void skipSpaces()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool takeSign()
    {
        if (!atEnd() && isMinus(peek())) {
            ++m_at;
            return true;
        }
        take(u'+');
        return false;
    }

    bool takeTimes() { return take(u'x') || take(u'X') || take(u'\u00D7'); }

    /// digits with thousands separators, and a fraction; without sign and exponent
    std::optional<Rational> decimal()
    {
        std::string digits;
        if (!wholePart(digits))
            return std::nullopt;
        int fraction = 0;
        if (take(u'.')) {
            while (!atEnd() && isDigit(peek())) {
                digits.push_back(char(m_text[m_at++].unicode()));
                ++fraction;
            }
            if (fraction == 0)
                return std::nullopt;
        }
        return Rational(wholeNumber(digits)) * powerOfTen(-fraction);
    }

    /// "-12" as it stands after "e" or "^", within bounds
    std::optional<int> exponent()
    {
        const bool negative = takeSign();
        return boundedDigits(negative, [this] { return !atEnd() && isDigit(peek()) ? peek().digitValue() : -1; });
    }

    /// "⁻³", within bounds
    std::optional<int> superscriptExponent()
    {
        const bool negative = take(u'\u207B');
        return boundedDigits(negative, [this] { return atEnd() ? -1 : superscriptDigit(peek()); });
    }

    bool atSuperscript() const { return !atEnd() && (peek() == u'\u207B' || superscriptDigit(peek()) >= 0); }

private:
    bool wholePart(std::string &digits)
    {
        const qsizetype first = m_at;
        while (!atEnd() && isDigit(peek()))
            digits.push_back(char(m_text[m_at++].unicode()));
        if (digits.empty())
            return false;
        if (peek() != u',')
            return true;
        // "1,300,000"; a leading zero would be the "0,5" of other countries, which is refused rather than guessed
        if (digits.size() > 3 || m_text[first] == u'0')
            return false;
        while (take(u',')) {
            for (int i = 0; i < 3; ++i) {
                if (atEnd() || !isDigit(peek()))
                    return false;
                digits.push_back(char(m_text[m_at++].unicode()));
            }
        }
        return atEnd() || !isDigit(peek());
    }

    template<typename NextDigit>
    std::optional<int> boundedDigits(bool negative, NextDigit nextDigit)
    {
        int value = 0;
        bool any = false;
        for (int digit = nextDigit(); digit >= 0; digit = nextDigit()) {
            any = true;
            value = std::min(value * 10 + digit, largestExponent + 1);
            ++m_at;
        }
        if (!any || value > largestExponent)
            return std::nullopt;
        return negative ? -value : value;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

/// One side of a fraction, or a whole number text: decimal, "2e9", "2 x 10^9", "10^-3", "10⁻³".
std::optional<Rational> readNumber(QStringView text)
{
    NumberReader reader(text);
    const bool negative = reader.takeSign();
    std::optional<Rational> value = reader.decimal();
    if (!value)
        return std::nullopt;

    const auto tenToThe = [&reader]() -> std::optional<Rational> {
        const std::optional<int> exponent = reader.take(u'^')        ? reader.exponent()
                                            : reader.atSuperscript() ? reader.superscriptExponent()
                                                                     : std::nullopt;
        return exponent ? std::optional(powerOfTen(*exponent)) : std::nullopt;
    };

    if (reader.take(u'e') || reader.take(u'E')) {
        const std::optional<int> exponent = reader.exponent();
        if (!exponent)
            return std::nullopt;
        *value *= powerOfTen(*exponent);
    } else if (!reader.atEnd() && *value == 10 && (reader.peek() == u'^' || reader.atSuperscript())) {
        value = tenToThe();
    } else if (!reader.atEnd()) {
        reader.skipSpaces();
        if (!reader.takeTimes())
            return std::nullopt;
        reader.skipSpaces();
        if (!reader.take(u'1') || !reader.take(u'0'))
            return std::nullopt;
        const std::optional<Rational> scale = tenToThe();
        if (!scale)
            return std::nullopt;
        *value *= *scale;
    }
    if (!value || !reader.atEnd())
        return std::nullopt;
    return negative ? Rational(-*value) : *value;
}

QString fromDigits(const std::string &digits, qsizetype fractionDigits)
{
    QString text = QString::fromStdString(digits);
    if (fractionDigits <= 0)
        return text;
    if (text.size() <= fractionDigits)
        text.prepend(QString(fractionDigits - text.size() + 1, u'0'));
    text.insert(text.size() - fractionDigits, u'.');
    return text;
}

/// digits * 10^exponent in the shorter of the plain form and the form with an exponent
QString decimalText(std::string digits, qsizetype exponent)
{
    while (digits.size() > 1 && digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    const auto count = qsizetype(digits.size());
    if (exponent > paddingZeros || -exponent - count > paddingZeros)
        return fromDigits(digits, count - 1) % u'e' % QString::number(exponent + count - 1);
    if (exponent >= 0)
        return QString::fromStdString(digits) % QString(exponent, u'0');
    return fromDigits(digits, -exponent);
}

/// The largest whole number whose power is not above the value (value >= 0), by Newton's method.
Integer wholeRoot(const Integer &value, unsigned degree)
{
    if (value < 2)
        return value;
    const unsigned bits = boost::multiprecision::msb(value) / degree + 1;
    Integer guess = Integer(1) << bits; // never below the root, so the steps fall until they reach it
    while (true) {
        const Integer next =
            (guess * (degree - 1) + value / Integer(boost::multiprecision::pow(guess, degree - 1))) / degree;
        if (next >= guess)
            return guess;
        guess = next;
    }
}

} // namespace

Rational powerOfTen(int exponent)
{
    const Integer scale = boost::multiprecision::pow(Integer(10), unsigned(std::abs(exponent)));
    return exponent < 0 ? Rational(Integer(1), scale) : Rational(scale);
}

Rational power(const Rational &base, int exponent)
{
    const auto count = unsigned(std::abs(exponent));
    const Integer above = boost::multiprecision::pow(Integer(numerator(base)), count);
    const Integer below = boost::multiprecision::pow(Integer(denominator(base)), count);
    return exponent < 0 ? Rational(below, above) : Rational(above, below);
}

std::optional<Root> root(const Rational &value, unsigned degree)
{
    if (value < 0) {
        if (degree % 2 == 0)
            return std::nullopt;
        std::optional<Root> positive = root(Rational(-value), degree);
        positive->value = -positive->value;
        return positive;
    }
    const Integer above = numerator(value);
    const Integer below = denominator(value);
    const Integer rootAbove = wholeRoot(above, degree);
    const Integer rootBelow = wholeRoot(below, degree);
    if (boost::multiprecision::pow(rootAbove, degree) == above
        && boost::multiprecision::pow(rootBelow, degree) == below)
        return Root{Rational(rootAbove, rootBelow), true};

    // Scaled so that the whole root itself has the digits wanted; a quotient below 1 needs more places.
    const unsigned bitsAbove = boost::multiprecision::msb(above);
    const unsigned bitsBelow = boost::multiprecision::msb(below);
    const unsigned places = rootDigits + (bitsBelow > bitsAbove ? (bitsBelow - bitsAbove) / (3 * degree) + 1 : 0);
    const Integer scale = boost::multiprecision::pow(Integer(10), places);
    const Integer scaled = above * Integer(boost::multiprecision::pow(scale, degree)) / below;
    return Root{Rational(wholeRoot(scaled, degree), scale), false};
}

std::optional<Rational> parseRational(QStringView text)
{
    if (text.size() > longestText)
        return std::nullopt;
    text = text.trimmed();
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return readNumber(text);
    const std::optional<Rational> above = readNumber(text.first(slash).trimmed());
    const std::optional<Rational> below = readNumber(text.sliced(slash + 1).trimmed());
    if (!above || !below || *below == 0)
        return std::nullopt;
    return *above / *below;
}

QString toText(const Rational &value)
{
    const Integer above = numerator(value);
    const Integer below = denominator(value);
    const QString sign = above < 0 ? u"-"_s : QString();
    const Integer magnitude = above < 0 ? Integer(-above) : above;

    // A decimal form exists where the denominator has no prime factor but 2 and 5.
    const auto twos = qsizetype(boost::multiprecision::lsb(below));
    Integer rest = below >> unsigned(twos);
    qsizetype fives = 0;
    while (rest % 5 == 0) {
        rest /= 5;
        ++fives;
    }
    if (rest != 1)
        return QString(sign % QString::fromStdString(magnitude.str()) % u'/' % QString::fromStdString(below.str()));
    const qsizetype places = std::max(twos, fives);
    const Integer scaled = magnitude * boost::multiprecision::pow(Integer(10), unsigned(places)) / below;
    return QString(sign % decimalText(scaled.str(), -places));
}

QString toRoundedText(const Rational &value, int significantDigits)
{
    if (value == 0)
        return u"0"_s;
    const Rational magnitude = value < 0 ? Rational(-value) : value;
    // The position of the first digit, from the lengths of numerator and denominator; at most one off.
    int first = int(numerator(magnitude).str().size()) - int(denominator(magnitude).str().size());
    if (magnitude < powerOfTen(first))
        --first;
    const int exponent = first - significantDigits + 1;
    const Rational shifted = magnitude * powerOfTen(-exponent) + Rational(1, 2);
    const Integer digits = numerator(shifted) / denominator(shifted);
    return QString((value < 0 ? u"-"_s : QString()) % decimalText(digits.str(), exponent));
}

} // namespace clearway::language
