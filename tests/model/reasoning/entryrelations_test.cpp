// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which entries go together, in the catalogue of this source tree.
#include "model/reasoning/entryrelations.h"

#include "reasoningtesting.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using reasoning::EntryRelations;

class EntryRelationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void companions_data();
    void companions();
    void goods_data();
    void goods();
    void bothWays();
    void referring();
};

static QStringList codesOf(const QList<EntryRelations::Companion> &companions, bool whole)
{
    QStringList codes;
    for (const auto &companion : companions)
        if (companion.whole == whole)
            codes << companion.code;
    return codes;
}

void EntryRelationsTest::companions_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("whole");
    QTest::addColumn<QStringList>("partly");
    QTest::newRow("telecommunications") << u"5A001"_s << QStringList{u"5E001.a"_s} << QStringList();
    QTest::newRow("below it") << u"5A001.b.3"_s << QStringList{u"5E001.a"_s} << QStringList();
    QTest::newRow("electronics, of which the software takes a part")
        << u"3A001"_s << QStringList{u"3E001"_s} << QStringList{u"3D001"_s};
    QTest::newRow("that part") << u"3A001.b"_s << QStringList{u"3D001"_s, u"3E001"_s} << QStringList();
    QTest::newRow("not held") << u"3A999"_s << QStringList() << QStringList();
}

/// What is expected is among what is found; the catalogue may name more.
void EntryRelationsTest::companions()
{
    QFETCH(QString, code);
    QFETCH(QStringList, whole);
    QFETCH(QStringList, partly);
    const EntryRelations relations(testing::catalogue());
    const auto found = relations.companionsOf(code);
    for (const QString &expected : whole)
        QVERIFY2(codesOf(found, true).contains(expected), qPrintable(codesOf(found, true).join(u' ')));
    for (const QString &expected : partly)
        QVERIFY2(codesOf(found, false).contains(expected), qPrintable(codesOf(found, false).join(u' ')));
    if (whole.isEmpty() && partly.isEmpty())
        QVERIFY(found.isEmpty());
    for (const auto &companion : found) {
        QVERIFY(testing::catalogue().entries.contains(companion.code));
        QVERIFY(!language::RuleBook::within(companion.code, code));
    }
}

void EntryRelationsTest::goods_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("some");
    QTest::newRow("named") << u"5E001.a"_s << QStringList{u"5A001"_s, u"5D001.a"_s};
    QTest::newRow("of a whole part") << u"ML22.a"_s << QStringList{u"ML1"_s, u"ML910"_s};
    QTest::newRow("goods") << u"5A001"_s << QStringList();
}

void EntryRelationsTest::goods()
{
    QFETCH(QString, code);
    QFETCH(QStringList, some);
    const QStringList found = EntryRelations(testing::catalogue()).goodsOf(code);
    QCOMPARE(found.isEmpty(), some.isEmpty());
    for (const QString &one : some)
        QVERIFY2(found.contains(one), qPrintable(found.join(u' ')));
    // In the order of the list, each once.
    QList<qsizetype> places;
    for (const QString &one : found)
        places << testing::catalogue().entryIndex.placeOf(one);
    QVERIFY(std::ranges::is_sorted(places));
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), found.size());
}

/// What an entry is for leads back to it.
void EntryRelationsTest::bothWays()
{
    const EntryRelations relations(testing::catalogue());
    int pairs = 0;
    for (const QString &code : testing::catalogue().entryOrder) {
        for (const QString &other : relations.goodsOf(code)) {
            // The companion is the position whose own condition names the other: this one, or one above it.
            const auto companions = relations.companionsOf(other);
            if (language::RuleBook::within(code, other) || language::RuleBook::within(other, code))
                continue;
            QVERIFY2(std::ranges::any_of(companions,
                                         [&](const auto &one) {
                                             return language::RuleBook::within(code, one.code)
                                                    || language::RuleBook::within(other, one.code);
                                         }),
                     qPrintable(code + u' ' + other));
            ++pairs;
        }
    }
    QVERIFY(pairs > 300);
}

void EntryRelationsTest::referring()
{
    const EntryRelations relations(testing::catalogue());
    // 6A005 is named by 5A001 under "see", and is no software of it.
    QVERIFY(relations.referringTo(u"6A005"_s).contains(u"5A001"_s));
    for (const auto &companion : relations.companionsOf(u"6A005"_s))
        QVERIFY(!relations.referringTo(u"6A005"_s).contains(companion.code));
}

QTEST_GUILESS_MAIN(EntryRelationsTest)
#include "entryrelations_test.moc"
