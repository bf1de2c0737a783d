// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/starting.h"

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Scope;

language::Value startingValue(const QString &said, const language::FactDefinition &fact)
{
    if (fact.kind == language::FactKind::YesNo)
        return said == "yes"_L1;
    return language::Picked{{said}};
}

Answers answersFrom(const language::StartingPoint &point, const language::RuleBook &rules, QDate on)
{
    const auto facts = language::StartFacts::of(rules);
    Answers answers;
    answers.on = on;
    answers.recipients.append({u"r1"_s, {}});
    QStringList items;
    for (const language::StartingItem &item : point.items) {
        const QString id = u"i%1"_s.arg(items.size() + 1);
        answers.items.append({.id = id, .title = item.title, .points = 0, .looked = {}});
        items.append(id);
        if (facts.item)
            answers.set({facts.item->id, id}, language::Picked{{item.kind}});
    }
    for (const QString &kind : point.activities) {
        const QString id = u"a%1"_s.arg(answers.activities.size() + 1);
        ActivityScope activity{id, {}, {}, {u"r1"_s}};
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (point.goesWith(point.items[i], kind))
                activity.items.append(items[i]);
        }
        answers.activities.append(activity);
        if (facts.activity)
            answers.set({facts.activity->id, id}, language::Picked{{kind}});
    }
    for (const language::FactDefinition *fact : facts.others) {
        const auto said = point.facts.constFind(fact->id);
        if (said == point.facts.cend())
            continue;
        const language::Value value = startingValue(*said, *fact);
        QStringList holders{QString()};
        if (fact->scope == Scope::Activity) {
            holders.clear();
            for (const ActivityScope &activity : std::as_const(answers.activities))
                holders.append(activity.id);
        } else if (fact->scope == Scope::Recipient) {
            holders = {u"r1"_s};
        } else if (fact->scope != Scope::Case) {
            holders = items;
        }
        for (const QString &holder : std::as_const(holders))
            answers.set({fact->id, holder}, value);
    }
    return answers;
}

} // namespace clearway::reasoning
