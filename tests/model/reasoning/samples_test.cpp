// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/interview.h"

#include "reasoningtesting.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

/// The bundled samples end as they are advertised, under each state of the Act.
class SamplesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outcome_data();
    void outcome();
    void everySampleIsTested();
    void permitAndApprovalAreBothPrinted();
    void recordDutyOfTheDraft();
    void dutyOfAPermitThatMayBeHeld_data();
    void dutyOfAPermitThatMayBeHeld();
    void ownOpenResearchNeverOpensTheList();
    void openResearchFreesNoCode();
    void everyCombinationOfAGroupIsLookedAt();
    void whatAGroupMustDoSaysForWhatAndWhom();
};

void SamplesTest::outcome_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("law");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("duties"); // certain ones
    QTest::addColumn<QStringList>("warnings");
    const QDate then(2017, 5, 5);
    const QDate now(2025, 6, 2);
    const QStringList none;
    const QStringList record{u"record-s58"_s};
    const QStringList forbid{u"s14b"_s};
    const auto row = [](const char *file, const QDate &on, const char *law, const char *expected,
                        const QStringList &duties, const QStringList &warnings) {
        const QByteArray when = *law ? QByteArray("law ") + law : on.toString(Qt::ISODate).toUtf8();
        QTest::addRow("%s %s", file, when.constData()) << QString::fromLatin1(file) << on << QString::fromLatin1(law)
                                                       << QString::fromLatin1(expected) << duties << warnings;
    };
    row("draft-to-japan", then, "", "permit-unlikely", none, none);
    row("draft-to-japan", now, "", "permit-unlikely", record, none);
    row("draft-to-japan", {}, "2012", "permit-likely-required", none, none);
    row("draft-with-drawings", then, "", "permit-likely-required", none, none);
    row("draft-with-drawings", now, "", "permit-likely-required", record, none);
    row("draft-with-drawings", {}, "2012", "permit-likely-required", none, none);
    row("publish-part-2", then, "", "not-controlled", none, forbid);
    row("publish-part-2", now, "", "not-controlled", none, forbid);
    row("publish-part-2", {}, "2012", "approval-likely-required", none, none);
    row("part-1-to-editor", then, "", "permit-likely-required", none, forbid);
    row("part-1-to-editor", now, "", "permit-likely-required", record, forbid);
    row("part-1-to-editor", {}, "2012", "permit-likely-required", none, none);
    row("spoken-password", then, "", "permit-likely-required", none, none);
    row("spoken-password", now, "", "permit-likely-required", record, none);
    row("spoken-password", {}, "2012", "permit-likely-required", none, none);
    row("own-open-research", now, "", "not-controlled", none, none);
    row("own-open-research", {}, "2024", "not-controlled", none, none);
    row("code-of-open-research", then, "", "permit-likely-required", none, none);
    row("code-of-open-research", now, "", "permit-likely-required", record, none);
    row("code-of-open-research", {}, "2012", "permit-likely-required", none, none);
    row("sanctions-hit", then, "", "stop-and-refer", none, {u"sanctions"_s});
    row("sanctions-hit", now, "", "stop-and-refer", record, {u"sanctions"_s});
    row("sanctions-hit", {}, "2012", "stop-and-refer", none, {u"sanctions"_s});
    row("paper-code-and-student", then, "", "permit-likely-required", none, forbid);
    row("paper-code-and-student", now, "", "permit-likely-required", record, forbid);
    row("paper-code-and-student", {}, "2012", "permit-likely-required", none, none);
}

static reasoning::Answers sample(const QString &name)
{
    const QString file = u"samples/"_s + name + u".json"_s;
    return answersOf(readObject(file), file);
}

void SamplesTest::outcome()
{
    QFETCH(QString, file);
    QFETCH(QDate, on);
    QFETCH(QString, law);
    QFETCH(QString, expected);
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), put(sample(file), on, law));
    QCOMPARE(reasoning::outcomeName(conclusion.outcome), expected);
    QTEST(certainDutiesOf(conclusion), "duties");
    QTEST(warningsOf(conclusion), "warnings");
    QVERIFY(!conclusion.because.isEmpty());
    QCOMPARE(conclusion.asWritten, !law.isEmpty());
    QVERIFY(conclusion.open.isEmpty());
}

