// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in the official text, and ours that it does not have.
#include "model/official/numbercheck.h"
#include "model/official/structure.h"
#include "model/official/writtennumbers.h"

#include "officialtesting.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;
using language::Condition;
using language::ConditionPtr;

class OfficialNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void factorsOfFormulae();
    void flags_data();
    void flags();
    void tablesAndRules();
    void allowances();
    void allowancesThatAreWrong_data();
    void allowancesThatAreWrong();
    void whatIsBuiltInCanBeRead();
};

static language::Units units()
{
    language::Units units;
    const auto kind = [&](const char *id, const char *base) {
        QVERIFY(units.add(
            language::UnitKind{QString::fromLatin1(id), QString::fromLatin1(id), QString::fromUtf8(base), {}}));
    };
    const auto unit = [&](const char *name, const char *of, const char *factor, const char *offset = "0") {
        language::Unit one;
        one.name = QString::fromUtf8(name);
        one.kind = QString::fromLatin1(of);
        one.factor = *language::parseRational(QString::fromLatin1(factor));
        one.offset = *language::parseRational(QString::fromLatin1(offset));
        QVERIFY(units.add(one));
    };
    kind("length", "m");
    unit("m", "length", "1");
    unit("mm", "length", "1e-3");
    unit("µm", "length", "1e-6");
    kind("area", "m²");
    unit("m²", "area", "1");
    unit("cm²", "area", "1e-4");
    kind("temperature", "K");
    unit("K", "temperature", "1");
    unit("°C", "temperature", "1", "273.15");
    kind("share", "1");
    unit("1", "share", "1");
    unit("%", "share", "1/100");
    kind("count", "1");
    unit("1", "count", "1");
    kind("energy", "J");
    unit("J", "energy", "1");
    unit("kJ", "energy", "1000");
    kind("strength", "N");
    unit("N", "strength", "1");
    kind("speed", "rpm");
    unit("rpm", "speed", "1");
    return units;
}

/// "fact > number"
static ConditionPtr above(const language::Units &units, const QString &number, const QString &kind)
{
    const auto quantity = units.parse(number, kind);
    if (!quantity)
        qFatal("%s", qPrintable(number));
    const auto left =
        std::make_shared<language::Arithmetic>(language::Arithmetic{language::Arithmetic::FactValue{kind}, {}, kind});
    const auto right = std::make_shared<language::Arithmetic>(
        language::Arithmetic{language::Arithmetic::Literal{*quantity}, {}, kind});
    return std::make_shared<Condition>(Condition{Condition::Compared{left, language::Comparison::Greater, right}});
}

void OfficialNumbersTest::found_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isThere");
    const auto row = [](const char *name, const char *text, const char *number, const char *kind, bool isThere) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(number) << QString::fromUtf8(kind)
                            << isThere;
    };
    row("as it is", "a span of 2 m or more", "2 m", "length", true);
    row("another", "a span of 2 m or more", "3 m", "length", false);
    row("in another unit", "a span of 2,000 mm", "2 m", "length", true);
    row("the unit decides", "a span of 2 mm", "2 m", "length", false);
    row("without a unit", "between 2 and 30 mm", "2 mm", "length", true);
    row("a unit with a hyphen", "a 30-mm hole", "30 mm", "length", true);
    row("decimals", "less than 0.05 m", "50 mm", "length", true);
    row("thousands", "exceeding 12,500 mm", "12.5 m", "length", true);
    row("a part of a number is none", "exceeding 12,500 mm", "500 mm", "length", false);
    row("a power of ten", "5 x 10^-4 m", "0.5 mm", "length", true);
    row("with a multiplication sign", "5 × 10^3 mm", "5 m", "length", true);
    row("its raised exponent lost", "2x108 J", "200000000 J", "energy", true);
    row("… and negative", "less than 10-3 m", "1 mm", "length", true);
    row("the power alone", "less than 10^-3 m", "1 mm", "length", true);
    row("raised units", "250 cm^2 in area", "250 cm²", "area", true);
    row("a fraction", "3/8 m", "375 mm", "length", true);
    row("a word", "three or more", "3", "count", true);
    row("per cent", "97% by weight", "97 %", "share", true);
    row("per cent as a share", "97% by weight", "0.97", "share", true);
    row("below zero", "from -40°C on", "-40 °C", "temperature", true);
    row("a range is not below zero only", "10-40 °C", "40 °C", "temperature", true);
    row("converted exactly", "at -263.15°C", "10 K", "temperature", true);
    row("of a code", "specified by 5A001.b.3.", "3", "count", false);
    row("of the munitions", "see ML8.a.13", "13", "count", false);
    row("of a standard", "according to ISO 230-2 (2014)", "230", "count", false);
    row("lowered", "as CO_2", "2", "count", false);
}

