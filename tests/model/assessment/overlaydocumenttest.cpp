// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The overlay as a file, and in the documents that were made under it.
#include "model/assessment/assess.h"
#include "model/assessment/json.h"
#include "model/assessment/overlayjson.h"
#include "model/assessment/readassessment.h"
#include "model/assessment/summary.h"

#include "smallrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::assessment;
using overlay::Overlay;
using reasoning::Leaning;
using reasoning::Outcome;

class OverlayDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileRoundTrip();
    void hashes();
    void refused_data();
    void refused();
    void withoutOneNothingChanges();
    void madeUnderIt();
    void readWithTheSame();
    void readWithAnother();
    void aForgerIsFound_data();
    void aForgerIsFound();
    void summaryNamesNobody();

private:
    AssessOptions options(const Overlay &overlay) const
    {
        AssessOptions made;
        made.now = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
        made.reference = u"CW-7F3K-29QD"_s;
        made.title = u"Manuscript"_s;
        made.madeBy = u"Clearway test"_s;
        made.overlay = overlay;
        return made;
    }
    QJsonObject document(const overlay::OfficeRules &office) const
    {
        return toJson(assess(*office.rules, smallAnswers(*office.rules), options(office.overlay)), *office.rules);
    }
    static overlay::RuleReading reading(const language::RuleBook &rules)
    {
        overlay::RuleReading reading = overlay::readingOf(rules, {u"B"_s, u"send/draft"_s}).value();
        reading.by = u"Rita Reader"_s;
        reading.on = QDate(2025, 5, 1);
        reading.compilation = u"Test Act, compilation 7"_s;
        reading.note = u"Seen with “quotes” and Ümlauts"_s;
        return reading;
    }

    std::shared_ptr<const language::RuleBook> m_plain; ///< its only exception is unverified
    overlay::OfficeRules m_none;
    overlay::OfficeRules m_read;
};

void OverlayDocumentTest::initTestCase()
{
    language::RuleBook rules = smallRules();
    language::Element &draft = rules.states.last().provisions.first().exceptions.first().condition;
    draft.verified = false;
    draft.grade = language::Grade::Inference;
    m_plain = std::make_shared<const language::RuleBook>(rules);
    m_none = overlay::officeRules(m_plain, {});
    Overlay overlay;
    overlay.set(reading(rules));
    m_read = overlay::officeRules(m_plain, overlay);
    QVERIFY(m_read.toReadAgain.isEmpty());
}

void OverlayDocumentTest::fileRoundTrip()
{
    Overlay overlay = m_read.overlay;
    overlay::GroupReading group;
    group.group = u"friends"_s;
    group.countries = {u"NZ"_s, u"GB"_s};
    group.by = u"Rita Reader"_s;
    group.on = QDate(2025, 5, 2);
    group.compilation = u"Instrument 3"_s;
    group.said = {u"GB"_s};
    overlay.set(group);
    const auto back = readOverlay(toBytes(overlayToJson(overlay)));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().toText(u"x"_s)));
    QVERIFY(*back == overlay);
    QCOMPARE(overlayHash(*back), overlayHash(overlay));
    for (const overlay::Reading &one : overlay.all())
        QVERIFY(readReading(readingToJson(one)) == one);
    QVERIFY(readOverlay(toBytes(overlayToJson({})))->isEmpty());
}

void OverlayDocumentTest::hashes()
{
    QCOMPARE(overlayHash({}), QString());
    const QString hash = overlayHash(m_read.overlay);
    QCOMPARE(hash.size(), 64);
    // Every member counts.
    const overlay::RuleReading original = m_read.overlay.rules().first();
    QList<overlay::RuleReading> others(6, original);
    others[0].by = u"Someone"_s;
    others[1].on = original.on.addDays(1);
    others[2].compilation += u'0';
    others[3].note.clear();
    others[4].said += u' ';
    others[5].verdict = overlay::Verdict::SaysOtherwise;
    for (const overlay::RuleReading &other : std::as_const(others)) {
        Overlay changed;
        changed.set(other);
        QVERIFY(overlayHash(changed) != hash);
    }
}

