// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What clearway-cli assess says to answers that are wrong: file, line and what was expected; status 3; nothing written.
#include "programs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void everyErrorInOneRun();
    void brackets_data();
    void brackets();
    void noFile_data();
    void noFile();
    void closedStandardInput();
    void nothingIsOverwritten();
};

void CliRefusals::answers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place"); // FILE: and, where it is known, the line
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *place, const char *message,
                        const char *expected) {
        QTest::newRow(name) << text << QString::fromUtf8(place) << QString::fromUtf8(message)
                            << QString::fromUtf8(expected);
    };
    row("nothing", "", "-:1: ", "not JSON", "a JSON object");
    row("an array", "[]", "-:", "", "object");
    row("a broken end", "{\n\"on\": \"2025-06-01\",\n", "-:3: ", "not JSON", "a JSON object");
    row("a picture", "\x89PNG\r\n\x1a\n", "-:1: ", "not JSON", "a JSON object");
    row("no such day", "{\n \"on\": \"2025-02-30\",\n \"answers\": {}}", "-:2: ", "no day of the calendar",
        "2025-06-01");
    row("a day as a number", "{\n \"on\": 20250601,\n \"answers\": {}}", "-:2: ", "no day of the calendar",
        "2025-06-01");
    row("no such law", "{\n \"law\": \"1914\",\n \"answers\": {}}", "-:2: ", "unknown state", "2012, 2015, 2024");
    row("no such key", "{\n \"answers\": {},\n \"colour\": 1}", "-:3: ", "\"colour\"", "one of");
    row("no such fact", "{\n \"answers\": {\n  \"case.weather\": \"fine\"}}", "-:3: ", "unknown fact \"case.weather\"",
        "clearway-cli facts");
    row("no such choice", "{\n \"answers\": {\n\n  \"activity.kind\": \"dance\"}}", "-:4: ", "activity.kind",
        "send_draft");
    row("a number for a choice", "{\n \"answers\": {\n  \"activity.kind\": 5}}", "-:3: ", "activity.kind",
        "send_draft");
    row("no such country", "{\"answers\":\n {\"recipient.place\": \"Atlantis\"}}", "-:2: ", "recipient.place",
        "ISO 3166");
    row("no unit", "{\"answers\":\n {\"output_power\": \"3\"}}", "-:2: ", "output_power", "W");
    row("another unit", "{\"answers\":\n {\"output_power\": \"3 kg\"}}", "-:2: ", "output_power", "W");
    row("no such unit", "{\"answers\":\n {\"output_power\": \"3 zorkmids\"}}", "-:2: ", "output_power", "W");
    row("not even a number", "{\"answers\":\n {\"output_power\": true}}", "-:2: ", "output_power", "W");
    row("no code of a list", "{\"answers\":\n {\"item.entries\": [\"banana\"]}}", "-:2: ", "item.entries", "codes");
    row("a key twice", "{\"answers\": {\n \"case.wmd\": \"no\",\n \"case.wmd\": \"yes\"}}", "-:", "twice", "once");
    row("facts that are no object", "{\"activities\": [{\"id\": \"a1\",\n \"facts\": []}]}", "-:2: ", "no object",
        "fact: value");
    row("items that are no array", "{\"activities\": [{\"id\": \"a1\"}],\n \"items\": {}}", "-:2: ", "no array", "id");
    row("an item that is not there", "{\"activities\": [{\"id\": \"a1\",\n \"items\": [\"i9\"]}]}", "-:2: ", "\"i9\"",
        "one of");
    row("a fact of something else", "{\"activities\": [{\"id\": \"a1\",\n \"facts\": {\"recipient.place\": \"JP\"}}]}",
        "-:2: ", "recipient", "a recipient");
    row("no activity", "{\"on\": \"2025-06-01\"}", "-:", "no activity", "activities");
}