void SamplesTest::everySampleIsTested()
{
    QSet<QString> tested;
    for (const char *name :
         {"draft-to-japan", "draft-with-drawings", "publish-part-2", "part-1-to-editor", "spoken-password",
          "own-open-research", "code-of-open-research", "sanctions-hit", "paper-code-and-student"})
        tested.insert(QString::fromLatin1(name) + u".json"_s);
    const QStringList held = QDir(QStringLiteral(CLEARWAY_TEST_DATA "/samples")).entryList({u"*.json"_s}, QDir::Files);
    QCOMPARE(QSet<QString>(held.cbegin(), held.cend()), tested);
}

void SamplesTest::permitAndApprovalAreBothPrinted()
{
    const reasoning::Answers answers = sample(u"part-1-to-editor"_s);
    for (const QDate day : {QDate(2017, 5, 5), QDate(2025, 6, 2)}) {
        const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), put(answers, day));
        QCOMPARE(requirementsOf(conclusion), (QStringList{u"approval s14A certain"_s, u"permit s10 certain"_s}));
        for (const reasoning::RequirementFinding &found : conclusion.requirements)
            QCOMPARE(found.combination.activity, found.requirement.kind == "permit"_L1 ? u"a1"_s : u"a2"_s);
    }
}

void SamplesTest::recordDutyOfTheDraft()
{
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), sample(u"draft-to-japan"_s));
    QCOMPARE(conclusion.duties.size(), 1);
    QVERIFY2(conclusion.duties.first().duty.cite.startsWith("s 58"_L1),
             qPrintable(conclusion.duties.first().duty.cite));
    const QList<reasoning::Combination> expected{{u"a1"_s, u"i1"_s, u"r1"_s}};
    QCOMPARE(conclusion.duties.first().combinations, expected);
    QVERIFY(conclusion.requirements.isEmpty());
}

void SamplesTest::dutyOfAPermitThatMayBeHeld_data()
{
    QTest::addColumn<QString>("held"); // answer to the question whether a permit is held; empty: it was not put
    QTest::addColumn<bool>("said");
    QTest::newRow("held") << u"fits"_s << true;
    QTest::newRow("not held") << u"none"_s << false;
    QTest::newRow("nobody spoke of one") << QString() << false;
    QTest::newRow("not sure") << u"unsure"_s << true;
}

/// Of duties beyond the list that nobody was asked about nothing is said; "not sure" was asked.
void SamplesTest::dutyOfAPermitThatMayBeHeld()
{
    QFETCH(const QString, held);
    QFETCH(const bool, said);
    reasoning::Answers answers = sample(u"draft-with-drawings"_s);
    const reasoning::FactKey key{u"activity.permit_held"_s, u"a1"_s, -1};
    answers.remove(key);
    if (held == "unsure"_L1)
        answers.set(key, language::Value(language::Unsure{}));
    else if (!held.isEmpty())
        answers.set(key, language::Value(language::Picked{{held}}));
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), answers);
    QCOMPARE(std::ranges::any_of(conclusion.duties,
                                 [](const auto &found) { return found.duty.id == "permit-conditions"_L1; }),
             said);
}

void SamplesTest::ownOpenResearchNeverOpensTheList()
{
    const reasoning::Answers whole = sample(u"own-open-research"_s);
    QVERIFY(!reasoning::conclude(prepared(), whole).listOpened);
    // From an empty page, answered as in the sample, no page asks for the list.
    const reasoning::Interview interview(prepared());
    reasoning::Answers answers = reasoning::Answers::single(whole.on);
    QStringList asked;
    while (const auto page = interview.next(answers)) {
        QVERIFY(!page->walksTheList);
        for (const reasoning::Question &question : page->questions) {
            asked.append(question.key.fact);
            const reasoning::Answer *answer = whole.find(question.key);
            QVERIFY2(answer, qPrintable(u"the sample does not answer "_s + question.key.fact));
            answers.set(question.key, *answer);
        }
    }
    QVERIFY(!asked.contains(catalogue().listFinding));
    QCOMPARE(reasoning::conclude(prepared(), answers).outcome, reasoning::Outcome::NotControlled);
}

