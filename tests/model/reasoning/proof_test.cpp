// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/proof.h"

#include "catalogue/compiler/compile.h"
#include "model/reasoning/answersjson.h"
#include "model/verification/randomanswers.h"

#include "reasoningtesting.h"
#include "sample_catalogue.h"
#include "yamlrules.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using language::Condition;
using reasoning::Answers;
using reasoning::Context;
using reasoning::Proof;
using reasoning::ProofKind;
using reasoning::Truth;

namespace {

const language::RuleBook &sampleRules()
{
    static const language::RuleBook rules = [] {
        auto compiled = compiler::compile(sampleSources());
        if (!compiled)
            qFatal("the sample does not compile");
        return std::move(*compiled);
    }();
    return rules;
}

QString nameOf(ProofKind kind)
{
    static const std::map<ProofKind, QString> names{{ProofKind::Provision, u"provision"_s},
                                                    {ProofKind::Element, u"element"_s},
                                                    {ProofKind::Exception, u"exception"_s},
                                                    {ProofKind::Duty, u"duty"_s},
                                                    {ProofKind::Warning, u"warning"_s},
                                                    {ProofKind::Rule, u"rule"_s},
                                                    {ProofKind::Entry, u"entry"_s},
                                                    {ProofKind::DecontrolNote, u"note"_s},
                                                    {ProofKind::All, u"all"_s},
                                                    {ProofKind::Any, u"any"_s},
                                                    {ProofKind::Not, u"not"_s},
                                                    {ProofKind::Point, u"point"_s},
                                                    {ProofKind::Fact, u"fact"_s}};
    return names.at(kind);
}

QString textOf(Truth truth)
{
    return truth == Truth::True ? u"true"_s : truth == Truth::False ? u"false"_s : u"unknown"_s;
}

/// "provision s10 (element overseas (…) exception …)": kinds and ids, and truths where asked for.
QString shapeOf(const Proof &proof, bool truths = false)
{
    QString text = nameOf(proof.kind);
    if (!proof.id.isEmpty())
        text += u' ' + proof.id;
    if (truths)
        text += u'=' + textOf(proof.truth);
    if (proof.children.isEmpty())
        return text;
    QStringList below;
    for (const Proof &child : proof.children)
        below.append(shapeOf(child, truths));
    return text + u" ("_s + below.join(u", "_s) + u')';
}

/// Goes through conditions and proof side by side and compares each node: what kind it is, its truth as
/// evaluate() has it, and that the truths below it explain its own.
class Walk {
public:
    explicit Walk(const language::RuleBook &rules)
        : m_rules(rules)
    {}

    QStringList wrong;
    std::map<ProofKind, std::map<Truth, int>> met;

    void condition(const Condition &condition, const Context &context, const Proof &proof)
    {
        std::visit([&](const auto &node) { at(node, condition, context, proof); }, condition.node);
    }

    void element(const language::Element &element, const Context &context, const Proof &proof, ProofKind kind)
    {
        Truth truth = reasoning::evaluate(*element.when, context);
        if (truth == Truth::True && !element.verified)
            truth = Truth::Unknown;
        expect(proof, kind, element.id, truth);
        check(proof.verified == element.verified && proof.title == element.title && proof.cite == element.cite
                  && proof.leansOn == element.leansOn,
              proof, u"has the words of another"_s);
        // A single rule of the same title is not shown twice.
        if (const auto *reference = std::get_if<Condition::RuleReference>(&element.when->node)) {
            const language::Rule *rule = m_rules.rule(reference->rule, context.state);
            if (rule->title == element.title) {
                parts(*rule->when, context, proof);
                return;
            }
        }
        parts(*element.when, context, proof);
    }

