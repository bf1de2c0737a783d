// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clearway-cli assess: outcomes of the bundled samples, the document, and each form of the report.
#include "model/assessment/json.h"

#include "programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;
using namespace clearway;

class CliAssess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outcomes_data();
    void outcomes();
    void shortForm();
    void standardInput();
    void statesSideBySide();
    void dayAndLaw();
    void jsonBesideReports();
    void reportsOnStandardOutput_data();
    void reportsOnStandardOutput();
    void summary();
    void plainText();
    void application_data();
    void application();
    void applicationOfNothing();
    void supplyLog();
    void whoMadeItAndWhatIsHeld();
    void theHeadlineNamesWhatItIsAbout();

private:
    QString misfit(const QJsonObject &document) const
    {
        const QJsonValue value(document);
        const valijson::adapters::QtJsonAdapter adapter(value);
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(m_schema, adapter, &results))
            return {};
        valijson::ValidationResults::Error error;
        QString text = u"does not fit"_s;
        while (results.popError(error))
            text += u"; "_s + QString::fromStdString(error.description);
        return text;
    }

    valijson::Schema m_schema;
    QTemporaryDir m_folder;
};

static QStringList ids(const QJsonValue &array, const QString &key = u"id"_s)
{
    QStringList found;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        found.append(value[key].toString());
    found.removeDuplicates();
    return found;
}

void CliAssess::initTestCase()
{
    const QJsonDocument schema = QJsonDocument::fromJson(assessment::assessmentSchema());
    QVERIFY(schema.isObject());
    const QJsonValue value(schema.object());
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::QtJsonAdapter(value), m_schema);
    QVERIFY2(!misfit({}).isEmpty(), "a schema that takes everything proves nothing");
    QVERIFY(m_folder.isValid());
}

void CliAssess::outcomes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("kinds"); // of what is required, sorted
    QTest::addColumn<QStringList>("duties");
    QTest::addColumn<QStringList>("warnings"); // cites
    const QStringList in2017{u"--on"_s, u"2017-06-01"_s};
    const QStringList in2025{u"--on"_s, u"2025-06-01"_s};
    const QStringList of2012{u"--law"_s, u"2012"_s};
    const QStringList none;
    const QStringList permit{u"permit"_s};
    const QStringList record{u"s 58(3A) to (3C)"_s};
    const auto row = [](const QString &name, const QStringList &options, const char *outcome, const QStringList &kinds,
                        const QStringList &duties, const QStringList &warnings) {
        QTest::addRow("%s, %s", qPrintable(name), qPrintable(options.last()))
            << name << options << QString::fromLatin1(outcome) << kinds << duties << warnings;
    };
    row(u"draft-to-japan"_s, in2017, "permit-unlikely", none, none, none);
    row(u"draft-to-japan"_s, in2025, "permit-unlikely", none, record, none);
    row(u"draft-to-japan"_s, of2012, "permit-likely-required", permit, none, none);
    row(u"draft-with-drawings"_s, in2017, "permit-likely-required", permit, none, none);
    row(u"draft-with-drawings"_s, in2025, "permit-likely-required", permit, record, none);
    row(u"draft-with-drawings"_s, of2012, "permit-likely-required", permit, none, none);
    row(u"publish-part-2"_s, in2017, "not-controlled", none, none, {u"s 14B"_s});
    row(u"publish-part-2"_s, in2025, "not-controlled", none, none, {u"s 14B"_s});
    row(u"publish-part-2"_s, of2012, "approval-likely-required", {u"approval"_s}, none, none);
    row(u"part-1-to-editor"_s, in2025, "permit-likely-required", {u"approval"_s, u"permit"_s}, record, {u"s 14B"_s});
    row(u"part-1-to-editor"_s, in2017, "permit-likely-required", {u"approval"_s, u"permit"_s}, none, {u"s 14B"_s});
    row(u"spoken-password"_s, in2017, "permit-likely-required", permit, none, none);
    row(u"spoken-password"_s, in2025, "permit-likely-required", permit, record, none);
    row(u"own-open-research"_s, in2025, "not-controlled", none, none, none);
    row(u"code-of-open-research"_s, in2025, "permit-likely-required", permit, record, none);
    row(u"sanctions-hit"_s, in2017, "stop-and-refer", none, none,
        {u"Charter of the United Nations Act 1945; Autonomous Sanctions Act 2011"_s});
    row(u"sanctions-hit"_s, in2025, "stop-and-refer", none, record,
        {u"Charter of the United Nations Act 1945; Autonomous Sanctions Act 2011"_s});
}

