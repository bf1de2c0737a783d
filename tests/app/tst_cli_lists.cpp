// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that read the catalogue: entries, entry, search, facts, check, about.
#include "programs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usage_data();
    void usage();
    void help();
    void entries();
    void entriesOfOnePart_data();
    void entriesOfOnePart();
    void entry();
    void sensitiveRows();
    void equivalents_data();
    void equivalents();
    void terms();
    void criteria();
    void search();
    void facts();
    void starts();
    void everyStartCanBeAssessed();
    void check_data();
    void check();
    void checkNamesTheLine();
    void about();
};

void CliLists::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QStringList &arguments, const QString &said) {
        QTest::newRow(name) << arguments << said;
    };
    row("nothing", {}, u"clearway-cli assess"_s);
    row("unknown command", {u"frobnicate"_s}, u"\"frobnicate\""_s);
    row("unknown option", {u"entries"_s, u"--colour"_s}, u"--colour"_s);
    row("unknown part", {u"entries"_s, u"--part"_s, u"3"_s}, u"--part 1|2"_s);
    row("unknown category", {u"entries"_s, u"--category"_s, u"12"_s}, u"--category"_s);
    row("option without value", {u"entries"_s, u"--part"_s}, u"--part needs a value"_s);
    row("option with empty value", {u"assess"_s, u"a.json"_s, u"--pdf="_s}, u"needs a value"_s);
    row("entries of something", {u"entries"_s, u"5A001"_s}, u"usage"_s);
    row("entry of nothing", {u"entry"_s}, u"entry CODE"_s);
    row("entry of two", {u"entry"_s, u"5A001"_s, u"5A002"_s}, u"entry CODE"_s);
    row("term of nothing", {u"term"_s}, u"term WORD"_s);
    row("terms of something", {u"terms"_s, u"laser"_s}, u"\"laser\""_s);
    row("search of nothing", {u"search"_s}, u"search WORDS"_s);
    row("search for no number", {u"search"_s, u"radio"_s, u"--limit"_s, u"many"_s}, u"--limit N"_s);
    row("search for none", {u"search"_s, u"radio"_s, u"--limit"_s, u"0"_s}, u"--limit N"_s);
    row("facts of something", {u"facts"_s, u"2024"_s}, u"\"2024\""_s);
    row("facts of another law", {u"facts"_s, u"--law"_s, u"1999"_s}, u"2012, 2015, 2024"_s);
    row("starts of two", {u"starts"_s, u"thesis"_s, u"poster"_s}, u"starts [ID]"_s);
    row("starts on no day", {u"starts"_s, u"thesis"_s, u"--on=2025-02-30"_s}, u"YYYY-MM-DD"_s);
    row("all starts on a day", {u"starts"_s, u"--on=2025-02-28"_s}, u"starts [ID]"_s);
    row("check of one", {u"check"_s, u"5A001"_s}, u"check CODE ITEM.json"_s);
    row("assess of nothing", {u"assess"_s}, u"one file of answers"_s);
    row("assess by day and law", {u"assess"_s, u"a.json"_s, u"--on=2025-06-01"_s, u"--law=2012"_s}, u"exclude"_s);
    row("assess on no day", {u"assess"_s, u"a.json"_s, u"--on"_s, u"2025-02-30"_s}, u"2025-06-01"_s);
    row("assess on a short day", {u"assess"_s, u"a.json"_s, u"--on"_s, u"2025-6-1"_s}, u"2025-06-01"_s);
    row("two to standard output", {u"assess"_s, u"a.json"_s, u"--json"_s, u"--pdf"_s, u"-"_s}, u"--json, --pdf"_s);
    row("catalogue of nothing", {u"catalogue"_s}, u"catalogue verify"_s);
    row("catalogue built of one", {u"catalogue"_s, u"build"_s, u"x"_s}, u"SOURCES OUT.sqlite"_s);
    row("catalogue verified of two", {u"catalogue"_s, u"verify"_s, u"x"_s}, u"\"x\""_s);
    row("no path of a catalogue", {u"entries"_s, u"--catalogue"_s}, u"--catalogue needs a value"_s);
    row("about something", {u"about"_s, u"you"_s}, u"\"you\""_s);
}

void CliLists::usage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const Ran ran = cli(arguments);
    QCOMPARE(ran.status, 2);
    QCOMPARE(ran.output, QByteArray());
    QVERIFY2(ran.errors.contains(said), qPrintable(ran.errors));
}