void CliRefusals::answers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    QFETCH(const QString, message);
    QFETCH(const QString, expected);
    const Ran ran = cli({u"assess"_s, u"-"_s, u"--json"_s}, text);
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.output, QByteArray());
    QVERIFY2(ran.errors.startsWith(u"clearway-cli: "_s + place), qPrintable(ran.errors));
    QVERIFY2(ran.errors.contains(message), qPrintable(ran.errors));
    QVERIFY2(ran.errors.section(u"expected"_s, 1).contains(expected), qPrintable(ran.errors));
}

void CliRefusals::everyErrorInOneRun()
{
    const Ran ran = cli({u"assess"_s, u"-"_s},
                        "{\"on\": \"2025-13-01\",\n\"answers\": {\n\"case.weather\": 1,\n\"activity.kind\": 2}}");
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.errors.count(u'\n'), 3);
    for (const QString &place : {u"-:1: "_s, u"-:3: "_s, u"-:4: "_s})
        QVERIFY2(ran.errors.contains(place), qPrintable(ran.errors));
}

void CliRefusals::brackets_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<char>("bracket");
    QTest::addColumn<bool>("asFile");
    QTest::newRow("100 MB, a file") << qsizetype(100'000'000) << '[' << true;
    QTest::newRow("100 MB, standard input") << qsizetype(100'000'000) << '[' << false;
    QTest::newRow("just below the limit") << qsizetype(20 * 1024 * 1024) << '[' << true;
    QTest::newRow("braces") << qsizetype(1'000'000) << '{' << true;
    QTest::newRow("2000") << qsizetype(2000) << '[' << true;
}

void CliRefusals::brackets()
{
    QFETCH(const qsizetype, size);
    QFETCH(const char, bracket);
    QFETCH(const bool, asFile);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"brackets.json"_s);
    if (asFile)
        QVERIFY(putBytes(path, QByteArray(size, bracket)));
    for (const QStringList &command : {QStringList{u"assess"_s}, QStringList{u"check"_s, u"5A001"_s}}) {
        const Ran ran =
            cli(command + QStringList{asFile ? path : u"-"_s}, asFile ? QByteArray() : QByteArray(size, bracket));
        QCOMPARE(ran.status, 3);
        QCOMPARE(ran.output, QByteArray());
        QVERIFY2(ran.errors.contains(asFile ? path : u": -:"_s), qPrintable(ran.errors));
        QVERIFY2(ran.errors.contains(u"expected"_s), qPrintable(ran.errors));
        QVERIFY2(ran.errors.size() < 1000, "the message quotes the file");
    }
}

void CliRefusals::noFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << u"/nonexistent/answers.json"_s;
    QTest::newRow("a folder") << QStringLiteral(CLEARWAY_TEST_DATA);
}

void CliRefusals::noFile()
{
    QFETCH(const QString, path);
    const Ran ran = cli({u"assess"_s, path});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.errors.startsWith(u"clearway-cli: "_s + path + u": cannot be read: "_s), qPrintable(ran.errors));
}

void CliRefusals::closedStandardInput()
{
    // The catalogue's file must not slip into the place of the standard input either.
    for (const QString &line : {u"\"$cli\" assess - <&-"_s, u"\"$cli\" check 5A001 - <&-"_s}) {
        const Ran ran = shell(line);
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.errors.contains("standard input cannot be read"_L1), qPrintable(ran.errors));
    }
    // Who needs none does without.
    QCOMPARE(shell(u"\"$cli\" about <&-"_s).status, 0);
}

void CliRefusals::nothingIsOverwritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"kept.pdf"_s);
    QVERIFY(putBytes(path, "kept"));
    const Ran bad = cli({u"assess"_s, u"-"_s, u"--pdf"_s, path}, "{\"answers\": {\"case.weather\": 1}}");
    QCOMPARE(bad.status, 3);
    QCOMPARE(bytesOf(path), "kept"_ba);
    QCOMPARE(cli({u"assess"_s, sample(u"draft-to-japan"_s), u"--law"_s, u"1999"_s, u"--pdf"_s, path}).status, 2);
    QCOMPARE(bytesOf(path), "kept"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(CliRefusals)
#include "tst_cli_refusals.moc"