void CliAssess::outcomes()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, options);
    QFETCH(const QString, outcome);
    QFETCH(const QStringList, kinds);
    QFETCH(const QStringList, duties);
    QFETCH(const QStringList, warnings);
    const Ran ran = cli(QStringList{u"assess"_s, sample(name), u"--json"_s} + options);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.errors, QString());
    const QJsonObject document = ran.json().object();
    QCOMPARE(misfit(document), QString());
    QCOMPARE(assessment::fingerprintOf(document), document["fingerprint"_L1].toString());
    QCOMPARE(document["format"_L1].toString(), assessment::formatName);
    QCOMPARE(document["outcome"_L1].toString(), outcome);
    QStringList required = ids(document["requirements"_L1], u"kind"_s);
    required.sort();
    QCOMPARE(required, kinds);
    QCOMPARE(ids(document["duties"_L1], u"cite"_s), duties);
    QCOMPARE(ids(document["warnings"_L1], u"cite"_s), warnings);
    if (name == "own-open-research"_L1)
        QCOMPARE(document["list_opened"_L1].toBool(true), false);
    // Findings name each provision with its elements as true, false or unknown.
    const QJsonArray findings = document["findings"_L1].toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue &finding : findings) {
        const QJsonArray elements = finding["elements"_L1].toArray();
        QVERIFY(!elements.isEmpty());
        for (const QJsonValue &element : elements)
            QVERIFY((QStringList{u"true"_s, u"false"_s, u"unknown"_s}.contains(element["value"_L1].toString())));
    }
}

void CliAssess::shortForm()
{
    const Ran ran = cli({u"assess"_s, u"-"_s, u"--json"_s},
                        R"({"on": "2025-06-01", "answers": {"case.wmd": "no", "case.military_use": "no",
                            "case.sanctions": "no", "case.notice": "no", "activity.kind": "send_draft"}})");
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(misfit(ran.json().object()), QString());
    QCOMPARE(ran.json()["outcome"_L1].toString(), u"advice-needed"_s);
    QVERIFY(!ran.json()["open"_L1].toArray().isEmpty());
}

void CliAssess::standardInput()
{
    const QByteArray answers = bytesOf(sample(u"draft-to-japan"_s));
    QVERIFY(!answers.isEmpty());
    const Ran ran = cli({u"assess"_s, u"-"_s, u"--json"_s}, answers);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["outcome"_L1].toString(), u"permit-unlikely"_s);
}

void CliAssess::statesSideBySide()
{
    const Ran ran = cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--compare"_s, u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject document = ran.json().object();
    QCOMPARE(misfit(document), QString());
    const QJsonValue compared = document["compared"_L1];
    QCOMPARE(ids(compared, u"outcome"_s), (QStringList{u"permit-likely-required"_s, u"permit-unlikely"_s}));
    QCOMPARE(compared.toArray().size(), 3);
    const Ran plain = cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--compare"_s});
    QCOMPARE(plain.status, 0);
    for (const QByteArray &line : {"2012  permit-likely-required"_ba, "2015  permit-unlikely"_ba,
                                   "2024  permit-unlikely"_ba, "each as written"_ba})
        QVERIFY2(plain.output.contains(line), line.constData());
}

void CliAssess::dayAndLaw()
{
    const QString path = m_folder.filePath(u"2012.json"_s);
    QByteArray answers = bytesOf(sample(u"draft-to-japan"_s));
    answers.replace("\"on\": \"2025-06-02\"", "\"law\": \"2012\"");
    QVERIFY(putBytes(path, answers));
    // The file's own state of the law; and options over it.
    QCOMPARE(cli({u"assess"_s, path, u"--json"_s}).json()["outcome"_L1].toString(), u"permit-likely-required"_s);
    const QJsonDocument on = cli({u"assess"_s, path, u"--json"_s, u"--on=2017-06-01"_s}).json();
    QCOMPARE(on["outcome"_L1].toString(), u"permit-unlikely"_s);
    QCOMPARE(on["answers"_L1]["on"_L1].toString(), u"2017-06-01"_s);
    QVERIFY(on["answers"_L1]["law"_L1].isUndefined());
    const QJsonDocument law = cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--json"_s, u"--law=2012"_s}).json();
    QCOMPARE(law["answers"_L1]["law"_L1].toString(), u"2012"_s);
    // Before 2 April 2016 no offence of the Act operated: said first.
    const Ran early = cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--on"_s, u"2014-06-01"_s});
    QCOMPARE(early.status, 0);
    QVERIFY2(early.output.contains("no offence of the Act operated"), early.output.constData());
}

