// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/aboutjson.h"
#include "model/assessment/assess.h"
#include "model/assessment/json.h"
#include "model/assessment/nextsteps.h"
#include "model/assessment/summary.h"

#include "smallrules.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::assessment;

/// What is held already: kept, printed, and noticed when it ends.
class PermitHeldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsBetweenItsDays_data();
    void runsBetweenItsDays();
    void whatIsMissingIsSaid();
    void goesThroughTheDocument();
    void aboutIsReadFromAFile_data();
    void aboutIsReadFromAFile();
    void limitsHowLongTheResultHolds();
    void oneThatHasEndedKeepsItADraft();
    void itsConditionsAreSteps();
    void theCopyNamesNobody();

private:
    static PermitHeld permit()
    {
        return {PermitHeld::Kind::Permit,
                u"P-17"_s,
                u"The University"_s,
                u"sonar code for Kyoto"_s,
                QDate(2024, 1, 1),
                QDate(2024, 12, 31),
                u"Report every half year.\nNobody else."_s};
    }
    // The exception for drafts, made into a permit that covers.
    static language::RuleBook coveringRules()
    {
        language::RuleBook rules = smallRules();
        for (language::LawState &state : rules.states)
            for (language::Provision &provision : state.provisions)
                for (language::Exception &exception : provision.exceptions)
                    exception.effect = language::ExceptionEffect::Covers;
        return rules;
    }
    Assessment assessed(QList<PermitHeld> permits, QDate on = QDate(2024, 6, 1)) const
    {
        reasoning::Answers answers = smallAnswers(m_rules);
        answers.law.clear();
        answers.on = on;
        AssessOptions options;
        options.now = QDateTime(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::UTC);
        options.about.permits = std::move(permits);
        return assess(m_rules, answers, options);
    }
    const language::RuleBook m_rules = coveringRules();
};

void PermitHeldTest::runsBetweenItsDays_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<bool>("runs");
    const QDate day(2024, 6, 1);
    QTest::newRow("first day") << day << QDate() << true;
    QTest::newRow("day before the first") << day.addDays(1) << QDate() << false;
    QTest::newRow("last day") << QDate() << day << true;
    QTest::newRow("day after the last") << QDate() << day.addDays(-1) << false;
    QTest::newRow("no days said") << QDate() << QDate() << true;
}

void PermitHeldTest::runsBetweenItsDays()
{
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    PermitHeld held = permit();
    held.from = from;
    held.until = until;
    QTEST(runsOn(held, QDate(2024, 6, 1)), "runs");
    QCOMPARE(running({held}, QDate()).size(), 1); // a day that nobody knows rules nothing out
}

void PermitHeldTest::whatIsMissingIsSaid()
{
    QVERIFY(problemsIn(permit()).isEmpty());
    PermitHeld held = permit();
    held.number = u" "_s;
    held.covers.clear();
    held.until = held.from.addDays(-1);
    QCOMPARE(problemsIn(held).size(), 3);
    for (const PermitHeld::Kind kind : {PermitHeld::Kind::Permit, PermitHeld::Kind::Approval,
                                        PermitHeld::Kind::Permission, PermitHeld::Kind::Registration})
        QCOMPARE(permitKindFromName(permitKindName(kind)), kind);
    QVERIFY(!permitKindFromName(u"licence"));
    const QString words = inWords(permit());
    for (const QString &part : {u"P-17"_s, u"The University"_s, u"2024"_s, u"Kyoto"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
}

void PermitHeldTest::goesThroughTheDocument()
{
    PermitHeld bare;
    bare.kind = PermitHeld::Kind::Approval;
    bare.number = u"A-1"_s;
    const QList<PermitHeld> permits{permit(), bare};
    const Assessment made = assessed(permits);
    const auto again = read(toBytes(toJson(made, m_rules)), m_rules);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().toText(u"document"_s)));
    QCOMPARE(again->assessment.about.permits, permits);
    QVERIFY(again->fingerprintMatches);
    // Where none is held, the document does not speak of it.
    QVERIFY(!toJson(assessed({}), m_rules)["about"_L1].toObject().contains("permits"_L1));
}

