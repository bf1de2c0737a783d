// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/listcode.h"

#include <QRegularExpression>

#include <algorithm>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isNumberLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= 4 && label.front() != u'0' && std::ranges::all_of(label, isDigit);
}

bool isLetterLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= 2 && std::ranges::all_of(label, isLower);
}

// The part of a category's id that the codes in it begin with: "5P1" holds codes with 5, "ML" those with ML.
QStringView leadOf(QStringView code)
{
    return code.startsWith("ML"_L1) ? code.first(2) : code.first(1);
}

} // namespace

bool isFirstLevelCode(QStringView code)
{
    if (code.startsWith("ML"_L1)) {
        const QStringView number = code.sliced(2);
        return isNumberLabel(number) && number.size() <= 3;
    }
    return code.size() == 5 && isDigit(code[0]) && code[1] >= u'A' && code[1] <= u'E'
           && std::ranges::all_of(code.sliced(2), isDigit);
}

bool isChildLabel(QStringView code, QStringView label)
{
    const qsizetype dot = code.lastIndexOf(u'.');
    if (dot < 0)
        return isLetterLabel(label) || isNumberLabel(label);
    return isDigit(code[dot + 1]) ? isLetterLabel(label) : isNumberLabel(label);
}

bool isListCode(QStringView code)
{
    const qsizetype dot = code.indexOf(u'.');
    if (dot < 0)
        return isFirstLevelCode(code);
    if (code.size() > 60 || code.endsWith(u'.') || !isFirstLevelCode(code.first(dot)))
        return false;
    qsizetype from = dot;
    while (from < code.size()) {
        qsizetype end = code.indexOf(u'.', from + 1);
        if (end < 0)
            end = code.size();
        if (end == from + 1 || !isChildLabel(code.first(from), code.sliced(from + 1, end - from - 1)))
            return false;
        from = end;
    }
    return true;
}

QStringView firstLevelOf(QStringView code)
{
    const qsizetype dot = code.indexOf(u'.');
    return dot < 0 ? code : code.first(dot);
}

bool liesOutside(const RuleBook &rules, QStringView code)
{
    if (!isListCode(code) || rules.entries.contains(firstLevelOf(code).toString()))
        return false;
    const QStringView lead = leadOf(code);
    bool any = false;
    bool allComplete = true;
    for (const Category &category : rules.categories) {
        if (category.id.startsWith(lead)) {
            any = true;
            allComplete = allComplete && category.complete;
        }
    }
    return !(any && allComplete);
}

QString looseCode(QStringView typed)
{
    QString bare;
    for (const QChar c : typed) {
        if (isDigit(c) || isLower(c.toLower()))
            bare += c.toLower();
        else if (!c.isSpace() && c != u'.' && c != u'-' && c != u'_' && c != u'/' && c != u'(' && c != u')')
            return {};
        if (bare.size() > 40)
            return {};
    }
    static const QRegularExpression dualUse(u"^([0-9][a-e])([0-9]{1,3})((?:[a-z]+[0-9]*)*)$"_s);
    // An entry whose positions are numbers, as 1C350.11: three digits are its own.
    static const QRegularExpression numbered(u"^([0-9][a-e])([0-9]{3})([1-9][0-9]{0,2}(?:[a-z]+[0-9]*)*)$"_s);
    static const QRegularExpression munitions(u"^ml([0-9]{1,3})((?:[a-z]+[0-9]*)*)$"_s);
    if (const auto match = dualUse.match(bare); match.hasMatch())
        return match.captured(1) + QString::number(match.captured(2).toInt()) + match.captured(3);
    if (const auto match = numbered.match(bare); match.hasMatch())
        return match.captured(1) + QString::number(match.captured(2).toInt()) + u'.' + match.captured(3);
    if (const auto match = munitions.match(bare); match.hasMatch())
        return u"ml"_s + QString::number(match.captured(1).toInt()) + match.captured(2);
    return {};
}

} // namespace clearway::store
