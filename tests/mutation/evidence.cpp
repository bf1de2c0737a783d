// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence.h"

#include "model/reasoning/statediagrams.h"

#include "reasoningtesting.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

using testing::LawCase;

namespace {

QStringList filesIn(const QString &folder)
{
    return QDir(QStringLiteral(CLEARWAY_TEST_DATA "/") + folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

void setState(LawCase &one)
{
    const language::LawState *state = reasoning::stateFor(testing::catalogue(), one.answers, {});
    if (!state)
        qFatal("%s: neither a day nor a state of the law", qPrintable(one.name));
    one.state = state->id;
}

void addScenarios(QList<LawCase> &cases)
{
    for (const QString &file : filesIn(u"scenarios"_s)) {
        const QJsonObject scenario = testing::readObject(u"scenarios/"_s + file);
        for (const QJsonValue &value : scenario["expect"_L1].toArray()) {
            const QJsonObject expect = value.toObject();
            LawCase one;
            one.name = u"scenarios/"_s + file + u' ' + expect["on"_L1].toString() + expect["law"_L1].toString();
            one.answers =
                testing::put(testing::answersOf(scenario["answers"_L1].toObject(), file),
                             QDate::fromString(expect["on"_L1].toString(), Qt::ISODate), expect["law"_L1].toString());
            setState(one);
            one.outcome = expect["outcome"_L1].toString();
            one.requirements = expect["requirements"_L1].toVariant().toStringList();
            if (expect.contains("exception"_L1))
                one.exception = expect["exception"_L1].toString();
            cases.append(one);
        }
    }
}

/// Only what comes of them: to walk the interviews again for every mutant would take too long.
void addGoldenPaths(QList<LawCase> &cases)
{
    for (const QString &file : filesIn(u"golden-paths"_s)) {
        const QJsonObject golden = testing::readObject(u"golden-paths/"_s + file);
        QSet<QString> asked;
        for (const QJsonValue &page : golden["pages"_L1].toArray()) {
            for (const QJsonValue &fact : page.toArray())
                asked.insert(fact.toString());
        }
        QJsonObject answers = golden["answers"_L1].toObject();
        for (const QString &fact : answers.keys()) {
            if (!asked.contains(fact))
                answers.remove(fact);
        }
        LawCase one;
        one.name = u"golden-paths/"_s + file;
        one.answers = testing::answersOf({{u"on"_s, golden["on"_L1]}, {u"answers"_s, answers}}, file);
        if (!golden["recipient"_L1].toBool(true)) {
            one.answers.activities.first().recipients.clear();
            one.answers.recipients.clear();
        }
        if (golden["looked"_L1].isString())
            one.answers.items.first().looked.searches.append(golden["looked"_L1].toString());
        setState(one);
        one.outcome = golden["outcome"_L1].toString();
        one.listOpened = golden["list_opened"_L1].toBool(false);
        cases.append(one);
    }
}

} // namespace

QList<LawCase> evidence()
{
    QList<LawCase> cases = testing::lawCases();
    addScenarios(cases);
    addGoldenPaths(cases);
    return cases;
}

} // namespace clearway::mutation
