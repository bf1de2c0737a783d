// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class UnitsTest : public QObject {
    Q_OBJECT

    const Units m_units = clearway::samples::units();

    Quantity value(const QString &text, const QString &kind) const
    {
        const auto parsed = m_units.parse(text, kind);
        if (!parsed)
            qFatal("%s: %s", qPrintable(text), qPrintable(parsed.error()));
        return *parsed;
    }

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("left");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("right");
        const auto row = [](const char *kind, const QString &left, int order, const QString &right) {
            QTest::addRow("%s %d %s", qPrintable(left), order, qPrintable(right))
                << QString::fromLatin1(kind) << left << order << right;
        };
        row("length", u"0.1 µm"_s, 0, u"100 nm"_s);
        row("length", u"0.1 \u03bcm"_s, 0, u"100 nm"_s);
        row("length", u"1 inch"_s, 0, u"25.4 mm"_s);
        row("temperature", u"-55 °C"_s, 0, u"218.15 K"_s);
        row("temperature", u"-55 °C"_s, 1, u"218 K"_s);
        row("temperature", u"32 °F"_s, 0, u"0 °C"_s);
        row("temperature", u"-40 °F"_s, 0, u"-40 °C"_s);
        row("pressure", u"760 torr"_s, 0, u"1 atm"_s);
        row("speed", u"36 km/h"_s, 0, u"10 m/s"_s);
        row("power", u"20 dBm"_s, 0, u"100 mW"_s);
        row("power", u"30 dBm"_s, 0, u"0 dBW"_s);
        row("power", u"30.1 dBm"_s, 1, u"0 dBW"_s);
        row("power", u"-70 dBm"_s, 0, u"0.1 nW"_s);
        row("power", u"24 dBm"_s, -1, u"251.188643150959 mW"_s);
        row("power", u"24 dBm"_s, 1, u"251.188643150958 mW"_s);
        row("power", u"24 dBm"_s, 1, u"251.188643150957 mW"_s);
        // 10^(12/5), cut after 60 digits, and one more in the last place
        row("power", u"24 dBm"_s, 1, u"251.18864315095801110850320677993273941585181007824754286798 mW"_s);
        row("power", u"24 dBm"_s, -1, u"251.18864315095801110850320677993273941585181007824754286799 mW"_s);
        row("power", u"20 dBm"_s, 1, u"99.999999999999999999999999999999999 mW"_s);
        row("power", u"20 dBm"_s, -1, u"100.000000000000000000000000000000001 mW"_s);
        row("power", u"20.00000000000000000000000000001 dBm"_s, 1, u"100 mW"_s);
        row("power", u"19.99999999999999999999999999999 dBm"_s, -1, u"100 mW"_s);
        row("power", u"20."_s + QString(120, u'0') + u"1 dBm"_s, 1, u"100 mW"_s);
        row("power", u"20."_s + QString(380, u'0') + u"1 dBm"_s, 1, u"100 mW"_s);
        row("power", u"3 dBm"_s, -1, u"2 mW"_s);
        row("power", u"-400 dBm"_s, 1, u"0 W"_s);
        row("power", u"-400 dBm"_s, 1, u"-3 W"_s);
        row("power", u"4000 dBm"_s, 0, u"1e397 W"_s);
        row("power", u"4000 dBm"_s, -1, u"1.0000000000000000000000000001e397 W"_s);
        row("power", u"-4000 dBm"_s, -1, u"1e-400 MW"_s);
        row("sound_pressure", u"120 dB re 1 µPa"_s, 0, u"1 Pa"_s);
        row("sound_pressure", u"94 dB re 20 µPa"_s, 1, u"120 dB re 1 µPa"_s);
        row("sound_pressure", u"93.97 dB re 20 µPa"_s, -1, u"1 Pa"_s);
    }
    void compares()
    {
        QFETCH(QString, kind);
        QFETCH(QString, left);
        QFETCH(int, order);
        QFETCH(QString, right);
        QCOMPARE(compare(value(left, kind), value(right, kind)), order);
        QCOMPARE(compare(value(right, kind), value(left, kind)), -order);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("base");
        const auto row = [](const QString &text, const char *kind, const char *base) {
            QTest::addRow("%s [%s]", kind, qPrintable(text))
                << text << QString::fromLatin1(kind) << QString::fromLatin1(base);
        };
        row(u"3 GHz"_s, "frequency", "3000000000");
        row(u"3GHz"_s, "frequency", "3000000000");
        row(u"  3   GHz "_s, "frequency", "3000000000");
        row(u"3\u00a0GHz"_s, "frequency", "3000000000");
        row(u"3\u202fGHz"_s, "frequency", "3000000000");
        row(u"3 GHz"_s, "sample_rate", "3000000000");
        row(u"2e9 Hz"_s, "frequency", "2000000000");
        row(u"2 x 10^9 Hz"_s, "frequency", "2000000000");
        row(u"1,300 MHz"_s, "frequency", "1300000000");
        row(u"2\u00d710\u2079 N/m\u00b2"_s, "pressure", "2000000000");
        row(u"2e9 N/m^2"_s, "pressure", "2000000000");
        row(u"5 cm²"_s, "area", "0.0005");
        row(u"5 cm^2"_s, "area", "0.0005");
        row(u"8 bit"_s, "bit_depth", "8");
        row(u"8 bits"_s, "key_length", "8");
        row(u"5 %"_s, "ratio", "0.05");
        row(u"5%"_s, "weight_fraction", "0.05");
        row(u"0.25"_s, "ratio", "0.25");
        row(u"1,024"_s, "count", "1024");
        row(u"1/4"_s, "ratio", "0.25");
        row(u"-55 °C"_s, "temperature", "218.15");
        row(u"-55 \u00baC"_s, "temperature", "218.15");
        row(u"1/3 m"_s, "length", "1/3");
        row(u"10 pT/√Hz"_s, "magnetic_noise", "0.01");
        row(u"120 dB  re 1 \u03bcPa"_s, "sound_pressure", "120");
        row(u"5 µm"_s, "", "0.000005");
        row(u"+5 m"_s, "length", "5");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(QString, base);
        const auto parsed = m_units.parse(text, kind);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        QCOMPARE(toText(parsed->value), base);
        QCOMPARE(parsed->written, text.trimmed());
        if (!kind.isEmpty())
            QCOMPARE(parsed->kind, kind);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QString &text, const char *kind, const QString &error) {
            QTest::addRow("%s", name) << text << QString::fromLatin1(kind) << error;
        };
        const QString frequency = u"; expected frequency as a number with a unit (Hz, kHz, MHz, GHz)."_s;
        row("empty", u""_s, "frequency", u"Nothing is entered"_s + frequency);
        row("spaces", u"  "_s, "frequency", u"Nothing is entered"_s + frequency);
        row("exponent", u"1e999 GHz"_s, "frequency", u"“1e999 GHz” is no number that can be read"_s + frequency);
        row("NaN", u"NaN"_s, "frequency", u"“NaN” is no number that can be read"_s + frequency);
        row("NaN with unit", u"NaN GHz"_s, "frequency", u"“NaN GHz” is no number that can be read"_s + frequency);
        row("infinity", u"inf"_s, "frequency", u"“inf” is no number that can be read"_s + frequency);
        row("two numbers", u"1 2 GHz"_s, "frequency", u"“1 2 GHz” is no number that can be read"_s + frequency);
        row("decimal comma", u"1,5 GHz"_s, "frequency", u"“1,5 GHz” is no number that can be read"_s + frequency);
        row("division by zero", u"1/0 GHz"_s, "frequency", u"“1/0 GHz” is no number that can be read"_s + frequency);
        row("no unit", u"3"_s, "frequency", u"“3” has no unit"_s + frequency);
        row("other kind", u"3 m"_s, "frequency", u"“3 m” is a value of another kind (length)"_s + frequency);
        row("mistyped unit", u"3 Ghz"_s, "frequency", u"“Ghz” is no known unit (did you mean “GHz”?)"_s + frequency);
        row("unknown unit", u"3 parsecs"_s, "frequency", u"“parsecs” is no known unit"_s + frequency);
        row("unit alone", u"GHz"_s, "frequency", u"“GHz” is no number that can be read"_s + frequency);
        row("right-to-left mark", u"\u200f3 GHz"_s, "frequency",
            u"The value contains an invisible character (U+200F): please type it again"_s + frequency);
        row("override", u"3\u202e1 GHz"_s, "frequency",
            u"The value contains an invisible character (U+202E): please type it again"_s + frequency);
        row("zero-width space", u"3\u200bGHz"_s, "frequency",
            u"The value contains an invisible character (U+200B): please type it again"_s + frequency);
        row("control", u"3\u0007GHz"_s, "frequency",
            u"The value contains an invisible character (U+0007): please type it again"_s + frequency);
        row("10 MB", QString(10'000'000, u'9'), "frequency",
            u"The text is too long for a value (10000000 characters)"_s + frequency);
        row("long text", QString(60, u'x'), "frequency",
            u"“"_s + QString(40, u'x') + u"…” is no number that can be read"_s + frequency);
        row("level without end", u"5000 dBm"_s, "power",
            u"“5000 dBm” is beyond every level that can be measured; expected power as a number with a unit "
            "(W, kW, mW, MW, nW, dBm)."_s);
        row("no unit, no kind", u"3"_s, "", u"“3” has no unit; expected a number and a unit, such as “3 GHz”."_s);
        row("ratio", u"3 GHz"_s, "ratio",
            u"“3 GHz” is a value of another kind (frequency); expected ratio as a number, or with a unit (%, ppm)."_s);
        row("count", u"3 GHz"_s, "count",
            u"“3 GHz” is a value of another kind (frequency); expected number as a number."_s);
        row("case matters", u"3 MM"_s, "length",
            u"“MM” is no known unit (did you mean “mm”?); expected length as a number with a unit "
            "(m, km, mm, µm, nm, inch)."_s);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(QString, error);
        const auto parsed = m_units.parse(text, kind);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error(), error);
    }

    void formats_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::addRow("exact") << u"0.1 µm"_s << u"length"_s << u"nm"_s << u"100 nm"_s;
        QTest::addRow("rounded") << u"1 psi"_s << u"pressure"_s << u"Pa"_s << u"6894.75729317 Pa"_s;
        QTest::addRow("offset") << u"218 K"_s << u"temperature"_s << u"°C"_s << u"-55.15 °C"_s;
        QTest::addRow("level as it is") << u"24 dBm"_s << u"power"_s << u"dBm"_s << u"24 dBm"_s;
        QTest::addRow("level in another") << u"24 dBm"_s << u"power"_s << u"dBW"_s << u"-6 dBW"_s;
        QTest::addRow("level in watts") << u"20 dBm"_s << u"power"_s << u"mW"_s << u"100 mW"_s;
        QTest::addRow("irrational") << u"24 dBm"_s << u"power"_s << u"mW"_s << u"251.188643151 mW"_s;
        QTest::addRow("watts as level") << u"100 mW"_s << u"power"_s << u"dBm"_s << u"20 dBm"_s;
        QTest::addRow("no level of nothing") << u"0 W"_s << u"power"_s << u"dBm"_s << u"0 W"_s;
        QTest::addRow("number") << u"25 %"_s << u"ratio"_s << u"1"_s << u"0.25"_s;
        QTest::addRow("percent") << u"0.25"_s << u"ratio"_s << u"%"_s << u"25 %"_s;
        QTest::addRow("as written") << u"0.1 µm"_s << u"length"_s << QString() << u"0.1 µm"_s;
        QTest::addRow("unknown unit") << u"0.1 µm"_s << u"length"_s << u"GHz"_s << u"0.1 µm"_s;
    }
    void formats()
    {
        QFETCH(QString, value);
        QFETCH(QString, kind);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QCOMPARE(m_units.format(this->value(value, kind), unit), text);
    }

    void formatsInTheBaseUnitWhatWasNotWritten()
    {
        Quantity power;
        power.kind = u"power"_s;
        power.value = 5;
        QCOMPARE(m_units.format(power), u"5 W"_s);
        Quantity level = value(u"24 dBm"_s, u"power"_s);
        level.written.clear();
        QCOMPARE(m_units.format(level), u"24 dBm"_s);
    }

    void refusesWhatIsTaken()
    {
        Units units;
        QVERIFY(units.add(UnitKind{u"length"_s, u"length"_s, u"m"_s, {{u"length"_s, 1}}}));
        QVERIFY(!units.add(UnitKind{u"length"_s, u"again"_s, u"m"_s, {}}));
        Unit metre;
        metre.name = u"m"_s;
        metre.kind = u"length"_s;
        QVERIFY(units.add(metre));
        QVERIFY(!units.add(metre));
        Unit other;
        other.name = u"metre"_s;
        other.aliases = {u"m"_s};
        other.kind = u"length"_s;
        QVERIFY(!units.add(other));
        QVERIFY(!units.unit(u"metre"));
        other.kind = u"specific_modulus"_s;
        QVERIFY(units.add(other));
        QCOMPARE(units.unit(u"m")->kind, u"length"_s);
        QCOMPARE(units.unit(u"m", u"specific_modulus"_s)->name, u"metre"_s);
        QCOMPARE(units.unitsSpelled(u"m").size(), 2);
        Unit nothing;
        nothing.name = u"none"_s;
        nothing.kind = u"length"_s;
        nothing.factor = 0;
        QVERIFY(!units.add(nothing));
        Unit twice; // Greek mu and micro sign are one spelling, which a unit may list twice
        twice.name = u"\u00b5m"_s;
        twice.aliases = {u"\u03bcm"_s};
        twice.kind = u"length"_s;
        QVERIFY(units.add(twice));
    }

    void dropsExponentsOfZero()
    {
        Units units;
        QVERIFY(units.add(UnitKind{u"count"_s, u"number"_s, u"1"_s, {{u"count"_s, 0}}}));
        QVERIFY(units.kind(u"count"_s)->dimension.isEmpty());
    }

    void levelsAsLinearValues()
    {
        const auto exact = linearValue(value(u"20 dBm"_s, u"power"_s));
        QVERIFY(exact && exact->exact);
        QCOMPARE(exact->value, Rational(1, 10));
        const auto rounded = linearValue(value(u"24 dBm"_s, u"power"_s));
        QVERIFY(rounded && !rounded->exact);
        const Rational fifth = power(rounded->value * 1000, 5);
        QVERIFY(abs(fifth - powerOfTen(12)) / powerOfTen(12) < powerOfTen(-58));
        const auto negative = linearValue(value(u"-24 dBm"_s, u"power"_s));
        QVERIFY(abs(power(negative->value * 1000, 5) - powerOfTen(-12)) * powerOfTen(12) < powerOfTen(-58));
    }
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
