// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasoningtesting.h"

#include "model/reasoning/evaluation.h"
#include "model/reasoning/statediagrams.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using reasoning::Answers;
using reasoning::Outcome;

/// "Not listed" is concluded only of categories held whole, in the time of the list, and by those who looked.
class NotListedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void notListed_data();
    void notListed();
};

static Answers supply(const QStringList &areas, const QString &military, bool looked)
{
    const auto pick = [](const QString &id) { return language::Value(language::Picked{{id}}); };
    Answers answers = Answers::single();
    for (const QString &id : {u"wmd"_s, u"military_use"_s, u"sanctions"_s, u"notice"_s})
        answers.set({u"case."_s + id, {}, -1}, pick(u"no"_s));
    const auto item = [&](const QString &id, const language::Value &value) {
        answers.set({u"item."_s + id, u"i1"_s, -1}, value);
    };
    const auto activity = [&](const QString &id, const QString &value) {
        answers.set({u"activity."_s + id, u"a1"_s, -1}, pick(value));
    };
    activity(u"kind"_s, u"share_partners"_s);
    activity(u"place"_s, u"australia"_s);
    activity(u"medium"_s, u"file"_s);
    item(u"kind"_s, pick(u"know_how"_s));
    item(u"public"_s, pick(u"no"_s));
    item(u"origin"_s, pick(u"given"_s));
    item(u"military"_s, pick(military));
    item(u"areas"_s, language::Picked{areas});
    item(u"entries"_s, language::EntryCodes{});
    answers.set({u"recipient.place"_s, u"r1"_s, -1}, language::Country{u"JP"_s});
    answers.set({u"recipient.relation"_s, u"r1"_s, -1}, pick(u"other"_s));
    if (looked)
        answers.items.first().looked.rejected = {{u"5A002"_s, u"it hides nothing"_s}};
    return answers;
}

void NotListedTest::notListed_data()
{
    QTest::addColumn<QStringList>("areas");
    QTest::addColumn<QString>("military");
    QTest::addColumn<bool>("looked");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("law");
    QTest::addColumn<bool>("concluded");
    const QDate now(2025, 6, 2);
    const QStringList five{u"c5p1"_s, u"c5p2"_s};
    QTest::newRow("Category 5, looked") << five << "no" << true << now << "" << true;
    QTest::newRow("the first day of the list") << five << "no" << true << QDate(2024, 9, 1) << "" << true;
    QTest::newRow("the state of the list as written") << five << "no" << true << QDate() << "2024" << true;
    QTest::newRow("one part alone") << QStringList{u"c5p1"_s} << "no" << true << now << "" << true;
    QTest::newRow("nobody looked") << five << "no" << false << now << "" << false;
    QTest::newRow("the day before the list") << five << "no" << true << QDate(2024, 8, 31) << "" << false;
    QTest::newRow("in 2017") << five << "no" << true << QDate(2017, 5, 5) << "" << false;
    QTest::newRow("as written in 2015") << five << "no" << true << QDate() << "2015" << false;
    QTest::newRow("as written in 2012") << five << "no" << true << QDate() << "2012" << false;
    QTest::newRow("may be military") << five << "yes" << true << now << "" << false;
    QTest::newRow("cannot tell the part") << QStringList{u"unknown"_s} << "no" << true << now << "" << false;
    for (const char *area : {"c0", "c1", "c2", "c3", "c4", "c6", "c7", "c8", "c9"})
        QTest::addRow("beside %s, which is not held", area)
            << QStringList{QString::fromLatin1(area), u"c5p1"_s} << "no" << true << now << "" << false;
}

void NotListedTest::notListed()
{
    QFETCH(QStringList, areas);
    QFETCH(QString, military);
    QFETCH(bool, looked);
    QFETCH(QDate, on);
    QFETCH(QString, law);
    QFETCH(bool, concluded);
    const Answers answers = put(supply(areas, military, looked), on, law);
    const reasoning::Context context{&catalogue(), reasoning::stateFor(catalogue(), answers, {}), &answers,
                                     answers.combinations().first(), -1};
    const reasoning::ListFinding finding = reasoning::listFinding(context);
    QVERIFY(finding.met.isEmpty());
    QCOMPARE(finding.notListed, concluded);
    const reasoning::Conclusion conclusion = reasoning::conclude(catalogue(), answers);
    QVERIFY(conclusion.listOpened);
    QCOMPARE(conclusion.outcome == Outcome::NotControlled, concluded);
    QCOMPARE(conclusion.outcome == Outcome::AdviceNeeded, !concluded);
}

QTEST_GUILESS_MAIN(NotListedTest)
#include "not_listed_test.moc"