void OfficialNumbersTest::found()
{
    QFETCH(const QString, text);
    QFETCH(const QString, number);
    QFETCH(const QString, kind);
    QFETCH(const bool, isThere);
    const language::Units known = units();
    const auto quantity = known.parse(number, kind);
    QVERIFY(quantity.has_value());
    const QList<WrittenNumber> numbers = numbersIn(text, known);
    const bool any =
        std::ranges::any_of(numbers, [&](const WrittenNumber &one) { return matches(one, *quantity, known); });
    QCOMPARE(any, isThere);
}

/// A factor has no unit and is the number itself.
void OfficialNumbersTest::factorsOfFormulae()
{
    const language::Units known = units();
    language::Quantity factor;
    const auto isIn = [&](const QString &text) {
        return std::ranges::any_of(numbersIn(text, known),
                                   [&](const WrittenNumber &one) { return matches(one, factor, known); });
    };
    factor.value = *language::parseRational(u"2.5"_s);
    QVERIFY(isIn(u"by a factor of 2.5."_s));
    QVERIFY(isIn(u"more than 2.5 times"_s));
    QVERIFY(!isIn(u"by a factor of 25"_s));
    factor.value = language::Rational(-3);
    QVERIFY(isIn(u"times -3"_s));
}

/// The small list as entries of a catalogue; conditions are set by the tests.
static language::RuleBook smallRules()
{
    language::RuleBook rules;
    rules.units = units();
    const OfficialText text = structured(paragraphs(smallList()));
    for (const OfficialEntry &official : text.entries) {
        language::Entry entry;
        entry.code = official.code;
        if (official.code.contains(u'.')) {
            entry.parent = official.code.section(u'.', 0, -2);
            rules.entries[entry.parent].children.append(entry.code);
        }
        rules.entries.insert(entry.code, entry);
        rules.entryOrder.append(entry.code);
    }
    return rules;
}

void OfficialNumbersTest::flags_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("flagged");
    const auto row = [](const char *name, const char *code, const char *number, const char *kind, bool flagged) {
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromUtf8(number) << QString::fromLatin1(kind)
                            << flagged;
    };
    row("its own", "ML1.b.2", "20 N", "strength", false);
    row("wrong", "ML1.b.2", "21 N", "strength", true);
    row("its neighbour's", "ML1.b.2", "500 m", "length", true);
    row("its parent's", "ML1.b.1", "2 m", "length", false);
    row("its child's", "ML1.b", "500 m", "length", false);
    row("of its note", "7A001.a.1", "15 mm", "length", false);
    row("of its parent's note", "7A001.b", "15 mm", "length", true);
    row("nothing at all is no number", "7A001.b", "0 m", "length", false);
}

void OfficialNumbersTest::flags()
{
    QFETCH(const QString, code);
    QFETCH(const QString, number);
    QFETCH(const QString, kind);
    QFETCH(const bool, flagged);
    const OfficialText text = structured(paragraphs(smallList()));
    language::RuleBook rules = smallRules();
    QVERIFY(rules.entries.contains(code));
    const ConditionPtr condition = above(rules.units, number, kind);
    // Wherever a condition can stand in another, and in a decontrol note.
    const auto wrap = [](auto node) { return std::make_shared<Condition>(Condition{std::move(node)}); };
    const QList<ConditionPtr> forms{condition, wrap(Condition::Not{condition}), wrap(Condition::AtSomePoint{condition}),
                                    wrap(Condition::Any{{wrap(Condition::All{{condition}})}})};
    for (const ConditionPtr &form : forms) {
        rules.entries[code].when = form;
        const NumberReport report = checkNumbers(rules, text, {});
        QCOMPARE(report.flags.size(), flagged ? 1 : 0);
        if (flagged)
            QCOMPARE(report.flags.first(), (NumberFlag{code, u"condition"_s, number, {}}));
        QCOMPARE(flagsByCode(report).value(code).size(), flagged ? 1 : 0);
    }
    rules.entries[code].when = nullptr;
    rules.entries[code].notes = {{language::NoteKind::DecontrolNote, u"Small ones"_s, {}, condition, true}};
    const NumberReport report = checkNumbers(rules, text, {});
    QCOMPARE(report.flags.size(), flagged ? 1 : 0);
    if (flagged)
        QCOMPARE(report.flags.first().where, u"Small ones"_s);
}

