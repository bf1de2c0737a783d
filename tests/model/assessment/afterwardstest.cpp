// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/matrix.h"
#include "model/assessment/nextsteps.h"
#include "model/assessment/supplylog.h"

#include "smallrules.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::assessment;
using reasoning::Certainty;
using reasoning::Outcome;
using reasoning::ProvisionStatus;
using Kind = NextStep::Kind;

/// What follows a result: the matrix, the steps, how long to keep, the log as CSV.
class AfterwardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matrixHoldsEveryCombination();
    void matrixMarksDiffer();
    void sameRequirementIsOneStep();
    void adviceNamesWhoCanAnswer();
    void stopComesFirst();
    void warningsComeBeforeAll();
    void retentionCountsFromTheDay();
    void csv();

private:
    static QList<Kind> kinds(const QList<NextStep> &steps)
    {
        QList<Kind> all;
        for (const NextStep &step : steps)
            all.append(step.kind);
        return all;
    }
    const language::RuleBook m_rules = smallRules();
};

void AfterwardsTest::matrixHoldsEveryCombination()
{
    Assessment made = longAssessment(m_rules, 3, 1);
    reasoning::Conclusion &conclusion = made.conclusion;
    // A second provision speaks to one combination only, a third to none.
    const QList<reasoning::Finding> first = conclusion.findings;
    QCOMPARE(first.size(), 3);
    for (const reasoning::Finding &one : first) {
        reasoning::Finding other = one;
        other.provision = u"publish"_s;
        other.title = u"Publishing"_s;
        other.cite = u"s 14A"_s;
        other.status = &one == &first.last() ? ProvisionStatus::Open : ProvisionStatus::NotRegulated;
        conclusion.findings.append(other);
        other.provision = u"broker"_s;
        other.cite = u"s 15"_s;
        other.status = ProvisionStatus::NotRegulated;
        conclusion.findings.append(other);
    }
    const Matrix matrix = matrixOf(conclusion);
    QCOMPARE(matrix.columns.size(), 2);
    QCOMPARE(matrix.columns.last().cite, u"s 14A"_s);
    QCOMPARE(matrix.silent.size(), 1);
    QCOMPARE(matrix.silent.first().cite, u"s 15"_s);
    QCOMPARE(matrix.rows.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(matrix.rows.at(i).combination, made.answers.combinations().at(i));
        QCOMPARE(matrix.rows.at(i).cells.size(), 2);
        QCOMPARE(matrix.rows.at(i).cells.first().requirement, u"A permit from Defence"_s);
        QCOMPARE(matrix.rows.at(i).cells.last().status, i == 2 ? ProvisionStatus::Open : ProvisionStatus::NotRegulated);
        QVERIFY(matrix.rows.at(i).cells.last().requirement.isEmpty());
    }
    QVERIFY(matrixOf({}).isEmpty());
}

void AfterwardsTest::matrixMarksDiffer()
{
    QStringList marks;
    QStringList titles;
    for (const ProvisionStatus status :
         {ProvisionStatus::NotRegulated, ProvisionStatus::Excepted, ProvisionStatus::Covered, ProvisionStatus::Notifies,
          ProvisionStatus::Applies, ProvisionStatus::Open}) {
        MatrixCell cell;
        cell.status = status;
        marks.append(cellMark(cell));
        titles.append(cellTitle(cell));
    }
    MatrixCell idle;
    idle.status = ProvisionStatus::Applies;
    idle.operates = false;
    marks.append(cellMark(idle));
    titles.append(cellTitle(idle));
    QCOMPARE(QSet<QString>(marks.cbegin(), marks.cend()).size(), 7);
    QCOMPARE(QSet<QString>(titles.cbegin(), titles.cend()).size(), 7);
}

void AfterwardsTest::sameRequirementIsOneStep()
{
    const Assessment made = longAssessment(m_rules, 4, 1);
    const QList<NextStep> steps = nextSteps(m_rules, made);
    QCOMPARE(kinds(steps), (QList{Kind::Obtain, Kind::LookAgain}));
    const NextStep &permit = steps.first();
    QCOMPARE(permit.combinations, made.answers.combinations());
    QCOMPARE(permit.details, (QStringList{u"Ask the office to apply."_s, u"Wait for the answer."_s}));
    QCOMPARE(permit.decides, u"Defence Export Controls"_s);
    QCOMPARE(permit.usualTime, u"15 working days"_s);
    QCOMPARE(permit.application, u"application-permit"_s);
    QVERIFY(!permit.acts.isEmpty());
    QVERIFY(steps.last().details.join(u' ').contains(u"30 May 2026"_s));
    QVERIFY(steps.last().details.join(u' ').contains(u"31 January 2026"_s));

    // Another provision that asks for the same is the same step and is named in it.
    Assessment both = made;
    reasoning::RequirementFinding other = both.conclusion.requirements.first();
    other.cite = u"s 10B"_s;
    both.conclusion.requirements.append(other);
    QCOMPARE(nextSteps(m_rules, both).size(), 2);
    QVERIFY(nextSteps(m_rules, both).first().cite.contains(u"s 10B"_s));
}

