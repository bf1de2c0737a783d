// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/textquantities.h"

#include "../reasoning/reasoningtesting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::classification;

/// Quantities in running text, as people write them.
class TextQuantitiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void placesAreThoseOfTheText();
    void hostile_data();
    void hostile();
    void longTextIsReadInProportion();

private:
    /// "3 GSPS=3e9 sample_rate" for each, with the reading of the kind that is asked for, or of the first.
    static QString shown(const TextQuantity &found)
    {
        QStringList readings;
        for (const language::Quantity &reading : found.readings)
            readings << language::toText(reading.value) + u' ' + reading.kind;
        const QString counted = found.counted.isEmpty() ? QString() : u" of "_s + found.counted;
        return found.written + counted + u" = "_s + readings.join(u" | "_s);
    }
    const language::Units &m_units = testing::catalogue().units;
};

void TextQuantitiesTest::found_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("written");
    QTest::addColumn<QString>("reading"); // of the first: value in the base unit, and kind
    const auto row = [](const char *name, const QString &text, const QStringList &written,
                        const QString &reading = {}) { QTest::newRow(name) << text << written << reading; };
    row("none", u"A study of migration in 19th-century ports"_s, {});
    row("number alone", u"We interviewed 412 nurses in 3 hospitals."_s, {});
    row("plain", u"sampled at 3 GHz"_s, {u"3 GHz"_s}, u"3000000000 frequency"_s);
    row("no space", u"a 2.5GHz clock"_s, {u"2.5GHz"_s}, u"2500000000 frequency"_s);
    row("hyphen", u"a 14-bit converter"_s, {u"14-bit"_s});
    row("sample rate", u"14-bit ADC at 3 GSPS"_s, {u"14-bit"_s, u"3 GSPS"_s});
    row("micro sign", u"at 1.55 µm"_s, {u"1.55 µm"_s}, u"0.00000155 length"_s);
    row("greek mu", u"at 1.55 μm"_s, {u"1.55 μm"_s}, u"0.00000155 length"_s);
    row("raised power", u"down to 10⁻³ torr"_s, {u"10⁻³ torr"_s});
    row("caret", u"down to 10^-3 torr"_s, {u"10^-3 torr"_s});
    row("times ten", u"a flux of 2 × 10^5 N"_s, {u"2 × 10^5 N"_s}, u"200000 force"_s);
    row("exponent", u"1e-3 m apart"_s, {u"1e-3 m"_s}, u"0.001 length"_s);
    row("thousands", u"rated at 4,000 A"_s, {u"4,000 A"_s}, u"4000 current"_s);
    row("thin space", u"spun at 60\u2009000 rpm"_s, {u"60\u2009000 rpm"_s});
    row("range", u"tunable from 1–10 GHz"_s, {u"1 GHz"_s, u"10 GHz"_s}, u"1000000000 frequency"_s);
    row("range in words", u"between 2 and 18 GHz"_s, {u"2 GHz"_s, u"18 GHz"_s}, u"2000000000 frequency"_s);
    row("negative", u"from -40 to 55 °C"_s, {u"-40 °C"_s, u"55 °C"_s});
    row("axes in words", u"a five-axis mill, 4 µm positioning"_s, {u"five-axis"_s, u"4 µm"_s}, u"5 count"_s);
    row("axes in digits", u"a 5-axis mill"_s, {u"5-axis"_s}, u"5 count"_s);
    row("names with numbers", u"the C-130 and SHA-256 and IEEE 802.11"_s, {});
    row("length of a key", u"encrypted with AES-256"_s, {u"AES-256"_s});
    row("length of a key, joined", u"(AES128)"_s, {u"AES128"_s});
    row("no length of a key", u"AES-2560, AESTHETIC-256, AES-256b"_s, {});
    row("decimal comma is not read", u"1,5 mm thick"_s, {});
    row("no inches of \"in\"", u"2 in 3 patients"_s, {});
    row("end of text", u"3"_s, {});
    row("level", u"an output of 30 dBm"_s, {u"30 dBm"_s});
    row("in brackets", u"(range: 500 km)"_s, {u"500 km"_s}, u"500000 length"_s);
    row("before a full stop", u"It flew 300 km."_s, {u"300 km"_s}, u"300000 length"_s);
}

void TextQuantitiesTest::found()
{
    QFETCH(QString, text);
    QFETCH(QStringList, written);
    QFETCH(QString, reading);
    const QList<TextQuantity> all = quantitiesIn(text, m_units);
    QStringList have;
    QStringList words;
    for (const TextQuantity &one : all) {
        have << one.written;
        words << shown(one);
    }
    QVERIFY2(have == written, qPrintable(words.join(u'\n')));
    if (!reading.isEmpty())
        QVERIFY2(words.value(0).section(u" = "_s, 1).split(u" | "_s).contains(reading), qPrintable(words.value(0)));
}

void TextQuantitiesTest::placesAreThoseOfTheText()
{
    const QString text = u"Zwölf µm: 14-bit ADC at 3 GSPS, five-axis, 1–10 GHz"_s;
    const QList<TextQuantity> all = quantitiesIn(text, m_units);
    QCOMPARE(all.size(), 5);
    qsizetype end = 0;
    for (const TextQuantity &one : all) {
        QVERIFY(one.from >= end);
        end = one.from + one.length;
        QVERIFY(end <= text.size());
        QVERIFY(one.written.startsWith(text.sliced(one.from, 1)));
    }
    QCOMPARE(text.sliced(all[1].from, all[1].length), u"3 GSPS"_s);
    QCOMPARE(all[2].counted, u"axis"_s);
}

void TextQuantitiesTest::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("beyond numbers") << u"1e999 GHz"_s;
    QTest::newRow("many digits") << QString(5000, u'9') + u" GHz"_s;
    QTest::newRow("control characters") << u"3\u0000 G\u0007Hz \u202e5 km\u202c"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + u"5 km"_s + QChar(0xde00);
    QTest::newRow("right to left") << u"تردد 3 GHz في النطاق"_s;
    QTest::newRow("only signs") << u"--- −−− 10^ 10⁻ × 10^( 1e 1e-"_s;
    QTest::newRow("level beyond all") << u"99999 dBm"_s;
}

void TextQuantitiesTest::hostile()
{
    QFETCH(QString, text);
    for (const TextQuantity &one : quantitiesIn(text, m_units)) {
        QVERIFY(!one.readings.isEmpty());
        QVERIFY(one.from >= 0 && one.from + one.length <= text.size());
    }
}

// Of twice the text it takes about twice the time; a text as long as a book is read.
void TextQuantitiesTest::longTextIsReadInProportion()
{
    const QString line =
        u"A 14-bit ADC at 3 GSPS, between 2 and 18 GHz, with 10⁻³ torr and numbers 1 2 3 4 5 of no use.\n"_s;
    QCOMPARE(quantitiesIn(line.repeated(5000), m_units).size(), 5 * 5000);
    QVERIFY(quantitiesIn(QString(1000000, u'1'), m_units).isEmpty());
    QVERIFY(quantitiesIn(u"1 "_s.repeated(300000), m_units).isEmpty());
}

QTEST_GUILESS_MAIN(TextQuantitiesTest)
#include "textquantities_test.moc"