    void provision(const language::Provision &provision, const Context &context)
    {
        const Proof proof = reasoning::proveProvision(provision, context);
        Truth truth = Truth::True;
        for (qsizetype i = 0; i < provision.elements.size(); ++i) {
            element(provision.elements[i], context, proof.children.value(i), ProofKind::Element);
            truth = both(truth, proof.children.value(i).truth);
        }
        for (qsizetype i = 0; i < provision.exceptions.size(); ++i) {
            const Proof child = proof.children.value(provision.elements.size() + i);
            element(provision.exceptions[i].condition, context, child, ProofKind::Exception);
            truth = both(truth, opposite(child.truth));
        }
        expect(proof, ProofKind::Provision, provision.id, truth);
        check(proof.children.size() == provision.elements.size() + provision.exceptions.size(), proof,
              u"has too many or too few parts"_s);
    }

    void entry(const QString &code, const Context &context, const Proof &proof)
    {
        const language::Entry &entry = *m_rules.entries.constFind(code);
        expect(proof, ProofKind::Entry, code, reasoning::evaluateEntry(code, context));
        qsizetype next = 0;
        if (entry.when)
            condition(*entry.when, context, proof.children.value(next++));
        for (const language::Note &note : entry.notes) {
            if (note.kind != language::NoteKind::DecontrolNote)
                continue;
            const Proof child = proof.children.value(next++);
            Truth truth = reasoning::evaluate(*note.when, context);
            if (truth == Truth::True && !note.verified)
                truth = Truth::Unknown;
            expect(child, ProofKind::DecontrolNote, {}, truth);
            check(child.title == note.title && child.verified == note.verified, child, u"is another note"_s);
            check(child.children.size() == 1, child, u"has not one part"_s);
            condition(*note.when, context, child.children.value(0));
        }
        for (const QString &below : entry.children) {
            if (!m_rules.entries.constFind(below)->reserved)
                this->entry(below, context, proof.children.value(next++));
        }
        check(proof.children.size() == next, proof, u"has too many or too few parts"_s);
    }

private:
    void check(bool right, const Proof &proof, const QString &what)
    {
        if (!right)
            wrong.append(shapeOf(proof, true) + u": "_s + what);
    }

    void expect(const Proof &proof, ProofKind kind, const QString &id, Truth truth)
    {
        check(proof.kind == kind && proof.id == id, proof, u"is no %1 %2"_s.arg(nameOf(kind), id));
        check(proof.truth == truth, proof, u"is not "_s + textOf(truth));
        ++met[kind][truth];
    }

    /// Under a heading that says "all of these".
    void parts(const Condition &condition, const Context &context, const Proof &proof)
    {
        if (std::holds_alternative<Condition::Constant>(condition.node)) {
            check(proof.children.isEmpty(), proof, u"shows a constant"_s);
        } else if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
            each(all->of, context, proof);
        } else {
            check(proof.children.size() == 1, proof, u"has not one part"_s);
            this->condition(condition, context, proof.children.value(0));
        }
    }

    void each(const std::vector<language::ConditionPtr> &conditions, const Context &context, const Proof &proof)
    {
        check(proof.children.size() == qsizetype(conditions.size()), proof, u"has too many or too few parts"_s);
        for (std::size_t i = 0; i < conditions.size(); ++i)
            condition(*conditions[i], context, proof.children.value(qsizetype(i)));
    }

