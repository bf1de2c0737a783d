// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `clearway-cli check` on items around the limits of the list: of some groups of each file of threshold cases the first
// item that meets the position and the first that does not (tst_thresholds puts all of them to the rules).
#include "programs.h"
#include "thresholdcases.h"

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

QTEST_GUILESS_MAIN(CliCheck)
#include "tst_cli_check.moc"
