// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/equivalents.h"

#include <QStringTokenizer>

#include <algorithm>

namespace clearway::language {

using namespace Qt::StringLiterals;

namespace {

bool characterFits(QChar pattern, QChar other)
{
    return pattern == u'?' || pattern == other;
}

} // namespace

bool codeFits(QStringView pattern, QStringView code)
{
    return covers(pattern, code);
}

// A code is a pattern without marks.
bool covers(QStringView wide, QStringView narrow)
{
    if (!wide.contains(u'?'))
        return RuleBook::within(narrow, wide);
    return std::ranges::equal(wide, *narrow.tokenize(u'.').begin(), characterFits);
}

std::optional<QString> numberFor(const QString &form, const QString &firstLevel)
{
    const bool munitions = firstLevel.startsWith("ML"_L1);
    QString number;
    for (qsizetype at = 0; at < form.size();) {
        if (form[at] != u'{') {
            number += form[at++];
            continue;
        }
        const qsizetype end = form.indexOf(u'}', at);
        const QStringView name = end < 0 ? QStringView() : QStringView(form).sliced(at + 1, end - at - 1);
        if (name == "code"_L1)
            number += firstLevel;
        else if (name == "category"_L1 && !munitions)
            number += firstLevel.first(1);
        else if (name == "group"_L1 && !munitions)
            number += firstLevel.sliced(1, 1);
        else if (name == "number"_L1)
            number += QString::number(firstLevel.sliced(2).toInt());
        else
            return std::nullopt;
        at = end + 1;
    }
    return number;
}

QList<Equivalent> equivalentsOf(const QString &code, const RuleBook &rules)
{
    QList<Equivalent> found;
    const QString firstLevel = code.section(u'.', 0, 0);
    for (const EquivalentList &list : rules.equivalents) {
        const EquivalentRule *decides = nullptr;
        QString of;
        for (const EquivalentRule &rule : list.rules) {
            const auto pattern =
                std::ranges::find_if(rule.codes, [&](const QString &one) { return codeFits(one, code); });
            if (pattern == rule.codes.cend())
                continue;
            decides = &rule;
            of = pattern->contains(u'?') ? firstLevel : *pattern;
            break;
        }
        if (decides)
            found.append({&list, of, numberFor(decides->number, firstLevel).value_or(QString()), decides->note,
                          decides->verified});
    }
    return found;
}

} // namespace clearway::language
