// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"
#include "model/assessment/comparison.h"
#include "model/assessment/json.h"
#include "model/assessment/readassessment.h"
#include "model/assessment/summary.h"

#include "smallrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::assessment;
using Kind = DocumentProblem::Kind;

class AssessmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fingerprintOfEveryMember();
    void tampering();
    void otherCatalogue();
    void unknownAnswers();
    void refused_data();
    void refused();
    void wrongTypes_data();
    void wrongTypes();
    void brackets();
    void drafts();
    void holding_data();
    void holding();
    void references();
    void comparing();
    void worksheets();
    void summary();
    void halfSurrogates();

private:
    AssessOptions options() const
    {
        AssessOptions made;
        made.now = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
        made.reference = u"CW-7F3K-29QD"_s;
        made.title = u"Manuscript"_s;
        made.madeBy = u"Clearway test"_s;
        made.about.assessor = u"Quin Assessor"_s;
        return made;
    }
    const language::RuleBook m_rules = smallRules();
};

void AssessmentTest::roundTrip()
{
    const Assessment made = assess(m_rules, smallAnswers(m_rules), options());
    QCOMPARE(made.state, State::Finished);
    QCOMPARE(made.compared.size(), 2);
    const QJsonObject document = toJson(made, m_rules);
    const auto back = assessment::read(toBytes(document), m_rules);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().toText(u"x"_s)));
    QVERIFY(back->fingerprintMatches);
    QVERIFY(back->sameCatalogue);
    QVERIFY(!back->tampered());
    QVERIFY(!back->movedByCatalogue());
    QVERIFY(back->setAside.isEmpty());
    QCOMPARE(back->assessment.answers, made.answers);
    QCOMPARE(back->assessment.about, made.about);
    QCOMPARE(back->storedOutcome, made.conclusion.outcome);
    // everything that follows from the answers is made anew and comes out the same
    QCOMPARE(toBytes(toJson(back->assessment, m_rules)), toBytes(document));

    // one made by hand keeps what it says of changes made late
    const Assessment sample = sampleAssessment(m_rules);
    const auto sampleBack = assessment::read(toBytes(toJson(sample, m_rules)), m_rules);
    QVERIFY(sampleBack);
    QCOMPARE(sampleBack->assessment.lateChanges, sample.lateChanges);
    QCOMPARE(sampleBack->assessment.holdsUntil, sample.holdsUntil);
    QCOMPARE(sampleBack->assessment.finished, sample.finished);
}

void AssessmentTest::fingerprintOfEveryMember()
{
    const QJsonObject document = toJson(sampleAssessment(m_rules), m_rules);
    const QString fingerprint = document.value("fingerprint"_L1).toString();
    QCOMPARE(fingerprintOf(document), fingerprint);
    QCOMPARE(fingerprint.size(), 64);
    const QStringList names = document.keys();
    for (const QString &name : names) {
        if (name == "fingerprint"_L1)
            continue;
        QJsonObject changed = document;
        changed.insert(name, u"changed"_s);
        QVERIFY2(fingerprintOf(changed) != fingerprint, qPrintable(name));
        changed.remove(name);
        QVERIFY2(fingerprintOf(changed) != fingerprint, qPrintable(name));
    }
    // but not by another order or layout
    const QJsonObject again = QJsonDocument::fromJson(QJsonDocument(document).toJson(QJsonDocument::Compact)).object();
    QCOMPARE(fingerprintOf(again), fingerprint);
}

void AssessmentTest::tampering()
{
    QJsonObject document = toJson(assess(m_rules, smallAnswers(m_rules), options()), m_rules);
    const QString outcome = document.value("outcome"_L1).toString();
    document.insert("outcome"_L1, outcome == "not-controlled"_L1 ? u"permit-unlikely"_s : u"not-controlled"_s);
    auto read = assessment::read(toBytes(document), m_rules);
    QVERIFY(read);
    QVERIFY(!read->fingerprintMatches);
    QVERIFY(read->tampered());
    // a forger who mends the fingerprint is found out by assessing again
    document.insert("fingerprint"_L1, fingerprintOf(document));
    read = assessment::read(toBytes(document), m_rules);
    QVERIFY(read);
    QVERIFY(read->fingerprintMatches);
    QVERIFY(read->tampered());
}

