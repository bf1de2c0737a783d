// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/worksheet.h"

#include "model/classification/worksheetwords.h"

#include "reasoningtesting.h"
#include "worksheettesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using classification::Worksheet;
using classification::WorksheetRow;
using reasoning::Truth;
using Kind = WorksheetRow::Kind;
using State = WorksheetRow::State;

namespace {

const QByteArray oneCriterion = R"(  "3A001":
    title: Converters
    when: )";

QString stateName(State state)
{
    static const QStringList names{u"met"_s, u"missed"_s, u"open"_s, u"idle"_s};
    return names[static_cast<int>(state)];
}

/// "position 3A001 open / criterion met …" : a line a row, for comparing whole sheets.
void print(const WorksheetRow &row, int depth, QStringList &lines)
{
    static const QStringList kinds{u"position"_s, u"note"_s,     u"rule"_s,  u"all"_s,       u"any"_s,
                                   u"at some"_s,  u"at every"_s, u"point"_s, u"criterion"_s, u"input"_s};
    QString what = row.kind == Kind::Position ? row.code : row.kind == Kind::Criterion ? row.condition : row.title;
    lines << QString(depth * 2, u' ') + kinds[static_cast<int>(row.kind)] + u' ' + what + u": "_s + stateName(row.state)
                 + (row.matters ? QString() : u" (aside)"_s);
    for (const WorksheetRow &child : row.children)
        print(child, depth + 1, lines);
}

QStringList printed(const Worksheet &sheet)
{
    QStringList lines;
    for (const WorksheetRow &row : sheet.rows)
        print(row, 0, lines);
    return lines;
}

void collectPositions(const WorksheetRow &row, QList<const WorksheetRow *> &positions)
{
    if (row.kind == Kind::Position && !row.above)
        positions << &row;
    for (const WorksheetRow &child : row.children)
        collectPositions(child, positions);
}

} // namespace

class WorksheetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void criteria_data();
    void criteria();
    void whole_data();
    void whole();
    void sources();
    void essenceOfALongOne();
    void belongingToARecord();
    void realPositions_data();
    void realPositions();
    void everySheetOfTheCatalogue();
};

