// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/writtennumbers.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

using language::Quantity;
using language::Rational;
using language::Unit;
using language::Units;
using language::UnitScale;

namespace {

constexpr int largestExponent = 60;

/// The units that a text begins with; the longest spelling wins, and it must end with its word.
QList<const Unit *> unitsAt(QStringView text, const Units &units)
{
    constexpr qsizetype furthest = 40;
    text = text.first(std::min(text.size(), furthest));
    while (!text.isEmpty() && (text[0].isSpace() || text[0] == u'-'))
        text = text.sliced(1);
    for (qsizetype size = text.size(); size > 0; --size) {
        if (text[size - 1].isSpace())
            continue;
        const bool inWord = size < text.size() && text[size].isLetterOrNumber() && text[size - 1].isLetterOrNumber();
        if (inWord)
            continue;
        const QList<const Unit *> found = units.unitsSpelled(language::normalisedSpelling(text.first(size)));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

/// In words, as far as the instrument writes them so.
void addWords(const QString &text, const Units &units, QList<WrittenNumber> &numbers)
{
    static const QHash<QString, int> words{
        {u"one"_s, 1},      {u"two"_s, 2},     {u"three"_s, 3},   {u"four"_s, 4},      {u"five"_s, 5},
        {u"six"_s, 6},      {u"seven"_s, 7},   {u"eight"_s, 8},   {u"nine"_s, 9},      {u"ten"_s, 10},
        {u"eleven"_s, 11},  {u"twelve"_s, 12}, {u"single"_s, 1},  {u"both"_s, 2},      {u"dual"_s, 2},
        {u"fifteen"_s, 15}, {u"twenty"_s, 20}, {u"thirty"_s, 30}, {u"hundred"_s, 100},
    };
    static const QRegularExpression word(u"\\b[A-Za-z]{3,8}\\b"_s);
    for (auto at = word.globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const auto found = words.constFind(match.captured().toLower());
        if (found != words.cend())
            numbers.append({Rational(*found), false, unitsAt(QStringView(text).sliced(match.capturedEnd()), units)});
    }
}

} // namespace

QList<WrittenNumber> numbersIn(const QString &whole, const Units &units)
{
    static const QRegularExpression notQuantities(
        uR"(\b(?:\d\s?[A-E]\s?\d{3}|ML\s?\d+)[\w.]*|\b(?:ISO|IEC|ASTM|IEEE|NIJ|CAS)(?:[ /]*(?:[A-Z]{1,4}[- ]?)?\d[\d.:–-]*)+)"_s);
    // Number, then a power of ten with its exponent raised or not, then an exponent of its own, then a fraction.
    static const QRegularExpression form(
        uR"((?<![\w.,^_])([-−–]\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:\s?[x×*]\s?10(?:\^([-−–]?\d+)|([-−–]?\d{1,2})(?![\d.,]))|\^([-−–]?\d+)|\s?/\s?(\d+)(?![\d.]))?)"_s);
    QString text = whole;
    text.replace(notQuantities, u" "_s);
    QList<WrittenNumber> numbers;
    const auto exponentOf = [](QString digits) -> std::optional<int> {
        digits.replace(u'−', u'-').replace(u'–', u'-');
        bool isNumber = false;
        const int exponent = digits.toInt(&isNumber);
        return isNumber && std::abs(exponent) <= largestExponent ? std::optional(exponent) : std::nullopt;
    };
    for (auto at = form.globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        QString digits = match.captured(2);
        if (digits.startsWith(u'.'))
            digits.prepend(u'0');
        const std::optional<Rational> plain = language::parseRational(digits);
        if (!plain)
            continue;
        const bool negative = match.hasCaptured(1) && !match.captured(1).isEmpty();
        const QStringView behind = QStringView(text).sliced(match.capturedEnd());
        const QList<const Unit *> unit = unitsAt(behind, units);
        const auto add = [&](const Rational &value) { numbers.append({value, negative, unit}); };
        const int power = match.hasCaptured(3) ? 3 : match.hasCaptured(4) ? 4 : 0;
        if (power) {
            if (const auto exponent = exponentOf(match.captured(power)))
                add(*plain * language::powerOfTen(*exponent));
        } else if (match.hasCaptured(5)) {
            // A raised number behind it is an exponent, or the mark of a footnote.
            const auto exponent = exponentOf(match.captured(5));
            if (exponent && *plain != 0)
                add(language::power(*plain, *exponent));
            add(*plain);
        } else if (match.hasCaptured(6)) {
            const std::optional<Rational> divisor = language::parseRational(match.captured(6));
            if (divisor && *divisor != 0)
                add(*plain / *divisor);
            add(*plain);
            if (divisor)
                add(*divisor);
        } else {
            add(*plain);
            // "10-14 J": a power of ten whose raised exponent was lost.
            static const QRegularExpression lost(uR"(^[-−–](\d{1,2})(?![\d.,]))"_s);
            if (const auto exponent = lost.matchView(behind); *plain == 10 && exponent.hasMatch())
                numbers.append({language::powerOfTen(-exponent.captured(1).toInt()), false,
                                unitsAt(behind.sliced(exponent.capturedEnd()), units)});
        }
    }
    addWords(text, units, numbers);
    return numbers;
}

bool matches(const WrittenNumber &number, const Quantity &quantity, const Units &units)
{
    const auto inUnit = [&](const Unit &unit) {
        if (language::compare(units.make(number.value, unit), quantity) == 0)
            return true;
        return number.mayBeNegative && language::compare(units.make(-number.value, unit), quantity) == 0;
    };
    bool hasUnit = false;
    for (const Unit *unit : number.units) {
        if (unit->kind != quantity.kind)
            continue;
        hasUnit = true;
        if (inUnit(*unit))
            return true;
    }
    if (hasUnit)
        return false;
    const QList<Unit> all = units.unitsOf(quantity.kind);
    // A factor or divisor in a formula of ours has neither kind nor unit.
    if (all.isEmpty())
        return number.value == quantity.value || (number.mayBeNegative && -number.value == quantity.value);
    return std::ranges::any_of(all, inUnit);
}

} // namespace clearway::official