void CliAssess::jsonBesideReports()
{
    const QString pdf = m_folder.filePath(u"a.pdf"_s);
    const QString html = m_folder.filePath(u"a.html"_s);
    const QString markdown = m_folder.filePath(u"a.md"_s);
    const Ran ran = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--json"_s, u"--pdf"_s, pdf, u"--html"_s, html,
                         u"--markdown"_s, markdown});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject document = ran.json().object();
    QCOMPARE(misfit(document), QString());
    // All of them are one record.
    const QByteArray reference = document["reference"_L1].toString().toUtf8();
    const QByteArray fingerprint = document["fingerprint"_L1].toString().toUtf8();
    QCOMPARE(assessment::fingerprintOf(document).toUtf8(), fingerprint);
    QVERIFY(bytesOf(pdf).startsWith("%PDF-1.6"));
    // The name is written as UTF-16 there; that the attachment is the record is tst_pdf_opens_again's business.
    QVERIFY(bytesOf(pdf).contains("/EmbeddedFile"));
    for (const QString &path : {html, markdown}) {
        QVERIFY2(bytesOf(path).contains(reference), qPrintable(path));
        QVERIFY2(bytesOf(path).contains("Unpublished drawings"), qPrintable(path));
    }
    QVERIFY(bytesOf(html).startsWith("<!DOCTYPE html>") || bytesOf(html).startsWith("<!doctype html>"));
    // An older file is replaced by the whole new one.
    QVERIFY(putBytes(markdown, QByteArray(1'000'000, 'x')));
    QCOMPARE(cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--markdown"_s, markdown}).status, 0);
    QVERIFY(!bytesOf(markdown).contains("xxxx"));
    QVERIFY(bytesOf(markdown).size() > 1000);
}

void CliAssess::reportsOnStandardOutput_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("PDF") << u"--pdf"_s << "%PDF-1.6"_ba;
    QTest::newRow("HTML") << u"--html"_s << "<!"_ba;
    QTest::newRow("Markdown") << u"--markdown"_s << "# "_ba;
}

void CliAssess::reportsOnStandardOutput()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, begin);
    const Ran ran = cli({u"assess"_s, sample(u"draft-to-japan"_s), option, u"-"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QVERIFY2(ran.output.startsWith(begin), ran.output.left(80).constData());
    QVERIFY2(!ran.output.contains("\nOutcome: "), "nothing beside the report");
    QVERIFY(ran.output.trimmed().size() > 1000);
}

void CliAssess::summary()
{
    const QStringList arguments{u"assess"_s, sample(u"draft-with-drawings"_s), u"--json"_s};
    const Ran whole = cli(arguments);
    const Ran part = cli(arguments + QStringList{u"--summary"_s});
    QVERIFY2(part.status == 0, qPrintable(part.errors));
    const QJsonObject document = part.json().object();
    QCOMPARE(misfit(document), QString());
    QCOMPARE(assessment::fingerprintOf(document), document["fingerprint"_L1].toString());
    QCOMPARE(whole.json()["technical_annex"_L1].toBool(), true);
    QCOMPARE(document["technical_annex"_L1].toBool(true), false);
    QCOMPARE(document["outcome"_L1].toString(), whole.json()["outcome"_L1].toString());
    QVERIFY(part.output.size() < whole.output.size());
}

void CliAssess::plainText()
{
    const Ran ran = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--on"_s, u"2025-06-01"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.errors, QString());
    const QByteArray text = ran.output;
    QVERIFY(text.startsWith("Outcome: permit-likely-required\n"));
    for (const QByteArray &part : {"“Unpublished drawings”: A permit under s 11"_ba, "“Draft on key distribution”: "_ba,
                                   "Duties"_ba, "What would change it"_ba, "It stays a draft"_ba, "no legal advice"_ba})
        QVERIFY2(text.contains(part), part.constData());
    for (const QByteArray &word : {"clearance"_ba, "determination"_ba, "ruling"_ba})
        QVERIFY2(!text.toLower().contains(word), word.constData());
}

void CliAssess::application_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("PDF") << u"a.pdf"_s << "%PDF-1.6"_ba;
    QTest::newRow("HTML") << u"a.HTML"_s << "<!"_ba;
    QTest::newRow("Markdown") << u"a.md"_s << "# "_ba;
    QTest::newRow("JSON") << u"a.json"_s << "{"_ba;
}

void CliAssess::application()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const Ran ran = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--application"_s, path});
    QCOMPARE(ran.errors, QString());
    QCOMPARE(ran.status, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY2(written.startsWith(begin), written.left(80).constData());
    if (begin == "# ") {
        QVERIFY(written.contains("Unpublished drawings"));
        QVERIFY(!written.contains("Draft on key distribution; ")); // what needs no permit is no part of it
    }
    QVERIFY(ran.output.contains("What to do next"));
}