void WorksheetTest::criteria_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("required");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &when, const QByteArray &answers, const QString &state,
                        const QString &required, const QString &value, const QString &margin,
                        const QString &reason = {}) {
        QTest::newRow(name) << when << answers << state << required << value << margin << reason;
    };
    const QByteArray above = "item.sample_rate > 1.3 GSPS";
    row("not answered", above, "", u"open"_s, u"above 1.3 GSPS"_s, {}, {});
    row("not sure", above, R"("sample_rate": "unsure")", u"open"_s, u"above 1.3 GSPS"_s, u"not sure"_s, {});
    row("below", above, R"("sample_rate": "1 GSPS")", u"missed"_s, u"above 1.3 GSPS"_s, u"1 GSPS"_s,
        u"0.3 GSPS below the limit (by 23.1 %)"_s, u"sample rate 1 GSPS is not above 1.3 GSPS"_s);
    row("at the limit, above asked for", above, R"("sample_rate": "1.3 GSPS")", u"missed"_s, u"above 1.3 GSPS"_s,
        u"1.3 GSPS"_s, u"exactly at the limit"_s, u"sample rate 1.3 GSPS is not above 1.3 GSPS"_s);
    row("at the limit in another unit", above, R"("sample_rate": "1300000000 SPS")", u"missed"_s, u"above 1.3 GSPS"_s,
        u"1300000000 SPS"_s, u"exactly at the limit"_s);
    row("at the limit, at least asked for", "item.sample_rate >= 1.3 GSPS", R"("sample_rate": "1.3 GSPS")", u"met"_s,
        u"at least 1.3 GSPS"_s, u"1.3 GSPS"_s, u"exactly at the limit"_s);
    row("just above", above, R"("sample_rate": "1.300000001 GSPS")", u"met"_s, u"above 1.3 GSPS"_s,
        u"1.300000001 GSPS"_s, u"0.000000001 GSPS above the limit"_s);
    row("far above", above, R"("sample_rate": "13 GSPS")", u"met"_s, u"above 1.3 GSPS"_s, u"13 GSPS"_s,
        u"11.7 GSPS above the limit (10 times the limit)"_s);
    row("rounded", "item.sample_rate < 3 GSPS", R"("sample_rate": "2.3333333333333 GSPS")", u"met"_s, u"below 3 GSPS"_s,
        u"2.3333333333333 GSPS"_s, u"≈ 0.6667 GSPS below the limit (by 22.2 %)"_s);
    row("the limit first", "1.3 GSPS < item.sample_rate", R"("sample_rate": "1 GSPS")", u"missed"_s,
        u"above 1.3 GSPS"_s, u"1 GSPS"_s, u"0.3 GSPS below the limit (by 23.1 %)"_s);
    row("not, carried down", "not item.sample_rate > 1.3 GSPS", R"("sample_rate": "2 GSPS")", u"missed"_s,
        u"at most 1.3 GSPS"_s, u"2 GSPS"_s, u"0.7 GSPS above the limit (by 53.8 %)"_s,
        u"sample rate 2 GSPS is not at most 1.3 GSPS"_s);
    row("levels", "item.power > 24 dBm", R"("power": "21 dBm")", u"missed"_s, u"above 24 dBm"_s, u"21 dBm"_s,
        u"3 dB below the limit (by 49.9 %)"_s);
    row("watts against a level", "item.power > 20 dBm", R"("power": "1 W")", u"met"_s, u"above 20 dBm"_s, u"1 W"_s,
        u"≈ 10 dB above the limit (10 times the limit)"_s);
    row("watts at a level", "item.power > 20 dBm", R"("power": "100 mW")", u"missed"_s, u"above 20 dBm"_s, u"100 mW"_s,
        u"exactly at the limit"_s);
    row("a level against watts", "item.power > 1 W", R"("power": "20 dBm")", u"missed"_s, u"above 1 W"_s, u"20 dBm"_s,
        u"0.9 W below the limit (0.1 times the limit)"_s);
    row("a scale with an offset", "item.heat <= -55 °C", R"("heat": "-50 °C")", u"missed"_s, u"at most -55 °C"_s,
        u"-50 °C"_s, u"5 °C above the limit"_s, u"heat -50 °C is not at most -55 °C"_s);
    row("kelvin at degrees", "item.heat <= -55 °C", R"("heat": "218.15 K")", u"met"_s, u"at most -55 °C"_s,
        u"218.15 K"_s, u"exactly at the limit"_s);
    row("percent", "item.load > 50 %", R"("load": "55 %")", u"met"_s, u"above 50 %"_s, u"55 %"_s,
        u"5 % above the limit (1.1 times the limit)"_s);
    row("a limit of zero", "item.load > 0 %", R"("load": "5 %")", u"met"_s, u"above 0 %"_s, u"5 %"_s,
        u"5 % above the limit"_s);
    row("yes", "item.sealed", R"("sealed": "no")", u"missed"_s, u"yes"_s, u"no"_s, {},
        u"“What of item.sealed?” is answered no, and asked for is yes"_s);
    row("not yes", "not item.sealed", R"("sealed": "no")", u"met"_s, u"no"_s, u"no"_s, {});
    row("a choice", "item.use is space", R"("use": "home")", u"missed"_s, u"In space"_s, u"At home"_s, {},
        u"“What of item.use?” is answered At home, and asked for is In space"_s);
    row("a formula", "item.delay * item.power < 10 pJ", R"("delay": "2 ns", "power": "4 mW")", u"met"_s,
        u"below 10 pJ"_s, u"8 pJ"_s, u"2 pJ below the limit (by 20 %)"_s);
    row("a formula at its limit", "item.delay * item.power < 8 pJ", R"("delay": "2 ns", "power": "4 mW")", u"missed"_s,
        u"below 8 pJ"_s, u"8 pJ"_s, u"exactly at the limit"_s, u"delay × power 8 pJ is not below 8 pJ"_s);
    row("a formula half known", "item.delay * item.power < 8 pJ", R"("delay": "2 ns")", u"open"_s, u"below 8 pJ"_s, {},
        {});
    row("a limit that is worked out", "item.power <= 633 mW / 10", R"("power": "70 mW")", u"missed"_s,
        u"at most 63.3 mW"_s, u"70 mW"_s, u"6.7 mW above the limit (by 10.6 %)"_s);
    row("a table", "item.power > table most_power(item.sample_rate)", R"("power": "11 dBm", "sample_rate": "1 GSPS")",
        u"missed"_s, u"above table most_power(sample rate) = 20 dBm"_s, u"11 dBm"_s,
        u"9 dB below the limit (0.1259 times the limit)"_s,
        u"power 11 dBm is not above table most_power(sample rate) = 20 dBm"_s);
    row("a table's next row", "item.power > table most_power(item.sample_rate)",
        R"("power": "11 dBm", "sample_rate": "1.1 GSPS")", u"met"_s, u"above table most_power(sample rate) = 10 dBm"_s,
        u"11 dBm"_s, u"1 dB above the limit (by 25.9 %)"_s);
    row("beyond a table", "item.power > table most_power(item.sample_rate)",
        R"("power": "11 dBm", "sample_rate": "11 GSPS")", u"open"_s, u"above table most_power(sample rate)"_s,
        u"11 dBm"_s, {});
}