void SamplesTest::openResearchFreesNoCode()
{
    const reasoning::Answers code = sample(u"code-of-open-research"_s);
    reasoning::Answers knowHow = code;
    knowHow.set({u"item.kind"_s, u"i1"_s, -1}, language::Value(language::Picked{{u"know_how"_s}}));
    QCOMPARE(reasoning::conclude(prepared(), code).outcome, reasoning::Outcome::PermitLikelyRequired);
    QCOMPARE(reasoning::conclude(prepared(), knowHow).outcome, reasoning::Outcome::NotControlled);
}

/// "a3 i2 r1", for messages.
static QString nameOf(const reasoning::Combination &combination)
{
    return QStringList{combination.activity, combination.item, combination.recipient}.join(u' ').trimmed();
}

void SamplesTest::everyCombinationOfAGroupIsLookedAt()
{
    const reasoning::Answers answers = sample(u"paper-code-and-student"_s);
    const QStringList expected{u"a1 i1"_s,    u"a2 i1 r1"_s, u"a2 i1 r2"_s, u"a2 i1 r3"_s, u"a3 i2 r1"_s,
                               u"a3 i2 r2"_s, u"a3 i2 r3"_s, u"a4 i2 r4"_s, u"a4 i3 r4"_s};
    QStringList combinations;
    for (const reasoning::Combination &combination : answers.combinations())
        combinations.append(nameOf(combination));
    QCOMPARE(combinations, expected);

    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), answers);
    QMap<QString, QMap<QString, reasoning::ProvisionStatus>> status;
    for (const reasoning::Finding &finding : conclusion.findings)
        status[nameOf(finding.combination)][finding.provision] = finding.status;
    QCOMPARE(status.keys(), expected);
    using enum reasoning::ProvisionStatus;
    for (const QString &combination : expected)
        QCOMPARE(status[combination].size(), status[expected.first()].size()); // each provision was put to it
    // The paper is published and its draft goes out; only what stays unpublished needs something.
    QCOMPARE(status[u"a1 i1"_s][u"s14A"_s], NotRegulated);
    for (const QString &recipient : {u"r1"_s, u"r2"_s, u"r3"_s})
        QCOMPARE(status[u"a2 i1 "_s + recipient][u"s10"_s], Excepted);
    QCOMPARE(status[u"a3 i2 r1"_s][u"s10"_s], Applies);
    QCOMPARE(status[u"a3 i2 r2"_s][u"s10"_s], Open); // licence-free for that country, but nobody has read it
    QCOMPARE(status[u"a3 i2 r3"_s][u"s10"_s], Applies);
    for (const QString &item : {u"i2"_s, u"i3"_s}) {
        QCOMPARE(status[u"a4 "_s + item + u" r4"_s][u"s10A"_s], Applies);
        QCOMPARE(status[u"a4 "_s + item + u" r4"_s][u"s10"_s], NotRegulated); // the student is here
    }
}

void SamplesTest::whatAGroupMustDoSaysForWhatAndWhom()
{
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), sample(u"paper-code-and-student"_s));
    QCOMPARE(conclusion.outcome, reasoning::Outcome::PermitLikelyRequired);
    QStringList required;
    for (const reasoning::RequirementFinding &found : conclusion.requirements) {
        required.append(nameOf(found.combination) + u": "_s + found.requirement.id
                        + (found.certainty == reasoning::Certainty::Certain ? QString() : u" perhaps"_s));
    }
    required.sort();
    QCOMPARE(required, (QStringList{u"a3 i2 r1: permit-s11"_s, u"a3 i2 r2: permit-s11 perhaps"_s,
                                    u"a3 i2 r2: s10-notification perhaps"_s, u"a3 i2 r3: permit-s11"_s,
                                    u"a4 i2 r4: permit-s11-here"_s, u"a4 i3 r4: permit-s11-here"_s}));
    // The record is kept of everything that goes to somebody, also where no permit is needed.
    QCOMPARE(conclusion.duties.size(), 1);
    QStringList recorded;
    for (const reasoning::Combination &combination : conclusion.duties.first().combinations)
        recorded.append(nameOf(combination));
    QCOMPARE(recorded, (QStringList{u"a2 i1 r1"_s, u"a2 i1 r2"_s, u"a2 i1 r3"_s, u"a3 i2 r1"_s, u"a3 i2 r2"_s,
                                    u"a3 i2 r3"_s, u"a4 i2 r4"_s, u"a4 i3 r4"_s}));
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "samples_test.moc"