void CliAssess::applicationOfNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.md"_s);
    const Ran ran = cli({u"assess"_s, sample(u"own-open-research"_s), u"--application"_s, path});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.errors.contains(u"nothing to apply for"_s), qPrintable(ran.errors));
    QVERIFY(!QFile::exists(path));
    const Ran wrong =
        cli({u"assess"_s, sample(u"own-open-research"_s), u"--application"_s, folder.filePath(u"a.doc"_s)});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.errors.contains(u"no known form"_s), qPrintable(wrong.errors));
}

// A paper that may be published, and its code, for which a permit is needed: the record says for which of them.
void CliAssess::theHeadlineNamesWhatItIsAbout()
{
    const Ran ran =
        cli({u"assess"_s, sample(u"paper-code-and-student"_s), u"--on"_s, u"2024-10-01"_s, u"--markdown"_s, u"-"_s});
    QCOMPARE(ran.status, 0);
    const QString record = QString::fromUtf8(ran.output);
    const qsizetype at = record.indexOf(u"likely required before"_s);
    QVERIFY(at > 0);
    const QString sentence = record.sliced(at, record.indexOf(u'\n', at) - at);
    QVERIFY2(sentence.contains(u"the code"_s) && sentence.contains(u"Code of the key server"_s), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"Publishing"_s) && !sentence.contains(u"Paper"_s), qPrintable(sentence));
    // What is said of several alike is said once: the reasons of nine combinations fit a few pages.
    QVERIFY2(record.size() < 120'000, qPrintable(QString::number(record.size())));
}

void CliAssess::whoMadeItAndWhatIsHeld()
{
    const auto file = [this](const QByteArray &json) {
        const QString path = m_folder.filePath(u"about.json"_s);
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(json) == json.size() ? path : QString();
    };
    const auto run = [&](const QByteArray &json) {
        return cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--about"_s, file(json), u"--json"_s});
    };
    const Ran ran = run(R"({"assessor": "R. Esearcher", "permits": [{"kind": "permit", "number": "P-17",
        "covers": "drawings", "until": "2026-06-30", "conditions": "Report every half year."}]})");
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject about = QJsonDocument::fromJson(ran.output)["about"_L1].toObject();
    QCOMPARE(about["assessor"_L1].toString(), u"R. Esearcher"_s);
    QCOMPARE(about["permits"_L1][0]["number"_L1].toString(), u"P-17"_s);
    QVERIFY2(misfit(QJsonDocument::fromJson(ran.output).object()).isEmpty(),
             qPrintable(misfit(QJsonDocument::fromJson(ran.output).object())));
    // What is wrong is said with its place, and nothing is assessed.
    for (const auto &[json, said] : {std::pair<QByteArray, QString>{"{\n\"assessor\": }", u"about.json:2"_s},
                                     {R"({"asessor": "A"})", u"asessor"_s},
                                     {R"({"permits": [{"kind": "licence", "number": "1"}]})", u"approval"_s},
                                     {R"({"permits": [{"kind": "permit", "number": "1"}]})", u"covers"_s}}) {
        const Ran bad = run(json);
        QCOMPARE(bad.status, 3);
        QVERIFY2(bad.errors.contains(said), qPrintable(bad.errors));
        QVERIFY(bad.output.isEmpty());
    }
    QCOMPARE(cli({u"assess"_s, u"-"_s, u"--about"_s, u"-"_s}).status, 2);
}

void CliAssess::supplyLog()
{
    const Ran ran = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--supply-log"_s, u"-"_s});
    QCOMPARE(ran.status, 0);
    const QList<QByteArray> lines = ran.output.trimmed().split('\n');
    QVERIFY2(lines.size() > 1, ran.output.constData());
    QVERIFY(lines.first().startsWith("number,description,permit,recipient,from,until,"));
    QVERIFY2(ran.output.contains("Unpublished drawings"), ran.output.constData());
    QVERIFY(ran.output.contains(",standing,"));
    // Without names where the record is to go round.
    const QJsonDocument answers = QJsonDocument::fromJson([] {
        QFile file(sample(u"draft-with-drawings"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }());
    const QByteArray name = answers["recipients"_L1][0]["title"_L1].toString().toUtf8();
    QVERIFY(!name.isEmpty());
    QVERIFY(ran.output.contains(name));
    const Ran part = cli({u"assess"_s, sample(u"draft-with-drawings"_s), u"--summary"_s, u"--supply-log"_s, u"-"_s});
    QVERIFY2(!part.output.contains(name), part.output.constData());
}

QTEST_GUILESS_MAIN(CliAssess)
#include "tst_cli_assess.moc"