void WorksheetTest::criteria()
{
    QFETCH(const QByteArray, when);
    QFETCH(const QByteArray, answers);
    QFETCH(const QString, reason);
    const language::RuleBook rules = testing::worksheetRules(oneCriterion + '\'' + when + "'\n");
    const Worksheet sheet = testing::sheetOf(rules, u"3A001"_s, testing::itemAnswers(rules, answers));
    QCOMPARE(sheet.rows.size(), 1);
    QCOMPARE(sheet.rows.first().children.size(), 1);
    const WorksheetRow &row = sheet.rows.first().children.first();
    QCOMPARE(row.kind, Kind::Criterion);
    QTEST(stateName(row.state), "state");
    QTEST(classification::requiredInWords(row), "required");
    QTEST(classification::valueInWords(row), "value");
    QTEST(classification::marginInWords(row), "margin");
    if (!reason.isEmpty())
        QCOMPARE(classification::reasonToReject(sheet), reason);
    QCOMPARE(classification::reasonToReject(sheet).isEmpty(), row.state != State::Missed);
    QCOMPARE(sheet.truth, row.truth);
}

void WorksheetTest::whole_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QStringList>("expected");
    const QByteArray tree = R"(  "3A001":
    title: Converters
    when: item.sealed
    not_if:
      - title: Toys
        when: item.toy and item.use is home
    any:
      a:
        title: Fast
        when: item.sample_rate > 1.3 GSPS and (item.shock or item.use is space)
      b:
        title: Strong
        when: item.power > 1 W
)";
    QTest::newRow("nothing answered") << tree << u"3A001"_s << QByteArray()
                                      << QStringList{u"position 3A001: open"_s,
                                                     u"  criterion item.sealed: open"_s,
                                                     u"  note Toys: open"_s,
                                                     u"    criterion item.toy: open"_s,
                                                     u"    criterion item.use is home: open"_s,
                                                     u"  position 3A001.a: open"_s,
                                                     u"    criterion item.sample_rate > 1.3 GSPS: open"_s,
                                                     u"    any Any of these: open"_s,
                                                     u"      criterion item.shock: open"_s,
                                                     u"      criterion item.use is space: open"_s,
                                                     u"  position 3A001.b: open"_s,
                                                     u"    criterion item.power > 1 W: open"_s};
    QTest::newRow("out by its own criterion")
        << tree << u"3A001"_s << QByteArray(R"("sealed": "no", "power": "2 W")")
        << QStringList{u"position 3A001: missed"_s,
                       u"  criterion item.sealed: missed"_s,
                       u"  note Toys: idle (aside)"_s,
                       u"    criterion item.toy: idle (aside)"_s,
                       u"    criterion item.use is home: idle (aside)"_s,
                       u"  position 3A001.a: missed (aside)"_s,
                       u"    criterion item.sample_rate > 1.3 GSPS: idle (aside)"_s,
                       u"    any Any of these: idle (aside)"_s,
                       u"      criterion item.shock: idle (aside)"_s,
                       u"      criterion item.use is space: idle (aside)"_s,
                       u"  position 3A001.b: missed (aside)"_s,
                       u"    criterion item.power > 1 W: met (aside)"_s};
    QTest::newRow("one is enough, the other stays open")
        << tree << u"3A001"_s << QByteArray(R"("sealed": "yes", "toy": "no", "power": "2 W", "shock": "yes")")
        << QStringList{u"position 3A001: met"_s,
                       u"  criterion item.sealed: met"_s,
                       u"  note Toys: missed"_s,
                       u"    criterion item.toy: missed"_s,
                       u"    criterion item.use is home: idle (aside)"_s,
                       u"  position 3A001.a: open"_s,
                       u"    criterion item.sample_rate > 1.3 GSPS: open"_s,
                       u"    any Any of these: met"_s,
                       u"      criterion item.shock: met"_s,
                       u"      criterion item.use is space: idle (aside)"_s,
                       u"  position 3A001.b: met"_s,
                       u"    criterion item.power > 1 W: met"_s};
    QTest::newRow("taken out by a note") << tree << u"3A001"_s
                                         << QByteArray(
                                                R"("sealed": "yes", "toy": "yes", "use": "home", "power": "2 W")")
                                         << QStringList{u"position 3A001: missed"_s,
                                                        u"  criterion item.sealed: met (aside)"_s,
                                                        u"  note Toys: met"_s,
                                                        u"    criterion item.toy: met"_s,
                                                        u"    criterion item.use is home: met"_s,
                                                        u"  position 3A001.a: missed (aside)"_s,
                                                        u"    criterion item.sample_rate > 1.3 GSPS: idle (aside)"_s,
                                                        u"    any Any of these: idle (aside)"_s,
                                                        u"      criterion item.shock: idle (aside)"_s,
                                                        u"      criterion item.use is space: missed (aside)"_s,
                                                        u"  position 3A001.b: missed (aside)"_s,
                                                        u"    criterion item.power > 1 W: met (aside)"_s};
    QTest::newRow("with what stands above") << tree << u"3A001.b"_s << QByteArray(R"("power": "2 W")")
                                            << QStringList{u"position 3A001: open"_s,
                                                           u"  criterion item.sealed: open"_s,
                                                           u"  note Toys: open"_s,
                                                           u"    criterion item.toy: open"_s,
                                                           u"    criterion item.use is home: open"_s,
                                                           u"position 3A001.b: open"_s,
                                                           u"  criterion item.power > 1 W: met"_s};
    const QByteArray points = R"(  "3A001":
    title: Converters
    when: at some point (point_rate > 1 GSPS and point_power > 1 W)
)";
    QTest::newRow("no operating point yet")
        << points << u"3A001"_s << QByteArray()
        << QStringList{u"position 3A001: open"_s, u"  at some At some operating point: open"_s,
                       u"    criterion point_rate > 1 GSPS: open"_s, u"    criterion point_power > 1 W: open"_s};
    QTest::newRow("one operating point") << points << u"3A001"_s
                                         << QByteArray(R"("points": [{"point_rate": "2 GSPS", "point_power": "1 W"}])")
                                         << QStringList{u"position 3A001: missed"_s,
                                                        u"  at some At some operating point: missed"_s,
                                                        u"    criterion point_rate > 1 GSPS: met (aside)"_s,
                                                        u"    criterion point_power > 1 W: missed"_s};
    QTest::newRow("two operating points")
        << points << u"3A001"_s
        << QByteArray(R"("points": [{"point_rate": "2 GSPS", "point_power": "1 W"}, {"point_rate": "2 GSPS"}])")
        << QStringList{u"position 3A001: open"_s,
                       u"  at some At some operating point: open"_s,
                       u"    point Operating point 1: missed"_s,
                       u"      criterion point_rate > 1 GSPS: met (aside)"_s,
                       u"      criterion point_power > 1 W: missed"_s,
                       u"    point Operating point 2: open"_s,
                       u"      criterion point_rate > 1 GSPS: met"_s,
                       u"      criterion point_power > 1 W: open"_s};
    QTest::newRow("rules and what they stand for")
        << QByteArray("  \"3A001\":\n    title: Converters\n    when: not rugged and guessed\n") << u"3A001"_s
        << QByteArray(R"("shock": "yes", "sealed": "no")")
        << QStringList{u"position 3A001: open"_s,
                       u"  rule Built for rough use: met"_s,
                       u"    any Any of these: met"_s,
                       u"      criterion not item.sealed: met"_s,
                       u"      criterion not item.shock: missed (aside)"_s,
                       u"  rule Guessed: open"_s,
                       u"    criterion item.shock: met"_s};
    QTest::newRow("a formula and what goes into it")
        << QByteArray("  \"3A001\":\n    title: Converters\n    when: item.delay * item.power < 8 pJ\n") << u"3A001"_s
        << QByteArray(R"("delay": "2 ns")")
        << QStringList{u"position 3A001: open"_s, u"  criterion item.delay * item.power < 8 pJ: open"_s,
                       u"    input What of item.delay?: met"_s, u"    input What of item.power?: open"_s};
}