void OverlayDocumentTest::refused_data()
{
    using Kind = DocumentProblem::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");
    const auto of = [](const QByteArray &rule, const QByteArray &group = {}) -> QByteArray {
        return R"({"format":"clearway.overlay/1","rules":[)" + rule + R"(],"groups":[)" + group + "]}";
    };
    const QByteArray good =
        R"({"state":"B","rule":"a/b","verdict":"says-it","by":"R","on":"2025-01-01","compilation":"c","said":"x"})";
    const QByteArray group =
        R"({"group":"g","countries":["NZ"],"by":"R","on":"2025-01-01","compilation":"c","said":["GB"]})";
    const auto without = [](QByteArray text, const char *piece, const char *by) { return text.replace(piece, by); };
    QTest::newRow("nothing") << QByteArray() << Kind::NotJson << QString();
    QTest::newRow("cut") << of(good).first(40) << Kind::NotJson << QString();
    QTest::newRow("an assessment") << QByteArray(R"({"format":"clearway.assessment/1"})") << Kind::OtherFormat
                                   << u"/format"_s;
    QTest::newRow("an array") << QByteArray("[]") << Kind::OtherFormat << u"/format"_s;
    QTest::newRow("newer") << QByteArray(R"({"format":"clearway.overlay/2"})") << Kind::NewerFormat << u"/format"_s;
    QTest::newRow("no rules") << QByteArray(R"({"format":"clearway.overlay/1","groups":[]})") << Kind::WrongContent
                              << u"/rules"_s;
    QTest::newRow("no reader") << of(without(good, R"("by":"R",)", "")) << Kind::WrongContent << u"/rules/0/by"_s;
    QTest::newRow("nameless reader") << of(without(good, R"("by":"R")", R"("by":" ")")) << Kind::WrongContent
                                     << u"/rules/0/by"_s;
    QTest::newRow("no day") << of(without(good, R"("on":"2025-01-01",)", "")) << Kind::WrongContent << u"/rules/0/on"_s;
    QTest::newRow("wrong day") << of(without(good, "2025-01-01", "2025-02-30")) << Kind::WrongContent
                               << u"/rules/0/on"_s;
    QTest::newRow("verdict") << of(without(good, "says-it", "maybe")) << Kind::WrongContent << u"/rules/0/verdict"_s;
    QTest::newRow("second rule") << of(good + ',' + without(good, R"("said":"x")", R"("said":1)")) << Kind::WrongContent
                                 << u"/rules/1/said"_s;
    QTest::newRow("twice") << of(good + ',' + good) << Kind::WrongContent << u"/rules/1/rule"_s;
    QTest::newRow("country") << of({}, without(group, R"(["NZ"])", R"(["Narnia"])")) << Kind::WrongContent
                             << u"/groups/0/countries"_s;
    QTest::newRow("group twice") << of({}, group + ',' + group) << Kind::WrongContent << u"/groups/1/group"_s;
    QTest::newRow("vast") << QByteArray(6 * 1024 * 1024, ' ') << Kind::TooLarge << QString();
    QVERIFY(readOverlay(of(good, group)));
}

void OverlayDocumentTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(DocumentProblem::Kind, kind);
    QFETCH(QString, path);
    const auto read = readOverlay(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().path, path);
    const QString text = read.error().toText(u"office.json"_s);
    QVERIFY2(text.startsWith(u"office.json"_s) && text.contains(u"expected"_s), qPrintable(text));
}

void OverlayDocumentTest::withoutOneNothingChanges()
{
    const QJsonObject made = document(m_none);
    QVERIFY(!made.contains("overlay"_L1));
    QVERIFY(!made["catalogue"_L1].toObject().contains("overlay"_L1));
    QCOMPARE(made["outcome"_L1].toString(), u"advice-needed"_s);
}

void OverlayDocumentTest::madeUnderIt()
{
    const QJsonObject made = document(m_read);
    QCOMPARE(made["outcome"_L1].toString(), u"permit-unlikely"_s);
    QCOMPARE(made["catalogue"_L1]["overlay"_L1]["hash"_L1].toString(), overlayHash(m_read.overlay));
    QCOMPARE(made["catalogue"_L1]["overlay"_L1]["entries"_L1].toInt(), 1);
    QVERIFY(readOverlay(QJsonDocument(made["overlay"_L1].toObject()).toJson()) == m_read.overlay);
    QStringList named;
    for (const QJsonValue &leaning : made["leans_on"_L1].toArray())
        if (leaning["kind"_L1].toString() == "verified-by-office"_L1)
            named.append(leaning["text"_L1].toString());
    QCOMPARE(named.size(), 1);
    for (const QString &word : {u"Rita Reader"_s, u"2025-05-01"_s, u"compilation 7"_s})
        QVERIFY2(named.first().contains(word), qPrintable(named.first()));
    // What is read and does not matter is not leant on: with the thing public already the exception carries nothing.
    reasoning::Answers answers = smallAnswers(*m_plain);
    answers.set({u"item.public"_s, answers.items.first().id, -1}, language::Value(language::Picked{{u"all"_s}}));
    for (const Leaning &leaning : assess(*m_read.rules, answers, options(m_read.overlay)).conclusion.leansOn)
        QVERIFY(leaning.kind != Leaning::Kind::VerifiedByOffice);
}

