// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/answersjson.h"

#include "reasoningtesting.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

/// What is wrong in ANSWERS.json is said with its line and what was expected there; what is right comes back equal.
class AnswersJsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refused_data();
    void refused();
    void hugeFilesAreRefused();
    void comesBackEqual_data();
    void comesBackEqual();
};

void AnswersJsonTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &json, int line, const char *expected) {
        QTest::newRow(name) << json << line << QString::fromUtf8(expected);
    };
    row("unknown fact", "{\"answers\": {\n\"item.colour\": \"red\"}}", 2, "clearway-cli facts");
    row("fact of another scope", "{\"items\": [{\"id\": \"i1\",\n\"facts\": {\n\"recipient.place\": \"JP\"}}]}", 3,
        "recipient");
    row("unknown choice", "{\"answers\": {\n\n\"item.kind\": \"idea\"}}", 3, "know_how");
    row("number for a choice", "{\"answers\": {\n\"item.kind\": 7}}", 2, "know_how");
    row("exclusive choice with others", "{\"answers\": {\n\"activity.draft\": [\"begun\", \"none\"]}}", 2, "alone");
    row("unknown country", "{\"answers\": {\n\"recipient.place\": \"XX\"}}", 2, "ISO 3166-1");
    row("code without its form", "{\"answers\": {\n\"item.entries\": [\"5Z9\"]}}", 2, "codes of the list");
    row("the program's own fact", "{\"answers\": {\n\"case.date\": \"2025-06-01\"}}", 2, "clearway-cli facts");
    row("no such day", "{\n\"on\": \"2025-02-30\", \"answers\": {}}", 2, "2025-06-01");
    row("no date at all", "{\n\"on\": 20250230, \"answers\": {}}", 2, "2025-06-01");
    row("unknown state", "{\n\"law\": \"1999\", \"answers\": {}}", 2, "2012");
    row("key twice", "{\"answers\": {\n\"item.kind\": \"code\",\n\"item.kind\": \"thing\"}}", 3, "each key once");
    row("unknown key", "{\n\"answerz\": {}}", 2, "answers");
    row("both forms", "{\"answers\": {},\n\"case\": {}}", 2, "short form");
    row("unknown item", "{\"activities\": [{\"id\": \"a1\",\n\"items\": [\"i9\"]}]}", 2, "one of");
    row("rejection without a reason",
        "{\"items\": [{\"id\": \"i1\",\n\"looked\": {\"rejected\": [{\"code\": \"5A001\"}]}}]}", 2, "because");
    row("no activity", "{\"on\": \"2025-06-01\"}", -1, "activities");
    row("no object", "[1, 2]", -1, "");
    row("no JSON", "{\"on\": ", -1, "");
    row("nothing", "", -1, "");
}

void AnswersJsonTest::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(QString, expected);
    const auto answers = reasoning::readAnswers(json, catalogue());
    QVERIFY(!answers.has_value());
    const reasoning::InputError &error = answers.error().first();
    const QString text = error.toText(u"answers.json"_s);
    QVERIFY2(text.startsWith(line > 0 ? u"answers.json:%1: "_s.arg(line) : u"answers.json"_s), qPrintable(text));
    QVERIFY2(!error.message.isEmpty(), qPrintable(text));
    QVERIFY2(error.expected.contains(expected), qPrintable(text));
}

void AnswersJsonTest::hugeFilesAreRefused()
{
    // Under the limit but nested beyond all reason; above the limit; above it and otherwise right.
    const QByteArray right("{\"answers\": {}}");
    for (const QByteArray &json : {QByteArray(19'000'000, '['), QByteArray(21 * 1024 * 1024, '['),
                                   QByteArray(right + QByteArray(21 * 1024 * 1024, ' '))}) {
        const auto answers = reasoning::readAnswers(json, catalogue());
        QVERIFY(!answers.has_value());
        QCOMPARE(answers.error().size(), 1);
        QVERIFY(!answers.error().first().message.isEmpty());
    }
    QVERIFY(reasoning::readAnswers(QByteArray(right + QByteArray(1000, ' ')), catalogue()).has_value());
}

void AnswersJsonTest::comesBackEqual_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"draft-to-japan", "draft-with-drawings", "publish-part-2", "part-1-to-editor"})
        QTest::newRow(name) << u"samples/"_s + QString::fromLatin1(name) + u".json"_s;
}

void AnswersJsonTest::comesBackEqual()
{
    QFETCH(QString, file);
    const reasoning::Answers answers = answersOf(readObject(file), file);
    QVERIFY(!answers.all().isEmpty());
    const auto again =
        reasoning::readAnswers(QJsonDocument(reasoning::toJson(answers, catalogue())).toJson(), catalogue());
    QVERIFY(again.has_value());
    QVERIFY(*again == answers);
}

QTEST_GUILESS_MAIN(AnswersJsonTest)
#include "answers_json_test.moc"
