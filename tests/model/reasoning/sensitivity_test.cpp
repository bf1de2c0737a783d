// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/sensitivity.h"

#include "catalogue/compiler/compile.h"
#include "model/reasoning/completion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using reasoning::Answers;
using reasoning::SensitiveList;
using reasoning::Truth;

namespace {

const char rulesYaml[] = R"(catalogue:
  version: "1"
  law_checked: 2024-10-14
  law_checked_against: nothing
  list:
    name: Sample List
    id: S1
    from: 2024-09-01
    finding: item.entries
  date: case.date
  categories:
    - id: 5P1
      part: 2
      title: Telecommunications
      scope: Radios
      complete: true
kinds:
  - id: length
    title: length
    base_unit: m
units:
  - name: m
    kind: length
facts:
  - id: case.date
    scope: case
    kind: date
    prompt: On which day?
    derived: true
  - id: item.entries
    scope: item
    kind: entries
    prompt: Which entries apply?
    why: Listed or not.
    cite: the list
  - id: item.for_entries
    scope: item
    kind: entries
    prompt: What is it for?
    why: Listed or not.
    cite: the list
  - id: loud
    scope: item
    kind: yes_no
    prompt: Is it loud?
    why: The entry asks.
  - id: side
    scope: item
    kind: quantity
    prompt: How long is it?
    why: The entry has a limit.
    unit_kind: length
rules:
  - id: doubtful
    title: Nobody has read it
    cite: s 1
    grade: unread
    verified: false
    when: loud
state:
  id: "2024"
  title: As it is
  act: An Act
  regulation: None
  list: S1
  list_held: true
  operates_from: 2024-09-01
  provisions:
    - id: s10
      title: Supply
      cite: s 10
      regulates: supply
      requires:
        id: permit
        kind: permit
        title: A permit
        decided_by: Somebody
        cite: s 11
        steps: Apply.
      elements:
        - id: sensitive
          title: On the Sensitive List
          cite: s 10
          when: item.entries in sensitive_list
)";

const char equipmentYaml[] = R"(category: 5P1
part: 2
group: A
entries:
  "5A001":
    title: Radio
    any:
      a:
        title: Loud
        sensitive: true
        any:
          "1":
            title: Loud and long
            when: loud and side > 1 m
          "2":
            title: Not used
            reserved: true
      b:
        title: Long
        sensitive: Only what is very long.
        sensitive_when: side > 3 m
        when: side > 2 m
      c:
        title: Another
        asks: Is it another?
      d:
        title: Short
        very_sensitive: true
        very_sensitive_when: not loud
        when: side < 1 m
  "5A002":
    title: In doubt
    sensitive: true
    sensitive_when: doubtful
    asks: Is it in doubt?
)";

const char softwareYaml[] = R"(category: 5P1
part: 2
group: D
entries:
  "5D001":
    title: Code
    sensitive: Only for what the list takes.
    sensitive_when: item.for_entries in sensitive_list
    when: item.for_entries within ("5A001")
)";

language::Value metres(int value)
{
    return language::Quantity{.kind = u"length"_s, .value = value, .written = QString::number(value) + u" m"_s};
}

} // namespace

/// What the two lists take of an item: rows of the position itself, above it and below it, whole and
/// narrowed.
class SensitivityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rows();
    void onLists_data();
    void onLists();
    void conditionsSayTheSame_data();
    void conditionsSayTheSame();

private:
    static void casesOf();
    Answers answers(const QStringList &met, const QVariantMap &facts) const;
    language::RuleBook m_rules;
};

void SensitivityTest::initTestCase()
{
    auto rules =
        compiler::compile({{u"a.yaml"_s, equipmentYaml}, {u"d.yaml"_s, softwareYaml}, {u"rules.yaml"_s, rulesYaml}});
    if (!rules) {
        for (const auto &error : rules.error())
            qWarning("%s", qPrintable(error.toText()));
    }
    QVERIFY(rules);
    m_rules = *rules;
}

void SensitivityTest::rows()
{
    const auto above = reasoning::rowsOver(u"5A001.a.1"_s, SensitiveList::Sensitive, m_rules);
    QCOMPARE(above.size(), 1);
    QCOMPARE(above[0].code, u"5A001.a"_s);
    QVERIFY(!above[0].when);
    const auto own = reasoning::rowsOver(u"5A001.b"_s, SensitiveList::Sensitive, m_rules);
    QCOMPARE(own.size(), 1);
    QCOMPARE(language::toText(*own[0].when), u"side > 3 m"_s);
    QVERIFY(reasoning::rowsOver(u"5A001"_s, SensitiveList::Sensitive, m_rules).isEmpty());
    QVERIFY(reasoning::rowsOver(u"5A001.b"_s, SensitiveList::VerySensitive, m_rules).isEmpty());
    QCOMPARE(reasoning::onList(u"5A001.a"_s, SensitiveList::Sensitive, m_rules), Truth::True);
    QCOMPARE(reasoning::onList(u"5A001.b"_s, SensitiveList::Sensitive, m_rules), Truth::Unknown);
    QCOMPARE(reasoning::onList(u"5A001.c"_s, SensitiveList::Sensitive, m_rules), Truth::False);
    QCOMPARE(reasoning::onList(u"3A001"_s, SensitiveList::Sensitive, m_rules), Truth::Unknown);
}

