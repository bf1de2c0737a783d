// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/listcode.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::store;

class TestListCode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsCodes_data();
    void knowsCodes();
    void readsLooseCodes_data();
    void readsLooseCodes();
    void knowsWhatLiesOutside();
};

void TestListCode::knowsCodes_data()
{
    QTest::addColumn<bool>("is");
    for (const char *code : {"5A001", "5A001.a", "5A001.b.3", "1C350.10", "1C350.10.a", "ML1", "ML22", "ML901.a",
                             "ML4.b.1.a", "0E999.zz.99.a"})
        QTest::newRow(code) << true;
    for (const char *code : {"",         ".",       "5A1",       "5a001",     "5F001",     "5A0011",     "5A001.",
                             "5A001..a", "5A001.A", "5A001.a.b", "5A001.1.2", "5A001.a.0", "5A001.a.01", "ML",
                             "ML0",      "ML1a",    "ml4",       "ML1234",    "5A001.a b", "5A001.é",    "XA001"})
        QTest::newRow(*code ? code : "nothing") << false;
}

void TestListCode::knowsCodes()
{
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    QTEST(isListCode(tag == "nothing"_L1 ? QString() : tag), "is");
}

void TestListCode::readsLooseCodes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("loose");
    const auto row = [](const QString &typed, const QString &loose) {
        QTest::addRow("%s", qPrintable(u'<' + typed + u'>')) << typed << loose;
    };
    row(u"5A001.b.3"_s, u"5a1b3"_s);
    row(u"5A001.b.3."_s, u"5a1b3"_s);
    row(u"5a1b3"_s, u"5a1b3"_s);
    row(u" 5A 001 (b) 3 "_s, u"5a1b3"_s);
    row(u"5A101"_s, u"5a101"_s);
    row(u"5A010"_s, u"5a10"_s);
    row(u"ml 4 b"_s, u"ml4b"_s);
    row(u"ML4.b.1"_s, u"ml4b1"_s);
    row(u"5a1"_s, u"5a1"_s);
    // Positions that are numbers stand behind all three digits of their entry.
    row(u"1C350.11"_s, u"1c350.11"_s);
    row(u"1c350 11"_s, u"1c350.11"_s);
    row(u"1C350.1"_s, u"1c350.1"_s);
    row(u"1C001.2.a"_s, u"1c1.2a"_s);
    for (const QString &no : {u""_s, u"5"_s, u"5a"_s, u"radio"_s, u"5a1 radio!"_s, u"5f1"_s, u"ml"_s, u"5a1b3+"_s,
                              u"٥a1"_s, u"5a12345678"_s, u"5a1230"_s})
        row(no, {});
    row(u"5a1"_s + u"b"_s.repeated(1000), {});
}

void TestListCode::readsLooseCodes()
{
    QFETCH(const QString, typed);
    QTEST(looseCode(typed), "loose");
}

void TestListCode::knowsWhatLiesOutside()
{
    language::RuleBook book;
    const auto category = [&](const QString &id, bool complete) {
        language::Category one;
        one.id = id;
        one.complete = complete;
        book.categories.append(one);
    };
    language::Entry entry;
    entry.code = u"5A001"_s;
    book.entries.insert(entry.code, entry);
    QVERIFY(liesOutside(book, u"5B001")); // no category 5 is declared
    category(u"5P1"_s, true);
    category(u"5P2"_s, false);
    QVERIFY(liesOutside(book, u"5B001"));    // half of it may still hold the code
    QVERIFY(!liesOutside(book, u"5A001.z")); // its first level is here
    book.categories[1].complete = true;
    QVERIFY(!liesOutside(book, u"5B001"));
    QVERIFY(liesOutside(book, u"3A001.a"));
    QVERIFY(liesOutside(book, u"ML4"));
    QVERIFY(!liesOutside(book, u"no code"));
}

QTEST_GUILESS_MAIN(TestListCode)
#include "tst_listcode.moc"
