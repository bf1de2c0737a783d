// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Items just below, at and above the limits of the list, put to its positions.
#include "model/reasoning/answersjson.h"
#include "model/reasoning/evaluation.h"

#include "contentrules.h"
#include "thresholdcases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;

class TestThresholds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enough();
    void thresholds_data();
    void thresholds();
};

static QString truthName(reasoning::Truth truth)
{
    switch (truth) {
    case reasoning::Truth::False: return u"false"_s;
    case reasoning::Truth::Unknown: return u"unknown"_s;
    case reasoning::Truth::True: return u"true"_s;
    }
    return {};
}

/// Every category has some, with both answers among them.
void TestThresholds::enough()
{
    QMap<QString, QMap<QString, int>> found;
    for (const ThresholdCase &one : thresholdCases()) {
        QVERIFY2(contentRules().entries.contains(one.code), qPrintable(one.code));
        ++found[contentRules().entries.value(one.code).category][one.expected];
    }
    for (const language::Category &category : contentRules().categories) {
        for (const QString &answer : {u"true"_s, u"false"_s})
            QVERIFY2(found[category.id][answer] >= 2, qPrintable(category.id + u' ' + answer));
    }
}

void TestThresholds::thresholds_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QJsonObject>("item");
    QTest::addColumn<QString>("expected");
    for (const ThresholdCase &one : thresholdCases())
        QTest::newRow(one.name.constData()) << one.code << one.item << one.expected;
}

void TestThresholds::thresholds()
{
    QFETCH(const QString, code);
    QFETCH(QJsonObject, item);
    QFETCH(const QString, expected);

    item.insert("id"_L1, u"i1"_s);
    const QJsonObject activity{{u"id"_s, u"a1"_s},
                               {u"facts"_s, QJsonObject()},
                               {u"items"_s, QJsonArray{u"i1"_s}},
                               {u"recipients"_s, QJsonArray()}};
    const QJsonObject answers{
        {u"on"_s, u"2025-06-01"_s}, {u"activities"_s, QJsonArray{activity}}, {u"items"_s, QJsonArray{item}}};
    const auto read = reasoning::readAnswers(QJsonDocument(answers).toJson(), contentRules());
    if (!read) {
        QStringList problems;
        for (const reasoning::InputError &problem : read.error())
            problems << problem.toText(code);
        QFAIL(qPrintable(problems.join(u'\n')));
    }
    const reasoning::Context context{
        .rules = &contentRules(), .answers = &*read, .combination = read->combinations().value(0)};
    QCOMPARE(truthName(reasoning::evaluateEntry(code, context)), expected);
    // The index of what answers can prove misses no entry.
    const QString first = code.section(u'.', 0, 0);
    QCOMPARE(reasoning::listFinding(context).proved.contains(first),
             reasoning::evaluateEntry(first, context) == reasoning::Truth::True);
}

QTEST_GUILESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