Answers SensitivityTest::answers(const QStringList &met, const QVariantMap &facts) const
{
    Answers answers = Answers::single(QDate(2025, 6, 1));
    answers.items.first().looked.rejected = {{u"5A001"_s, u"no such thing"_s}};
    answers.set({u"item.entries"_s, u"i1"_s, -1}, language::Value(language::EntryCodes{met}));
    for (const auto &[id, value] : facts.asKeyValueRange()) {
        const reasoning::FactKey key{id, u"i1"_s, -1};
        if (id == "side"_L1)
            answers.set(key, metres(value.toInt()));
        else if (id == "item.for_entries"_L1)
            answers.set(key, language::Value(language::EntryCodes{value.toStringList()}));
        else
            answers.set(key, language::Value(value.toBool()));
    }
    return answers;
}

void SensitivityTest::casesOf()
{
    QTest::addColumn<QStringList>("met");
    QTest::addColumn<QVariantMap>("facts");
    QTest::addColumn<Truth>("sensitive");
    QTest::addColumn<Truth>("verySensitive");
    const auto row = [](const char *name, const QStringList &met, const QVariantMap &facts, Truth sensitive,
                        Truth verySensitive) { QTest::newRow(name) << met << facts << sensitive << verySensitive; };
    using enum Truth;
    const QString target = u"item.for_entries"_s;
    row("its own row", {u"5A001.a"_s}, {}, True, False);
    row("the row of its parent", {u"5A001.a.1"_s}, {}, True, False);
    row("narrowed, not known", {u"5A001.b"_s}, {}, Unknown, False);
    row("narrowed, and inside", {u"5A001.b"_s}, {{u"side"_s, 4}}, True, False);
    row("narrowed, and at the limit", {u"5A001.b"_s}, {{u"side"_s, 3}}, False, False);
    row("no row", {u"5A001.c"_s}, {}, False, False);
    row("very sensitive, not known", {u"5A001.d"_s}, {}, False, Unknown);
    row("very sensitive", {u"5A001.d"_s}, {{u"loud"_s, false}}, False, True);
    row("very sensitive, outside", {u"5A001.d"_s}, {{u"loud"_s, true}}, False, False);
    row("a row below, not known", {u"5A001"_s}, {}, Unknown, Unknown);
    row("a row below that applies", {u"5A001"_s}, {{u"loud"_s, true}, {u"side"_s, 2}}, True, False);
    row("rows below that do not", {u"5A001"_s}, {{u"loud"_s, false}, {u"side"_s, 1}}, False, False);
    row("a narrowed row below that does not", {u"5A001"_s}, {{u"loud"_s, false}, {u"side"_s, 3}}, False, False);
    row("several codes", {u"5A001.a"_s, u"5A001.c"_s}, {}, True, False);
    row("one of them open", {u"5A001.b"_s, u"5A001.c"_s}, {}, Unknown, False);
    row("not held", {u"3A001"_s}, {}, Unknown, Unknown);
    row("nobody has read what narrows it", {u"5A002"_s}, {{u"loud"_s, true}}, Unknown, False);
    row("unread, but it does not hold", {u"5A002"_s}, {{u"loud"_s, false}}, False, False);
    row("for what the list takes", {u"5D001"_s}, {{target, QStringList{u"5A001.a"_s}}}, True, False);
    row("for what it takes in part", {u"5D001"_s}, {{target, QStringList{u"5A001.b"_s}}}, Unknown, False);
    row("for what it does not take", {u"5D001"_s}, {{target, QStringList{u"5A001.c"_s}}}, False, False);
    row("nobody said for what", {u"5D001"_s}, {}, Unknown, False);
}

void SensitivityTest::onLists_data()
{
    casesOf();
    QTest::newRow("nothing") << QStringList{} << QVariantMap{} << Truth::False << Truth::False;
}

void SensitivityTest::onLists()
{
    QFETCH(const QStringList, met);
    QFETCH(const QVariantMap, facts);
    QFETCH(const Truth, sensitive);
    QFETCH(const Truth, verySensitive);
    const Answers given = answers(met, facts);
    const reasoning::Context context{&m_rules, &m_rules.states.first(), &given, given.combinations().first()};
    const reasoning::Sensitivity found = reasoning::sensitivityOf(met, context);
    QCOMPARE(found.sensitive, sensitive);
    QCOMPARE(found.verySensitive, verySensitive);
}

void SensitivityTest::conditionsSayTheSame_data()
{
    casesOf();
}

// `item.entries in sensitive_list`, evaluated and as a diagram over what is open.
void SensitivityTest::conditionsSayTheSame()
{
    QFETCH(const QStringList, met);
    QFETCH(const QVariantMap, facts);
    QFETCH(const Truth, sensitive);
    const Answers given = answers(met, facts);
    const language::LawState &state = m_rules.states.first();
    const reasoning::Context context{&m_rules, &state, &given, given.combinations().first()};
    const language::Condition &condition = *state.provisions.first().elements.first().when;
    // An entry that the facts prove is met as well, and the lists are asked about it, too.
    Truth expected = sensitive;
    for (const QString &code : reasoning::listFinding(context).met)
        expected = either(expected, reasoning::itemOnList(code, SensitiveList::Sensitive, context));
    QCOMPARE(reasoning::evaluate(condition, context), expected);

    const reasoning::FactClasses classes(m_rules, state);
    reasoning::Completion completion(classes, given);
    const reasoning::Diagram::Node node = completion.of(condition, context.combination);
    QCOMPARE(node == reasoning::Diagram::True, expected == Truth::True);
    QCOMPARE(node == reasoning::Diagram::False, expected == Truth::False);
}

QTEST_GUILESS_MAIN(SensitivityTest)
#include "sensitivity_test.moc"
