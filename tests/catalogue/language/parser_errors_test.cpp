// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class ParserErrorsTest : public QObject {
    Q_OBJECT

    const clearway::samples::SampleVocabulary m_vocabulary;

    QStringList errorsOf(const QString &text) const
    {
        const auto result = parseCondition(text, m_vocabulary, {u"f"_s, 1, 1});
        QStringList errors;
        if (!result) {
            for (const SourceError &error : result.error())
                errors.append(error.toText());
        }
        return errors;
    }

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("errors"); // without the file
        const auto row = [](const QString &text, const QStringList &errors) {
            QTest::addRow("%s", qPrintable(text)) << text << errors;
        };
        // syntax
        row(u""_s, {u"1:1: the condition ends here; expected a condition or a value"_s});
        row(u"gives_access and"_s, {u"1:17: the condition ends here; expected a condition or a value"_s});
        row(u"or gives_access"_s, {u"1:1: unexpected “or”; expected a condition or a value"_s});
        row(u"(gives_access"_s, {u"1:14: the condition ends here; expected “)”"_s});
        row(u"gives_access)"_s, {u"1:13: unexpected “)”; expected “and”, “or” or the end of the condition"_s});
        row(u"gives_access public_domain"_s,
            {u"1:14: unexpected “public_domain”; expected “and”, “or” or the end of the condition"_s});
        row(u"()"_s, {u"1:2: unexpected “)”; expected a condition or a value"_s});
        row(u"all(gives_access,)"_s, {u"1:18: unexpected “)”; expected a condition or a value"_s});
        row(u"length > "_s, {u"1:10: the condition ends here; expected a condition or a value"_s});
        row(u"length >= > 3 m"_s, {u"1:11: unexpected “>”; expected a condition or a value"_s});
        row(u"1 m < length < 2 m"_s,
            {u"1:14: unexpected “<”; expected one comparison; a range is written “in [from, to]”"_s});
        row(u"length in 3 m"_s, {u"1:11: unexpected “3 m”; expected a comparison, such as “length > …”, "
                                 "or “length in […, …]”"_s});
        row(u"2 * length in 3 m"_s, {u"1:15: unexpected “3 m”; expected a range such as “[1 GHz, 2 GHz)”"_s});
        row(u"length in [1 m; 2 m]"_s,
            {u"1:15: the character “;” has no meaning here; expected a name, a number or an operator"_s});
        row(u"length in [1 m, 2 m"_s,
            {u"1:20: the condition ends here; expected “]” or “)” at the end of the range"_s});
        row(u"length in [1 m]"_s, {u"1:15: unexpected “]”; expected “,”"_s});
        row(u"length in [2 m, 1 m]"_s, {u"1:12: nothing lies in this range; expected the lower limit first"_s});
        row(u"\"5A001"_s, {u"1:1: the text in quotes does not end; expected a closing \" on the same line"_s});
        row(u"'5A001' and lenght > 3 m"_s,
            {u"1:1: single quotes are not used in conditions; expected \"5A001\""_s,
             u"1:13: unknown name “lenght”; expected a fact or a rule; did you mean “length”?"_s});
        row(u"'5A001"_s, {u"1:1: single quotes are not used in conditions; expected \"5A001\""_s});
        row(u"gives_access # yes"_s,
            {u"1:14: the character “#” has no meaning here; expected no comment inside a condition"_s});
        row(u"length ≥ 3 m"_s, {u"1:8: “≥” is not used in conditions; expected >="_s});
        row(u"length == 3 m"_s, {u"1:8: “==” is no operator; expected ="_s});
        row(u"gives_access \u200f"_s,
            {u"1:14: the character U+200F has no meaning here; expected a name, a number or an operator"_s});
        row(u"at some point gives_access"_s, {u"1:15: unexpected “gives_access”; expected “(”"_s});
        // numbers and units
        row(u"length > 1e999 m"_s, {u"1:10: the number is too long or its exponent too large; "
                                    "expected at most 400 digits and an exponent within ±400"_s});
        row(u"length > 3 parsecs"_s, {u"1:12: unknown unit “parsecs”; expected a unit of the catalogue"_s});
        row(u"frequency > 3 Ghz"_s,
            {u"1:15: unknown unit “Ghz”; expected a unit of the catalogue; did you mean “GHz”?"_s});
        row(u"length > 3m"_s, {u"1:11: there is no space between the number and its unit; expected “3 m”"_s});
        row(u"length > 3"_s,
            {u"1:10: the number 3 has no unit; expected length as a number with a unit (m, km, mm, µm, nm, inch)"_s});
        row(u"length > 3 s"_s,
            {u"1:10: “3 s” is a time; expected length as a number with a unit (m, km, mm, µm, nm, inch)"_s});
        row(u"3 s < length"_s,
            {u"1:1: “3 s” is a time; expected length as a number with a unit (m, km, mm, µm, nm, inch)"_s});
        row(u"sample_rate > 3 Hz"_s, {u"1:15: “3 Hz” is a frequency; expected sample rate as a number with a unit "
                                      "(samples/s, MSPS, GSPS)"_s});
        row(u"frequency > sample_rate"_s, {u"1:13: “sample_rate” is a sample rate; expected a frequency"_s});
        row(u"bit_depth > key_length"_s, {u"1:13: “key_length” is a key length; expected a resolution"_s});
        row(u"length + time > 3 m"_s, {u"1:10: “time” is a time; expected a length"_s});
        row(u"length * time > 3 m"_s, {u"1:17: “3 m” is a length; expected length · time"_s});
        row(u"length > area / time"_s, {u"1:10: “area / time” is length^2 · time^-1; expected a length"_s});
        row(u"length * other_length > 4"_s, {u"1:25: “4” is a pure number; expected length^2"_s});
        row(u"min(length, time) > 3 m"_s, {u"1:13: “time” is a time; expected a length"_s});
        row(u"frequency in [1 GHz, 2 m]"_s,
            {u"1:22: “2 m” is a length; expected frequency as a number with a unit (Hz, kHz, MHz, GHz)"_s});
        row(u"2 * power > 20 dBm"_s, {u"1:13: “dBm” is a level and cannot be computed with; "
                                      "expected a linear unit, or one fact, number or table on each side"_s});
        row(u"power + 20 dBm > 1 W"_s, {u"1:9: “dBm” is a level and cannot be computed with; "
                                        "expected a linear unit, or one fact, number or table on each side"_s});
        row(u"temperature - 5 °C > 3 K"_s,
            {u"1:15: “°C” has a zero of its own and cannot be computed with; expected the unit K"_s});
        row(u"power > 5000 dBm"_s,
            {u"1:9: the level is beyond every one that can be measured; expected a level within ±4000 dB"_s});
        // powers, roots, tables
        row(u"length^9 > 1 m"_s, {u"1:8: unexpected “9”; expected a whole number from 1 to 8"_s});
        row(u"length^0 > 1"_s, {u"1:8: unexpected “0”; expected a whole number from 1 to 8"_s});
        row(u"length^0.5 > 1 m"_s, {u"1:8: unexpected “0.5”; expected a whole number from 1 to 8"_s});
        row(u"area > 3 m^4"_s, {u"1:11: it is not clear what is raised to the power; "
                                "expected brackets around the number, such as “(3 m)^2”"_s});
        row(u"count > -3^2"_s, {u"1:11: it is not clear what is raised to the power; "
                                "expected brackets around the number, such as “(3 m)^2”"_s});
        row(u"root(9, area) > 1 m"_s, {u"1:6: unexpected “9”; expected a whole number from 2 to 8"_s});
        row(u"root(1, area) > 1 m"_s, {u"1:6: unexpected “1”; expected a whole number from 2 to 8"_s});
        row(u"sqrt(length) > 1 m"_s,
            {u"1:1: root 2 of a length has no unit; expected a formula whose dimension is a power of 2"_s});
        row(u"(((count^8)^8)^8)^8 > 1"_s,
            {u"1:1: the formula multiplies too many numbers; expected a formula of a degree up to 64"_s});
        row(u"power > table erp_limits(frequency)"_s,
            {u"1:15: unknown table “erp_limits”; expected a table; did you mean “erp_limit”?"_s});
        row(u"power > table erp_limit(length)"_s, {u"1:25: “length” is a length; expected a frequency"_s});
        row(u"length > table erp_limit(frequency)"_s,
            {u"1:10: “table erp_limit(frequency)” is a power; expected a length"_s});
        // names
        row(u"give_access"_s,
            {u"1:1: unknown name “give_access”; expected a fact or a rule; did you mean “gives_access”?"_s});
        row(u"something_else"_s, {u"1:1: unknown name “something_else”; expected a fact or a rule"_s});
        row(u"unknwn is any of (a, b) and gives_access"_s,
            {u"1:1: unknown name “unknwn”; expected a fact or a rule"_s});
        row(u"lenght > 3 m"_s, {u"1:1: unknown name “lenght”; expected a fact or a rule; did you mean “length”?"_s});
        row(u"\"5A01\""_s, {u"1:1: unknown entry \"5A01\"; expected a code of the list; did you mean “5A001”?"_s});
        row(u"listed_as within (\"5A001\", \"5X001\")"_s,
            {u"1:28: unknown entry \"5X001\"; expected a code of the list; did you mean “5A001”?"_s});
        row(u"listed_as within 5A001"_s, {u"1:19: unknown unit “A001”; expected a unit of the catalogue"_s});
        row(u"origin is ours"_s, {u"1:11: “origin” has no choice “ours”; expected one of own, third_party, any"_s});
        row(u"origin is any of (own, third_prty)"_s, {u"1:24: “origin” has no choice “third_prty”; expected one of "
                                                      "own, third_party, any; did you mean “third_party”?"_s});
        row(u"medium has any of (speech, speech)"_s,
            {u"1:28: “speech” stands twice in this list; expected each choice once"_s});
        row(u"place is XX"_s,
            {u"1:10: unknown country “XX”; expected a country's code of two capital letters, such as AU"_s});
        row(u"place in group sanctionned"_s,
            {u"1:16: unknown country group “sanctionned”; expected a country group; did you mean “sanctioned”?"_s});
        row(u"place is any of (AU, 5)"_s, {u"1:22: unexpected “5”; expected the code of a country, such as AU"_s});
        row(u"listed_as in part 3"_s, {u"1:19: the list has no part “3”; expected 1 or 2"_s});
        row(u"listed_as in group F"_s, {u"1:20: the list has no group “F”; expected A, B, C, D or E"_s});
        // kinds of facts
        row(u"length"_s, {u"1:1: “length” alone is no condition; expected a comparison, such as “length > …”, or "
                          "“length in […, …]”"_s});
        row(u"not medium"_s, {u"1:5: “medium” alone is no condition; expected “medium has …”, “medium has any of (…)”, "
                              "“medium has all of (…)” or “medium is only …”"_s});
        row(u"gives_access is own"_s,
            {u"1:14: “gives_access” is not used this way; expected “gives_access” or “not gives_access”"_s});
        row(u"gives_access > 3 m"_s,
            {u"1:1: “gives_access” is no quantity; expected “gives_access” or “not gives_access”"_s});
        row(u"medium is speech"_s, {u"1:8: “medium” is not used this way; expected “medium has …”, "
                                    "“medium has any of (…)”, “medium has all of (…)” or “medium is only …”"_s});
        row(u"origin has own"_s,
            {u"1:8: “origin” is not used this way; expected “origin is …” or “origin is any of (…)”"_s});
        row(u"origin is only own"_s,
            {u"1:8: “origin” is not used this way; expected “origin is …” or “origin is any of (…)”"_s});
        row(u"place within \"5A001\""_s, {u"1:7: “place” is not used this way; expected “place is …”, "
                                          "“place is any of (…)” or “place in group …”"_s});
        row(u"listed_as is own"_s, {u"1:11: “listed_as” is not used this way; expected “listed_as within …”, "
                                    "“listed_as in part …” or “listed_as is empty”"_s});
        row(u"conduct_date > 3 s"_s,
            {u"1:16: “conduct_date” is compared with a date; expected a date such as 2025-03-01"_s});
        row(u"conduct_date > 2025-02-30"_s,
            {u"1:16: 2025-02-30 is no day of the calendar; expected a date such as 2025-03-01"_s});
        row(u"length > 2025-02-03"_s, {u"1:10: a date stands only on the right of a comparison with a fact; "
                                       "expected a fact that is a date, then the date"_s});
        row(u"3 m"_s,
            {u"1:1: this is a value, not a condition; expected a comparison, such as “resolution >= 8 bit”"_s});
        row(u"length > (gives_access and true)"_s, {u"1:10: this is a condition, not a value; expected a quantity"_s});
        row(u"point_frequency > 3 GHz"_s, {u"1:1: “point_frequency” is a fact of an operating point; "
                                           "expected “at some point (…)” around the condition"_s});
        row(u"at some point (length > 3 m)"_s, {u"1:1: nothing in these brackets is a fact of an operating point; "
                                                "expected at least one fact of scope point"_s});
        row(u"at some point (at some point (point_power > 3 W))"_s,
            {u"1:16: “at some point” stands inside another one; expected one “at some point” around both"_s});
        // several at once, each at its place
        row(u"lenght > 3 m and place is XX\n or origin is ours and time > 3 m"_s,
            {u"1:1: unknown name “lenght”; expected a fact or a rule; did you mean “length”?"_s,
             u"1:27: unknown country “XX”; expected a country's code of two capital letters, such as AU"_s,
             u"2:15: “origin” has no choice “ours”; expected one of own, third_party, any"_s,
             u"2:31: “3 m” is a length; expected time as a number with a unit (s, ms, ps, min)"_s});
        row(u"length > ) and place is XX"_s,
            {u"1:10: unexpected “)”; expected a condition or a value"_s,
             u"1:25: unknown country “XX”; expected a country's code of two capital letters, such as AU"_s});
        // columns count characters: a letter beyond the basic plane is one
        row(u"\U0001d400 or lenght > 3 m"_s,
            {u"1:1: the character “\U0001d400” has no meaning here; expected a name, a number or an operator"_s,
             u"1:6: unknown name “lenght”; expected a fact or a rule; did you mean “length”?"_s});
    }
    void errors()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, errors);
        QStringList expected;
        for (const QString &error : errors)
            expected.append(u"f:"_s + error);
        QCOMPARE(errorsOf(text), expected);
    }

    void placesInABlockOfSeveralLines()
    {
        // the first line begins at column 13 of line 7; the block is indented by twelve
        const auto result =
            parseCondition(u"gives_access\n  and lenght > 3 m"_s, m_vocabulary, {u"a.yaml"_s, 7, 13}, 12);
        QVERIFY(!result);
        QCOMPARE(result.error().size(), 1);
        QCOMPARE(result.error().first().at, (SourcePosition{u"a.yaml"_s, 8, 19}));
    }

    void deepNestingIsRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addRow("10,000 brackets") << QString(QString(10'000, u'(') + u"gives_access"_s + QString(10'000, u')'))
                                         << 201;
        QTest::addRow("open brackets only") << QString(10'000, u'(') << 201;
        QTest::addRow("not") << QString(u"not "_s.repeated(10'000) + u"gives_access"_s) << 801;
        QTest::addRow("functions") << QString(u"sqrt("_s.repeated(10'000) + u"area"_s) << 1001;
        QTest::addRow("all") << QString(u"all("_s.repeated(10'000) + u"gives_access"_s) << 801;
    }
    void deepNestingIsRefusedAtOnce()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        const QStringList errors = errorsOf(text);
        QVERIFY(!errors.isEmpty());
        QCOMPARE(errors.first(),
                 u"f:1:%1: the condition is nested too deeply; expected at most 200 levels of brackets"_s.arg(column));
        QCOMPARE(errors.size(), 1);
    }

    void longInputIsRefusedAtOnce()
    {
        QCOMPARE(errorsOf(QString(10'000'000, u'(')),
                 QStringList{u"f:1:1: the condition is too long; expected at most 100000 characters"_s});
        const QString sum = u"length"_s + u" + length"_s.repeated(5000) + u" > 1 m"_s;
        QCOMPARE(errorsOf(sum).size(), 1);
        QVERIFY(errorsOf(sum).first().contains(u"the formula has too many operands"_s));
    }

    void everyPrefixOfAConditionIsReadOrRefused()
    {
        const QString whole =
            u"at some point (point_frequency in [1 GHz, 2 GHz) or not point_power > -3 dBm) and place "
            "is any of (AU, NZ) and medium has all of (speech, email) and listed_as within (\"5A001\") "
            "and root(3, length^3) / 2 >= min(1 m, 3 mm) and conduct_date <= 2025-03-01"_s;
        QVERIFY(errorsOf(whole).isEmpty());
        for (qsizetype length = 0; length < whole.size(); ++length) {
            errorsOf(whole.first(length));
            QString without = whole;
            errorsOf(without.remove(length, 1));
        }
    }
};

QTEST_GUILESS_MAIN(ParserErrorsTest)
#include "parser_errors_test.moc"