void AssessmentTest::worksheets()
{
    const Assessment made = assess(m_rules, smallAnswers(m_rules), options());
    QCOMPARE(made.worksheets.size(), 1);
    QCOMPARE(made.worksheets.first().code, u"5A001"_s);
    QCOMPARE(made.worksheets.first().truth, reasoning::Truth::False);
    QJsonObject document = toJson(made, m_rules);
    const auto back = assessment::read(toBytes(document), m_rules);
    QVERIFY(back && back->worksheetsMatch && !back->tampered());
    QCOMPARE(toJson(back->assessment, m_rules).value("worksheets"_L1), document.value("worksheets"_L1));

    // One who turns a position around and mends the fingerprint is found out.
    QJsonArray sheets = document.value("worksheets"_L1).toArray();
    QJsonObject sheet = sheets.first().toObject();
    QJsonArray rows = sheet.value("rows"_L1).toArray();
    QJsonObject row = rows.first().toObject();
    QCOMPARE(row.value("value"_L1).toString(), u"false"_s);
    row.insert("value"_L1, u"true"_s);
    rows[0] = row;
    sheet.insert("rows"_L1, rows);
    sheets[0] = sheet;
    QJsonObject turned = document;
    turned.insert("worksheets"_L1, sheets);
    turned.insert("fingerprint"_L1, fingerprintOf(turned));
    const auto forged = assessment::read(toBytes(turned), m_rules);
    QVERIFY(forged && forged->fingerprintMatches && !forged->worksheetsMatch && forged->tampered());

    // Documents from before there were worksheets stay what they are; copies without technical detail have none.
    document.remove("worksheets"_L1);
    document.insert("fingerprint"_L1, fingerprintOf(document));
    const auto older = assessment::read(toBytes(document), m_rules);
    QVERIFY(older && !older->tampered());
    QVERIFY(!toJson(withoutTechnicalAnnex(made, m_rules), m_rules).contains("worksheets"_L1));
}

void AssessmentTest::otherCatalogue()
{
    QJsonObject document = toJson(assess(m_rules, smallAnswers(m_rules), options()), m_rules);
    QJsonObject catalogue = document.value("catalogue"_L1).toObject();
    catalogue.insert("sources_hash"_L1, QString(64, u'b'));
    document.insert("catalogue"_L1, catalogue);
    document.insert("outcome"_L1, u"stop-and-refer"_s);
    document.insert("fingerprint"_L1, fingerprintOf(document));
    const auto read = assessment::read(toBytes(document), m_rules);
    QVERIFY(read);
    QVERIFY(!read->sameCatalogue);
    QVERIFY(!read->tampered());
    QVERIFY(read->movedByCatalogue());
}

void AssessmentTest::unknownAnswers()
{
    QJsonObject document = toJson(assess(m_rules, smallAnswers(m_rules), options()), m_rules);
    QJsonObject answers = document.value("answers"_L1).toObject();
    QJsonObject cases = answers.value("case"_L1).toObject();
    cases.insert("case.of_another_catalogue"_L1, u"yes"_s);
    answers.insert("case"_L1, cases);
    QJsonArray items = answers.value("items"_L1).toArray();
    QJsonObject item = items.at(0).toObject();
    QJsonObject facts = item.value("facts"_L1).toObject();
    facts.remove("public"_L1);
    facts.insert("item.public"_L1, u"a_choice_that_is_no_more"_s);
    item.insert("facts"_L1, facts);
    items.replace(0, item);
    answers.insert("items"_L1, items);
    document.insert("answers"_L1, answers);
    document.insert("fingerprint"_L1, fingerprintOf(document));
    const auto read = assessment::read(toBytes(document), m_rules);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toText(u"x"_s)));
    QCOMPARE(read->setAside.size(), 2);
    QCOMPARE(read->setAside.at(0).path, u"/answers/case/case.of_another_catalogue"_s);
    QCOMPARE(read->setAside.at(0).value, QJsonValue(u"yes"_s));
    QCOMPARE(read->setAside.at(1).fact, u"item.public"_s);
    QVERIFY(read->assessment.answers.find({u"recipient.place"_s, u"r1"_s, -1}));
    QVERIFY(!read->tampered());
}

void AssessmentTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << Kind::NotJson << 1;
    QTest::newRow("no JSON") << QByteArray("{\n\n\"a\" 1}") << Kind::NotJson << 3;
    QTest::newRow("cut") << QByteArray("{\"format\": \"clearway.asses") << Kind::NotJson << 1;
    QTest::newRow("array") << QByteArray("[]") << Kind::OtherFormat << 1;
    QTest::newRow("no format") << QByteArray("{}") << Kind::OtherFormat << 0;
    QTest::newRow("another program") << QByteArray(R"({"format":"spreadsheet/1"})") << Kind::OtherFormat << 0;
    QTest::newRow("no number") << QByteArray(R"({"format":"clearway.assessment/x"})") << Kind::OtherFormat << 0;
    QTest::newRow("number 0") << QByteArray(R"({"format":"clearway.assessment/0"})") << Kind::OtherFormat << 0;
    QTest::newRow("newer") << QByteArray(R"({"format":"clearway.assessment/2"})") << Kind::NewerFormat << 0;
    QTest::newRow("format a number") << QByteArray(R"({"format":1})") << Kind::OtherFormat << 0;
    QTest::newRow("empty one") << QByteArray(R"({"format":"clearway.assessment/1"})") << Kind::WrongContent << 0;
}

void AssessmentTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(Kind, kind);
    QFETCH(int, line);
    const auto read = assessment::read(json, m_rules);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().line, line);
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!read.error().expected.isEmpty());
    QVERIFY(read.error().toText(u"case.json"_s).startsWith(u"case.json:"_s));
}

void AssessmentTest::wrongTypes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    const QList<std::pair<QString, QJsonValue>> cases = {
        {u"reference"_s, 1},
        {u"reference"_s, QJsonValue::Null},
        {u"revision"_s, u"1"_s},
        {u"revision"_s, 0},
        {u"revision"_s, 1.5},
        {u"revision"_s, 1e30},
        {u"state"_s, u"done"_s},
        {u"title"_s, QJsonArray()},
        {u"made_by"_s, true},
        {u"started"_s, u"today"_s},
        {u"started"_s, u"2025-05-30T09:00:00+10:00"_s},
        {u"catalogue"_s, u"x"_s},
        {u"catalogue"_s, QJsonObject()},
        {u"about"_s, QJsonArray()},
        {u"about"_s, QJsonObject{{u"assessor"_s, 1}}},
        {u"outcome"_s, u"cleared"_s},
        {u"because"_s, 3},
        {u"answers"_s, QJsonArray()},
        {u"late_changes"_s, u"none"_s},
        {u"late_changes"_s, QJsonArray{1}},
        {u"draft_because"_s, QJsonArray{1}},
        {u"holds_until"_s, u"2025-02-30"_s},
        {u"technical_annex"_s, 1},
        {u"fingerprint"_s, 1},
    };
    for (int i = 0; i < cases.size(); ++i)
        QTest::addRow("%d %s", i, qPrintable(cases.at(i).first)) << cases.at(i).first << cases.at(i).second;
}

void AssessmentTest::wrongTypes()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QJsonObject document = toJson(sampleAssessment(m_rules), m_rules);
    document.insert(name, value);
    const auto read = assessment::read(toBytes(document), m_rules);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::WrongContent);
    QVERIFY2(read.error().path.startsWith(u'/' + name), qPrintable(read.error().path));
    QVERIFY(!read.error().expected.isEmpty());
}