void WorksheetTest::whole()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const QString, code);
    QFETCH(const QByteArray, answers);
    const language::RuleBook rules = testing::worksheetRules(entries);
    const Worksheet sheet = testing::sheetOf(rules, code, testing::itemAnswers(rules, answers));
    QTEST(printed(sheet), "expected");
}

void WorksheetTest::sources()
{
    const language::RuleBook rules = testing::worksheetRules(oneCriterion + "item.sample_rate > 1.3 GSPS\n");
    const Worksheet sheet = testing::sheetOf(
        rules, u"3A001"_s,
        testing::itemAnswers(
            rules,
            R"("sample_rate": {"value": "1 GSPS", "source": "data sheet 3", "note": "typical", "said_by": "Kim"})"));
    const WorksheetRow &row = sheet.rows.first().children.first();
    QCOMPARE(classification::sourceInWords(row), u"data sheet 3; typical; Kim"_s);
    QCOMPARE(row.sign, u">"_s);
    QCOMPARE(row.limit, u"1.3"_s);
    QCOMPARE(row.unit, u"GSPS"_s);
    QVERIFY(row.asked);
    QCOMPARE(row.key, (reasoning::FactKey{u"item.sample_rate"_s, u"i1"_s, -1}));
}

void WorksheetTest::essenceOfALongOne()
{
    QByteArray entries = "  \"3A001\":\n    title: Converters\n    any:\n";
    for (char letter = 'a'; letter <= 'h'; ++letter)
        entries += QByteArray("      ") + letter + ":\n        title: Of kind " + letter + "\n        when: "
                   + (letter < 'd' ? "item.sample_rate > " + QByteArray::number(letter - 'a') + " GSPS and item.shock"
                                   : QByteArray("item.power > 1 W and item.sealed"))
                   + '\n';
    const language::RuleBook rules = testing::worksheetRules(entries);
    const Worksheet sheet =
        testing::sheetOf(rules, u"3A001"_s, testing::itemAnswers(rules, R"("sample_rate": "1.5 GSPS")"));
    QCOMPARE(printed(sheet).size(), 1 + 8 * 3);
    QCOMPARE(classification::openFacts(sheet).size(), 3);
    const Worksheet kept = classification::essence(sheet);
    QCOMPARE(printed(kept),
             (QStringList{u"position 3A001: open"_s, u"  position 3A001.a: open"_s,
                          u"    criterion item.sample_rate > 0 GSPS: met"_s, u"    criterion item.shock: open"_s,
                          u"  position 3A001.b: open"_s, u"    criterion item.sample_rate > 1 GSPS: met"_s,
                          u"    criterion item.shock: open"_s, u"  position 3A001.c: missed"_s,
                          u"  position 3A001.d: open"_s, u"  position 3A001.e: open"_s, u"  position 3A001.f: open"_s,
                          u"  position 3A001.g: open"_s, u"  position 3A001.h: open"_s}));
    QCOMPARE(kept.rows.first().children.at(4).unanswered, 2);
    QVERIFY(classification::isAnswered(sheet));
    // All of them missed: the first few reasons, and how many more there are.
    const Worksheet out =
        testing::sheetOf(rules, u"3A001"_s, testing::itemAnswers(rules, R"("sample_rate": "0 GSPS", "power": "1 W")"));
    QCOMPARE(out.truth, Truth::False);
    QCOMPARE(classification::reasonToReject(out),
             u"sample rate 0 GSPS is not above 0 GSPS; sample rate 0 GSPS is not above 1 GSPS; sample rate 0 GSPS is "
             "not above 2 GSPS; and 1 more"_s);
}