    template<typename Node>
    void at(const Node &, const Condition &condition, const Context &context, const Proof &proof)
    {
        const QString fact = language::factsOf(condition).value(0);
        expect(proof, ProofKind::Fact, fact, reasoning::evaluate(condition, context));
        check(proof.children.isEmpty() && proof.detail.startsWith(language::toText(condition)), proof,
              u"says otherwise"_s);
        if (!fact.isEmpty()) {
            const language::FactDefinition &definition = *m_rules.facts.constFind(fact);
            check(proof.title == definition.prompt
                      && proof.key == Answers::keyFor(definition, context.combination, context.point),
                  proof, u"is of another question"_s);
        }
    }
    void at(const Condition::RuleReference &node, const Condition &condition, const Context &context,
            const Proof &proof)
    {
        const language::Rule *rule = m_rules.rule(node.rule, context.state);
        expect(proof, ProofKind::Rule, node.rule, reasoning::evaluate(condition, context));
        check(proof.title == rule->title && proof.cite == rule->cite && proof.verified == rule->verified, proof,
              u"has the words of another"_s);
        parts(*rule->when, context, proof);
    }
    void at(const Condition::EntryReference &node, const Condition &, const Context &context, const Proof &proof)
    {
        entry(node.code, context, proof);
    }
    void at(const Condition::All &node, const Condition &, const Context &context, const Proof &proof)
    {
        each(node.of, context, proof);
        Truth truth = Truth::True;
        for (const Proof &child : proof.children)
            truth = both(truth, child.truth);
        expect(proof, ProofKind::All, {}, truth);
    }
    void at(const Condition::Any &node, const Condition &, const Context &context, const Proof &proof)
    {
        each(node.of, context, proof);
        Truth truth = Truth::False;
        for (const Proof &child : proof.children)
            truth = either(truth, child.truth);
        expect(proof, ProofKind::Any, {}, truth);
    }
    void at(const Condition::Not &node, const Condition &, const Context &context, const Proof &proof)
    {
        each({node.of}, context, proof);
        expect(proof, ProofKind::Not, {}, opposite(proof.children.value(0).truth));
    }
    void at(const Condition::AtSomePoint &node, const Condition &condition, const Context &context, const Proof &proof)
    {
        expect(proof, ProofKind::Point, {}, reasoning::evaluate(condition, context));
        const int points = context.answers->item(context.combination.item)->points;
        if (points == 0) {
            check(proof.truth == Truth::Unknown, proof, u"is known without a point"_s);
            each({node.of}, context, proof);
            return;
        }
        check(proof.children.size() == points, proof, u"has too many or too few points"_s);
        Truth truth = Truth::False;
        for (int point = 0; point < points; ++point) {
            Proof child = proof.children.value(point);
            const QString heading = u"Operating point %1"_s.arg(point + 1);
            check(child.detail.startsWith(heading), child, u"is another point"_s);
            // Below the heading stands what is shown without points.
            child.detail.remove(0, heading.size() + 2);
            Context there = context;
            there.point = point;
            this->condition(*node.of, there, child);
            truth = either(truth, child.truth);
        }
        check(proof.truth == truth, proof, u"is not explained by its points"_s);
    }

    const language::RuleBook &m_rules;
};

/// About half of the facts answered, those of operating points at each of up to three.
Answers randomAnswers(const language::RuleBook &rules, QRandomGenerator &random)
{
    Answers answers = Answers::single(QDate(2025, 6, 2));
    answers.items.first().points = int(random.bounded(4));
    if (random.bounded(2) == 1)
        answers.items.first().looked.searches = {u"anything"_s};
    const reasoning::Combination combination = answers.combinations().first();
    for (const language::FactDefinition &fact : rules.facts) {
        const auto answer = [&](int point) {
            if (random.bounded(3) > 0)
                answers.set(Answers::keyFor(fact, combination, point), verification::randomValue(fact, rules, random));
        };
        if (fact.scope != language::Scope::Point) {
            answer(-1);
            continue;
        }
        for (int point = 0; point < answers.items.first().points; ++point)
            answer(point);
    }
    return answers;
}

/// One provision over yes/no questions, to read its proof by eye.
const QByteArray headYaml = R"(catalogue:
  version: 0.0.1
  law_checked: 2024-10-14
  law_checked_against: nothing, this is a sample
  list:
    name: Small List
    id: S1
    from: 2024-09-01
    finding: item.entries
  date: case.date
  categories:
    - id: 5P1
      part: 2
      title: Radio
      scope: Radios
facts:
  - id: case.date
    scope: case
    kind: date
    prompt: On which day?
    derived: true
  - id: item.entries
    scope: item
    kind: entries
    prompt: Which?
    why: Because.
    cite: somewhere
)";

