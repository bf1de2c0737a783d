// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/language/helptext.h"

#include "catalogue/language/rulebook.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace clearway::language {

static QRegularExpression placeholder()
{
    return QRegularExpression(u"\\{countries of ([a-z0-9_]+)\\}"_s);
}

QString helpText(const QString &text, const RuleBook &rules)
{
    QString result;
    qsizetype from = 0;
    const QRegularExpression pattern = placeholder();
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const auto group = rules.countryGroups.constFind(match.captured(1));
        if (group == rules.countryGroups.cend()) {
            result += match.captured();
            continue;
        }
        QStringList names;
        for (const QString &code : group->countries)
            names.append(rules.countries.value(code, code));
        names.sort(Qt::CaseInsensitive);
        const QString members = names.join(u", "_s);
        result += group->verified
                      ? QCoreApplication::translate("Help", "%1 (%2)").arg(members, group->instrument)
                      : QCoreApplication::translate("Help", "%1 (from memory: check the instrument)").arg(members);
    }
    return result + QStringView(text).sliced(from);
}

QStringList groupsNamedIn(const QString &text)
{
    QStringList ids;
    const QRegularExpression pattern = placeholder();
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        ids.append(it.next().captured(1));
    return ids;
}

} // namespace clearway::language