void WorksheetTest::belongingToARecord()
{
    const language::RuleBook rules = testing::worksheetRules(R"(  "3A001":
    title: Converters
    any:
      a:
        title: Fast
        when: item.sample_rate > 1 GSPS
      b:
        title: Strong
        when: item.power > 1 W
  "3A002":
    title: Sealed
    when: item.sealed
  "3A003":
    title: For space
    when: item.use is space
  "3A004":
    title: For rough use
    when: item.shock
)");
    const auto codes = [&](const QByteArray &facts, const reasoning::Looked &looked) {
        reasoning::Answers answers = testing::itemAnswers(rules, facts);
        answers.items.first().looked = looked;
        QStringList found;
        for (const Worksheet &sheet : classification::worksheetsOf(answers, rules, &rules.states.last()))
            found << sheet.code;
        return found;
    };
    QCOMPARE(codes("", {}), QStringList());
    // met by the values, though nobody said so; what was opened below it is told with it
    QCOMPARE(codes(R"("sample_rate": "2 GSPS")", {{}, {u"3A001"_s, u"3A001.a"_s}, {}}), QStringList{u"3A001"_s});
    // accepted against the values
    QCOMPARE(codes(R"("entries": ["3A001.b"], "power": "1 W")", {}), QStringList{u"3A001.b"_s});
    QCOMPARE(codes("", {{}, {}, {{u"3A002"_s, u"not sealed"_s}}}), QStringList{u"3A002"_s});
    // opened: only where something was answered
    QCOMPARE(codes(R"("shock": "no")", {{}, {u"3A003"_s, u"3A004"_s}, {}}), QStringList{u"3A004"_s});
    QCOMPARE(codes(R"("power": "1 W")", {{}, {u"3A001"_s, u"3A001.b"_s}, {}}), QStringList{u"3A001.b"_s});
    reasoning::Answers answers = testing::itemAnswers(rules, "");
    QVERIFY(classification::worksheetsOf(answers, rules, nullptr).isEmpty());
    QVERIFY(testing::sheetOf(rules, u"9Z999"_s, answers).rows.isEmpty());
}

