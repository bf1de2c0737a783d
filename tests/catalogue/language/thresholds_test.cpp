// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

/// Answers below, at and above a limit, in other units and decimal forms: right at the limit itself.
class ThresholdsTest : public QObject {
    Q_OBJECT

    const clearway::samples::SampleVocabulary m_vocabulary;

    static void row(const char *kind, const QString &limit, const QString &value, bool expected)
    {
        QTest::addRow("%s: %s, limit %s", kind, qPrintable(value), qPrintable(limit))
            << QString::fromLatin1(kind) << limit << value << expected;
    }

    /// The same value in other forms against all six comparisons with one limit.
    static void aroundLimit(const char *kind, const QString &limit, const QStringList &below, const QStringList &at,
                            const QStringList &above)
    {
        for (const QString &value : below) {
            row(kind, u"< "_s + limit, value, true);
            row(kind, u">= "_s + limit, value, false);
            row(kind, u"= "_s + limit, value, false);
        }
        for (const QString &value : at) {
            row(kind, u"> "_s + limit, value, false);
            row(kind, u">= "_s + limit, value, true);
            row(kind, u"<= "_s + limit, value, true);
            row(kind, u"< "_s + limit, value, false);
            row(kind, u"= "_s + limit, value, true);
            row(kind, u"!= "_s + limit, value, false);
        }
        for (const QString &value : above) {
            row(kind, u"> "_s + limit, value, true);
            row(kind, u"<= "_s + limit, value, false);
            row(kind, u"!= "_s + limit, value, true);
        }
    }

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("expected");

        aroundLimit("sample_rate", u"1.3 GSPS"_s, {u"1.2999999999999999999 GSPS"_s, u"1299 MSPS"_s, u"0 samples/s"_s},
                    {u"1.3 GHz"_s, u"1.30 GSPS"_s, u"1300 MSPS"_s, u"1,300 MSPS"_s, u"1.3e9 samples/s"_s,
                     u"13 x 10^8 samples/s"_s},
                    {u"1.3000000000000000001 GSPS"_s, u"1,301 MSPS"_s, u"3 GHz"_s});
        aroundLimit("length", u"100 nm"_s, {u"0.0999999 µm"_s, u"99.9 nm"_s},
                    {u"0.1 µm"_s, u"1e-7 m"_s, u"0.0001 mm"_s}, {u"0.1000001 um"_s, u"100.1 nm"_s});
        aroundLimit("length", u"1 inch"_s, {u"25.3999 mm"_s}, {u"25.4 mm"_s, u"0.0254 m"_s}, {u"25.4001 mm"_s});
        aroundLimit("temperature", u"218 K"_s, {u"-56 °C"_s, u"-55.15000001 °C"_s}, {u"-55.15 °C"_s, u"218.0 K"_s},
                    {u"-55 °C"_s, u"-55.1499 °C"_s});
        aroundLimit("temperature", u"-54 °C"_s, {u"219 K"_s}, {u"219.15 K"_s, u"-65.2 °F"_s}, {u"219.16 K"_s});
        aroundLimit("power", u"20 dBm"_s, {u"99.999 mW"_s, u"19.9 dBm"_s, u"-10.01 dBW"_s},
                    {u"100 mW"_s, u"0.1 W"_s, u"-10 dBW"_s, u"20.0 dBm"_s}, {u"100.001 mW"_s, u"20.001 dBm"_s});
        aroundLimit("power", u"24 dBm"_s, {u"251.188643150958 mW"_s, u"0.25 W"_s}, {u"24.00 dBm"_s, u"-6 dBW"_s},
                    {u"251.188643150959 mW"_s, u"0.2512 W"_s});
        aroundLimit("power", u"1 kW"_s, {u"999.999 W"_s, u"59.999 dBm"_s}, {u"1000 W"_s, u"60 dBm"_s, u"0.001 MW"_s},
                    {u"1000.001 W"_s, u"30.001 dBW"_s});
        aroundLimit("pressure", u"2e9 N/m²"_s, {u"1.999 GPa"_s}, {u"2 GPa"_s, u"2,000 MPa"_s, u"2×10⁹ N/m²"_s},
                    {u"2.001 GPa"_s, u"300,000 psi"_s});
        aroundLimit("ratio", u"5 %"_s, {u"0.0499"_s, u"49,999 ppm"_s}, {u"0.05"_s, u"1/20"_s, u"50,000 ppm"_s},
                    {u"0.0501"_s, u"5.01%"_s});
        aroundLimit("key_length", u"56 bit"_s, {u"55 bits"_s}, {u"56 bit"_s}, {u"57 bit"_s, u"128 bits"_s});
        aroundLimit("count", u"1000"_s, {u"999"_s}, {u"1,000"_s, u"1e3"_s, u"10^3"_s}, {u"1,001"_s});
        aroundLimit("data_rate", u"700 bit/s"_s, {u"0.6999 kbit/s"_s, u"87 byte/s"_s},
                    {u"0.7 kbit/s"_s, u"87.5 byte/s"_s}, {u"0.701 kbit/s"_s});
        aroundLimit("speed", u"10 m/s"_s, {u"35.999 km/h"_s, u"19 knots"_s}, {u"36 km/h"_s}, {u"20 knots"_s});

        row("frequency", u"in [31.8 GHz, 57 GHz)"_s, u"31.7999 GHz"_s, false);
        row("frequency", u"in [31.8 GHz, 57 GHz)"_s, u"31,800 MHz"_s, true);
        row("frequency", u"in [31.8 GHz, 57 GHz)"_s, u"56.9999 GHz"_s, true);
        row("frequency", u"in [31.8 GHz, 57 GHz)"_s, u"57 GHz"_s, false);
        row("frequency", u"in (31.8 GHz, 57 GHz]"_s, u"31.8 GHz"_s, false);
        row("frequency", u"in (31.8 GHz, 57 GHz]"_s, u"5.7e10 Hz"_s, true);
        row("frequency", u"not in [31.8 GHz, 57 GHz]"_s, u"57 GHz"_s, false);
        row("frequency", u"not in [31.8 GHz, 57 GHz]"_s, u"57.1 GHz"_s, true);
    }
    void holds()
    {
        QFETCH(QString, kind);
        QFETCH(QString, limit);
        QFETCH(QString, value);
        QFETCH(bool, expected);
        const ConditionPtr condition = clearway::samples::parsed(kind + u' ' + limit, m_vocabulary);
        QVERIFY(condition);
        const auto quantity = m_vocabulary.units().parse(value, kind);
        QVERIFY2(quantity, quantity ? "" : qPrintable(quantity.error()));
        QCOMPARE(evaluated(*condition, {{kind, *quantity}}), expected);
    }

private:
    bool evaluated(const Condition &condition, const QHash<QString, Quantity> &values) const
    {
        if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
            return std::all_of(all->of.begin(), all->of.end(),
                               [&](const ConditionPtr &part) { return evaluated(*part, values); });
        }
        if (const auto *negated = std::get_if<Condition::Not>(&condition.node))
            return !evaluated(*negated->of, values);
        const auto result = clearway::language::holds(std::get<Condition::Compared>(condition.node),
                                                      clearway::samples::lookupIn(values), m_vocabulary.tables());
        return result.value();
    }
};

QTEST_GUILESS_MAIN(ThresholdsTest)
#include "thresholds_test.moc"
