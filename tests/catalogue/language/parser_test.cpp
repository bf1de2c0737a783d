// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class ParserTest : public QObject {
    Q_OBJECT

    const clearway::samples::SampleVocabulary m_vocabulary;

private Q_SLOTS:
    /// Every construct of the grammar: how it is written, and the canonical form, which gives the same condition.
    void constructs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical"); // empty: as written
        const auto same = [](const QString &text) { QTest::addRow("%s", qPrintable(text)) << text << QString(); };
        const auto row = [](const QString &text, const QString &canonical) {
            QTest::addRow("%s", qPrintable(text)) << text << canonical;
        };
        same(u"true"_s);
        same(u"false"_s);
        same(u"gives_access"_s);
        same(u"meets.5A001.b.4"_s);
        same(u"public_domain"_s);
        same(u"\"5A001.b.4\""_s);
        same(u"not gives_access"_s);
        same(u"not not gives_access"_s);
        same(u"gives_access and public_domain and true"_s);
        same(u"gives_access or public_domain or true"_s);
        same(u"gives_access and public_domain or true"_s);
        same(u"gives_access and (public_domain or true)"_s);
        same(u"gives_access and (public_domain and true)"_s);
        same(u"(gives_access or public_domain) or true"_s);
        same(u"not (gives_access and public_domain)"_s);
        same(u"not gives_access and public_domain"_s);
        row(u"all(gives_access, public_domain)"_s, u"gives_access and public_domain"_s);
        row(u"any(gives_access, public_domain, true)"_s, u"gives_access or public_domain or true"_s);
        same(u"all(gives_access)"_s);
        same(u"any(gives_access)"_s);
        row(u"all(gives_access or true, any(true, false))"_s, u"(gives_access or true) and (true or false)"_s);
        row(u"((gives_access))"_s, u"gives_access"_s);
        row(u"  gives_access\n and\n\ttrue "_s, u"gives_access and true"_s);

        same(u"origin is own"_s);
        same(u"origin is not own"_s);
        row(u"not origin is own"_s, u"origin is not own"_s);
        same(u"origin is any of (own, third_party)"_s);
        same(u"origin is not any of (own, third_party)"_s);
        same(u"origin is any"_s);
        same(u"medium has speech"_s);
        same(u"medium has not speech"_s);
        same(u"medium has any of (speech, email)"_s);
        same(u"medium has not any of (speech, email)"_s);
        same(u"medium has all of (speech, email)"_s);
        same(u"medium has only"_s);
        same(u"medium is only speech"_s);
        same(u"medium is not only speech"_s);
        row(u"medium is only (speech)"_s, u"medium is only speech"_s);
        same(u"medium is only (speech, email)"_s);

        same(u"place is AU"_s);
        same(u"place is not NO"_s);
        same(u"place is any of (AU, NZ)"_s);
        same(u"place is not any of (AU, NZ)"_s);
        same(u"place in group sanctioned"_s);
        same(u"not place in group sanctioned"_s);

        same(u"listed_as within \"5A001\""_s);
        row(u"listed_as within (\"5A001\")"_s, u"listed_as within \"5A001\""_s);
        same(u"listed_as within (\"5A001\", \"ML10.a\")"_s);
        same(u"listed_as in part 1"_s);
        same(u"listed_as in category 5P1"_s);
        same(u"listed_as in category 5"_s);
        same(u"listed_as in category ML"_s);
        row(u"listed_as in category \"5P1\""_s, u"listed_as in category 5P1"_s);
        same(u"listed_as in group E"_s);
        same(u"listed_as in sensitive_list"_s);
        same(u"listed_as in very_sensitive_list"_s);
        same(u"listed_as is empty"_s);
        same(u"not listed_as is empty"_s);

        same(u"conduct_date >= 2025-03-01"_s);
        same(u"conduct_date = 2024-02-29"_s);
        row(u"conduct_date<2025-03-01"_s, u"conduct_date < 2025-03-01"_s);

        same(u"sample_rate > 1.3 GSPS"_s);
        row(u"sample_rate > 1.30 GHz"_s, u"sample_rate > 1.3 GSPS"_s);
        row(u"sample_rate > 1.3e9 samples/s"_s, u"sample_rate > 1300000000 samples/s"_s);
        row(u"length >= 5 um"_s, u"length >= 5 µm"_s);
        row(u"length >= 5 metres"_s, u"length >= 5 m"_s);
        same(u"temperature < -55 °C"_s);
        same(u"power != -10 dBW"_s);
        same(u"sound_pressure > 120 dB re 1 µPa"_s);
        same(u"ratio = 0.5"_s);
        same(u"ratio = 50 %"_s);
        same(u"5 m < length"_s);
        same(u"pressure >= 2000000000 N/m²"_s);
        row(u"pressure >= 2e9 N/m^2"_s, u"pressure >= 2000000000 N/m²"_s);
        same(u"area > 5 cm²"_s);
        same(u"magnetic_noise < 10 pT/√Hz"_s);
        row(u"frequency in [31.8 GHz, 57 GHz)"_s, u"frequency >= 31.8 GHz and frequency < 57 GHz"_s);
        row(u"frequency in (31.8 GHz, 57 GHz]"_s, u"frequency > 31.8 GHz and frequency <= 57 GHz"_s);
        row(u"frequency not in [1 GHz, 2 GHz]"_s, u"not (frequency >= 1 GHz and frequency <= 2 GHz)"_s);
        row(u"2 * frequency in [1 GHz, 2 GHz]"_s, u"2 * frequency >= 1 GHz and 2 * frequency <= 2 GHz"_s);
        row(u"gives_access and frequency in [1 GHz, 2 GHz]"_s,
            u"gives_access and (frequency >= 1 GHz and frequency <= 2 GHz)"_s);

        same(u"other_frequency >= 2 * frequency"_s);
        same(u"length + other_length - 3 m > 5 m"_s);
        same(u"length - (other_length - 3 m) > 5 m"_s);
        same(u"length - (other_length + 3 m) > 5 m"_s);
        same(u"(length + other_length) + 3 m > 5 m"_s);
        row(u"(length) + other_length > 5 m"_s, u"length + other_length > 5 m"_s);
        row(u"(length - other_length) + 3 m > 5 m"_s, u"length - other_length + 3 m > 5 m"_s);
        same(u"length * other_length / area > 2"_s);
        same(u"length / (other_length / 2) > 2"_s);
        same(u"(length / other_length) / 2 > 2"_s);
        same(u"(length + other_length) * 2 > 2 m"_s);
        same(u"length^2 > 4 m²"_s);
        same(u"length^-2 * area > 4"_s);
        same(u"(length + 1 m)^2 > 4 m²"_s);
        same(u"(3 m)^2 < area"_s);
        same(u"(length^2)^2 / area > 1 m²"_s);
        same(u"10^3 < count"_s);
        same(u"sqrt(area) > 2 m"_s);
        same(u"root(3, length^3) > 2 m"_s);
        row(u"root(2, area) > 2 m"_s, u"sqrt(area) > 2 m"_s);
        same(u"sqrt(area)^2 > 2 m²"_s);
        same(u"min(length, other_length, 3 m) > 2 m"_s);
        same(u"max(length, 2 * other_length) > 2 m"_s);
        same(u"power > table erp_limit(frequency)"_s);
        same(u"power > 2 * table erp_limit(frequency + 1 GHz)"_s);
        same(u"length - -3 m > 2 m"_s);
        row(u"length -3 m > 2 m"_s, u"length - 3 m > 2 m"_s);
        row(u"(2 * frequency > 1 GHz)"_s, u"2 * frequency > 1 GHz"_s);

        same(u"at some point (point_frequency > 1 GHz)"_s);
        row(u"at\nsome point(point_frequency > 1 GHz and point_power >= 20 dBm)"_s,
            u"at some point (point_frequency > 1 GHz and point_power >= 20 dBm)"_s);
        same(u"not at some point (point_frequency > 1 GHz or gives_access)"_s);
    }
    void constructs()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const ConditionPtr condition = clearway::samples::parsed(text, m_vocabulary);
        QVERIFY(condition);
        const QString printed = toText(*condition);
        QCOMPARE(printed, canonical.isEmpty() ? text : canonical);
        const ConditionPtr again = clearway::samples::parsed(printed, m_vocabulary);
        QVERIFY(again);
        QVERIFY(equal(*condition, *again));
    }

    void differentConditionsAreNotEqual_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const auto row = [](const QString &left, const QString &right) {
            QTest::addRow("%s / %s", qPrintable(left), qPrintable(right)) << left << right;
        };
        row(u"true"_s, u"false"_s);
        row(u"gives_access"_s, u"public_domain"_s);
        row(u"gives_access and true"_s, u"gives_access or true"_s);
        row(u"gives_access and true"_s, u"true and gives_access"_s);
        row(u"gives_access and true"_s, u"gives_access and true and true"_s);
        row(u"origin is own"_s, u"origin is third_party"_s);
        row(u"medium has any of (speech, email)"_s, u"medium has all of (speech, email)"_s);
        row(u"medium has speech"_s, u"medium is only speech"_s);
        row(u"place is AU"_s, u"place is NZ"_s);
        row(u"place in group sanctioned"_s, u"place in group foreign_country_list"_s);
        row(u"conduct_date > 2025-03-01"_s, u"conduct_date > 2025-03-02"_s);
        row(u"conduct_date > 2025-03-01"_s, u"conduct_date >= 2025-03-01"_s);
        row(u"length > 1 m"_s, u"length > 1 mm"_s);
        row(u"length > 1 m"_s, u"length < 1 m"_s);
        row(u"length > 1 m"_s, u"other_length > 1 m"_s);
        row(u"power > 20 dBm"_s, u"power > 100 mW"_s);
        row(u"sqrt(area) > 1 m"_s, u"length > 1 m"_s);
        row(u"min(length, 1 m) > 1 m"_s, u"max(length, 1 m) > 1 m"_s);
        row(u"listed_as in part 1"_s, u"listed_as in part 2"_s);
        row(u"listed_as within \"5A001\""_s, u"listed_as within \"5A001.b\""_s);
        row(u"\"5A001\""_s, u"\"5A001.b\""_s);
        row(u"not true"_s, u"true"_s);
        row(u"all(true)"_s, u"true"_s);
    }
    void differentConditionsAreNotEqual()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const ConditionPtr a = clearway::samples::parsed(left, m_vocabulary);
        const ConditionPtr b = clearway::samples::parsed(right, m_vocabulary);
        QVERIFY(a && b);
        QVERIFY(!equal(*a, *b));
        QVERIFY(equal(*a, *a));
    }

    void equalInOtherUnits()
    {
        const ConditionPtr a = clearway::samples::parsed(u"length > 0.1 µm"_s, m_vocabulary);
        const ConditionPtr b = clearway::samples::parsed(u"length > 100 nm"_s, m_vocabulary);
        QVERIFY(equal(*a, *b));
    }

    void keepsThePlaceOfEachCondition()
    {
        const QString text = u"gives_access\nand length > 1 m\n  or not public_domain"_s;
        const auto result = parseCondition(text, m_vocabulary, {u"5a1.yaml"_s, 40, 9}, 8);
        QVERIFY(result);
        const auto &any = std::get<Condition::Any>((*result)->node);
        const Condition &all = *any.of[0];
        const Condition &length = *std::get<Condition::All>(all.node).of[1];
        const Condition &negated = *any.of[1];
        QCOMPARE((*result)->line, 40);
        QCOMPARE((*result)->column, 9);
        QCOMPARE(length.line, 41);
        QCOMPARE(length.column, 13);
        QCOMPARE(negated.line, 42);
        QCOMPARE(negated.column, 14);
        QCOMPARE(std::get<Condition::Not>(negated.node).of->column, 18);
    }

    void choicesOfSeveralAreMarked()
    {
        const ConditionPtr several = clearway::samples::parsed(u"medium has speech"_s, m_vocabulary);
        QVERIFY(std::get<Condition::Picks>(several->node).several);
        const ConditionPtr one = clearway::samples::parsed(u"origin is own"_s, m_vocabulary);
        QVERIFY(!std::get<Condition::Picks>(one->node).several);
    }

    void namesFactsAndReferencesInOrder()
    {
        const ConditionPtr condition = clearway::samples::parsed(
            u"place is AU and (public_domain or \"5A001\" and not \"5A001.b\") and length * other_length > area "
            "and min(power, table erp_limit(frequency)) > 1 W and at some point (point_power > 1 W) "
            "and length > 1 m and conduct_date > 2020-01-01 and listed_as is empty and medium has speech "
            "and fundamental_research and public_domain and sqrt(other_area) > 1 m"_s,
            m_vocabulary);
        QVERIFY(condition);
        const QStringList facts{u"place"_s,     u"length"_s,    u"other_length"_s, u"area"_s,
                                u"power"_s,     u"frequency"_s, u"point_power"_s,  u"conduct_date"_s,
                                u"listed_as"_s, u"medium"_s,    u"other_area"_s};
        QCOMPARE(factsOf(*condition), facts);
        const References references = referencesOf(*condition);
        QCOMPARE(references.rules, (QStringList{u"public_domain"_s, u"fundamental_research"_s}));
        QCOMPARE(references.entries, (QStringList{u"5A001"_s, u"5A001.b"_s}));
    }

    void longListsAreRead()
    {
        QStringList parts;
        for (int i = 0; i < 5000; ++i)
            parts.append(u"gives_access"_s);
        const ConditionPtr condition = clearway::samples::parsed(parts.join(u" or "_s), m_vocabulary);
        QVERIFY(condition);
        QCOMPARE(std::get<Condition::Any>(condition->node).of.size(), std::size_t(5000));
    }

    void nestingUpToTheLimitIsRead()
    {
        const QString text = QString(150, u'(') + u"gives_access"_s + QString(150, u')');
        QVERIFY(clearway::samples::parsed(text, m_vocabulary));
    }
};

QTEST_GUILESS_MAIN(ParserTest)
#include "parser_test.moc"