void OfficialNumbersTest::tablesAndRules()
{
    const OfficialText text = structured(paragraphs(smallList()));
    language::RuleBook rules = smallRules();
    const auto quantity = [&](const char *number, const char *kind) {
        return *rules.units.parse(QString::fromUtf8(number), QString::fromLatin1(kind));
    };
    rules.tables.insert(u"limits"_s, {u"limits"_s,
                                      {},
                                      u"length"_s,
                                      u"strength"_s,
                                      {{quantity("500 m", "length"), true, quantity("20 N", "strength")},
                                       {quantity("600 m", "length"), true, quantity("30 N", "strength")}}});
    const auto key = std::make_shared<language::Arithmetic>(
        language::Arithmetic{language::Arithmetic::FactValue{u"length"_s}, {}, u"length"_s});
    const auto looked = std::make_shared<language::Arithmetic>(
        language::Arithmetic{language::Arithmetic::Looked{u"limits"_s, key}, {}, u"strength"_s});
    const auto left = std::make_shared<language::Arithmetic>(
        language::Arithmetic{language::Arithmetic::FactValue{u"strength"_s}, {}, u"strength"_s});
    rules.entries[u"ML1.b"_s].when =
        std::make_shared<Condition>(Condition{Condition::Compared{left, language::Comparison::Greater, looked}});
    language::Rule rule;
    rule.id = u"far"_s;
    rule.when = above(rules.units, u"3000 rpm"_s, u"speed"_s);
    rules.rules.insert(rule.id, rule);
    rule.id = u"farther"_s;
    rule.when = above(rules.units, u"4000 rpm"_s, u"speed"_s);
    rules.rules.insert(rule.id, rule);
    rules.entries[u"7A999"_s].code = u"7A999"_s;
    rules.entries[u"7A999"_s].when = above(rules.units, u"1 m"_s, u"length"_s);
    rules.entryOrder.append(u"7A999"_s);

    const NumberReport report = checkNumbers(rules, text, {});
    const QList<NumberFlag> expected{{u"ML1.b"_s, u"table limits"_s, u"600 m"_s, {}},
                                     {u"ML1.b"_s, u"table limits"_s, u"30 N"_s, {}},
                                     {u"rule:farther"_s, u"condition"_s, u"4000 rpm"_s, {}}};
    QCOMPARE(report.flags, expected);
    QCOMPARE(report.withoutText, QStringList(u"7A999"_s));
    QCOMPARE(report.numbers, 6);
}

void OfficialNumbersTest::allowances()
{
    const OfficialText text = structured(paragraphs(smallList()));
    language::RuleBook rules = smallRules();
    rules.entries[u"ML1.a"_s].when = above(rules.units, u"3 m"_s, u"length"_s);
    rules.entries[u"ML1.b"_s].when = above(rules.units, u"3 m"_s, u"length"_s);
    const auto read = readAllowances(R"({"allowances": [
        {"code": "ML1.a", "number": "3000 mm", "reason": "Converted"},
        {"code": "ML1.b", "number": "4 m", "reason": "No longer there"}]})");
    QVERIFY(read.has_value());
    const NumberReport report = checkNumbers(rules, text, *read);
    QCOMPARE(report.flags, (QList<NumberFlag>{{u"ML1.b"_s, u"condition"_s, u"3 m"_s, {}}}));
    QCOMPARE(report.allowed, (QList<NumberFlag>{{u"ML1.a"_s, u"condition"_s, u"3 m"_s, u"Converted"_s}}));
    QCOMPARE(report.unused.size(), 1);
    QCOMPARE(report.unused.first().code, u"ML1.b"_s);
}

void OfficialNumbersTest::allowancesThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("allowances: []");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("another object") << QByteArray("{\"codes\": []}");
    QTest::newRow("no reason") << QByteArray(R"({"allowances": [{"code": "ML1.a", "number": "3 m"}]})");
    QTest::newRow("an empty reason") << QByteArray(
        R"({"allowances": [{"code": "ML1.a", "number": "3 m", "reason": " "}]})");
    QTest::newRow("a text") << QByteArray(R"({"allowances": ["ML1.a"]})");
}

void OfficialNumbersTest::allowancesThatAreWrong()
{
    QFETCH(const QByteArray, json);
    const auto read = readAllowances(json);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(u"expected"_s), qPrintable(read.error()));
}

void OfficialNumbersTest::whatIsBuiltInCanBeRead()
{
    QFile file(QStringLiteral(CLEARWAY_SOURCE_DIR) + u"/catalogue/dsgl/number-allowances.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readAllowances(file.readAll());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QCOMPARE(builtInAllowances().size(), read->size());
}

QTEST_GUILESS_MAIN(OfficialNumbersTest)
#include "official_numbers_test.moc"