void AssessmentTest::brackets()
{
    auto read = assessment::read(QByteArray(100 * 1024 * 1024, '['), m_rules);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::TooLarge);
    for (const QByteArray &one : {QByteArray("["), QByteArray("{\"a\":")}) {
        read = assessment::read(one.repeated(19 * 1024 * 1024 / one.size()), m_rules);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::TooDeep);
    }
    // deep within a member that is not read
    QJsonObject document = toJson(sampleAssessment(m_rules), m_rules);
    QByteArray bytes = toBytes(document);
    const qsizetype whole = bytes.size();
    bytes.replace(QByteArray("\"notes\": [\n    ],\n    \"open\": ["),
                  QByteArray("\"notes\": " + QByteArray(900, '[') + QByteArray(900, ']') + ",\n    \"open\": ["));
    QVERIFY(bytes.size() > whole);
    const auto deep = assessment::read(bytes, m_rules);
    QVERIFY(deep);
    QVERIFY(deep->tampered());
}

void AssessmentTest::drafts()
{
    QCOMPARE(warningQuestions(m_rules, m_rules.states.first()), QStringList({u"case.wmd"_s, u"case.sanctions"_s}));
    reasoning::Answers answers = smallAnswers(m_rules);
    QVERIFY(assess(m_rules, answers, options()).draftBecause.isEmpty());

    answers.set({u"case.sanctions"_s, {}, -1}, language::Value(language::Picked{{u"not_checked"_s}}));
    Assessment made = assess(m_rules, answers, options());
    QCOMPARE(made.state, State::Draft);
    QVERIFY(!made.finished.isValid());
    QCOMPARE(made.draftBecause.size(), 1);
    QVERIFY2(made.draftBecause.first().contains(u"the consolidated list"_s), qPrintable(made.draftBecause.first()));

    answers = smallAnswers(m_rules);
    answers.remove({u"case.wmd"_s, {}, -1});
    QCOMPARE(assess(m_rules, answers, options()).state, State::Draft);

    answers = smallAnswers(m_rules);
    answers.on = m_rules.lawChecked.addDays(1);
    made = assess(m_rules, answers, options());
    QVERIFY(made.conclusion.afterLawChecked);
    QCOMPARE(made.state, State::Draft);

    answers = smallAnswers(m_rules);
    reasoning::Answer answer = *answers.find({u"item.public"_s, u"i1"_s, -1});
    answer.needsAnotherLook = true;
    answers.set({u"item.public"_s, u"i1"_s, -1}, answer);
    QCOMPARE(assess(m_rules, answers, options()).state, State::Draft);

    AssessOptions unfinished = options();
    unfinished.finish = false;
    QCOMPARE(assess(m_rules, smallAnswers(m_rules), unfinished).state, State::Draft);
}

void AssessmentTest::holding_data()
{
    QTest::addColumn<QDate>("made");
    QTest::addColumn<QDate>("conduct");
    QTest::addColumn<QDate>("expected");
    QTest::newRow("twelve months") << QDate(2025, 5, 30) << QDate(2025, 6, 1) << QDate(2026, 5, 30);
    QTest::newRow("leap day") << QDate(2024, 2, 29) << QDate() << QDate(2025, 2, 28);
    QTest::newRow("a new state begins") << QDate(2019, 6, 1) << QDate(2019, 6, 2) << QDate(2019, 12, 31);
    QTest::newRow("the conduct falls in it already") << QDate(2019, 6, 1) << QDate(2020, 2, 1) << QDate(2020, 6, 1);
    QTest::newRow("past conduct") << QDate(2025, 1, 1) << QDate(2017, 1, 1) << QDate(2026, 1, 1);
}

void AssessmentTest::holding()
{
    QFETCH(QDate, made);
    QFETCH(QDate, conduct);
    QFETCH(QDate, expected);
    QCOMPARE(holdsUntil(m_rules, made, conduct), expected);
}

