// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class ArithmeticTest : public QObject {
    Q_OBJECT

    const clearway::samples::SampleVocabulary m_vocabulary;

    /// "length=3 m; time=2 s" as a lookup
    QuantityLookup lookup(const QString &values) const
    {
        QHash<QString, Quantity> known;
        for (const QString &pair : values.split(u';', Qt::SkipEmptyParts)) {
            const QString fact = pair.section(u'=', 0, 0).trimmed();
            const FactDefinition *definition = m_vocabulary.fact(fact);
            const auto value = m_vocabulary.units().parse(pair.section(u'=', 1), definition->unitKind);
            if (!value)
                qFatal("%s", qPrintable(value.error()));
            known.insert(fact, *value);
        }
        return clearway::samples::lookupIn(known);
    }

    static const Condition::Compared &compared(const ConditionPtr &condition)
    {
        return std::get<Condition::Compared>(condition->node);
    }

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("expected"); // true, false, unknown
        const auto row = [](const QString &condition, const QString &values, const char *expected) {
            QTest::addRow("%s | %s", qPrintable(condition), qPrintable(values))
                << condition << values << QString::fromLatin1(expected);
        };
        row(u"time * power < 1e-14 J"_s, u"time=10 ps; power=1 mW"_s, "false");
        row(u"time * power <= 1e-14 J"_s, u"time=10 ps; power=1 mW"_s, "true");
        row(u"time * power < 1e-14 J"_s, u"time=9.99 ps; power=1 mW"_s, "true");
        row(u"other_frequency >= 2 * frequency"_s, u"frequency=1.5 MHz; other_frequency=3,000 kHz"_s, "true");
        row(u"other_frequency >= 2 * frequency"_s, u"frequency=1.5 MHz; other_frequency=2999 kHz"_s, "false");
        row(u"other_frequency >= 2 * frequency"_s, u"frequency=1.5 MHz"_s, "unknown");
        row(u"length - 5 mm > other_length + 1 m"_s, u"length=2.005 m; other_length=1 m"_s, "false");
        row(u"length - 5 mm > other_length + 1 m"_s, u"length=2.0051 m; other_length=1 m"_s, "true");
        row(u"10 m - length - 1 m - 2 m = 4 m"_s, u"length=3 m"_s, "true");
        row(u"10 m - (length - 1 m) = 8 m"_s, u"length=3 m"_s, "true");
        row(u"12 m / length / 2 = 2"_s, u"length=3 m"_s, "true");
        row(u"12 m / (length / 2 m) = 8 m"_s, u"length=3 m"_s, "true");
        row(u"length / time > 10 m/s"_s, u"length=1 m; time=0 s"_s, "unknown");
        row(u"length / time > 10 m/s"_s, u"length=1 m; time=0.1 s"_s, "false");
        row(u"length / time >= speed"_s, u"length=36 km; time=60 min; speed=36 km/h"_s, "true");
        row(u"length^2 = 4 m²"_s, u"length=2 m"_s, "true");
        row(u"length^-1 * 4 m = 2"_s, u"length=2 m"_s, "true");
        row(u"length^-1 * 4 m = 2"_s, u"length=0 m"_s, "unknown");
        row(u"(3 m)^2 = 9 m²"_s, u""_s, "true");
        row(u"min(length, other_length, 5 m) >= 3 m"_s, u"length=4 m; other_length=3 m"_s, "true");
        row(u"max(length, other_length) > 4 m"_s, u"length=4 m; other_length=3 m"_s, "false");
        row(u"max(length, other_length) > 4 m"_s, u"length=40 m"_s, "unknown");
        // roots at their limit
        row(u"sqrt(area) > 3 m"_s, u"area=9 m²"_s, "false");
        row(u"sqrt(area) >= 3 m"_s, u"area=9 m²"_s, "true");
        row(u"3 m <= sqrt(area)"_s, u"area=9 m²"_s, "true");
        row(u"3 m < sqrt(area)"_s, u"area=9 m²"_s, "false");
        row(u"sqrt(area) > -1 m"_s, u"area=0 m²"_s, "true");
        row(u"sqrt(area) > 1 m"_s, u"area=-1 m²"_s, "unknown");
        row(u"sqrt(area - 1 m²) > 1 m"_s, u"area=0 m²"_s, "unknown");
        row(u"sqrt(2) < 1.4142135623730950488016887242096980785696718753769480731766797379907325"_s, u""_s, "true");
        row(u"sqrt(2) > 1.4142135623730950488016887242096980785696718753769480731766797379907324"_s, u""_s, "true");
        row(u"root(3, 2) > 1.2599210498948731647672106072782283505702514647015079800819751121552996"_s, u""_s, "true");
        row(u"root(3, ratio) >= -2"_s, u"ratio=-8"_s, "true");
        row(u"root(3, ratio) > -2"_s, u"ratio=-8"_s, "false");
        row(u"sqrt(area) = sqrt(length^2)"_s, u"area=2 m²; length=1 m"_s, "false");
        row(u"sqrt(area) >= sqrt(length * other_length)"_s, u"area=6 m²; length=2 m; other_length=3 m"_s, "true");
        row(u"2 * sqrt(area) = sqrt(4 * area)"_s, u"area=2 m²"_s, "true");
        row(u"sqrt(area) * sqrt(area) = 2 m²"_s, u"area=2 m²"_s, "true");
        row(u"sqrt(area) * sqrt(area) > 2 m²"_s, u"area=2 m²"_s, "false");
        row(u"sqrt(area) + length > 2.5 m"_s, u"area=2 m²; length=1 m"_s, "false");
        // levels
        row(u"power > 24 dBm"_s, u"power=251.188643150959 mW"_s, "true");
        row(u"power > 24 dBm"_s, u"power=251.188643150958 mW"_s, "false");
        row(u"24 dBm < power"_s, u"power=251.188643150959 mW"_s, "true");
        row(u"power > other_power"_s, u"power=20 dBm; other_power=100 mW"_s, "false");
        row(u"power >= other_power"_s, u"power=20 dBm; other_power=100 mW"_s, "true");
        row(u"2 * power = 200 mW"_s, u"power=20 dBm"_s, "true");
        row(u"2 * power = 2 * other_power"_s, u"power=24 dBm; other_power=-6 dBW"_s, "true");
        row(u"2 * power > 0.5 W"_s, u"power=24 dBm"_s, "true");
        row(u"2 * power > 0.51 W"_s, u"power=24 dBm"_s, "false");
        // tables
        row(u"power > table erp_limit(frequency)"_s, u"frequency=57 GHz; power=20 dBm"_s, "false");
        row(u"power > table erp_limit(frequency)"_s, u"frequency=57 GHz; power=101 mW"_s, "true");
        row(u"power > table erp_limit(frequency)"_s, u"frequency=57.0001 GHz; power=101 mW"_s, "false");
        row(u"power > table erp_limit(frequency)"_s, u"frequency=65.9999 GHz; power=252 mW"_s, "true");
        row(u"power >= table erp_limit(frequency)"_s, u"frequency=66 GHz; power=100 mW"_s, "true");
        row(u"power > table erp_limit(frequency)"_s, u"frequency=90 GHz; power=101 mW"_s, "true");
        row(u"power > table erp_limit(frequency)"_s, u"frequency=90.1 GHz; power=101 mW"_s, "unknown");
        row(u"power > table erp_limit(frequency)"_s, u"power=101 mW"_s, "unknown");
        row(u"power > table erp_limit(2 * frequency)"_s, u"frequency=28.5 GHz; power=101 mW"_s, "true");
        row(u"power > 2 * table erp_limit(frequency)"_s, u"frequency=57 GHz; power=200 mW"_s, "false");
        row(u"power < 2 * table erp_limit(frequency)"_s, u"frequency=57 GHz; power=199 mW"_s, "true");
    }
    void holds()
    {
        QFETCH(QString, condition);
        QFETCH(QString, values);
        QFETCH(QString, expected);
        const ConditionPtr parsed = clearway::samples::parsed(condition, m_vocabulary);
        QVERIFY(parsed);
        const auto result = clearway::language::holds(compared(parsed), lookup(values), m_vocabulary.tables());
        QCOMPARE(!result ? u"unknown"_s : *result ? u"true"_s : u"false"_s, expected);
    }

    void evaluates()
    {
        const ConditionPtr condition = clearway::samples::parsed(u"length * 2 > other_length + 1 m"_s, m_vocabulary);
        QVERIFY(condition);
        const QuantityLookup values = lookup(u"length=5 µm; other_length=1 inch"_s);
        const auto product = evaluate(*compared(condition).left, values, {});
        QVERIFY(product);
        QCOMPARE(product->value, Rational(1, 100000));
        QVERIFY(product->kind.isEmpty());
        const auto sum = evaluate(*compared(condition).right, values, {});
        QVERIFY(sum);
        QCOMPARE(sum->value, Rational(10254, 10000));
        QCOMPARE(sum->kind, u"length"_s);
        QVERIFY(!evaluate(*compared(condition).left, lookup(u""_s), {}));
    }

    void aLevelAloneStaysALevel()
    {
        const ConditionPtr condition = clearway::samples::parsed(u"power > 24 dBm"_s, m_vocabulary);
        const auto level = evaluate(*compared(condition).right, lookup(u""_s), {});
        QVERIFY(level && level->isLevel);
        QCOMPARE(level->value, Rational(24));
    }

    void aMissingTableGivesNoValue()
    {
        const ConditionPtr condition = clearway::samples::parsed(u"power > table erp_limit(frequency)"_s, m_vocabulary);
        QVERIFY(!clearway::language::holds(compared(condition), lookup(u"frequency=1 GHz; power=1 W"_s), {}));
    }

    void dimensions_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("left"); // exponents, then the kind
        const auto row = [](const QString &condition, const char *left) {
            QTest::addRow("%s", qPrintable(condition)) << condition << QString::fromLatin1(left);
        };
        row(u"time * power < 1 J"_s, "length 2 mass 1 time -2 ");
        row(u"power < 1 W"_s, "length 2 mass 1 time -3 power");
        row(u"power + other_power < 1 W"_s, "length 2 mass 1 time -3 power");
        row(u"frequency * time > 1"_s, "");
        row(u"sqrt(area) > 1 m"_s, "length 1 ");
        row(u"length^3 / area^2 * length > 1"_s, "");
        row(u"time * frequency + 1 > 3"_s, "");
        row(u"frequency + 1 / time > 3 Hz"_s, "time -1 ");
        row(u"table erp_limit(frequency) > 1 W"_s, "length 2 mass 1 time -3 power");
    }
    void dimensions()
    {
        QFETCH(QString, condition);
        QFETCH(QString, left);
        const ConditionPtr parsed = clearway::samples::parsed(condition, m_vocabulary);
        QVERIFY(parsed);
        QString text;
        for (const auto &[base, exponent] : compared(parsed).left->dimension.asKeyValueRange())
            text += u"%1 %2 "_s.arg(base).arg(exponent);
        QCOMPARE(text + compared(parsed).left->kind, left);
    }

    void anUnclearUnitTakesTheKindOfTheOtherSide()
    {
        const auto kindOf = [this](const QString &text) {
            const ConditionPtr condition = clearway::samples::parsed(text, m_vocabulary);
            return condition ? compared(condition).right->kind : QString();
        };
        QCOMPARE(kindOf(u"ratio > 5 %"_s), u"ratio"_s);
        QCOMPARE(kindOf(u"weight_fraction > 5 %"_s), u"weight_fraction"_s);
        QCOMPARE(kindOf(u"key_length > 56 bit"_s), u"key_length"_s);
        QCOMPARE(kindOf(u"sample_rate > 1.3 GHz"_s), u"sample_rate"_s);
        QCOMPARE(kindOf(u"mass > 5 g"_s), u"mass"_s);
        QCOMPARE(kindOf(u"acceleration > 5 g"_s), u"acceleration"_s);
        QCOMPARE(kindOf(u"length / time^2 > 5 g"_s), u"acceleration"_s);
        QCOMPARE(kindOf(u"ratio > 0.5"_s), u"ratio"_s);
        QCOMPARE(kindOf(u"count > 1000"_s), u"count"_s);
        const ConditionPtr reversed = clearway::samples::parsed(u"5 g < acceleration"_s, m_vocabulary);
        QVERIFY(reversed);
        QCOMPARE(compared(reversed).left->kind, u"acceleration"_s);
    }

    void satisfiesEachSign()
    {
        for (const int order : {-1, 0, 1}) {
            QCOMPARE(satisfies(order, Comparison::Less), order < 0);
            QCOMPARE(satisfies(order, Comparison::LessOrEqual), order <= 0);
            QCOMPARE(satisfies(order, Comparison::Equal), order == 0);
            QCOMPARE(satisfies(order, Comparison::NotEqual), order != 0);
            QCOMPARE(satisfies(order, Comparison::GreaterOrEqual), order >= 0);
            QCOMPARE(satisfies(order, Comparison::Greater), order > 0);
        }
    }
};

QTEST_GUILESS_MAIN(ArithmeticTest)
#include "arithmetic_test.moc"