void CliLists::help()
{
    for (const QStringList &arguments : {QStringList{u"--help"_s}, {u"help"_s}, {u"assess"_s, u"--help"_s}}) {
        const Ran ran = cli(arguments);
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.output.contains("assess ANSWERS.json"));
        QCOMPARE(ran.errors, QString());
    }
    const Ran version = cli({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY(QRegularExpression(u"^\\d+\\.\\d+\\.\\d+\\n$"_s).match(QString::fromUtf8(version.output)).hasMatch());
}

void CliLists::entries()
{
    const Ran ran = cli({u"entries"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.errors, QString());
    QVERIFY(ran.json().isArray());
    const QJsonArray array = ran.json().array();
    QSet<QString> codes;
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        const QString code = entry["code"_L1].toString();
        QVERIFY2(!code.isEmpty() && !codes.contains(code), qPrintable(code));
        codes.insert(code);
        QVERIFY2(entry["title"_L1].toString().size() > 1, qPrintable(code));
        QVERIFY2(entry["part"_L1].toInt() == 1 || entry["part"_L1].toInt() == 2, qPrintable(code));
        QVERIFY2(entry.contains("category"_L1), qPrintable(code));
        // A first-level entry lies in its group, all others directly below an entry that was printed before.
        const QString parent = entry["parent"_L1].toString();
        if (code.contains(u'.')) {
            QCOMPARE(parent, code.left(code.lastIndexOf(u'.')));
            QVERIFY2(codes.contains(parent), qPrintable(code));
        } else {
            QCOMPARE(parent, code.startsWith("ML"_L1) ? u"P1"_s : code.left(2));
        }
    }
    for (const QString &code : {u"5A001"_s, u"5A001.b.3.a"_s, u"5A002.a"_s, u"5E002"_s})
        QVERIFY2(codes.contains(code), qPrintable(code));
    // The plain form has the same codes, each on a line.
    const QStringList lines = QString::fromUtf8(cli({u"entries"_s}).output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), array.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY(lines[i].trimmed().startsWith(array[i]["code"_L1].toString() + u"  "_s));
}

void CliLists::entriesOfOnePart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("hasNot");
    QTest::newRow("part 2") << QStringList{u"--part"_s, u"2"_s} << u"5A001"_s << u"ML1"_s;
    QTest::newRow("part 1") << QStringList{u"--part"_s, u"1"_s} << QString() << u"5A001"_s;
    QTest::newRow("category 5") << QStringList{u"--category"_s, u"5"_s} << u"5A002"_s << QString();
    QTest::newRow("category 5, first part") << QStringList{u"--category=5P1"_s} << u"5A001"_s << u"5A002"_s;
    QTest::newRow("category 5, second part") << QStringList{u"--category=5P2"_s} << u"5A002"_s << u"5A001"_s;
}

void CliLists::entriesOfOnePart()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, has);
    QFETCH(const QString, hasNot);
    const Ran ran = cli(QStringList{u"entries"_s, u"--json"_s} + arguments);
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.json().isArray());
    QStringList codes;
    const QJsonArray array = ran.json().array();
    for (const QJsonValue &value : array)
        codes.append(value["code"_L1].toString());
    QVERIFY(has.isEmpty() || codes.contains(has));
    QVERIFY(hasNot.isEmpty() || !codes.contains(hasNot));
}