void OverlayDocumentTest::readWithTheSame()
{
    const QJsonObject made = document(m_read);
    const auto back = assessment::read(toBytes(made), *m_read.rules, {.office = &m_read});
    QVERIFY(back);
    QVERIFY(!back->tampered());
    QVERIFY(back->sameOverlay && back->sameCatalogue && !back->movedByOverlay() && !back->outcomeHere);
    QVERIFY(back->assessment.overlay == m_read.overlay);
    QCOMPARE(toBytes(toJson(back->assessment, *m_read.rules)), toBytes(made));
}

void OverlayDocumentTest::readWithAnother()
{
    // made where it was read, opened where it was not
    const auto elsewhere = assessment::read(toBytes(document(m_read)), *m_none.rules, {.office = &m_none});
    QVERIFY(elsewhere);
    QVERIFY(!elsewhere->sameOverlay);
    QVERIFY(!elsewhere->tampered());
    QVERIFY(elsewhere->movedByOverlay());
    QCOMPARE(elsewhere->assessment.conclusion.outcome, Outcome::PermitUnlikely); // under its own readings
    QCOMPARE(*elsewhere->outcomeHere, Outcome::AdviceNeeded);
    // without anything being said of an office the rules are taken as the catalogue's own
    const auto plain = assessment::read(toBytes(document(m_read)), *m_plain);
    QVERIFY(plain && !plain->tampered() && plain->movedByOverlay());
    // and the other way round
    const auto back = assessment::read(toBytes(document(m_none)), *m_read.rules, {.office = &m_read});
    QVERIFY(back);
    QVERIFY(!back->tampered());
    QVERIFY(!back->sameOverlay && back->movedByOverlay());
    QCOMPARE(back->assessment.conclusion.outcome, Outcome::AdviceNeeded);
    QCOMPARE(*back->outcomeHere, Outcome::PermitUnlikely);
}

void OverlayDocumentTest::aForgerIsFound_data()
{
    QTest::addColumn<QJsonObject>("document");
    const QJsonObject made = document(m_read);
    QJsonObject outcome = made;
    outcome["outcome"_L1] = u"not-controlled"_s;
    QTest::newRow("another outcome") << outcome;
    QJsonObject gone = made;
    gone.remove("overlay"_L1);
    QTest::newRow("the readings left out") << gone;
    QJsonObject other = made;
    QJsonObject overlay = other["overlay"_L1].toObject();
    QJsonObject rule = overlay["rules"_L1].toArray().first().toObject();
    rule["by"_L1] = u"Somebody else"_s;
    overlay["rules"_L1] = QJsonArray{rule};
    other["overlay"_L1] = overlay;
    QTest::newRow("another reader") << other;
    QJsonObject added = document(m_none);
    added["overlay"_L1] = overlayToJson(m_read.overlay);
    added["outcome"_L1] = u"permit-unlikely"_s;
    QTest::newRow("readings added") << added;
}

void OverlayDocumentTest::aForgerIsFound()
{
    QFETCH(QJsonObject, document);
    document["fingerprint"_L1] = fingerprintOf(document); // mended
    for (const overlay::OfficeRules *office : {&m_none, &m_read}) {
        const auto read = assessment::read(toBytes(document), *office->rules, {.office = office});
        QVERIFY(read);
        QVERIFY(read->fingerprintMatches);
        QVERIFY(read->tampered());
    }
}

void OverlayDocumentTest::summaryNamesNobody()
{
    const Assessment made = assess(*m_read.rules, smallAnswers(*m_read.rules), options(m_read.overlay));
    const QJsonObject copy = toJson(withoutTechnicalAnnex(made, *m_read.rules), *m_read.rules);
    QVERIFY(!toBytes(copy).contains("Rita"));
    QVERIFY(!copy.contains("overlay"_L1));
    QCOMPARE(copy["catalogue"_L1]["overlay"_L1]["hash"_L1].toString(), overlayHash(m_read.overlay));
    for (const overlay::OfficeRules *office : {&m_none, &m_read}) {
        const auto read = assessment::read(toBytes(copy), *office->rules, {.office = office});
        QVERIFY(read);
        QVERIFY(!read->tampered());
        QCOMPARE(read->sameOverlay, office == &m_read);
    }
}

QTEST_GUILESS_MAIN(OverlayDocumentTest)
#include "overlaydocumenttest.moc"
