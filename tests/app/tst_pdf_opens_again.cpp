// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF that clearway-cli writes opens again as the same assessment, by way of clearway-reader; a changed one is
// noticed.
#include "catalogue/store/catalogue.h"
#include "model/assessment/json.h"
#include "model/assessment/readassessment.h"
#include "model/documents/assessment_file.h"
#include "model/reasoning/answersjson.h"

#include "programs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;

class PdfOpensAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameAssessment_data();
    void sameAssessment();
    void summaryCopy();
    void changedByte_data();
    void changedByte();
    void otherOutcome();

private:
    QByteArray carried(const QString &pdf) const
    {
        const auto json = documents::assessmentJsonFrom(pdf, documents::ReaderProcess(QStringLiteral(CLEARWAY_READER)));
        return json ? *json : QByteArray();
    }

    std::optional<store::Catalogue> m_catalogue;
    QTemporaryDir m_folder;
};

void PdfOpensAgain::initTestCase()
{
    auto opened = store::Catalogue::open(QStringLiteral(CLEARWAY_CATALOGUE));
    QVERIFY(opened.has_value());
    m_catalogue = std::move(*opened);
    QVERIFY(m_folder.isValid());
}

void PdfOpensAgain::sameAssessment_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    for (const QString &name :
         {u"draft-to-japan"_s, u"draft-with-drawings"_s, u"part-1-to-editor"_s, u"sanctions-hit"_s})
        QTest::newRow(qPrintable(name)) << name << QStringList{};
    QTest::newRow("as written") << u"publish-part-2"_s << QStringList{u"--law"_s, u"2012"_s};
    QTest::newRow("on a day") << u"draft-to-japan"_s << QStringList{u"--on"_s, u"2017-06-01"_s};
}

void PdfOpensAgain::sameAssessment()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, options);
    const QString pdf = m_folder.filePath(u"record.pdf"_s);
    const Ran ran = cli(QStringList{u"assess"_s, sample(name), u"--json"_s, u"--pdf"_s, pdf} + options);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QByteArray json = carried(pdf);
    QVERIFY(!json.isEmpty());
    // What the PDF carries is what was printed.
    QCOMPARE(QJsonDocument::fromJson(json).object(), ran.json().object());
    const auto read = assessment::read(json, m_catalogue->rules());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().toText(pdf)));
    QVERIFY(read->fingerprintMatches);
    QVERIFY(read->sameCatalogue);
    QVERIFY(!read->tampered());
    QVERIFY(read->setAside.isEmpty());
    QCOMPARE(read->assessment.conclusion.outcome, read->storedOutcome);
    QCOMPARE(reasoning::outcomeName(read->storedOutcome), ran.json()["outcome"_L1].toString());
    // The same answers: read from the sample itself, but for the day or state that the options gave.
    auto answers = reasoning::readAnswers(bytesOf(sample(name)), m_catalogue->rules());
    QVERIFY(answers.has_value());
    QCOMPARE(read->assessment.answers.activities.size(), answers->activities.size());
    QJsonObject expected = reasoning::toJson(*answers, m_catalogue->rules());
    QJsonObject found = reasoning::toJson(read->assessment.answers, m_catalogue->rules());
    for (QJsonObject *object : {&expected, &found}) {
        if (!options.isEmpty()) {
            object->remove("on"_L1);
            object->remove("law"_L1);
        }
    }
    QCOMPARE(found, expected);
    // Written once more it is the same document, with the same fingerprint.
    QCOMPARE(assessment::toJson(read->assessment, m_catalogue->rules()), read->document);
}

void PdfOpensAgain::summaryCopy()
{
    const QString pdf = m_folder.filePath(u"summary.pdf"_s);
    const Ran ran = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--summary"_s, u"--pdf"_s, pdf});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const auto read = assessment::read(carried(pdf), m_catalogue->rules());
    QVERIFY(read.has_value());
    QVERIFY(read->fingerprintMatches);
    QVERIFY(!read->assessment.technicalAnnex);
    QVERIFY(!read->tampered());
}

void PdfOpensAgain::changedByte_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QByteArray>("by");
    QTest::newRow("an answer") << "\"own_research\""_ba << "\"own_researcj\""_ba;
    QTest::newRow("a choice for another") << "\"only_published\""_ba << "\"extras\""_ba;
    QTest::newRow("a title") << "Draft on key distribution"_ba << "Draft on key distributiom"_ba;
    QTest::newRow("the reference") << "\"reference\": \"CW-"_ba << "\"reference\": \"CX-"_ba;
    QTest::newRow("the outcome") << "\"outcome\": \"permit-unlikely\""_ba << "\"outcome\": \"not-controlled\""_ba;
    QTest::newRow("the fingerprint") << "\"fingerprint\": \""_ba << "\"fingerprint\": \"0"_ba;
}

void PdfOpensAgain::changedByte()
{
    QFETCH(const QByteArray, piece);
    QFETCH(const QByteArray, by);
    const Ran ran = cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--json"_s});
    QByteArray json = ran.output;
    QVERIFY(!assessment::read(json, m_catalogue->rules())->tampered());
    const qsizetype at = json.indexOf(piece);
    QVERIFY(at >= 0);
    json.replace(at, piece.size(), by);
    // Noticed, or refused outright; never taken as it stands.
    const auto read = assessment::read(json, m_catalogue->rules());
    QVERIFY(!read.has_value() || (!read->fingerprintMatches && read->tampered()));
}

void PdfOpensAgain::otherOutcome()
{
    // Someone who can make fingerprints still cannot make the rules say something else.
    QJsonObject document = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--json"_s}).json().object();
    document["outcome"_L1] = u"permit-unlikely"_s;
    document["fingerprint"_L1] = assessment::fingerprintOf(document);
    const auto read = assessment::read(assessment::toBytes(document), m_catalogue->rules());
    QVERIFY(!read.has_value() || (read->fingerprintMatches && read->tampered()));
}

QTEST_GUILESS_MAIN(PdfOpensAgain)
#include "tst_pdf_opens_again.moc"