void CliLists::entry()
{
    const Ran ran = cli({u"entry"_s, u"5A001.b.3"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    const QJsonObject entry = ran.json().object();
    QCOMPARE(entry["code"_L1].toString(), u"5A001.b.3"_s);
    QCOMPARE(entry["parent"_L1].toString(), u"5A001.b"_s);
    QCOMPARE(entry["part"_L1].toInt(), 2);
    QCOMPARE(entry["category"_L1].toString(), u"5"_s);
    QCOMPARE(entry["children"_L1].toArray(), (QJsonArray{u"5A001.b.3.a"_s, u"5A001.b.3.b"_s}));
    QCOMPARE(entry["combination"_L1].toString(), u"any"_s);
    QVERIFY(entry["condition"_L1].toString().contains("5A001.b.4"_L1));
    for (const QString &key : {u"summary"_s, u"title"_s, u"criteria"_s, u"notes"_s, u"references"_s, u"keywords"_s})
        QVERIFY2(entry.contains(key), qPrintable(key));
    const QJsonObject note = entry["notes"_L1][0].toObject();
    QCOMPARE(note["kind"_L1].toString(), u"decontrol"_s);
    QCOMPARE(note["condition"_L1].toString(), u"output_power <= 1 W"_s);
    // However loosely a code is typed, it is the same one.
    QCOMPARE(cli({u"entry"_s, u"5a001.B.3."_s, u"--json"_s}).output, ran.output);
    const Ran plain = cli({u"entry"_s, u"5A001.b.3"_s});
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.output.startsWith("5A001.b.3  "));
    QVERIFY(plain.output.contains("5A001.b.3.b  "));
    QVERIFY(plain.output.contains("Left out: "));

    const Ran unknown = cli({u"entry"_s, u"5A999"_s});
    QCOMPARE(unknown.status, 3);
    QCOMPARE(unknown.output, QByteArray());
    QVERIFY2(unknown.errors.contains("5A999"_L1), qPrintable(unknown.errors));
}

void CliLists::sensitiveRows()
{
    const auto rowsOf = [](const QString &code) {
        return cli({u"entry"_s, code, u"--json"_s}).json()["sensitive_rows"_L1].toArray();
    };
    // With a position above it, and whole.
    const QJsonArray above = rowsOf(u"5A001.h.1"_s);
    QCOMPARE(above.size(), 2);
    QCOMPARE(above[0]["list"_L1].toString(), u"sensitive"_s);
    QCOMPARE(above[1]["list"_L1].toString(), u"very_sensitive"_s);
    QCOMPARE(above[0]["code"_L1].toString(), u"5A001.h"_s);
    QVERIFY(above[0]["condition"_L1].isNull());
    QVERIFY(rowsOf(u"5A001.a"_s).isEmpty());
    const QJsonArray narrowed = rowsOf(u"5B001.a"_s);
    QCOMPARE(narrowed.size(), 1);
    QVERIFY(narrowed[0]["condition"_L1].toString().contains("5A001.b.5"_L1));
    const QByteArray plain = cli({u"entry"_s, u"5B001.a"_s}).output;
    QVERIFY2(plain.contains("On the Sensitive List, row 5B001.a, where item.purpose has any of"), plain.constData());
    QVERIFY(!plain.contains("Very Sensitive List, row"));
}

void CliLists::equivalents_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QStringList>("numbers"); // Wassenaar, European Union, United States
    QTest::newRow("an entry") << u"5A001"_s << u"5A001"_s << QStringList{u"5.A.1"_s, u"5A001"_s, u"5A001"_s};
    QTest::newRow("a position") << u"5A001.b.3"_s << u"5A001"_s << QStringList{u"5.A.1"_s, u"5A001"_s, u"5A001"_s};
    QTest::newRow("MTCR") << u"5D101"_s << u"5D101"_s << QStringList{QString(), u"5D101"_s, u"5D101"_s};
}

void CliLists::equivalents()
{
    QFETCH(const QString, code);
    QFETCH(const QString, of);
    QFETCH(const QStringList, numbers);
    const QJsonArray found = cli({u"entry"_s, code, u"--json"_s}).json()["equivalents"_L1].toArray();
    QStringList lists;
    QStringList given;
    for (const QJsonValue &one : found) {
        lists.append(one["list"_L1].toString());
        given.append(one["number"_L1].toString());
        QCOMPARE(one["for"_L1].toString(), of);
        QVERIFY(!one["note"_L1].toString().isEmpty());
        QVERIFY(one["same_text"_L1].isBool() && !one["same_text"_L1].toBool());
        QVERIFY(one["verified"_L1].isBool());
    }
    QCOMPARE(lists, (QStringList{u"wassenaar"_s, u"eu"_s, u"us"_s}));
    QCOMPARE(given, numbers);
    QVERIFY(cli({u"entry"_s, code}).output.contains("not the same text"));
}

