// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `clearway-cli check` on items around the limits of the list: of some groups of each file of threshold cases the first
// item that meets the position and the first that does not (tst_thresholds puts all of them to the rules).
#include "programs.h"
#include "thresholdcases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class CliCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void check_data();
    void check();
    void worksheet();
};

void CliCheck::check_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("expected");
    QMap<QByteArray, QList<QByteArray>> groups; // by file, in their order
    for (const ThresholdCase &one : thresholdCases()) {
        QList<QByteArray> &ofFile = groups[one.group.left(one.group.indexOf(' '))];
        if (!ofFile.contains(one.group))
            ofFile.append(one.group);
    }
    // A program is started for each: some groups from all over a file are enough.
    const auto isChosen = [&](const QByteArray &group) {
        const QList<QByteArray> &ofFile = groups[group.left(group.indexOf(' '))];
        return ofFile.indexOf(group) % std::max<qsizetype>(1, ofFile.size() / 4) == 0;
    };
    QSet<QByteArray> taken;
    QMap<QString, int> ofCategory;
    for (const ThresholdCase &one : thresholdCases()) {
        const QByteArray key = one.group + one.expected.toUtf8();
        if (one.expected == "unknown"_L1 || taken.contains(key) || !isChosen(one.group))
            continue;
        taken.insert(key);
        ++ofCategory[one.code.startsWith("ML"_L1) ? u"ML"_s : one.code.left(1)];
        QTest::newRow(one.name.constData()) << one.code << QJsonDocument(one.item).toJson() << one.expected;
    }
    QCOMPARE(ofCategory.size(), 11);
    for (auto of = ofCategory.cbegin(); of != ofCategory.cend(); ++of)
        QVERIFY2(of.value() >= 2, qPrintable(of.key()));
    QVERIFY(taken.size() >= 40);
}

void CliCheck::check()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, item);
    QFETCH(const QString, expected);
    const Ran ran = cli({u"check"_s, code, u"-"_s, u"--json"_s}, item);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject found = ran.json().object();
    QCOMPARE(found["code"_L1].toString(), code);
    QCOMPARE(found["value"_L1].toString(), expected);
    QVERIFY(found["proof"_L1].isObject());
}

void CliCheck::worksheet()
{
    const QByteArray item = R"({"facts": {"kind": "thing", "integrated_circuit_function": ["converter_to_digital"]},
        "points": [{"adc_resolution": "8 bit", "sample_rate": {"value": "1 GSPS", "source": "data sheet 3"}}]})";
    const Ran ran = cli({u"check"_s, u"3A001.a.5.a.1"_s, u"-"_s, u"--json"_s}, item);
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QJsonObject sheet = ran.json().object()["worksheet"_L1].toObject();
    QCOMPARE(sheet["code"_L1].toString(), u"3A001.a.5.a.1"_s);
    QCOMPARE(sheet["value"_L1].toString(), u"false"_s);
    // Positions above that ask something stand first, the position itself last.
    const QJsonArray rows = sheet["rows"_L1].toArray();
    QVERIFY(rows.size() >= 2);
    QVERIFY(rows.first().toObject()["above"_L1].toBool());
    const QJsonObject own = rows.last().toObject();
    QCOMPARE(own["code"_L1].toString(), u"3A001.a.5.a.1"_s);
    const QJsonArray point = own["rows"_L1].toArray().first().toObject()["rows"_L1].toArray();
    QCOMPARE(point.size(), 3);
    const QJsonObject rate = point.last().toObject();
    QCOMPARE(rate["state"_L1].toString(), u"missed"_s);
    QCOMPARE(rate["op"_L1].toString(), u">"_s);
    QCOMPARE(rate["limit"_L1].toString(), u"1.3"_s);
    QCOMPARE(rate["unit"_L1].toString(), u"GSPS"_s);
    QCOMPARE(rate["answer"_L1].toString(), u"1 GSPS"_s);
    QCOMPARE(rate["source"_L1].toString(), u"data sheet 3"_s);
    QCOMPARE(rate["margin"_L1].toObject()["side"_L1].toString(), u"below"_s);
    QCOMPARE(rate["margin"_L1].toObject()["distance"_L1].toString(), u"0.3 GSPS"_s);
    QCOMPARE(point.first().toObject()["margin"_L1].toObject()["side"_L1].toString(), u"at-limit"_s);

    const Ran text = cli({u"check"_s, u"3A001.a.5.a.1"_s, u"-"_s}, item);
    QCOMPARE(text.status, 0);
    QVERIFY2(text.output.startsWith("3A001.a.5.a.1 is not met: sample rate 1 GSPS is not above 1.3 GSPS\n"),
             text.output.constData());
    QVERIFY2(text.output.contains("asked for: above 1.3 GSPS | answered: 1 GSPS | missed"), text.output.constData());
    QVERIFY(!text.output.contains("does not matter any more"));
    const Ran whole = cli({u"check"_s, u"3A001.a.5.a.1"_s, u"-"_s, u"--whole"_s}, item);
    QVERIFY(whole.output.size() > text.output.size());
}

QTEST_GUILESS_MAIN(CliCheck)
#include "tst_cli_check.moc"
