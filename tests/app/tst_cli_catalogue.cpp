// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clearway-cli catalogue verify and build: the rules of this checkout, whole and with one thing made wrong in them.
#include "programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verify();
    void prolog();
    void build();
    void wrongSources_data();
    void wrongSources();
    void everyErrorInOneRun();
    void noSources_data();
    void noSources();
    void cannotBeWritten();
};

void CliCatalogue::verify()
{
    const Ran ran = cli({u"catalogue"_s, u"verify"_s, u"--json"_s});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject found = ran.json().object();
    QCOMPARE(found["problems"_L1].toArray(), QJsonArray());
    QVERIFY(found["interviews_walked"_L1].toInt() > 0);
    QCOMPARE(found["outcomes"_L1].toArray().size(), 8);
    QStringList states;
    const QJsonArray provisions = found["provisions"_L1].toArray();
    for (const QJsonValue &provision : provisions) {
        states.append(provision["state"_L1].toString());
        QVERIFY(QRegularExpression(u"^[1-9][0-9]*$"_s).match(provision["paths"_L1].toString()).hasMatch());
    }
    states.removeDuplicates();
    QCOMPARE(states, (QStringList{u"2012"_s, u"2015"_s, u"2024"_s}));
    QVERIFY(!found["unverified"_L1].toArray().isEmpty());
    // Category 5, counted by kind; the parts are sums over their categories.
    int positions = 0;
    int sensitive = 0;
    const QJsonArray categories = found["categories"_L1].toArray();
    for (const QJsonValue &category : categories) {
        positions += category["positions"_L1].toInt();
        if (category["category"_L1].toString() != "5P1"_L1)
            continue;
        sensitive = category["sensitive"_L1].toInt();
        QCOMPARE(category["very_sensitive"_L1].toInt(), 4);
        QCOMPARE(category["narrowed"_L1].toInt(), 5);
        for (const QString &kind : {u"positions"_s, u"reserved"_s, u"criteria"_s, u"notes"_s, u"decontrol_notes"_s})
            QVERIFY2(category[kind].toInt() > 0, qPrintable(kind));
        QVERIFY(category["definitions"_L1].isDouble());
    }
    QCOMPARE(sensitive, 6);
    QCOMPARE(found["parts"_L1][0]["positions"_L1].toInt() + found["parts"_L1][1]["positions"_L1].toInt(), positions);
    QCOMPARE(found["parts"_L1][1]["part"_L1].toInt(), 2);
    QVERIFY(found["definitions"_L1].isDouble());
    const Ran plain = cli({u"catalogue"_s, u"verify"_s});
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.output.contains("2024 s10: "));
    QVERIFY(plain.output.contains("No problem found."));
}

void CliCatalogue::prolog()
{
    const Ran latest = cli({u"catalogue"_s, u"prolog"_s});
    QVERIFY2(latest.status == 0, qPrintable(latest.errors));
    QVERIFY(latest.output.contains("state('2024', '2024-09-01', open)."));
    QVERIFY(latest.output.contains("% s 10(1)(b): From a place in Australia"));
    QVERIFY(latest.output.contains("rule(listed, verified, not(empty('item.entries')))."));
    const Ran made = cli({u"catalogue"_s, u"prolog"_s, u"--law"_s, u"2012"_s});
    QVERIFY2(made.status == 0, qPrintable(made.errors));
    QVERIFY(made.output.contains("state('2012', open, open)."));
    QVERIFY(!made.output.contains("element(s10A"));
    QCOMPARE(cli({u"catalogue"_s, u"prolog"_s, u"--law=2024"_s}).output, latest.output);
    const Ran unknown = cli({u"catalogue"_s, u"prolog"_s, u"--law"_s, u"1900"_s});
    QCOMPARE(unknown.status, 2);
    QVERIFY(unknown.output.isEmpty());
    QVERIFY2(unknown.errors.contains("2012, 2015, 2024"_L1), qPrintable(unknown.errors));
}

void CliCatalogue::build()
{
    const QTemporaryDir folder;
    QVERIFY(copySources(folder.filePath(u"sources"_s)));
    const QString made = folder.filePath(u"made.sqlite"_s);
    const Ran ran = cli({u"catalogue"_s, u"build"_s, folder.filePath(u"sources"_s), made});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    // Byte for byte what the build made of them.
    QCOMPARE(bytesOf(made), bytesOf(QStringLiteral(CLEARWAY_CATALOGUE)));
    QCOMPARE(cli({u"--catalogue"_s, made, u"about"_s}).output, cli({u"about"_s}).output);
}