void CliLists::terms()
{
    const QTemporaryDir folder;
    const QString sources = folder.filePath(u"sources"_s);
    QVERIFY(copySources(sources));
    QVERIFY(putBytes(sources + u"/dsgl/terms-of-the-test.yaml"_s,
                     "definitions:\n"
                     "  - term: Zorkmid\n"
                     "    also:\n      - zorkmids\n      - telecommunications systems\n"
                     "    text: A thing of this test.\n"
                     "    applies_to:\n      - 5P1\n"
                     "    cite: this test\n    see:\n      - \"5A001\"\n    verified: false\n"));
    const QString made = folder.filePath(u"made.sqlite"_s);
    const Ran built = cli({u"catalogue"_s, u"build"_s, sources, made});
    QVERIFY2(built.status == 0, qPrintable(built.errors));
    const auto put = [&](const QStringList &arguments) { return cli(QStringList{u"--catalogue"_s, made} + arguments); };

    const Ran one = put({u"term"_s, u"ZORKMIDS"_s, u"--json"_s});
    QCOMPARE(one.status, 0);
    const QJsonObject definition = one.json()[0].toObject();
    QCOMPARE(definition["term"_L1].toString(), u"Zorkmid"_s);
    QCOMPARE(definition["text"_L1].toString(), u"A thing of this test."_s);
    QCOMPARE(definition["applies_to"_L1].toArray(), QJsonArray{u"5P1"_s});
    QCOMPARE(definition["references"_L1].toArray(), QJsonArray{u"5A001"_s});
    QCOMPARE(definition["verified"_L1].toBool(true), false);
    QVERIFY(put({u"term"_s, u"zorkmid"_s}).output.contains("(unverified)"));
    QVERIFY(put({u"terms"_s, u"--category"_s, u"5P1"_s}).output.contains("Zorkmid  (5P1)"));
    QVERIFY(!put({u"terms"_s, u"--category"_s, u"5P2"_s}).output.contains("Zorkmid"));
    QVERIFY(put({u"terms"_s, u"--json"_s}).json().isArray());
    const Ran none = put({u"term"_s, u"frobnicator"_s});
    QCOMPARE(none.status, 3);
    QVERIFY(none.errors.contains("frobnicator"_L1));
    QCOMPARE(put({u"terms"_s, u"--category"_s, u"5P9"_s}).status, 2);

    // Where an entry uses it.
    const QJsonObject entry = put({u"entry"_s, u"5A001"_s, u"--json"_s}).json().object();
    bool found = false;
    const QJsonArray terms = entry["terms"_L1].toArray();
    for (const QJsonValue &term : terms) {
        if (term["term"_L1].toString() != "Zorkmid"_L1)
            continue;
        found = true;
        const QJsonObject use = term["uses"_L1][0].toObject();
        const QString text = entry[use["in"_L1].toString()].toString();
        QCOMPARE(text.mid(use["start"_L1].toInt(), use["length"_L1].toInt()).toLower(),
                 u"telecommunications systems"_s);
    }
    QVERIFY2(found, "5A001 uses it no more: let the test define what its title says");
    QVERIFY(put({u"entry"_s, u"5A001"_s}).output.contains("Zorkmid"));
}

void CliLists::criteria()
{
    const Ran ran = cli({u"entries"_s, u"--json"_s});
    const QJsonArray array = ran.json().array();
    QVERIFY(!array.isEmpty());
    // 5A001.a.3 names both ends of a range of temperatures, in kelvin.
    const Ran one = cli({u"entry"_s, u"5A001.b.3.b"_s, u"--json"_s});
    const QJsonArray criteria = one.json()["criteria"_L1].toArray();
    QVERIFY2(!criteria.isEmpty(), one.output.constData());
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?(e-?\\d+)?$"_s);
    for (const QJsonValue &value : criteria) {
        const QJsonObject criterion = value.toObject();
        if (criterion.contains("formula"_L1))
            continue;
        QVERIFY(!criterion["parameter"_L1].toString().isEmpty());
        QVERIFY(
            (QStringList{u"<"_s, u"<="_s, u"="_s, u"!="_s, u">="_s, u">"_s}.contains(criterion["op"_L1].toString())));
        QVERIFY2(number.match(criterion["value"_L1].toString()).hasMatch(),
                 qPrintable(criterion["value"_L1].toString()));
        QVERIFY(criterion.contains("unit"_L1));
    }
}

