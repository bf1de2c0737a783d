// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clearway-cli catalogue import-official, official and numbers, with a small instrument made here.
#include "officialtesting.h"
#include "programs.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway::officialtest;

class CliOfficial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsBothFormats_data();
    void importsBothFormats();
    void readsStandardInput();
    void comparesFormats();
    void showsACode();
    void flagsNumbers();
    void allowances();
    void nothingIsLost_data();
    void nothingIsLost();
    void refusals_data();
    void refusals();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    Ran run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return cli(QStringList{u"catalogue"_s} + arguments + QStringList{u"--database"_s, file(u"official.sqlite"_s)},
                   input);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Two codes of the catalogue with words of our own: the numbers of one are as the catalogue has them.
static QList<Line> sampleLines()
{
    QList<Line> lines = smallList();
    lines[0].text = u"Defence and Strategic Goods List 2024"_s;
    const qsizetype at = lines.size() - 2;
    lines.insert(at, {u"Cat0newstyle31a1paragraphsindented"_s, 1134, u"5.\tA.\t001.\tInvented radios as follows:"_s});
    lines.insert(at + 1, {u"DL0Aa"_s, 1701, u"a.\tRadios having any of the following:"_s});
    lines.insert(at + 2, {u"DL0AaNote"_s, 2268, u"Note:\tThese words are invented."_s});
    return lines;
}

void CliOfficial::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeZip(file(u"F2030L00001.docx"_s), docx(sampleLines())));
    QVERIFY(writeZip(file(u"F2030L00001.epub"_s), epub(sampleLines())));
}

void CliOfficial::importsBothFormats_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("DOCX") << u"F2030L00001.docx"_s;
    QTest::newRow("EPUB") << u"F2030L00001.epub"_s;
}