void AfterwardsTest::adviceNamesWhoCanAnswer()
{
    Assessment made = sampleAssessment(m_rules);
    made.conclusion.outcome = Outcome::AdviceNeeded;
    made.conclusion.findings.clear();
    made.conclusion.open = {
        {{u"item.public"_s, u"i1"_s, -1}, {}, u"Could anybody get it?"_s, u"s 4(1)"_s, u"The publisher"_s, true},
        {{}, u"draft"_s, u"The exception for drafts"_s, u"s 10(2)"_s, u"A lawyer"_s, false}};
    reasoning::RequirementFinding possible;
    possible.requirement = m_rules.states.first().provisions.first().requirement;
    possible.combination = made.answers.combinations().first();
    possible.certainty = Certainty::Possible;
    made.conclusion.requirements = {possible};
    const QList<NextStep> steps = nextSteps(m_rules, made);
    QCOMPARE(kinds(steps), (QList{Kind::Settle, Kind::Settle, Kind::Ask, Kind::Obtain, Kind::Keep, Kind::LookAgain}));
    QVERIFY(steps.at(0).title.contains(u"Could anybody get it?"_s));
    QCOMPARE(steps.at(0).decides, u"The publisher"_s);
    QCOMPARE(steps.at(0).question.fact, u"item.public"_s);
    QVERIFY(steps.at(1).details.join(u' ').contains(u"Read: s 10(2)"_s));
    QCOMPARE(steps.at(2).application, u"application-assessment"_s);
    QCOMPARE(steps.at(2).usualTime, u"15 working days"_s);
    QCOMPARE(steps.at(3).certainty, Certainty::Possible);
    // Only then is Defence asked for an assessment.
    made.conclusion.outcome = Outcome::PermitLikelyRequired;
    QVERIFY(!kinds(nextSteps(m_rules, made)).contains(Kind::Ask));
}

void AfterwardsTest::stopComesFirst()
{
    Assessment made = longAssessment(m_rules, 1, 1);
    made.conclusion.outcome = Outcome::StopAndRefer;
    made.conclusion.warnings = {{m_rules.states.first().warnings.first(), Certainty::Certain}};
    const QList<NextStep> steps = nextSteps(m_rules, made);
    QCOMPARE(kinds(steps), (QList{Kind::Refer, Kind::Obtain, Kind::LookAgain}));
    QCOMPARE(steps.first().decides, u"Your export control officer"_s);
}

void AfterwardsTest::warningsComeBeforeAll()
{
    Assessment made = sampleAssessment(m_rules);
    made.conclusion.warningsAnswered = false;
    made.conclusion.outcome = Outcome::AdviceNeeded;
    made.answers.remove({u"case.wmd"_s, {}, -1});
    made.conclusion.open = {{{u"case.wmd"_s, {}, -1}, {}, u"Could it help weapons?"_s, {}, {}, false}};
    const QList<NextStep> steps = nextSteps(m_rules, made);
    QCOMPARE(kinds(steps), QList{Kind::Answer});
    QVERIFY(steps.first().details.contains(u"Could it help weapons?"_s));
}

void AfterwardsTest::retentionCountsFromTheDay()
{
    Assessment made = sampleAssessment(m_rules);
    const QList<Retention> periods = retentions(made);
    QCOMPARE(periods.size(), 1);
    QCOMPARE(periods.first().until, QDate(2030, 6, 1));
    QCOMPARE(periods.first().countsFrom, u"the last day of the supply"_s);
    QVERIFY(!periods.first().verified);
    QCOMPARE(keepUntil(made), QDate(2030, 6, 1));
    // The step says the day, from when it counts, and that this was not verified.
    const QList<NextStep> steps = nextSteps(m_rules, made);
    QCOMPARE(kinds(steps), (QList{Kind::Rely, Kind::Keep, Kind::LookAgain}));
    const QString said = steps.at(1).details.join(u' ');
    QVERIFY2(said.contains(u"1 June 2030"_s) && said.contains(u"counts from the last day of the supply"_s)
                 && said.contains(u"not verified"_s),
             qPrintable(said));
    made.conclusion.on = {};
    QVERIFY(!keepUntil(made).isValid());
    made.conclusion.duties.first().duty.keepYears = 0;
    QVERIFY(retentions(made).isEmpty());
}

void AfterwardsTest::csv()
{
    const QDateTime when(QDate(2025, 6, 1), QTime(10, 0), QTimeZone::UTC);
    const SupplyEntry plain{u"Draft"_s, u"P-1"_s, u"Dr X"_s, QDate(2025, 6, 1), QDate(2025, 6, 1), u"by mail"_s, {}};
    SupplyEntry odd = plain;
    odd.goods = u"=HYPERLINK(\"x\"), and\nmore"_s;
    odd.until = {};
    const QList<LoggedSupply> log{
        {1, when, u"me"_s, 0, false, plain}, {2, when, u"me"_s, 1, false, odd}, {3, when, u"me"_s, 2, true, odd}};
    const QString text = QString::fromUtf8(supplyLogToCsv(log));
    const QStringList lines = text.split(u"\r\n"_s);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.at(0),
             u"number,description,permit,recipient,from,until,how,note,status,replaces,recorded,recorded_by"_s);
    QCOMPARE(lines.at(1), u"1,Draft,P-1,Dr X,2025-06-01,2025-06-01,by mail,,replaced,,2025-06-01T10:00:00Z,me"_s);
    QVERIFY2(lines.at(2).startsWith(u"2,\"'=HYPERLINK(\"\"x\"\"), and\nmore\",P-1,Dr X,2025-06-01,,"_s),
             qPrintable(lines.at(2)));
    QVERIFY(lines.at(3).contains(u",struck,2,"_s));
    QVERIFY(lines.at(4).isEmpty());
    QVERIFY(standing(log).isEmpty());
    // What is not numbered yet replaces nothing.
    QCOMPARE(standing({{0, {}, {}, 0, false, plain}, {0, {}, {}, 0, false, odd}}).size(), 2);
}

QTEST_GUILESS_MAIN(AfterwardsTest)
#include "afterwardstest.moc"
