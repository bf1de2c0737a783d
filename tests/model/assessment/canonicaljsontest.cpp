// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <limits>

using namespace Qt::StringLiterals;
using clearway::assessment::canonicalJson;
using clearway::assessment::sha256Hex;

class CanonicalJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void documents_data();
    void documents();
    void notFinite();
    void hash();
};

// The samples of RFC 8785, appendix B: IEEE 754 bits and what must be printed.
void CanonicalJsonTest::numbers_data()
{
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QByteArray>("expected");
    const QList<std::pair<quint64, const char *>> samples = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto &[bits, expected] : samples)
        QTest::addRow("%s from %llx", expected, static_cast<unsigned long long>(bits)) << bits << QByteArray(expected);
}

void CanonicalJsonTest::numbers()
{
    QFETCH(quint64, bits);
    QFETCH(QByteArray, expected);
    QCOMPARE(canonicalJson(QJsonValue(std::bit_cast<double>(bits))), expected);
}

void CanonicalJsonTest::documents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    // RFC 8785, section 3.2.2 and 3.2.4
    QTest::newRow("strings, literals, numbers")
        << QByteArray(R"({ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],)"
                      R"( "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",)"
                      R"( "literals": [null, true, false] })")
        << QByteArray(R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
                      "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    // section 3.2.3: sorted by UTF-16 units, so the emoji (a surrogate pair) stands before U+FB33
    QTest::newRow("sorting")
        << QByteArray(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
                      R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
                      R"("\u00f6":"Latin Small Letter O With Diaeresis"})")
        << QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                      "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                      "\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    QTest::newRow("empty") << QByteArray(R"({ "b": {}, "a": [ ], "": "" })") << QByteArray(R"({"":"","a":[],"b":{}})");
    QTest::newRow("every control character")
        << QByteArray(R"(["\u0000\u0001\u0008\u0009\u000a\u000b\u000c\u000d\u001f\u007f"])")
        << QByteArray("[\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"]");
    QTest::newRow("whole numbers") << QByteArray("[1,-1,10,1000000,1.0]") << QByteArray("[1,-1,10,1000000,1]");
}

void CanonicalJsonTest::documents()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(!document.isNull());
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    QCOMPARE(canonicalJson(value), expected);
    // reading it back gives the same bytes again; QJsonDocument itself compares in an order of its own
    const QJsonDocument again = QJsonDocument::fromJson(canonicalJson(value));
    QCOMPARE(canonicalJson(again.isArray() ? QJsonValue(again.array()) : QJsonValue(again.object())), expected);
}

void CanonicalJsonTest::notFinite()
{
    QCOMPARE(canonicalJson(QJsonValue(std::numeric_limits<double>::infinity())), QByteArray("null"));
    QCOMPARE(canonicalJson(QJsonValue(std::numeric_limits<double>::quiet_NaN())), QByteArray("null"));
    QCOMPARE(canonicalJson(QJsonValue(QJsonValue::Undefined)), QByteArray("null"));
}

void CanonicalJsonTest::hash()
{
    QCOMPARE(sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(sha256Hex({}), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
}

QTEST_GUILESS_MAIN(CanonicalJsonTest)
#include "canonicaljsontest.moc"