void CliOfficial::importsBothFormats()
{
    QFETCH(const QString, name);
    const Ran ran = run({u"import-official"_s, file(name), u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QVERIFY2(ran.errors.contains(u"100 %"_s), qPrintable(ran.errors));
    const QJsonObject report = ran.json().object();
    QCOMPARE(report["codes_in_file"_L1].toInt(), 15);
    QVERIFY(report["attached"_L1].toInt() >= 2);
    QCOMPARE(report["attached"_L1].toInt() + report["without_text"_L1].toArray().size(),
             report["codes_of_catalogue"_L1].toInt());
    QCOMPARE(report["attached"_L1].toInt() + report["not_in_catalogue"_L1].toArray().size(), 15);
    QCOMPARE(report["unmatched"_L1].toArray(), QJsonArray());
    QCOMPARE(report["another_list"_L1].toBool(), false);
    QCOMPARE(report["instrument"_L1]["register_id"_L1].toString(), u"F2030L00001"_s);
    QCOMPARE(report["instrument"_L1]["file"_L1].toString(), name);
    const Ran plain = run({u"import-official"_s, file(name)});
    QVERIFY2(plain.status == 0, qPrintable(plain.errors));
    QVERIFY(plain.output.contains("Attached: "));
}

void CliOfficial::readsStandardInput()
{
    const Ran ran = run({u"import-official"_s, u"-"_s, u"--json"_s}, bytesOf(file(u"F2030L00001.epub"_s)));
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["codes_in_file"_L1].toInt(), 15);
    const Ran wrong = run({u"import-official"_s, u"-"_s}, "no archive");
    QCOMPARE(wrong.status, 3);
    QVERIFY2(wrong.errors.contains(u"standard input"_s), qPrintable(wrong.errors));
}

void CliOfficial::comparesFormats()
{
    QList<Line> changed = sampleLines();
    changed[14].text = u"2.\tA strength of 21 N or more."_s;
    QVERIFY(writeZip(file(u"changed.epub"_s), epub(changed)));
    const Ran told = run(
        {u"import-official"_s, file(u"F2030L00001.docx"_s), u"--compare"_s, file(u"F2030L00001.epub"_s), u"--json"_s});
    QVERIFY2(told.status == 0, qPrintable(told.errors));
    QCOMPARE(told.json()["compared"_L1]["differences"_L1].toArray(), QJsonArray());
    QVERIFY(told.json()["compared"_L1]["paragraphs"_L1].toInt() > 20);
    // Without being told: with what the import replaces.
    const Ran next = run({u"import-official"_s, file(u"changed.epub"_s), u"--json"_s});
    QCOMPARE(next.json()["compared"_L1]["with"_L1].toString(), u"F2030L00001.docx"_s);
    QCOMPARE(next.json()["compared"_L1]["differences"_L1].toArray().size(), 1);
    const Ran again = run({u"import-official"_s, file(u"changed.epub"_s), u"--json"_s});
    QVERIFY(!again.json().object().contains("compared"_L1));
}

void CliOfficial::showsACode()
{
    QCOMPARE(run({u"import-official"_s, file(u"F2030L00001.docx"_s)}).status, 0);
    const Ran ran = run({u"official"_s, u"5a001.A."_s, u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["code"_L1].toString(), u"5A001.a"_s);
    QCOMPARE(ran.json()["wording"_L1].toString(), u"Radios having any of the following:"_s);
    QCOMPARE(ran.json()["notes"_L1][0]["kind"_L1].toString(), u"note"_s);
    const Ran plain = run({u"official"_s, u"5A001.a"_s});
    QVERIFY(plain.output.contains("Note: These words are invented."));
    QVERIFY(plain.output.contains("Federal Register of Legislation"));
}

void CliOfficial::flagsNumbers()
{
    QCOMPARE(run({u"import-official"_s, file(u"F2030L00001.docx"_s)}).status, 0);
    const Ran ran = run({u"numbers"_s, u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject report = ran.json().object();
    QVERIFY(report["without_text"_L1].toArray().size() > 10);
    QCOMPARE(run({u"numbers"_s}).status, 0);
}

void CliOfficial::allowances()
{
    QCOMPARE(run({u"import-official"_s, file(u"F2030L00001.docx"_s)}).status, 0);
    const QByteArray given = R"({"allowances": [{"code": "5A001.a", "number": "77 K", "reason": "Only here"}]})";
    const Ran ran = run({u"numbers"_s, u"--allowances"_s, u"-"_s, u"--json"_s}, given);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["unused_allowances"_L1].toArray().size(), 1);
    const Ran wrong = run({u"numbers"_s, u"--allowances"_s, u"-"_s}, "[]");
    QCOMPARE(wrong.status, 3);
    QVERIFY(wrong.errors.contains(u"expected"_s));
}

void CliOfficial::nothingIsLost_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("not it");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half of it") << QByteArray();
}

void CliOfficial::nothingIsLost()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(run({u"import-official"_s, file(u"F2030L00001.docx"_s)}).status, 0);
    const QByteArray before = run({u"official"_s, u"5A001.a"_s, u"--json"_s}).output;
    if (QByteArrayView(QTest::currentDataTag()) == "half of it") {
        const QByteArray whole = bytesOf(file(u"F2030L00001.docx"_s));
        bytes = whole.first(whole.size() / 2);
    }
    QVERIFY(putBytes(file(u"wrong.docx"_s), bytes));
    const Ran ran = run({u"import-official"_s, file(u"wrong.docx"_s)});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.errors.contains(u"wrong.docx"_s), qPrintable(ran.errors));
    QCOMPARE(run({u"official"_s, u"5A001.a"_s, u"--json"_s}).output, before);
}

void CliOfficial::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QStringList &arguments, int status) {
        QTest::newRow(name) << arguments << status;
    };
    row("import: no file", {u"import-official"_s}, 2);
    row("import: two files", {u"import-official"_s, u"a"_s, u"b"_s}, 2);
    row("import: unknown option", {u"import-official"_s, u"a"_s, u"--fast"_s}, 2);
    row("import: missing file", {u"import-official"_s, u"/nowhere/a.docx"_s}, 3);
    row("official: no code", {u"official"_s}, 2);
    row("official: not imported", {u"official"_s, u"5A001"_s}, 4);
    row("numbers: an operand", {u"numbers"_s, u"5A001"_s}, 2);
    row("numbers: not imported", {u"numbers"_s}, 4);
    row("numbers: no such allowances", {u"numbers"_s, u"--allowances"_s, u"/nowhere/a.json"_s}, 3);
}

void CliOfficial::refusals()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    const Ran ran = run(arguments);
    QVERIFY2(ran.status == status, qPrintable(ran.errors));
    QVERIFY(!ran.errors.isEmpty());
    QVERIFY(ran.output.isEmpty());
    QVERIFY(!QFileInfo::exists(file(u"official.sqlite"_s)));
}

QTEST_GUILESS_MAIN(CliOfficial)
#include "tst_cli_official.moc"