QByteArray questionYaml(const QByteArray &id)
{
    return "  - id: item." + id + "\n    scope: item\n    kind: yes_no\n    prompt: Is it " + id
           + "?\n    why: Because.\n    cite: part " + id + '\n';
}

/// `element` and `exception`: what stands below them after "- ".
QByteArray provisionYaml(const QByteArray &element, const QByteArray &exception)
{
    return headYaml + questionYaml("a") + questionYaml("b") + questionYaml("c")
           + "rules:\n"
             "  - id: whole\n    title: Whole\n    cite: part 1\n    when: item.a and (item.b or item.c)\n"
             "  - id: plain\n    title: Plain\n    cite: part 2\n    when: item.a\n"
             "  - id: shaky\n    title: Shaky\n    cite: part 3\n    grade: unread\n    verified: false\n    "
             "when: item.a\n"
             "state:\n  id: now\n  title: A state\n  act: Act\n  regulation: Regulation\n  list: S1\n"
             "  operates_from: 2024-09-01\n  provisions:\n    - id: one\n      title: One\n      cite: part "
             "9\n"
             "      regulates: this\n      requires:\n        id: permit-one\n        kind: permit\n"
             "        title: A permit\n        decided_by: Somebody\n        cite: somewhere\n        steps: "
             "Apply.\n"
             "      elements:\n        - id: needed\n          cite: somewhere\n"
           + element
           + (exception.isEmpty() ? QByteArray()
                                  : "      exceptions:\n        - id: spared\n          cite: elsewhere\n" + exception);
}

} // namespace

class ProofTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapes_data();
    void shapes();
    void words();
    void notHeld();
    void agrees_data();
    void agrees();
    void agreesOnTheCatalogue();
};

void ProofTest::shapes_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("exception");
    QTest::addColumn<QByteArray>("yes"); // which of a, b and c; the others are answered with no, "?" leaves c open
    QTest::addColumn<QString>("expected");
    const auto one = [](const char *name, const QByteArray &element, const QByteArray &exception, const QByteArray &yes,
                        const QString &expected) { QTest::newRow(name) << element << exception << yes << expected; };
    const QByteArray needed = "          title: Needed\n          when: ";
    const QByteArray spared = "          title: Spared\n          when: ";
    const QByteArray unverified = "          grade: unread\n          verified: false\n";
    const QString a = u"element needed=true (fact item.a=true)"_s;

    one("an element", needed + "item.a\n", {}, "a", u"provision one=true (%1)"_s.arg(a));
    one("an element that does not hold", needed + "item.b\n", {}, "a",
        u"provision one=false (element needed=false (fact item.b=false))"_s);
    one("an element with parts", needed + "item.a and item.c\n", {}, "a?",
        u"provision one=unknown (element needed=unknown (fact item.a=true, fact item.c=unknown))"_s);
    one("an element of alternatives", needed + "item.b or not item.c\n", {}, "a",
        u"provision one=true (element needed=true (any=true (fact item.b=false, not=true (fact item.c=false))))"_s);
    one("parts within parts", needed + "item.b or item.a and item.c\n", {}, "a?",
        u"provision one=unknown (element needed=unknown (any=unknown (fact item.b=false, all=unknown "
        "(fact item.a=true, fact item.c=unknown))))"_s);
    one("a constant", needed + "true\n", {}, "", u"provision one=true (element needed=true)"_s);
    one("an exception that holds", needed + "item.a\n", spared + "item.b\n", "ab",
        u"provision one=false (%1, exception spared=true (fact item.b=true))"_s.arg(a));
    one("an exception that does not", needed + "item.a\n", spared + "item.b\n", "a",
        u"provision one=true (%1, exception spared=false (fact item.b=false))"_s.arg(a));
    one("an exception that is open", needed + "item.a\n", spared + "item.c\n", "a?",
        u"provision one=unknown (%1, exception spared=unknown (fact item.c=unknown))"_s.arg(a));

    one("an unverified element is open", needed + "item.a\n" + unverified, {}, "a",
        u"provision one=unknown (element needed=unknown (fact item.a=true))"_s);
    one("an unverified element may fail", needed + "item.b\n" + unverified, {}, "a",
        u"provision one=false (element needed=false (fact item.b=false))"_s);
    one("an unverified exception is open", needed + "item.a\n", spared + "item.b\n" + unverified, "ab",
        u"provision one=unknown (%1, exception spared=unknown (fact item.b=true))"_s.arg(a));
    one("an unverified exception may fail", needed + "item.a\n", spared + "item.b\n" + unverified, "a",
        u"provision one=true (%1, exception spared=false (fact item.b=false))"_s.arg(a));

    one("a rule of another title", needed + "whole\n", {}, "ab",
        u"provision one=true (element needed=true (rule whole=true (fact item.a=true, any=true (fact "
        u"item.b=true, "
        "fact item.c=false))))"_s);
    one("a rule of the same title is folded", "          title: Whole\n          when: whole\n", {}, "ab",
        u"provision one=true (element needed=true (fact item.a=true, any=true (fact item.b=true, fact item.c=false)))"_s);
    one("a single question behind a folded rule", "          title: Plain\n          when: plain\n", {}, "a",
        u"provision one=true (element needed=true (fact item.a=true))"_s);
    one("a rule among others is not folded", "          title: Plain\n          when: plain and item.b\n", {}, "ab",
        u"provision one=true (element needed=true (rule plain=true (fact item.a=true), fact item.b=true))"_s);
    one("a folded rule in an exception", needed + "item.a\n", "          title: Plain\n          when: plain\n", "a",
        u"provision one=false (%1, exception spared=true (fact item.a=true))"_s.arg(a));
    one("an unverified rule is open", needed + "shaky\n", {}, "a",
        u"provision one=unknown (element needed=unknown (rule shaky=unknown (fact item.a=true)))"_s);
    one("an unverified rule is open, folded as well", "          title: Shaky\n          when: shaky\n", {}, "a",
        u"provision one=unknown (element needed=unknown (fact item.a=true))"_s);
}

