// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/textquantities.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using language::Rational;
using language::Unit;
using language::Units;

namespace {

/// Nobody writes a longer number by hand; what is longer is no number but data.
constexpr qsizetype longestNumber = 60;

constexpr std::array<std::pair<QLatin1StringView, int>, 11> numberWords = {{{"two"_L1, 2},
                                                                            {"three"_L1, 3},
                                                                            {"four"_L1, 4},
                                                                            {"five"_L1, 5},
                                                                            {"six"_L1, 6},
                                                                            {"seven"_L1, 7},
                                                                            {"eight"_L1, 8},
                                                                            {"nine"_L1, 9},
                                                                            {"ten"_L1, 10},
                                                                            {"eleven"_L1, 11},
                                                                            {"twelve"_L1, 12}}};

/// A number as it stands in a text, without its unit.
struct Number {
    Rational value;
    qsizetype from = 0;
    qsizetype end = 0;
    bool isWhole = false; ///< written as a whole number without a power of ten
};

bool isSpaceWithin(QChar c)
{
    return c == u' ' || c == QChar(0x00a0) || c == QChar(0x2009) || c == QChar(0x202f) || c == QChar(0x2007);
}

bool isMinus(QChar c)
{
    return c == u'-' || c == QChar(0x2212);
}

bool isJoining(QChar c)
{
    return isMinus(c) || c == QChar(0x2010) || c == QChar(0x2011);
}

bool belongsToWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// What is looked at from a place on: an expression that is given the whole text goes through all of it each time.
QStringView windowAt(const QString &text, qsizetype from)
{
    QStringView window = QStringView(text).sliced(from, std::min(2 * longestNumber, text.size() - from));
    if (!window.isEmpty() && window.back().isHighSurrogate())
        window.chop(1);
    return window;
}

/// The text with nothing in it that is half a character; every place stays where it is.
QString whole(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool paired = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (paired)
            ++at;
        else if (text[at].isSurrogate())
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

/// Reads the number that begins at a place: as long as it can be read.
std::optional<Number> numberAt(const QString &text, qsizetype from)
{
    static const QString exponent = u"(?:\\^\\s?\\(?[-+−]?\\d{1,4}\\)?|[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+)"_s;
    static const QRegularExpression form(
        u"\\G[-−]?(?:10%1|(?:\\d{1,3}(?:[, \\x{2007}\\x{2009}\\x{202f}\\x{00a0}]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?"
        "(?:[eE][-+−]?\\d{1,4}(?!\\w)|\\s?[x×·*]\\s?10%1)?)"_s.arg(exponent));
    const auto found = form.matchView(windowAt(text, from));
    if (!found.hasMatch() || found.capturedLength() > longestNumber)
        return std::nullopt;
    // Thousands are set apart by commas and by spaces that are of no use to whoever reads the number.
    QString written = found.captured();
    static const QRegularExpression apart(u"(?<=\\d)[, \\x{2007}\\x{2009}\\x{202f}\\x{00a0}](?=\\d{3}(?:\\D|$))"_s);
    written.remove(apart);
    written.replace(QChar(0x2212), u'-').remove(u'(').remove(u')');
    const auto value = language::parseRational(written);
    if (!value)
        return std::nullopt;
    const bool isWhole = std::ranges::all_of(written, [](QChar c) { return c.isDigit(); });
    return Number{*value, from, from + found.capturedEnd(), isWhole};
}

/// A number in words that begins at a place: "five".
std::optional<Number> wordAt(const QString &text, qsizetype from)
{
    for (const auto &[word, value] : numberWords) {
        if (QStringView(text).sliced(from).startsWith(word, Qt::CaseInsensitive)
            && (from + word.size() >= text.size() || !belongsToWord(text[from + word.size()])))
            return Number{Rational(value), from, from + word.size(), true};
    }
    return std::nullopt;
}

/// A unit behind a number, or nothing.
struct Spelled {
    QList<const Unit *> units;
    qsizetype end = 0;
};

/// The longest spelling of a unit at a place, behind at most one space or hyphen.
Spelled unitBehind(const QString &text, qsizetype number, const Units &units)
{
    qsizetype at = number;
    const bool joined = at < text.size() && isJoining(text[at]);
    if (at < text.size() && (isSpaceWithin(text[at]) || joined))
        ++at;
    const qsizetype most = std::min(units.longestSpelling() + 4, text.size() - at);
    for (qsizetype length = most; length > 0; --length) {
        const qsizetype end = at + length;
        if (text[end - 1].isSpace() || (end < text.size() && belongsToWord(text[end]) && belongsToWord(text[end - 1])))
            continue;
        // "14-bit" and "3 m" are quantities; "4-a" and "2 in" are mostly other words.
        const QString spelling = language::normalisedSpelling(QStringView(text).sliced(at, length));
        if (spelling.isEmpty() || spelling == "in"_L1 || spelling.front().isDigit() || (joined && length == 1))
            continue;
        if (QList<const Unit *> spelled = units.unitsSpelled(spelling); !spelled.isEmpty())
            return {std::move(spelled), end};
    }
    return {};
}

/// Whether a range goes on behind a number ("1–10", "1 to 10", "between 1 and 10"): where its other end begins.
std::optional<qsizetype> otherEnd(const QString &text, qsizetype end)
{
    static const QRegularExpression between(u"\\G\\s?(?:–|—|-|−|\\.\\.\\.?|…|to\\s|and\\s|bis\\s)\\s?(?=[-−\\d])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto found = between.matchView(windowAt(text, end));
    return found.hasMatch() ? std::optional(end + found.capturedEnd()) : std::nullopt;
}

QList<language::Quantity> readingsOf(const Number &number, const QList<const Unit *> &units, const Units &all,
                                     const QString &written)
{
    QList<language::Quantity> readings;
    for (const Unit *unit : units) {
        // Beyond every level that can be measured.
        if (unit->scale == language::UnitScale::Logarithmic
            && (number.value > Rational(4000) || number.value < Rational(-4000)))
            continue;
        readings.append(all.make(number.value, *unit, written));
    }
    return readings;
}

/// Of a cipher whose name ends with the length of its key, "AES-256": the number, with what its bits may be.
struct NamedKey {
    Number number;
    QString written;
};

std::optional<NamedKey> namedKeyAt(const QString &text, qsizetype at)
{
    static constexpr std::array ciphers{"AES"_L1, "Camellia"_L1, "Twofish"_L1, "Serpent"_L1, "ARIA"_L1};
    const auto cipher = std::ranges::find_if(
        ciphers, [&](QLatin1StringView name) { return QStringView(text).sliced(at).startsWith(name); });
    if (cipher == ciphers.end())
        return std::nullopt;
    qsizetype from = at + cipher->size();
    if (from < text.size() && (isJoining(text[from]) || isSpaceWithin(text[from])))
        ++from;
    qsizetype end = from;
    while (end < text.size() && end - from < 4 && text[end].unicode() < 128 && text[end].isDigit())
        ++end;
    if (end - from != 3 || (end < text.size() && belongsToWord(text[end])))
        return std::nullopt;
    return NamedKey{{Rational(QStringView(text).sliced(from, 3).toInt()), from, end, true}, text.sliced(at, end - at)};
}

/// The word that is counted, behind a hyphen: "axis" of "five-axis".
QString countedBehind(const QString &text, qsizetype end)
{
    if (end >= text.size() || !isJoining(text[end]))
        return {};
    qsizetype to = end + 1;
    while (to < text.size() && text[to].isLetter())
        ++to;
    return to - end > 2 ? text.sliced(end + 1, to - end - 1).toLower() : QString();
}

} // namespace

QList<TextQuantity> quantitiesIn(const QString &given, const Units &units)
{
    const QString text = whole(given);
    QList<TextQuantity> found;
    const auto add = [&](const Number &number, qsizetype end, const QString &written,
                         const QList<const Unit *> &spelled) {
        TextQuantity quantity{written, number.from, end - number.from, readingsOf(number, spelled, units, written), {}};
        if (!quantity.readings.isEmpty())
            found.append(quantity);
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        // Nor does one begin within another that is written in a way nobody here reads ("1,5").
        const bool within = at > 1 && (text[at - 1] == u',' || text[at - 1] == u'.') && text[at - 2].isDigit();
        const bool begins = at == 0 || (!belongsToWord(text[at - 1]) && !within);
        if (!begins || !(text[at].isDigit() || text[at].isLetter() || isMinus(text[at])))
            continue;
        // A hyphen between a word and a number is no sign: "AES-256".
        if (isMinus(text[at]) && at > 0 && !text[at - 1].isSpace() && text[at - 1] != u'(')
            continue;
        if (const auto key = text[at].isLetter() ? namedKeyAt(text, at) : std::nullopt) {
            add(key->number, key->number.end, key->written, units.unitsSpelled(u"bit"));
            at = key->number.end - 1;
            continue;
        }
        const std::optional<Number> number = text[at].isLetter() ? wordAt(text, at) : numberAt(text, at);
        if (!number)
            continue;
        if (at > 1 && isMinus(text[at - 1]) && belongsToWord(text[at - 2])) {
            at = number->end - 1; // "Mod-3", "C-130"
            continue;
        }
        if (const Spelled unit = unitBehind(text, number->end, units); !unit.units.isEmpty()) {
            add(*number, unit.end, text.sliced(number->from, unit.end - number->from), unit.units);
            at = unit.end - 1;
            continue;
        }
        if (const auto next = otherEnd(text, number->end)) {
            if (const std::optional<Number> other = numberAt(text, *next)) {
                if (const Spelled unit = unitBehind(text, other->end, units); !unit.units.isEmpty()) {
                    const QString spelling = text.sliced(other->end, unit.end - other->end);
                    add(*number, number->end, text.sliced(number->from, number->end - number->from) + spelling,
                        unit.units);
                    add(*other, unit.end, text.sliced(other->from, unit.end - other->from), unit.units);
                    at = unit.end - 1;
                    continue;
                }
            }
        }
        if (const QString counted = countedBehind(text, number->end); number->isWhole && !counted.isEmpty()) {
            const qsizetype end = number->end + 1 + counted.size();
            QList<const Unit *> counts;
            for (const Unit *unit : units.unitsSpelled(u"1"))
                if (unit->kind == "count"_L1)
                    counts.append(unit);
            const qsizetype before = found.size();
            add(*number, end, text.sliced(number->from, end - number->from), counts);
            if (found.size() > before)
                found.last().counted = counted;
            at = end - 1;
            continue;
        }
        at = number->end - 1;
    }
    return found;
}

} // namespace clearway::classification