void WorksheetTest::realPositions_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("truth");
    QTest::addColumn<QString>("reason");
    const auto at = [](const char *resolution, const char *rate) {
        return QByteArray(R"("facts": {"item.kind": "thing"}, "points": [{"adc_resolution": ")") + resolution
               + R"(", "sample_rate": ")" + rate + "\"}]";
    };
    QTest::newRow("at the limit") << u"3A001.a.5.a.1"_s << at("8 bit", "1.3 GSPS") << u"false"_s
                                  << u"sample rate 1.3 GSPS is not above 1.3 GSPS"_s;
    QTest::newRow("below it") << u"3A001.a.5.a.1"_s << at("8 bit", "1 GSPS") << u"false"_s
                              << u"sample rate 1 GSPS is not above 1.3 GSPS"_s;
    QTest::newRow("of another resolution")
        << u"3A001.a.5.a.1"_s << at("10 bit", "2 GSPS") << u"false"_s << u"adc resolution 10 bit is not below 10 bit"_s;
}

void WorksheetTest::realPositions()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, item);
    const language::RuleBook &rules = testing::catalogue();
    const Worksheet sheet = testing::sheetOf(rules, code, testing::itemAnswers(rules, item));
    const QString truth = sheet.truth == Truth::True    ? u"true"_s
                          : sheet.truth == Truth::False ? u"false"_s
                                                        : u"unknown"_s;
    QTEST(truth, "truth");
    QTEST(classification::reasonToReject(sheet), "reason");
}

// Of each entry of the catalogue, with nothing answered: every position that is held has its row with the truth that
// the evaluation gives it, every criterion its words, and what is open is asked.
void WorksheetTest::everySheetOfTheCatalogue()
{
    const language::RuleBook &rules = testing::catalogue();
    const reasoning::Answers answers = testing::itemAnswers(rules, "");
    const reasoning::Context context{&rules, &rules.states.last(), &answers,
                                     classification::combinationOf(answers, u"i1"_s), -1};
    qsizetype positions = 0;
    qsizetype criteria = 0;
    for (const QString &code : rules.entryOrder) {
        const language::Entry &entry = rules.entries[code];
        if (rules.entries.contains(entry.parent) || entry.reserved)
            continue;
        const Worksheet sheet = classification::worksheetOf(code, context);
        QCOMPARE(sheet.truth, reasoning::evaluateEntry(code, context));
        QList<const WorksheetRow *> rows;
        for (const WorksheetRow &row : sheet.rows)
            collectPositions(row, rows);
        positions += rows.size();
        for (const WorksheetRow *row : std::as_const(rows))
            QVERIFY2(row->truth == reasoning::evaluateEntry(row->code, context), qPrintable(row->code));
        QList<const WorksheetRow *> all;
        for (const WorksheetRow &row : sheet.rows)
            all << &row;
        for (qsizetype at = 0; at < all.size(); ++at) {
            const WorksheetRow *row = all.at(at);
            for (const WorksheetRow &child : row->children)
                all << &child;
            QVERIFY2(!classification::titleInWords(*row).trimmed().isEmpty(), qPrintable(code));
            if (row->kind != Kind::Criterion)
                continue;
            ++criteria;
            QVERIFY2(!row->condition.isEmpty() && !row->required.isEmpty(), qPrintable(code + u' ' + row->condition));
            QVERIFY2(!row->margin, qPrintable(code));
        }
    }
    QVERIFY2(positions > 3000, qPrintable(QString::number(positions)));
    QVERIFY2(criteria > 3000, qPrintable(QString::number(criteria)));
}

QTEST_GUILESS_MAIN(WorksheetTest)
#include "worksheet_test.moc"