void ProofTest::shapes()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, exception);
    QFETCH(QByteArray, yes);
    const language::RuleBook rules = rulesFrom(provisionYaml(element, exception));
    Answers answers = Answers::single(QDate(2025, 6, 2));
    for (const char letter : {'a', 'b', 'c'}) {
        if (letter == 'c' && yes.contains('?'))
            continue;
        answers.set({u"item."_s + QLatin1Char(letter), u"i1"_s, -1}, language::Value(yes.contains(letter)));
    }
    const Context context{&rules, &rules.states.first(), &answers, answers.combinations().first(), -1, nullptr};
    QTEST(shapeOf(reasoning::proveProvision(rules.states.first().provisions.first(), context), true), "expected");
}

/// What is printed with the record.
void ProofTest::words()
{
    const language::RuleBook rules =
        rulesFrom(provisionYaml("          title: Needed\n          grade: secondary\n          leans_on: A guide\n"
                                "          when: shaky and not item.b\n",
                                {}));
    Answers answers = Answers::single(QDate(2025, 6, 2));
    answers.set({u"item.a"_s, u"i1"_s, -1}, language::Value(true));
    answers.set({u"item.b"_s, u"i1"_s, -1}, language::Value(language::Unsure{}));
    const Context context{&rules, &rules.states.first(), &answers, answers.combinations().first(), -1, nullptr};
    const Proof provision = reasoning::proveProvision(rules.states.first().provisions.first(), context);
    QCOMPARE(provision.title, u"One"_s);
    QCOMPARE(provision.cite, u"part 9"_s);
    const Proof &element = provision.children.first();
    QCOMPARE(element.title, u"Needed"_s);
    QCOMPARE(element.leansOn, u"A guide"_s);
    QVERIFY(element.verified);
    const Proof &rule = element.children.first();
    QCOMPARE(rule.title, u"Shaky"_s);
    QCOMPARE(rule.cite, u"part 3"_s);
    QVERIFY(!rule.verified);
    const Proof &known = rule.children.first();
    QCOMPARE(known.title, u"Is it a?"_s);
    QCOMPARE(known.cite, u"part a"_s);
    QCOMPARE(known.detail, u"item.a ← yes"_s);
    QCOMPARE(known.key, (reasoning::FactKey{u"item.a"_s, u"i1"_s, -1}));
    // "Not sure" is open like no answer.
    const Proof &open = element.children.last().children.first();
    QCOMPARE(open.detail, u"item.b"_s);
    QCOMPARE(textOf(open.truth), u"unknown"_s);
}