void CliLists::search()
{
    const Ran ran = cli({u"search"_s, u"spread"_s, u"spectrum"_s, u"--json"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(ran.status, 0);
    const QJsonArray hits = ran.json().array();
    QCOMPARE(hits.size(), 3);
    QStringList codes;
    for (const QJsonValue &hit : hits) {
        codes.append(hit["code"_L1].toString());
        QVERIFY(!hit["title"_L1].toString().isEmpty());
        QVERIFY(hit["score"_L1].isDouble());
    }
    QVERIFY(codes.contains(u"5A001.b.3"_s));
    QVERIFY(cli({u"search"_s, u"5a1b3"_s}).output.startsWith("5A001.b.3  "));

    const Ran nothing = cli({u"search"_s, u"zzzqqq"_s, u"--json"_s});
    QCOMPARE(nothing.status, 0);
    QVERIFY(nothing.json().isArray());
    QVERIFY(nothing.json().array().isEmpty());
    // Silence is never evidence, and it is said.
    QVERIFY(nothing.errors.contains("no sign that an item is not listed"_L1));
    // No character has a meaning of its own.
    QCOMPARE(cli({u"search"_s, u"--"_s, u"\"AND ( * '"_s}).status, 0);
}

void CliLists::facts()
{
    const Ran ran = cli({u"facts"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    const QJsonArray all = ran.json().array();
    QStringList ids;
    for (const QJsonValue &value : all) {
        const QJsonObject fact = value.toObject();
        const QString id = fact["id"_L1].toString();
        ids.append(id);
        QVERIFY2((QStringList{u"case"_s, u"activity"_s, u"item"_s, u"point"_s, u"recipient"_s}.contains(
                     fact["scope"_L1].toString())),
                 qPrintable(id));
        QVERIFY2(!fact["prompt"_L1].toString().isEmpty(), qPrintable(id));
        QVERIFY2(fact["cost"_L1].toInt() > 0, qPrintable(id));
        const QString kind = fact["kind"_L1].toString();
        QCOMPARE(fact.contains("choices"_L1), kind == "choice"_L1 || kind == "choices"_L1);
        QCOMPARE(fact.contains("unit"_L1), kind == "quantity"_L1);
        QVERIFY2(id != "case.date"_L1, "what the program fills in itself is no question");
    }
    QVERIFY(ids.contains(u"case.sanctions"_s));
    QVERIFY(ids.contains(u"recipient.place"_s));

    // Each state of the law has questions of its own.
    QStringList of2012;
    const QJsonArray array2012 = cli({u"facts"_s, u"--law"_s, u"2012"_s, u"--json"_s}).json().array();
    for (const QJsonValue &value : array2012)
        of2012.append(value["id"_L1].toString());
    QVERIFY(of2012.contains(u"case.sanctions"_s));
    QVERIFY(of2012.size() < ids.size());
    QVERIFY(cli({u"facts"_s}).output.contains("recipient.place  (recipient, country)"));
}

void CliLists::starts()
{
    const Ran ran = cli({u"starts"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    QStringList ids;
    for (const QJsonValue &value : ran.json().array()) {
        ids.append(value["id"_L1].toString());
        for (const QString &member : {u"title"_s, u"summary"_s, u"hint"_s})
            QVERIFY2(!value[member].toString().isEmpty(), qPrintable(ids.last()));
        QVERIFY2(!value["activities"_L1].toArray().isEmpty(), qPrintable(ids.last()));
        QVERIFY2(!value["items"_L1][0]["kind"_L1].toString().isEmpty(), qPrintable(ids.last()));
    }
    for (const QString &id : {u"journal"_s, u"preprint"_s, u"thesis"_s, u"open-source-code"_s, u"data-set"_s,
                              u"conference-talk"_s, u"poster"_s, u"peer-review"_s, u"visiting-student"_s,
                              u"overseas-collaborator"_s, u"remote-access"_s, u"send-sample"_s, u"equipment-loan"_s}) {
        QVERIFY2(ids.contains(id), qPrintable(id));
    }
    QVERIFY(cli({u"starts"_s}).output.contains("A manuscript to a journal: "));

    const Ran one = cli({u"starts"_s, u"journal"_s, u"--on=2025-06-02"_s, u"--json"_s});
    QCOMPARE(one.status, 0);
    const QJsonObject answers = one.json().object();
    QCOMPARE(answers["on"_L1].toString(), u"2025-06-02"_s);
    QCOMPARE(answers["activities"_L1].toArray().size(), 2);
    QCOMPARE(answers["items"_L1][0]["title"_L1].toString(), u"The manuscript"_s);
    QCOMPARE(answers["activities"_L1][1]["items"_L1][0].toString(), u"i1"_s);
    QVERIFY(cli({u"starts"_s, u"journal"_s}).output.contains("Commonly overlooked: "));

    const Ran none = cli({u"starts"_s, u"novel"_s});
    QCOMPARE(none.status, 3);
    QVERIFY2(none.errors.contains(u"\"novel\""_s) && none.errors.contains(u"thesis"_s), qPrintable(none.errors));
}

/// What it prints can be assessed as it is: questions are open, and the outcome says so.
void CliLists::everyStartCanBeAssessed()
{
    for (const QJsonValue &value : cli({u"starts"_s, u"--json"_s}).json().array()) {
        const QString id = value["id"_L1].toString();
        const Ran skeleton = cli({u"starts"_s, id, u"--on=2025-06-02"_s, u"--json"_s});
        const Ran ran = cli({u"assess"_s, u"-"_s, u"--json"_s}, skeleton.output);
        QVERIFY2(ran.status == 0, qPrintable(id + u": "_s + ran.errors));
        QCOMPARE(ran.json()["outcome"_L1].toString(), u"advice-needed"_s);
    }
}

void CliLists::check_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("value");
    const QByteArray head = R"({"kind": "thing", "meets.5A001.b.3": "yes", "meets.5A001.b.3.b": )";
    QTest::newRow("nothing known") << QByteArray("{}") << u"unknown"_s;
    QTest::newRow("no such thing") << QByteArray(R"({"kind": "know_how"})") << u"false"_s;
    QTest::newRow("as facts") << QByteArray(R"({"facts": {"kind": "know_how"}})") << u"false"_s;
    QTest::newRow("with an id") << QByteArray(R"({"id": "x", "facts": {"kind": "know_how"}, "title": "Paper"})")
                                << u"false"_s;
    QTest::newRow("weak") << QByteArray(R"({"kind": "thing", "output_power": "1000 mW"})") << u"false"_s;
    QTest::newRow("strong") << QByteArray(R"({"kind": "thing", "output_power": "1001 mW"})") << u"unknown"_s;
}

void CliLists::check()
{
    QFETCH(const QByteArray, item);
    QFETCH(const QString, value);
    const Ran ran = cli({u"check"_s, u"5a001.b.3"_s, u"-"_s, u"--json"_s}, item);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject found = ran.json().object();
    QCOMPARE(found["code"_L1].toString(), u"5A001.b.3"_s);
    QCOMPARE(found["value"_L1].toString(), value);
    QVERIFY(found["proof"_L1].isObject());
    const Ran plain = cli({u"check"_s, u"5A001.b.3"_s, u"-"_s}, item);
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.output.startsWith(value == "false"_L1 ? "5A001.b.3 is not met" : "5A001.b.3: not known yet"));
}

void CliLists::checkNamesTheLine()
{
    const Ran facts =
        cli({u"check"_s, u"5A001.b.3"_s, u"-"_s}, "{\n  \"kind\": \"thing\",\n  \"output_power\": \"3 kg\"\n}\n");
    QCOMPARE(facts.status, 3);
    QVERIFY2(facts.errors.contains("-:3: "_L1), qPrintable(facts.errors));
    QVERIFY2(facts.errors.contains("expected"_L1) && facts.errors.contains("W"_L1), qPrintable(facts.errors));
    const Ran item = cli({u"check"_s, u"5A001.b.3"_s, u"-"_s}, "{\"facts\": {\n\"kind\": \"thing\",\n\"powre\": 1}}");
    QCOMPARE(item.status, 3);
    QVERIFY2(item.errors.contains("-:3: unknown fact \"powre\" (at /facts/powre)"_L1), qPrintable(item.errors));
    const Ran broken = cli({u"check"_s, u"5A001.b.3"_s, u"-"_s}, "{\n\"kind\": \n");
    QCOMPARE(broken.status, 3);
    QVERIFY2(broken.errors.contains(QRegularExpression(u"-:[23]: "_s)), qPrintable(broken.errors));
    QCOMPARE(cli({u"check"_s, u"5A001.b.3"_s, u"-"_s}, "[]").status, 3);
    QCOMPARE(cli({u"check"_s, u"9X999"_s, u"-"_s}, "{}").status, 3);
}

void CliLists::about()
{
    const Ran ran = cli({u"about"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    const QJsonObject about = ran.json().object();
    const QJsonObject catalogue = about["catalogue"_L1].toObject();
    QCOMPARE(catalogue["sources_sha256"_L1].toString().size(), 64);
    QCOMPARE(catalogue["list_id"_L1].toString(), u"F2024L01024"_s);
    QVERIFY(!catalogue["law_checked"_L1].toString().isEmpty());
    QVERIFY(catalogue["categories_not_held"_L1].isArray());
    QCOMPARE(about["network"_L1].toString(), u"none"_s);
    QVERIFY(cli({u"about"_s}).output.contains("No legal advice"));
}

QTEST_GUILESS_MAIN(CliLists)
#include "tst_cli_lists.moc"
