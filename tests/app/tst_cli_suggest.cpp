// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command suggest, and the program that measures it.
#include "programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliSuggest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void oneText();
    void oneTextInWords();
    void manyTexts();
    void linesThatAreWrong();
    void measures();
};

void CliSuggest::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList{} << u"usage: clearway-cli suggest"_s;
    QTest::newRow("both") << QStringList{u"--text"_s, u"a"_s, u"--jsonl"_s, u"b"_s} << u"usage"_s;
    QTest::newRow("words") << QStringList{u"laser"_s} << u"laser"_s;
    QTest::newRow("limit 0") << QStringList{u"--text"_s, u"a"_s, u"--limit"_s, u"0"_s} << u"--limit"_s;
    QTest::newRow("limit of words") << QStringList{u"--text"_s, u"a"_s, u"--limit"_s, u"all"_s} << u"1 to 1000"_s;
}

void CliSuggest::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Ran outcome = cli(QStringList{u"suggest"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains(said), qPrintable(outcome.errors));
}

void CliSuggest::oneText()
{
    const Ran outcome = cli({u"suggest"_s, u"--text"_s, u"14-bit ADC at 3 GSPS"_s, u"--limit"_s, u"3"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject found = outcome.json().object();
    QCOMPARE(found["flagged"_L1].toBool(), true);
    const QJsonArray suggestions = found["suggestions"_L1].toArray();
    QCOMPARE(suggestions.size(), 3);
    QCOMPARE(suggestions[0]["code"_L1].toString(), u"3A001"_s);
    bool figure = false;
    for (const QJsonValue &evidence : suggestions[0]["evidence"_L1].toArray()) {
        figure = figure
                 || (evidence["kind"_L1] == u"figure"_s && evidence["text"_L1] == u"3 GSPS"_s
                     && evidence["met"_L1].toBool());
    }
    QVERIFY2(figure, outcome.output.constData());
}

void CliSuggest::oneTextInWords()
{
    const Ran listed = cli({u"suggest"_s, u"--text"_s, u"14-bit ADC at 3 GSPS"_s});
    QVERIFY(listed.output.contains("Something on the list may look like this"));
    QVERIFY(listed.output.contains("3 GSPS meets"));
    const Ran ordinary = cli({u"suggest"_s, u"--text"_s, u"Rye bread from village ovens"_s});
    QVERIFY(ordinary.output.contains("Nothing on the list looks much like this"));
    // With its measured miss rate, and without a word that would be one of law.
    for (const Ran &outcome : {listed, ordinary}) {
        QVERIFY(outcome.output.contains("no evidence that something is not listed"));
        QVERIFY(QString::fromUtf8(outcome.output)
                    .contains(QRegularExpression(u"\\d+ % were not flagged \\(95 % interval"_s)));
    }
}

void CliSuggest::manyTexts()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"items.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"id\": \"a\", \"text\": \"gas centrifuge rotor\"}\n\n{\"id\": 7, \"text\": \"\"}\n");
    file.close();
    const Ran outcome = cli({u"suggest"_s, u"--jsonl"_s, file.fileName()});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = QString::fromUtf8(outcome.output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0].toUtf8()).object();
    QCOMPARE(first["id"_L1].toString(), u"a"_s);
    QCOMPARE(first["flagged"_L1].toBool(), true);
    const QJsonObject second = QJsonDocument::fromJson(lines[1].toUtf8()).object();
    QCOMPARE(second["id"_L1].toInt(), 7);
    QCOMPARE(second["flagged"_L1].toBool(), false);
    QVERIFY(second["suggestions"_L1].toArray().isEmpty());
}

void CliSuggest::linesThatAreWrong()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"items.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"id\": \"a\"}\nno JSON\n{\"id\": \"c\", \"text\": \"gyroscope\"}\n");
    file.close();
    const Ran outcome = cli({u"suggest"_s, u"--jsonl"_s, file.fileName()});
    QCOMPARE(outcome.status, 3);
    QVERIFY(outcome.errors.contains(u"items.jsonl:1: \"text\" is missing"_s));
    QVERIFY(outcome.errors.contains(u"items.jsonl:2: this is no JSON object"_s));
    QCOMPARE(QString::fromUtf8(outcome.output).split(u'\n', Qt::SkipEmptyParts).size(), 1); // the rest goes on
    QCOMPARE(cli({u"suggest"_s, u"--jsonl"_s, folder.filePath(u"none.jsonl"_s)}).status, 3);
}

void CliSuggest::measures()
{
    QProcess program;
    program.start(QStringLiteral(CLEARWAY_EVALUATION),
                  {QStringLiteral(CLEARWAY_TEST_DATA "/suggestions/unlisted.jsonl"),
                   QStringLiteral(CLEARWAY_TEST_DATA "/suggestions/abstracts.jsonl")});
    QVERIFY(program.waitForFinished(120'000));
    QCOMPARE(program.exitCode(), 0);
    const QString said = QString::fromUtf8(program.readAllStandardOutput());
    const auto number = [&](const QString &pattern) {
        const auto match = QRegularExpression(pattern).match(said);
        return match.hasMatch() ? match.captured(1).toDouble() : -1;
    };
    // The aims that the suggestions are held to, on what stands in the repository.
    QVERIFY(number(u"abstracts.jsonl.*\\n  listed, 121: recall at 1 ([0-9.]+)"_s) >= 0.60);
    QVERIFY(number(u"abstracts.jsonl.*\\n  listed, 121: .*, at 5 ([0-9.]+)"_s) >= 0.85);
    QVERIFY(number(u"abstracts.jsonl.*\\n  listed, 121: .*flagged ([0-9.]+)"_s) >= 0.90);
    const double falsely = number(u"unlisted.jsonl.*\\n  unlisted, 89: flagged ([0-9.]+)"_s);
    QVERIFY(falsely >= 0 && falsely <= 0.15);
}

QTEST_GUILESS_MAIN(CliSuggest)
#include "tst_cli_suggest.moc"
