// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/evaluation.h"
#include "model/reasoning/statediagrams.h"

#include "reasoningtesting.h"

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
    void onlyWhereLooked_data();
    void onlyWhereLooked();
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
        answers.items.first().looked.searches = {u"the thing in my own words"_s};
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
    QTest::newRow("every part") << QStringList{u"unknown"_s} << "yes" << true << now << "" << true;
    QTest::newRow("nobody looked") << five << "no" << false << now << "" << false;
    QTest::newRow("the day before the list") << five << "no" << true << QDate(2024, 8, 31) << "" << false;
    QTest::newRow("in 2017") << five << "no" << true << QDate(2017, 5, 5) << "" << false;
    QTest::newRow("as written in 2015") << five << "no" << true << QDate() << "2015" << false;
    QTest::newRow("as written in 2012") << five << "no" << true << QDate() << "2012" << false;
    for (const char *area : {"c0", "c1", "c2", "c3", "c4", "c6", "c7", "c8", "c9"})
        QTest::addRow("%s", area) << QStringList{QString::fromLatin1(area)} << "no" << true << now << "" << true;
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
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), answers);
    QVERIFY(conclusion.listOpened);
    QCOMPARE(conclusion.outcome == Outcome::NotControlled, concluded);
    QCOMPARE(conclusion.outcome == Outcome::AdviceNeeded, !concluded);
}

void NotListedTest::onlyWhereLooked_data()
{
    QTest::addColumn<QStringList>("areas");
    QTest::addColumn<QString>("military");
    QTest::addColumn<QStringList>("opened");
    QTest::addColumn<QStringList>("unseen");
    const auto row = [](const char *name, const QStringList &areas, const char *military, const QStringList &opened,
                        const QStringList &unseen) {
        QTest::newRow(name) << areas << QString::fromLatin1(military) << opened << unseen;
    };
    row("the one part", {u"c3"_s}, "no", {u"3A001"_s}, {});
    row("deep in it", {u"c3"_s}, "no", {u"3A001.a.5.a"_s}, {});
    row("another part", {u"c3"_s}, "no", {u"4A003"_s}, {u"3"_s});
    row("one of two", {u"c3"_s, u"c4"_s}, "no", {u"3A001"_s}, {u"4"_s});
    row("both", {u"c3"_s, u"c4"_s}, "no", {u"3A001"_s, u"4A003"_s}, {});
    row("not the munitions", {u"c3"_s}, "yes", {u"3A001"_s}, {u"ML"_s});
    row("the munitions too", {u"c3"_s}, "yes", {u"3A001"_s, u"ML11"_s}, {});
}

/// Opening what is near in one category shows nothing of another; a search goes through all of them.
void NotListedTest::onlyWhereLooked()
{
    QFETCH(QStringList, areas);
    QFETCH(QString, military);
    QFETCH(QStringList, opened);
    QFETCH(QStringList, unseen);
    Answers answers = supply(areas, military, false);
    answers.items.first().looked.opened = opened;
    answers = put(answers, QDate(2025, 6, 2), {});
    const auto findingOf = [](const Answers &of) {
        return reasoning::listFinding(
            {&catalogue(), reasoning::stateFor(catalogue(), of, {}), &of, of.combinations().first(), -1});
    };
    QCOMPARE(findingOf(answers).categoriesUnseen, unseen);
    QCOMPARE(findingOf(answers).notListed, unseen.isEmpty());
    answers.items.first().looked.searches = {u"amplifier"_s};
    QVERIFY(findingOf(answers).notListed);
}

QTEST_GUILESS_MAIN(NotListedTest)
#include "not_listed_test.moc"
