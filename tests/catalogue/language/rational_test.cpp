// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/rational.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class RationalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const QString &text, const char *canonical) {
            QTest::addRow("%s", qPrintable(text)) << text << QString::fromLatin1(canonical);
        };
        row(u"0"_s, "0");
        row(u"-0"_s, "0");
        row(u"1.3"_s, "1.3");
        row(u"1.30"_s, "1.3");
        row(u"007"_s, "7");
        row(u"0.1"_s, "0.1");
        row(u"0089.50"_s, "89.5");
        row(u"1,300"_s, "1300");
        row(u"1,300,000.5"_s, "1300000.5");
        row(u"-80"_s, "-80");
        row(u"\u221280"_s, "-80");
        row(u"+5"_s, "5");
        row(u"2e9"_s, "2000000000");
        row(u"2E+9"_s, "2000000000");
        row(u"2.5e-3"_s, "0.0025");
        row(u"2 x 10^9"_s, "2000000000");
        row(u"2x10^9"_s, "2000000000");
        row(u"2 \u00d7 10\u2079"_s, "2000000000");
        row(u"5 x 10^-3"_s, "0.005");
        row(u"10^-3"_s, "0.001");
        row(u"10\u207b\u00b3"_s, "0.001");
        row(u"10^0"_s, "1");
        row(u"3/8"_s, "0.375");
        row(u"1/3"_s, "1/3");
        row(u"-2/6"_s, "-1/3");
        row(u"101325/760"_s, "20265/152");
        row(u"1e-3/3600"_s, "1/3600000");
        row(u" 12 "_s, "12");
        row(u"1e30"_s, "1e30");
        row(u"1.5e-30"_s, "1.5e-30");
        row(u"1e400"_s, "1e400");
        row(u"1e-400"_s, "1e-400");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto value = parseRational(text);
        QVERIFY(value);
        QCOMPARE(toText(*value), canonical);
        QCOMPARE(parseRational(canonical), value);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{
            u""_s,
            u" "_s,
            u"-"_s,
            u"."_s,
            u".5"_s,
            u"5."_s,
            u"abc"_s,
            u"NaN"_s,
            u"inf"_s,
            u"1e"_s,
            u"1e401"_s,
            u"1e-401"_s,
            u"1e99999999999999999999"_s,
            u"1e999"_s,
            u"10^500"_s,
            u"2 x 10"_s,
            u"2 x 9^3"_s,
            u"2^3"_s,
            u"1 300"_s,
            u"1,30"_s,
            u"1,3000"_s,
            u"0,500"_s,
            u"1300,000"_s,
            u"1,,000"_s,
            u"1.2.3"_s,
            u"--1"_s,
            u"1/0"_s,
            u"1/2/3"_s,
            u"/2"_s,
            u"1/"_s,
            u"3 GHz"_s,
            u"1.3 x"_s,
            u"0x10"_s,
            u"1_000"_s,
            u"\u0663"_s,
            u"\u200f5"_s,
            u"5\u200e"_s,
            u"1e2e3"_s,
            u"10^"_s,
            u"10\u207b"_s,
            u"2e3 x 10^9"_s,
        };
        for (const QString &text : texts)
            QTest::addRow("[%s]", qPrintable(text)) << text;
        QTest::addRow("401 digits") << QString(401, u'1');
        QTest::addRow("10 million digits") << QString(10'000'000, u'1');
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseRational(text));
    }

    void printsWhatItReadsBack()
    {
        QRandomGenerator random(20250301);
        for (int i = 0; i < 3000; ++i) {
            const Rational value =
                Rational(qint64(random.generate64() >> (1 + random.bounded(60))) - (qint64(1) << random.bounded(20)))
                * powerOfTen(random.bounded(-40, 40)) / (random.bounded(3) == 0 ? 1 + random.bounded(1000) : 1);
            const QString text = toText(value);
            QCOMPARE(parseRational(text), std::optional(value));
        }
    }

    void rounds_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("rounded");
        QTest::addRow("third") << u"1/3"_s << 5 << u"0.33333"_s;
        QTest::addRow("two thirds") << u"2/3"_s << 5 << u"0.66667"_s;
        QTest::addRow("negative") << u"-2/3"_s << 2 << u"-0.67"_s;
        QTest::addRow("up to the next power") << u"9999/1000"_s << 3 << u"10"_s;
        QTest::addRow("large") << u"123456789/7"_s << 3 << u"17600000"_s;
        QTest::addRow("half goes up") << u"0.125"_s << 2 << u"0.13"_s;
        QTest::addRow("nothing to round") << u"12.5"_s << 12 << u"12.5"_s;
        QTest::addRow("zero") << u"0"_s << 3 << u"0"_s;
    }
    void rounds()
    {
        QFETCH(QString, value);
        QFETCH(int, digits);
        QFETCH(QString, rounded);
        QCOMPARE(toRoundedText(*parseRational(value), digits), rounded);
    }

    void rootsOfPerfectPowersAreExact()
    {
        const auto third = root(Rational(8, 27), 3);
        QVERIFY(third && third->exact);
        QCOMPARE(third->value, Rational(2, 3));
        const auto negative = root(Rational(-32), 5);
        QVERIFY(negative && negative->exact);
        QCOMPARE(negative->value, Rational(-2));
        QCOMPARE(root(Rational(0), 2)->value, Rational(0));
        QVERIFY(!root(Rational(-4), 2));
    }

    void otherRootsHaveSixtyDigits()
    {
        for (const char *text : {"2", "1e-50", "3e80", "7/3", "1e-399"}) {
            for (unsigned degree = 2; degree <= 8; ++degree) {
                const Rational value = *parseRational(QString::fromLatin1(text));
                const auto result = root(value, degree);
                QVERIFY(result);
                if (result->exact)
                    continue;
                const Rational error = abs(power(result->value, int(degree)) - value) / value;
                QVERIFY2(error < powerOfTen(-58), text);
            }
        }
    }

    void powers()
    {
        QCOMPARE(power(Rational(2, 3), 3), Rational(8, 27));
        QCOMPARE(power(Rational(2, 3), -2), Rational(9, 4));
        QCOMPARE(power(Rational(-2), -3), Rational(-1, 8));
        QCOMPARE(powerOfTen(-3), Rational(1, 1000));
    }
};

QTEST_GUILESS_MAIN(RationalTest)
#include "rational_test.moc"