void CliCatalogue::wrongSources_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("piece"); // what is replaced, once
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *file, const char *piece, const char *by, const char *message) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(piece) << QString::fromUtf8(by)
                            << QString::fromUtf8(message);
    };
    row("malformed YAML", "law/rules.yaml", "  - id: listed\n", "  - id: [listed\n", "expected");
    row("a tab", "law/rules.yaml", "  - id: listed\n", "\t- id: listed\n", "expected");
    row("unknown key", "law/rules.yaml", "    title: On the list\n", "    titel: On the list\n", "titel");
    row("a key twice", "law/rules.yaml", "    title: On the list\n", "    title: A\n    title: B\n", "title");
    row("unknown fact", "law/rules.yaml", "when: not item.entries is empty", "when: item.colour is red", "item.colour");
    row("unknown unit", "dsgl/5a1.yaml", "operating_temperature_max > 397 K",
        "operating_temperature_max > 397 zorkmids", "zorkmids");
    row("unit of another kind", "dsgl/5a1.yaml", "operating_temperature_max > 397 K",
        "operating_temperature_max > 397 W", "temperature");
    row("broken condition", "dsgl/5a1.yaml", "operating_temperature_max > 397 K", "operating_temperature_max > ",
        "expected");
    row("a circle", "law/rules.yaml", "when: not item.entries is empty", "when: not listed", "listed");
}

void CliCatalogue::wrongSources()
{
    QFETCH(const QString, file);
    QFETCH(const QString, piece);
    QFETCH(const QString, by);
    QFETCH(const QString, message);
    const QTemporaryDir folder;
    const QString sources = folder.filePath(u"sources"_s);
    QVERIFY(copySources(sources));
    QByteArray text = bytesOf(sources + u'/' + file);
    const qsizetype at = text.indexOf(piece.toUtf8());
    QVERIFY2(at >= 0, "the piece to be replaced is not in the catalogue any more");
    const qsizetype line = text.left(at).count('\n') + 1;
    text.replace(at, piece.toUtf8().size(), by.toUtf8());
    QVERIFY(putBytes(sources + u'/' + file, text));
    const QString made = folder.filePath(u"made.sqlite"_s);
    QVERIFY(putBytes(made, "kept"));

    const Ran ran = cli({u"catalogue"_s, u"build"_s, sources, made});
    QCOMPARE(ran.status, 3);
    QCOMPARE(bytesOf(made), "kept"_ba);
    // FILE:LINE:COLUMN of the change, or near it: where a bracket is never closed, or where the rule begins.
    const QRegularExpression place(QRegularExpression::escape(file) + u":(\\d+):(\\d+): "_s);
    const QRegularExpressionMatch match = place.match(ran.errors);
    QVERIFY2(match.hasMatch(), qPrintable(ran.errors));
    QVERIFY2(qAbs(match.captured(1).toLongLong() - line) <= 5, qPrintable(ran.errors));
    QVERIFY2(ran.errors.contains(message), qPrintable(ran.errors));
}

void CliCatalogue::everyErrorInOneRun()
{
    const QTemporaryDir folder;
    const QString sources = folder.filePath(u"sources"_s);
    QVERIFY(copySources(sources));
    QByteArray text = bytesOf(sources + u"/law/rules.yaml"_s);
    text.replace("when: not item.entries is empty", "when: item.colour is red");
    QVERIFY(putBytes(sources + u"/law/rules.yaml"_s, text));
    text = bytesOf(sources + u"/dsgl/5a1.yaml"_s);
    text.replace("operating_temperature_max > 397 K", "operating_temperature_max > 397 W");
    QVERIFY(putBytes(sources + u"/dsgl/5a1.yaml"_s, text));
    const Ran ran = cli({u"catalogue"_s, u"build"_s, sources, folder.filePath(u"made.sqlite"_s)});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.errors.contains("law/rules.yaml:"_L1), qPrintable(ran.errors));
    QVERIFY2(ran.errors.contains("dsgl/5a1.yaml:"_L1), qPrintable(ran.errors));
    QVERIFY(!QFile::exists(folder.filePath(u"made.sqlite"_s)));
}

void CliCatalogue::noSources_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << u"/nonexistent/catalogue"_s;
    QTest::newRow("a file") << QStringLiteral(CLEARWAY_CATALOGUE);
    QTest::newRow("a folder without any") << QStringLiteral(CLEARWAY_TEST_DATA) + u"/samples"_s;
}

void CliCatalogue::noSources()
{
    QFETCH(const QString, path);
    const QTemporaryDir folder;
    const Ran ran = cli({u"catalogue"_s, u"build"_s, path, folder.filePath(u"made.sqlite"_s)});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.errors.contains(path), qPrintable(ran.errors));
    QVERIFY(!QFile::exists(folder.filePath(u"made.sqlite"_s)));
}

void CliCatalogue::cannotBeWritten()
{
    const QString sources = QStringLiteral(CLEARWAY_SOURCE_DIR) + u"/catalogue"_s;
    const Ran ran = cli({u"catalogue"_s, u"build"_s, sources, u"/nonexistent/made.sqlite"_s});
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.errors.contains("/nonexistent/made.sqlite"_L1), qPrintable(ran.errors));
}

QTEST_GUILESS_MAIN(CliCatalogue)
#include "tst_cli_catalogue.moc"