void AssessmentTest::references()
{
    QRandomGenerator random(7);
    QSet<QString> seen;
    static const QRegularExpression form(u"^CW-[234679AC-HJKMNP-RT-Y]{4}-[234679AC-HJKMNP-RT-Y]{4}$"_s);
    for (int i = 0; i < 2000; ++i) {
        const QString reference = newReference(random);
        QVERIFY2(form.match(reference).hasMatch(), qPrintable(reference));
        seen.insert(reference);
    }
    QCOMPARE(seen.size(), 2000);
}

void AssessmentTest::comparing()
{
    const Comparison comparison = compare(m_rules, sampleAssessment(m_rules).compared);
    QCOMPARE(comparison.states.size(), 2);
    QVERIFY(!comparison.states.at(0).everOperated);
    QVERIFY(comparison.states.at(1).everOperated);
    QCOMPARE(comparison.findings.size(), 1);
    QCOMPARE(comparison.findings.first().cells.size(), 2);
    QVERIFY(!comparison.findings.first().cells.at(0).differs);
    QVERIFY(comparison.findings.first().cells.at(1).differs);
    QCOMPARE(comparison.findings.first().cells.at(1).exception, u"draft"_s);
    QVERIFY(comparison.differs());
    QCOMPARE(comparison.amendments.size(), 1);
    QVERIFY(comparison.amendments.first().changesOutcome);
    QCOMPARE(comparison.amendments.first().title, u"Test Act, compilation B"_s);
    QCOMPARE(comparison.amendments.first().differences.size(), 1);
    QVERIFY(comparison.amendments.first().differences.first().contains(u"s 10(2)"_s));
    QVERIFY(compare(m_rules, {}).amendments.isEmpty());
    const QList<reasoning::Conclusion> same(2, sampleAssessment(m_rules).compared.first());
    QVERIFY(!compare(m_rules, same).differs());
}

void AssessmentTest::summary()
{
    const Assessment full = sampleAssessment(m_rules);
    const QByteArray fullBytes = toBytes(toJson(full, m_rules));
    const QJsonObject document = toJson(withoutTechnicalAnnex(full, m_rules), m_rules);
    const QByteArray bytes = toBytes(document);
    QCOMPARE(document.value("technical_annex"_L1), QJsonValue(false));
    QVERIFY(document.value("fingerprint"_L1) != toJson(full, m_rules).value("fingerprint"_L1));
    const QStringList hidden = technicalStrings();
    for (const QString &text : hidden) {
        if (text != "citizen of the moon"_L1) // a prompt, which only a report prints
            QVERIFY2(fullBytes.contains(text.toUtf8()), qPrintable(text));
        QVERIFY2(!bytes.contains(text.toUtf8()), qPrintable(text));
    }
    QVERIFY(!bytes.contains("recipient.citizen"));
    QVERIFY(!bytes.contains("\"proof\""));
    QVERIFY(!bytes.contains("sample_rate"));
    QCOMPARE(document.value("late_changes"_L1).toArray().size(), 1);
    const auto read = assessment::read(bytes, m_rules);
    QVERIFY(read);
    QVERIFY(!read->assessment.technicalAnnex);
    QVERIFY(!read->tampered());
}

void AssessmentTest::halfSurrogates()
{
    Assessment made = sampleAssessment(m_rules);
    made.title = u"half "_s + QChar(0xd83d) + u" a pair"_s;
    made.about.purpose = QString::fromUtf8("zero \0 byte and \x01", 17);
    const auto read = assessment::read(toBytes(toJson(made, m_rules)), m_rules);
    QVERIFY(read);
    QVERIFY(read->fingerprintMatches);
    QCOMPARE(read->assessment.about.purpose, made.about.purpose);
}

QTEST_GUILESS_MAIN(AssessmentTest)
#include "assessmenttest.moc"