void ProofTest::notHeld()
{
    const Answers answers = Answers::single(QDate(2025, 6, 2));
    const Context context{&sampleRules(), nullptr, &answers, answers.combinations().first(), -1, nullptr};
    QCOMPARE(shapeOf(reasoning::proveEntry(u"9A999"_s, context), true), u"entry 9A999=unknown"_s);
}

void ProofTest::agrees_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ProofTest::agrees()
{
    QFETCH(quint32, seed);
    const language::RuleBook &rules = sampleRules();
    QRandomGenerator random(seed);
    Walk walk(rules);
    for (int round = 0; round < 400; ++round) {
        const Answers answers = randomAnswers(rules, random);
        for (const language::LawState &state : rules.states) {
            const Context context{&rules, &state, &answers, answers.combinations().first(), -1, nullptr};
            for (const language::Provision &provision : state.provisions)
                walk.provision(provision, context);
            for (const language::Entry &entry : rules.entries) {
                if (!entry.reserved)
                    walk.entry(entry.code, context, reasoning::proveEntry(entry.code, context));
            }
            // What is kept between conditions changes no proof.
            reasoning::Remembered remembered;
            Context quick = context;
            quick.remembered = &remembered;
            for (const language::Provision &provision : state.provisions)
                QCOMPARE(reasoning::proveProvision(provision, quick), reasoning::proveProvision(provision, context));
        }
        QVERIFY2(walk.wrong.isEmpty(), qPrintable(u"round %1: "_s.arg(round) + walk.wrong.join(u'\n')));
    }
    // Nodes of every kind that the sample has were met, with each truth.
    for (const ProofKind kind :
         {ProofKind::Provision, ProofKind::Element, ProofKind::Exception, ProofKind::Rule, ProofKind::Entry,
          ProofKind::DecontrolNote, ProofKind::All, ProofKind::Any, ProofKind::Not, ProofKind::Point, ProofKind::Fact})
        QVERIFY2(walk.met[kind].size() >= 2, qPrintable(nameOf(kind)));
    QCOMPARE(walk.met[ProofKind::Fact].size(), std::size_t(3));
    QCOMPARE(walk.met[ProofKind::Entry].size(), std::size_t(3));
}

void ProofTest::agreesOnTheCatalogue()
{
    QRandomGenerator random(7);
    Walk walk(catalogue());
    for (int round = 0; round < 6; ++round) {
        const Answers answers = randomAnswers(catalogue(), random);
        const language::LawState &state = catalogue().states[round % catalogue().states.size()];
        const Context context{&catalogue(), &state, &answers, answers.combinations().first(), -1, nullptr};
        for (const language::Provision &provision : state.provisions)
            walk.provision(provision, context);
        for (const QString &code : catalogue().entryOrder) {
            const language::Entry &entry = *catalogue().entries.constFind(code);
            if (!entry.reserved && entry.parent.isEmpty())
                walk.entry(code, context, reasoning::proveEntry(code, context));
        }
        QVERIFY2(walk.wrong.isEmpty(), qPrintable(u"round %1: "_s.arg(round) + walk.wrong.join(u'\n').left(2000)));
    }
    QVERIFY(walk.met[ProofKind::Entry].size() >= 2);
}

QTEST_GUILESS_MAIN(ProofTest)
#include "proof_test.moc"
