// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "model/reasoning/answersjson.h"
#include "model/reasoning/starting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using language::StartingPoint;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonObject pointJson(const StartingPoint &point)
{
    QJsonArray items;
    for (const language::StartingItem &item : point.items) {
        QJsonObject one{{u"kind"_s, item.kind}, {u"title"_s, item.title}};
        if (!item.activities.isEmpty())
            one["with"_L1] = QJsonArray::fromStringList(item.activities);
        items.append(one);
    }
    QJsonObject facts;
    for (const auto &[fact, value] : point.facts.asKeyValueRange())
        facts.insert(fact, value);
    return {{u"id"_s, point.id},           {u"title"_s, point.title},
            {u"summary"_s, point.summary}, {u"activities"_s, QJsonArray::fromStringList(point.activities)},
            {u"items"_s, items},           {u"facts"_s, facts},
            {u"hint"_s, point.hint}};
}

int listPoints(const language::RuleBook &rules, bool json)
{
    QJsonArray array;
    for (const StartingPoint &point : rules.startingPoints) {
        if (json)
            array.append(pointJson(point));
        else
            say(u"%1  %2: %3"_s.arg(point.id, -22).arg(point.title, point.summary));
    }
    if (json)
        printJson(array);
    return Done;
}

void tellPoint(const StartingPoint &point)
{
    say(point.title);
    say(point.summary);
    say(Text::tr("Activities: %1").arg(point.activities.join(u", "_s)));
    for (const language::StartingItem &item : point.items)
        say(Text::tr("Item: %1 (%2)").arg(item.title, item.kind));
    for (const auto &[fact, value] : point.facts.asKeyValueRange())
        say(u"%1: %2"_s.arg(fact, value));
    say(Text::tr("Commonly overlooked: %1").arg(point.hint));
}

} // namespace

int starts(const Command &command)
{
    const QString form = u"starts [ID] [--on YYYY-MM-DD] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"on"_s}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() > 1 || (parsed->rest.isEmpty() && parsed->has(u"on"_s))) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    QDate on = QDate::currentDate();
    if (parsed->has(u"on"_s)) {
        on = QDate::fromString(parsed->value(u"on"_s), Qt::ISODate);
        if (!on.isValid()) {
            complain(Text::tr("--on: \"%1\" is no day; expected YYYY-MM-DD").arg(parsed->value(u"on"_s)));
            return Usage;
        }
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const language::RuleBook &rules = opened->rules();
    if (parsed->rest.isEmpty())
        return listPoints(rules, parsed->has(u"json"_s));
    const StartingPoint *point = rules.startingPoint(parsed->rest.first());
    if (!point) {
        QStringList known;
        for (const StartingPoint &one : rules.startingPoints)
            known.append(one.id);
        complain(Text::tr("there is no starting point \"%1\"; expected one of %2")
                     .arg(parsed->rest.first(), known.join(u", "_s)));
        return BadInput;
    }
    // For scripts: answers to go on from, with which `assess` can be called at once.
    if (parsed->has(u"json"_s))
        printJson(reasoning::toJson(reasoning::answersFrom(*point, rules, on), rules));
    else
        tellPoint(*point);
    return Done;
}

} // namespace clearway::cli
