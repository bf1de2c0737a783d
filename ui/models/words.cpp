// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include "model/reasoning/answersjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Scope;
using reasoning::Outcome;

static QString words(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

QString outcomeTitle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StopAndRefer: return words(QT_TRANSLATE_NOOP("Words", "Stop and refer"));
    case Outcome::PermitLikelyRequired: return words(QT_TRANSLATE_NOOP("Words", "A permit is likely required"));
    case Outcome::ApprovalLikelyRequired: return words(QT_TRANSLATE_NOOP("Words", "An approval is likely required"));
    case Outcome::AdviceNeeded: return words(QT_TRANSLATE_NOOP("Words", "Advice is needed"));
    case Outcome::Notify: return words(QT_TRANSLATE_NOOP("Words", "Notify first"));
    case Outcome::CoveredByPermit: return words(QT_TRANSLATE_NOOP("Words", "Covered by what you hold"));
    case Outcome::PermitUnlikely: return words(QT_TRANSLATE_NOOP("Words", "A permit is unlikely to be required"));
    case Outcome::NotControlled: break;
    }
    return words(QT_TRANSLATE_NOOP("Words", "Not controlled"));
}

QString holderName(const reasoning::Answers &answers, Scope scope, const QString &id)
{
    const auto name = [&id](const auto &all, const char *numbered) {
        for (qsizetype i = 0; i < all.size(); ++i)
            if (all[i].id == id)
                return all[i].title.isEmpty() ? words(numbered).arg(i + 1) : all[i].title;
        return id;
    };
    switch (scope) {
    case Scope::Activity: return name(answers.activities, QT_TRANSLATE_NOOP("Words", "Activity %1"));
    case Scope::Item:
    case Scope::Point: return name(answers.items, QT_TRANSLATE_NOOP("Words", "Item %1"));
    case Scope::Recipient: return name(answers.recipients, QT_TRANSLATE_NOOP("Words", "Recipient %1"));
    case Scope::Case: break;
    }
    return {};
}

QString forWhom(const reasoning::Answers &answers, const language::FactDefinition &fact, const reasoning::FactKey &key)
{
    bool several = false;
    switch (fact.scope) {
    case Scope::Activity: several = answers.activities.size() > 1; break;
    case Scope::Item:
    case Scope::Point: several = answers.items.size() > 1; break;
    case Scope::Recipient: several = answers.recipients.size() > 1; break;
    case Scope::Case: break;
    }
    QString text = several ? holderName(answers, fact.scope, key.holder) : QString();
    if (key.point >= 0) {
        const QString point = words(QT_TRANSLATE_NOOP("Words", "operating point %1")).arg(key.point + 1);
        text = text.isEmpty() ? point : text + u", "_s + point;
    }
    return text;
}

QString forWhom(const reasoning::Answers &answers, const reasoning::Combination &combination)
{
    QStringList parts;
    if (answers.activities.size() > 1 && !combination.activity.isEmpty())
        parts << holderName(answers, Scope::Activity, combination.activity);
    if (answers.items.size() > 1 && !combination.item.isEmpty())
        parts << holderName(answers, Scope::Item, combination.item);
    if (answers.recipients.size() > 1 && !combination.recipient.isEmpty())
        parts << holderName(answers, Scope::Recipient, combination.recipient);
    return parts.join(u" · "_s);
}

QString answerText(const reasoning::Answer &answer, const language::FactDefinition &fact,
                   const language::RuleBook &rules)
{
    return reasoning::valueToText(answer.value, fact, rules);
}

} // namespace clearway::ui
