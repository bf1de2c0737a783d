// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clearway-cli catalogue import-official and official with a small Act made here, in all four formats.
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

class CliLawTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsAndShows_data();
    void importsAndShows();
    void aPlaceOfASection();
    void listAndActSideBySide();
    void compilations();
    void standardInput();
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

void CliLawTexts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeZip(file(u"C2024C00999.docx"_s), docx(smallAct())));
    QVERIFY(writeZip(file(u"C2024C00999.epub"_s), epub(smallAct())));
    QVERIFY(writeFile(file(u"C2024C00999.html"_s), html(smallAct())));
    QVERIFY(writeFile(file(u"C2024C00999.pdf"_s), pdf(smallAct())));
}

void CliLawTexts::importsAndShows_data()
{
    QTest::addColumn<QString>("name");
    for (const char *format : {"docx", "epub", "html", "pdf"})
        QTest::newRow(format) << u"C2024C00999."_s + QString::fromLatin1(format);
}

void CliLawTexts::importsAndShows()
{
    QFETCH(QString, name);
    const Ran imported = run({u"import-official"_s, file(name), u"--json"_s});
    QVERIFY2(imported.status == 0, qPrintable(imported.errors));
    QCOMPARE(imported.json()["sections"_L1].toInt(), 6);
    QCOMPARE(imported.json()["instrument"_L1]["title"_L1].toString(), u"Defence Trade Controls Act 2012"_s);
    QCOMPARE(imported.json()["instrument"_L1]["compilation"_L1].toString(), u"9"_s);
    QCOMPARE(imported.json()["instrument"_L1]["compiled"_L1].toString(), u"2024-10-14"_s);
    QCOMPARE(imported.json()["instrument"_L1]["register_id"_L1].toString(), u"C2024C00999"_s);
    const Ran plain = run({u"import-official"_s, file(name)});
    QVERIFY(plain.output.contains("6 sections"));
    const Ran shown = run({u"official"_s, u"s 10A"_s, u"--json"_s});
    QVERIFY2(shown.status == 0, qPrintable(shown.errors));
    const QJsonArray sections = shown.json()["sections"_L1].toArray();
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections[0]["heading"_L1].toString(), u"Handing over hoops"_s);
    QCOMPARE(sections[0]["path"_L1][1].toString(), u"Division 1—Kites and hoops"_s);
    QCOMPARE(sections[0]["paragraphs"_L1][0]["text"_L1].toString(), u"A hoop may be handed over at 10 o'clock."_s);
}

void CliLawTexts::aPlaceOfASection()
{
    QCOMPARE(run({u"import-official"_s, file(u"C2024C00999.docx"_s)}).status, 0);
    const Ran shown = run({u"official"_s, u"s 10(1)(b)(ii)"_s, u"--law"_s, u"2024"_s});
    QVERIFY2(shown.status == 0, qPrintable(shown.errors));
    QVERIFY2(shown.output.contains("> (ii) comes from the sea."), shown.output.constData());
    QVERIFY(shown.output.contains("  (i) is strong; or"));
    QVERIFY(shown.output.contains("compilation 9 of 2024-10-14"));
    QVERIFY(shown.output.contains("Federal Register of Legislation"));
}

void CliLawTexts::listAndActSideBySide()
{
    QVERIFY(writeZip(file(u"list.docx"_s), docx(smallList())));
    QCOMPARE(run({u"import-official"_s, file(u"C2024C00999.html"_s)}).status, 0);
    QCOMPARE(run({u"official"_s, u"7A001.a"_s}).status, 4); // the list is not imported yet
    QCOMPARE(run({u"import-official"_s, file(u"list.docx"_s)}).status, 0);
    QCOMPARE(run({u"official"_s, u"7A001.a"_s}).status, 0);
    QCOMPARE(run({u"official"_s, u"s 11(2)"_s}).status, 0);
    QCOMPARE(run({u"import-official"_s, file(u"C2024C00999.pdf"_s), u"--compare"_s, file(u"list.docx"_s)}).status, 2);
    QCOMPARE(run({u"import-official"_s, file(u"list.docx"_s), u"--compare"_s, file(u"C2024C00999.pdf"_s)}).status, 2);
}

void CliLawTexts::compilations()
{
    QList<Line> older = smallAct();
    older[2].text = u"Compilation No. 4"_s;
    older[3].text = u"Compilation date: 1 January 2020"_s;
    QVERIFY(writeZip(file(u"older.docx"_s), docx(older)));
    QCOMPARE(run({u"import-official"_s, file(u"C2024C00999.docx"_s)}).status, 0);
    QCOMPARE(run({u"import-official"_s, file(u"older.docx"_s)}).status, 0);
    for (const auto &[law, compilation] :
         {std::pair(u"2015"_s, "compilation 4"), std::pair(u"2024"_s, "compilation 9")}) {
        const Ran shown = run({u"official"_s, u"s 10"_s, u"--law"_s, law});
        QVERIFY2(shown.output.contains(compilation), shown.output.constData());
    }
}

void CliLawTexts::standardInput()
{
    const Ran ran = run({u"import-official"_s, u"-"_s, u"--json"_s}, bytesOf(file(u"C2024C00999.pdf"_s)));
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QCOMPARE(ran.json()["sections"_L1].toInt(), 6);
    QCOMPARE(ran.json()["instrument"_L1]["file"_L1].toString(), QString());
}

void CliLawTexts::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("another law") << html(smallAct()).replace("Defence Trade Controls Act 2012", "Lawn Mowing Act 1999")
                                 << u"Lawn Mowing Act 1999"_s;
    QTest::newRow("without text") << pdf({}).replace(" Tj", " zz") << u"holds no text"_s;
    QTest::newRow("cut") << pdf(smallAct()).first(900) << u"wrong.bin"_s;
}

void CliLawTexts::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QVERIFY(putBytes(file(u"wrong.bin"_s), bytes));
    const Ran ran = run({u"import-official"_s, file(u"wrong.bin"_s)});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.errors.contains(words), qPrintable(ran.errors));
    QVERIFY(!QFileInfo::exists(file(u"official.sqlite"_s)));
    QCOMPARE(run({u"import-official"_s, file(u"C2024C00999.docx"_s)}).status, 0);
    // What is not there is said, with what would have to be imported.
    const Ran missing = run({u"official"_s, u"s 99"_s});
    QCOMPARE(missing.status, 3);
    QVERIFY2(missing.errors.contains(u"no such place"_s), qPrintable(missing.errors));
    QVERIFY(run({u"official"_s, u"reg 7"_s}).errors.contains(u"Defence Trade Controls Regulation 2013"_s));
    QCOMPARE(run({u"official"_s, u"s 10"_s, u"--law"_s, u"1999"_s}).status, 2);
}

QTEST_GUILESS_MAIN(CliLawTexts)
#include "tst_cli_law_texts.moc"