void PermitHeldTest::aboutIsReadFromAFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path"); // of what is wrong
    QTest::newRow("all of it") << QByteArray(R"({"assessor": "A", "permits": [{"kind": "permit", "number": "P-17"}]})")
                               << QString();
    QTest::newRow("nothing") << QByteArray("{}") << QString();
    QTest::newRow("another kind") << QByteArray(R"({"permits": [{"kind": "licence", "number": "1"}]})")
                                  << u"/permits/0/kind"_s;
    QTest::newRow("no number") << QByteArray(R"({"permits": [{"kind": "permit"}]})") << u"/permits/0/number"_s;
    QTest::newRow("no day") << QByteArray(R"({"permits": [{"kind": "permit", "number": "1", "until": "2024-02-30"}]})")
                            << u"/permits/0/until"_s;
    QTest::newRow("no list") << QByteArray(R"({"permits": "P-17"})") << u"/permits"_s;
    QTest::newRow("misspelt") << QByteArray(R"({"asessor": "A"})") << u"/asessor"_s;
}

void PermitHeldTest::aboutIsReadFromAFile()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const auto about = readAbout(json);
    QCOMPARE(about.has_value(), path.isEmpty());
    if (!about) {
        QCOMPARE(about.error().path, path);
        QVERIFY(!about.error().message.isEmpty());
    }
    const auto broken = readAbout("{\n\"assessor\": }");
    QVERIFY(!broken && broken.error().line == 2);
    QVERIFY(!readAbout("[]"));
}

void PermitHeldTest::limitsHowLongTheResultHolds()
{
    QVERIFY(restsOnPermit(assessed({}).conclusion));
    const QDate without = assessed({}).holdsUntil;
    QVERIFY(without > permit().until);
    QCOMPARE(assessed({permit()}).holdsUntil, permit().until);
    // A result that rests on no permit does not end with one.
    const language::RuleBook plain = smallRules();
    reasoning::Answers answers = smallAnswers(plain);
    answers.law.clear();
    answers.on = QDate(2024, 6, 1);
    AssessOptions options;
    options.now = QDateTime(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::UTC);
    options.about.permits = {permit()};
    QCOMPARE(assess(plain, answers, options).holdsUntil, without);
}

void PermitHeldTest::oneThatHasEndedKeepsItADraft()
{
    const auto about = [](const Assessment &made) { return made.draftBecause.filter(u"P-17"_s).size(); };
    QCOMPARE(about(assessed({permit()})), 0);
    QCOMPARE(about(assessed({permit()}, QDate(2025, 1, 1))), 1);
    PermitHeld next = permit();
    next.number = u"P-18"_s;
    next.from = QDate(2025, 1, 1);
    next.until = {};
    QCOMPARE(about(assessed({permit(), next}, QDate(2025, 1, 1))), 0); // another one runs
}

void PermitHeldTest::itsConditionsAreSteps()
{
    const auto lines = [this](const Assessment &made) {
        QStringList all;
        for (const NextStep &step : nextSteps(m_rules, made))
            if (step.kind == NextStep::Kind::Rely)
                all << step.details;
        return all;
    };
    const QStringList named = lines(assessed({permit()}));
    QCOMPARE(named.filter(u"P-17"_s).size(), 1);
    QCOMPARE(named.filter(u"Report every half year."_s).size(), 1);
    QCOMPARE(named.filter(u"Nobody else."_s).size(), 1);
    QVERIFY(lines(assessed({})).join(u' ').contains(u"Enter its number"_s));
}

void PermitHeldTest::theCopyNamesNobody()
{
    const QByteArray copy = toBytes(toJson(withoutTechnicalAnnex(assessed({permit()}), m_rules), m_rules));
    QVERIFY(copy.contains("P-17"));
    QVERIFY(!copy.contains("The University"));
    QVERIFY(!copy.contains("Report every half year"));
}

QTEST_GUILESS_MAIN(PermitHeldTest)
#include "permitheldtest.moc"
