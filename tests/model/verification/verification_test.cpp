// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/verification.h"

#include "reasoningtesting.h"
#include "yamlrules.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using reasoning::Outcome;
using verification::Problem;
using verification::ProvisionCount;
using verification::Verification;

namespace {

/// As small as a sound rule book can be: every outcome is in reach and every question matters.
const QByteArray sound = R"(catalogue:
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
      complete: true
    - id: ML
      part: 1
      title: Arms
      scope: Arms
kinds:
  - id: length
    title: length
    base_unit: m
  - id: area
    title: area
    base_unit: m²
    dimension:
      length: 2
units:
  - name: m
    kind: length
  - name: m²
    kind: area
facts:
  - id: case.date
    scope: case
    kind: date
    prompt: On which day?
    derived: true
  - id: case.hit
    scope: case
    kind: yes_no
    prompt: Is anybody on a sanctions list?
    why: First.
    cite: somewhere
    page: start
  - id: activity.abroad
    scope: activity
    kind: yes_no
    prompt: Does it go abroad?
    why: Because.
    cite: somewhere
  - id: activity.spoken
    scope: activity
    kind: yes_no
    prompt: Is it spoken?
    why: Because.
    cite: somewhere
  - id: activity.permitted
    scope: activity
    kind: yes_no
    prompt: Is there a permit?
    why: Because.
    cite: somewhere
  - id: activity.told
    scope: activity
    kind: yes_no
    prompt: Was it notified?
    why: Because.
    cite: somewhere
  - id: activity.where
    scope: activity
    kind: choice
    prompt: Where does it appear?
    why: Because.
    cite: somewhere
    choices:
      - id: web
        text: On the web
      - id: paper
        text: On paper
      - id: nowhere
        text: Nowhere
  - id: item.kind
    scope: item
    kind: choice
    prompt: What is it?
    why: Because.
    cite: somewhere
    choices:
      - id: thing
        text: A thing
      - id: paper
        text: A paper
      - id: other
        text: Something else
  - id: item.odd
    scope: item
    kind: yes_no
    prompt: Is it odd?
    why: Because.
    cite: somewhere
  - id: item.entries
    scope: item
    kind: entries
    prompt: Which entries apply?
    why: Because.
    cite: somewhere
    cost: 100
rules:
  - id: strange
    title: Strange
    cite: somewhere
    when: item.kind is thing or item.kind is paper and item.odd
category: 5P1
part: 2
group: A
entries:
  "5A001":
    title: Radio equipment
    asks: Is it a radio?
    any:
      a:
        title: Of one kind
        asks: Is it of one kind?
      b:
        title: Not used
        reserved: true
state:
  id: now
  title: As it stands
  act: Act
  regulation: Regulation
  list: S1
  list_held: true
  operates_from: 2024-09-01
  provisions:
    - id: supply
      title: Supply
      cite: somewhere
      regulates: sending
      requires:
        id: permit-supply
        kind: permit
        title: A permit
        decided_by: Somebody
        cite: somewhere
        steps: Apply.
      elements:
        - id: abroad
          title: Abroad
          cite: somewhere
          when: activity.abroad
        - id: listed
          title: Listed
          cite: somewhere
          when: not item.entries is empty
      exceptions:
        - id: spoken
          title: Spoken
          cite: somewhere
          when: activity.spoken
        - id: permitted
          title: Permitted
          cite: somewhere
          effect: covers
          when: activity.permitted
        - id: told
          title: Told
          cite: somewhere
          effect: notifies
          when: activity.told
    - id: publish
      title: Publish
      cite: somewhere
      regulates: publishing
      requires:
        id: approval-publish
        kind: approval
        title: An approval
        decided_by: Somebody
        cite: somewhere
        steps: Apply.
      elements:
        - id: public
          title: In public
          cite: somewhere
          when: activity.where is any of (web, paper)
    - id: strange
      title: Strange things
      cite: somewhere
      regulates: strange things
      requires:
        id: refer-strange
        kind: refer
        title: Ask
        decided_by: Somebody
        cite: somewhere
        steps: Ask.
      elements:
        - id: strange
          title: Strange
          cite: somewhere
          when: strange
        - id: unread
          title: Not read
          cite: somewhere else
          grade: inference
          verified: false
          leans_on: A guess
          when: activity.abroad
  duties:
    - id: record
      title: Keep a record
      text: Keep it.
      cite: somewhere
      keep_until: five years
      when: activity.abroad
  warnings:
    - id: sanctions
      title: Sanctions
      text: Stop.
      cite: somewhere
      stops: true
      refers_to: Somebody
      when: case.hit
    - id: oddity
      title: Odd
      text: Look twice.
      cite: somewhere
      when: item.odd
)";

/// A piece of the sound rule book and what stands there instead.
using Change = std::pair<QByteArray, QByteArray>;
using Changes = QList<Change>;

Change after(const QByteArray &piece, const QByteArray &added)
{
    return {piece, piece + added};
}

Change before(const QByteArray &piece, const QByteArray &added)
{
    return {piece, added + piece};
}

Change withException(const QByteArray &id, const QByteArray &when)
{
    return after("          effect: notifies\n          when: activity.told\n",
                 "        - id: " + id
                     + "\n          title: One more\n          cite: somewhere\n          when: " + when + '\n');
}

/// `kind: yes_no` and the like; a quantity has its unit there, too.
Change withFact(const QByteArray &id, const QByteArray &kind)
{
    return before("  - id: item.entries\n",
                  "  - id: " + id + "\n    scope: item\n    kind: " + kind
                      + "\n    prompt: And what else?\n    why: Because.\n    cite: somewhere\n");
}

/// A provision that asks for nothing new: what it refers is asked of it alone.
Change withProvision(const QByteArray &kind, const QByteArray &elements, const QByteArray &exceptions = {})
{
    return before("  duties:\n", "    - id: more\n      title: More\n      cite: somewhere\n      regulates: more\n"
                                 "      requires:\n        id: more-more\n        kind: "
                                     + kind
                                     + "\n        title: More\n        decided_by: Somebody\n"
                                       "        cite: somewhere\n        steps: Ask.\n"
                                     + elements + exceptions);
}

QByteArray element(const QByteArray &id, const QByteArray &when, const QByteArray &effect = {})
{
    return "        - id: " + id + "\n          title: One\n          cite: somewhere\n"
           + (effect.isEmpty() ? QByteArray() : "          effect: " + effect + '\n') + "          when: " + when
           + '\n';
}

QStringList asText(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.state + u'|' + problem.where + u'|' + problem.text);
    return lines;
}

QStringList namesOf(const QList<Outcome> &outcomes)
{
    QStringList names;
    for (const Outcome outcome : outcomes)
        names.append(reasoning::outcomeName(outcome));
    return names;
}

const QStringList allOutcomes{
    u"stop-and-refer"_s, u"permit-likely-required"_s, u"approval-likely-required"_s, u"advice-needed"_s,
    u"notify"_s,         u"covered-by-permit"_s,      u"permit-unlikely"_s,          u"not-controlled"_s};

/// Positions as the sources have them, read without the compiler: quoted codes, and labels below "any" and
/// "all".
struct Written {
    int positions = 0;
    int reserved = 0;
};

QMap<QString, Written> writtenPositions()
{
    QMap<QString, Written> result;
    const QDir folder(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue/dsgl"));
    static const QRegularExpression code(uR"re(^  "(?:[0-9][A-E][0-9]{3}|ML[0-9]{1,3})":$)re"_s);
    static const QRegularExpression label(uR"re(^ {6,}("[0-9]+"|"?[a-z]{1,2}"?):$)re"_s);
    for (const QString &name : folder.entryList({u"*.yaml"_s})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be opened", qPrintable(file.fileName()));
        QString category;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith("category: "_L1))
                category = line.section(u' ', 1).remove(u'"');
            else if (code.match(line).hasMatch() || label.match(line).hasMatch())
                ++result[category].positions;
            else if (line.trimmed() == "reserved: true"_L1)
                ++result[category].reserved;
        }
    }
    for (Written &written : result)
        written.positions -= written.reserved;
    return result;
}

} // namespace

class VerificationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void catalogueIsSound();
    void catalogueIsCounted();
    void categoriesAreCounted();
    void soundRules();
    void provisionsAreCounted_data();
    void provisionsAreCounted();
    void unverifiedIsListed();
    void categoryCounts();
    void problems_data();
    void problems();
    void noStates();

private:
    Verification m_catalogue;
};

void VerificationTest::catalogueIsSound()
{
    m_catalogue = verification::verify(catalogue());
    QCOMPARE(asText(m_catalogue.problems), QStringList());
    QCOMPARE(namesOf(m_catalogue.outcomes), allOutcomes);
}

void VerificationTest::catalogueIsCounted()
{
    QCOMPARE(m_catalogue.interviewsWalked, 200);
    QVERIFY(m_catalogue.longestInterview > 3);
    QVERIFY(m_catalogue.longestInterview <= catalogue().facts.size());
    QCOMPARE(m_catalogue.facts, catalogue().facts.size());

    QStringList counted;
    for (const ProvisionCount &count : std::as_const(m_catalogue.provisions)) {
        counted.append(count.state + u'/' + count.provision);
        // Whatever depends on n questions, each of two classes or more, has more than n paths.
        QVERIFY2(count.paths.size() > 9 || count.paths.toInt() > count.facts, qPrintable(counted.last()));
        QVERIFY2(count.facts > 0 && count.nodes > std::size_t(count.facts), qPrintable(counted.last()));
    }
    QStringList held;
    int rules = int(catalogue().rules.size());
    int unverified = 0;
    for (const language::LawState &state : catalogue().states) {
        for (const language::Provision &provision : state.provisions) {
            held.append(state.id + u'/' + provision.id);
            for (const language::Element &element : provision.elements)
                unverified += element.verified ? 0 : 1;
            for (const language::Exception &exception : provision.exceptions)
                unverified += exception.condition.verified ? 0 : 1;
        }
        for (const language::Rule &rule : state.rules)
            unverified += rule.verified ? 0 : 1;
        for (const language::Duty &duty : state.duties)
            unverified += duty.verified ? 0 : 1;
        rules += int(state.rules.size());
    }
    for (const language::Rule &rule : catalogue().rules)
        unverified += rule.verified ? 0 : 1;
    QCOMPARE(counted, held);
    QCOMPARE(m_catalogue.rules, rules);
    QCOMPARE(m_catalogue.unverified.size(), unverified);
}

void VerificationTest::categoriesAreCounted()
{
    const QMap<QString, Written> written = writtenPositions();
    QStringList complete;
    for (const verification::CategoryCount &count : std::as_const(m_catalogue.categories)) {
        QCOMPARE(count.positions, written.value(count.category).positions);
        QCOMPARE(count.reserved, written.value(count.category).reserved);
        QCOMPARE(count.complete, count.positions > 0);
        QCOMPARE(count.criteria > 0, count.complete);
        if (count.complete)
            complete.append(count.category);
    }
    QCOMPARE(m_catalogue.categories.size(), catalogue().categories.size());
    QCOMPARE(complete.size(), catalogue().categories.size());
    int positions = 0;
    int reserved = 0;
    for (const Written &one : std::as_const(written)) {
        positions += one.positions;
        reserved += one.reserved;
    }
    QCOMPARE(positions, 3701);
    QCOMPARE(reserved, 125);
}

void VerificationTest::soundRules()
{
    const Verification found = verification::verify(rulesFrom(sound), 7);
    QCOMPARE(asText(found.problems), QStringList());
    QCOMPARE(namesOf(found.outcomes), allOutcomes);
    QCOMPARE(found.facts, 12); // two of them are the entries' own
    QCOMPARE(found.rules, 1);
    QCOMPARE(found.interviewsWalked, 7);
    // Every fact that is asked has a page of its own, and the entries' questions are not the interview's.
    QVERIFY(found.longestInterview > 1 && found.longestInterview <= 9);
    QCOMPARE(verification::verify(rulesFrom(sound), 0).longestInterview, 0);
}

void VerificationTest::provisionsAreCounted_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("provision");
    QTest::addColumn<QString>("paths");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("facts");
    QTest::addColumn<int>("elements");
    QTest::addColumn<int>("exceptions");
    QTest::addColumn<int>("unverified");
    // abroad: no, 1 path; yes: something of the held category, of the other one, or met without a look. Each
    // of these three leads to spoken, permitted, told (4 paths), and one path leads past all of them.
    QTest::newRow("supply") << 0 << "supply" << "14" << 9 << 5 << 2 << 3 << 0;
    // Web and paper are one class: no condition tells them apart.
    QTest::newRow("publish") << 1 << "publish" << "2" << 3 << 1 << 1 << 0 << 0;
    // abroad: no, 1 path; yes: a thing, or an odd paper, where nobody has verified the element (2 paths
    // each), a paper that is not odd, something else.
    QTest::newRow("strange") << 2 << "strange" << "7" << 6 << 3 << 2 << 0 << 1;
}

void VerificationTest::provisionsAreCounted()
{
    QFETCH(int, at);
    QFETCH(int, nodes);
    static const Verification found = verification::verify(rulesFrom(sound), 0);
    QCOMPARE(found.provisions.size(), 3);
    const ProvisionCount &count = found.provisions.at(at);
    QCOMPARE(count.state, u"now"_s);
    QTEST(count.provision, "provision");
    QTEST(count.paths, "paths");
    QCOMPARE(count.nodes, std::size_t(nodes));
    QTEST(count.facts, "facts");
    QTEST(count.elements, "elements");
    QTEST(count.exceptions, "exceptions");
    QTEST(count.unverified, "unverified");
}

void VerificationTest::unverifiedIsListed()
{
    const QByteArray yaml = doctored(sound, "  provisions:\n",
                                     "  rules:\n    - id: guessed\n      title: Guessed\n"
                                     "      cite: to be read\n      grade: unread\n"
                                     "      verified: false\n      when: item.odd\n"
                                     "  provisions:\n");
    QStringList lines;
    for (const verification::UnverifiedRule &rule : verification::verify(rulesFrom(yaml), 0).unverified)
        lines.append(QStringList{rule.state, rule.where, rule.title, rule.cite, rule.leansOn}.join(u'|'));
    QCOMPARE(lines, (QStringList{u"now|strange/unread|Not read|somewhere else|A guess"_s,
                                 u"now|guessed|Guessed|to be read|"_s}));
}

void VerificationTest::categoryCounts()
{
    QByteArray yaml =
        doctored(sound, "        asks: Is it of one kind?\n",
                 "        when: |\n          item.kind is thing and (item.size > 1 m or not item.size < 3 m)\n"
                 "        not_if:\n          - title: Flat\n            when: item.size * item.size > 4 m²\n");
    const Change fact = withFact("item.size", "quantity\n    unit_kind: length");
    yaml = doctored(yaml, fact.first, fact.second);
    const Verification found = verification::verify(rulesFrom(yaml), 0);
    QCOMPARE(asText(found.problems), QStringList());
    QCOMPARE(found.categories.size(), 2);
    const verification::CategoryCount &radio = found.categories.first();
    QCOMPARE(radio.category, u"5P1"_s);
    QCOMPARE(radio.title, u"Radio"_s);
    QVERIFY(radio.complete);
    QCOMPARE(radio.positions, 2);
    QCOMPARE(radio.reserved, 1);
    QCOMPARE(radio.criteria, 3);
    const verification::CategoryCount &arms = found.categories.last();
    QCOMPARE(arms.category, u"ML"_s);
    QVERIFY(!arms.complete);
    QCOMPARE(arms.positions + arms.reserved + arms.criteria, 0);
}

void VerificationTest::problems_data()
{
    QTest::addColumn<Changes>("changes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Changes &changes, const QStringList &expected) {
        QTest::newRow(name) << changes << expected;
    };
    const QString never = u"|this provision can never apply"_s;
    const QString useless = u"|this exception can never decide"_s;
    const QString outOfReach = u"|no answers reach this outcome"_s;
    const QString idle = u"|nothing depends on this question"_s;
    const auto outcomes = [&](const QStringList &names) {
        QStringList lines;
        for (const QString &name : names)
            lines.append(u'|' + name + outOfReach);
        return lines;
    };

    row("a provision that can never apply",
        {withProvision("refer", "      elements:\n" + element("one", "activity.abroad"),
                       "      exceptions:\n" + element("all", "activity.abroad"))},
        {u"now|more"_s + never});
    row("an element that can never hold",
        {withProvision("refer", "      elements:\n" + element("one", "activity.abroad")
                                    + element("two", "item.odd and not item.odd"))},
        {u"now|more"_s + never, u"now|more/two|this element can never hold"_s});
    row("elements that can never hold together",
        {withProvision("refer", "      elements:\n" + element("one", "item.odd") + element("two", "not item.odd"))},
        {u"now|more"_s + never});
    row("an element that two choices rule out",
        {withProvision("refer", "      elements:\n"
                                    + element("two", "item.kind is thing and activity.where is web "
                                                     "and item.kind is other"))},
        {u"now|more"_s + never, u"now|more/two|this element can never hold"_s});
    row("an exception within another", {withException("again", "activity.spoken and item.odd")},
        {u"now|supply/again"_s + useless});
    row("an exception within two others",
        {withException("again", "activity.spoken and item.odd or activity.told and item.kind is thing")},
        {u"now|supply/again"_s + useless});
    row("an exception beyond its provision", {withException("again", "not activity.abroad")},
        {u"now|supply/again"_s + useless});
    row("an exception that can never hold", {withException("again", "false")}, {u"now|supply/again"_s + useless});
    row("an exception that two others are within",
        {withException("again", "activity.spoken or activity.permitted or item.odd")},
        QStringList{u"now|supply/spoken"_s + useless, u"now|supply/permitted"_s + useless}
            + outcomes({u"covered-by-permit"_s}));
    row("two exceptions of one condition", {withException("again", "activity.spoken")}, {});
    row("two exceptions that say one thing in two ways", {withException("again", "not not activity.spoken")}, {});
    row("a duty that can never arise",
        {{"      keep_until: five years\n      when: activity.abroad\n",
          "      keep_until: five years\n      when: item.odd and not item.odd\n"}},
        {u"now|record|this duty can never arise"_s});
    row("a warning that can never be given",
        {{"      text: Look twice.\n      cite: somewhere\n      when: item.odd\n",
          "      text: Look twice.\n      cite: somewhere\n      when: item.kind is thing and item.kind is "
          "other\n"}},
        {u"now|oddity|this warning can never be given"_s});
    row("a stopping warning that can never be given",
        {{"      when: case.hit\n", "      when: case.hit and not case.hit\n"}},
        QStringList{u"now|sanctions|this warning can never be given"_s} + outcomes({u"stop-and-refer"_s}));

    row("nothing stops", {{"      stops: true\n      refers_to: Somebody\n", ""}}, outcomes({u"stop-and-refer"_s}));
    row("no permits", {{"        kind: permit\n", "        kind: notification\n"}},
        outcomes({u"permit-likely-required"_s, u"advice-needed"_s}));
    row("no approvals", {{"        kind: approval\n", "        kind: permit\n"}},
        outcomes({u"approval-likely-required"_s}));
    row("no doubt", {withProvision("permit", "      elements:\n" + element("one", "true"))},
        outcomes({u"approval-likely-required"_s, u"advice-needed"_s, u"notify"_s, u"covered-by-permit"_s,
                  u"permit-unlikely"_s, u"not-controlled"_s}));
    row("no notifications", {{"          effect: notifies\n", ""}}, outcomes({u"notify"_s}));
    row("nothing covers", {{"          effect: covers\n", ""}}, outcomes({u"covered-by-permit"_s}));
    row("nothing frees", {{"          title: Spoken\n", "          title: Spoken\n          effect: covers\n"}},
        outcomes({u"permit-unlikely"_s}));
    row("nothing is free of control",
        {withProvision("notification", "      elements:\n" + element("one", "true"),
                       "      exceptions:\n" + element("two", "activity.spoken", "frees")
                           + element("three", "activity.permitted", "covers"))},
        outcomes({u"not-controlled"_s}));
    row("all is referred", {withProvision("refer", "      elements:\n" + element("one", "true"))},
        outcomes({u"notify"_s, u"covered-by-permit"_s, u"permit-unlikely"_s, u"not-controlled"_s}));

    const Change colour = withFact("item.colour", "yes_no");
    row("a question for nothing", {colour}, {u"|item.colour"_s + idle});
    row("questions for nothing",
        {colour,
         {"    when: item.kind is thing or item.kind is paper and item.odd\n", "    when: item.kind is thing\n"},
         {"      when: item.odd\n", "      when: item.kind is paper\n"}},
        {u"|item.colour"_s + idle, u"|item.odd"_s + idle});
    row("a question that cancels itself out",
        {colour,
         {"          when: activity.spoken\n",
          "          when: activity.spoken and (item.colour or not item.colour)\n"}},
        {u"|item.colour"_s + idle});
    row("a question that only a rule names which nothing names",
        {colour,
         before("category: 5P1\n", "  - id: idle\n    title: Idle\n    cite: somewhere\n    when: item.colour\n")},
        {u"|item.colour"_s + idle});
    row("a question of an element",
        {colour, {"          when: activity.spoken\n", "          when: activity.spoken and item.colour\n"}}, {});
    row("a question of an entry",
        {colour, {"    asks: Is it a radio?\n", "    asks: Is it a radio?\n    when: item.colour\n"}}, {});
    row("a question of a decontrol note",
        {colour,
         {"        asks: Is it of one kind?\n", "        asks: Is it of one kind?\n        not_if:\n         "
                                                " - title: Red\n            when: item.colour\n"}},
        {});
    row("a question of a rule of an entry",
        {colour,
         {"    asks: Is it a radio?\n", "    asks: Is it a radio?\n    when: coloured\n"},
         before("category: 5P1\n", "  - id: coloured\n    title: Coloured\n    cite: somewhere\n    when: bright\n"
                                   "  - id: bright\n    title: Bright\n    cite: somewhere\n    when: item.colour\n")},
        {});
    row("a question of a state's rule of an entry",
        {colour,
         {"    asks: Is it a radio?\n", "    asks: Is it a radio?\n    when: coloured\n"},
         before("  provisions:\n", "  rules:\n    - id: coloured\n      title: Coloured\n      cite: somewhere\n"
                                   "      when: item.colour\n")},
        {});
    row("a question of a state's rule that hides another",
        {colour,
         {"    asks: Is it a radio?\n", "    asks: Is it a radio?\n    when: coloured\n"},
         before("category: 5P1\n", "  - id: coloured\n    title: Coloured\n    cite: somewhere\n    when: item.odd\n"),
         before("  provisions:\n", "  rules:\n    - id: coloured\n      title: Coloured\n      cite: somewhere\n"
                                   "      when: item.colour\n")},
        {});
    row("a question of a category",
        {colour, {"      scope: Arms\n", "      scope: Arms\n      in_question: item.colour\n"}}, {});
    row("a question on the page of the warnings",
        {before("  - id: activity.abroad\n", "  - id: case.notice\n    scope: case\n    kind: yes_no\n"
                                             "    prompt: And a notice?\n    why: First.\n    cite: somewhere\n"
                                             "    page: start\n")},
        {});
    row("questions of one formula",
        {withFact("item.width", "quantity\n    unit_kind: length"),
         before("  - id: item.odd\n",
                "  - id: item.height\n    scope: item\n    kind: quantity\n    unit_kind: length\n"
                "    prompt: How high?\n    why: Because.\n    cite: somewhere\n"),
         {"          when: activity.spoken\n",
          "          when: activity.spoken and item.width * item.height < 1 m²\n"}},
        {});
    row("questions at operating points",
        {withFact("item.height", "quantity\n    unit_kind: length"),
         before("  - id: item.odd\n", "  - id: width\n    scope: point\n    kind: quantity\n    unit_kind: length\n"
                                      "    prompt: How wide?\n    why: Because.\n"),
         {"          when: activity.spoken\n",
          "          when: activity.spoken and at some point (width > 1 m and small)\n"},
         before("category: 5P1\n", "  - id: small\n    title: Small\n    cite: somewhere\n"
                                   "    when: item.height < 1 m\n")},
        {});

    row("a complete category without entries", {after("      scope: Arms\n", "      complete: true\n")},
        {u"|ML|declared complete, but it holds nothing"_s});
    row("a complete category of reserved positions",
        {{"    asks: Is it a radio?\n    any:\n      a:\n        title: Of one kind\n        asks: Is it of "
          "one kind?\n"
          "      b:\n        title: Not used\n        reserved: true\n",
          "    reserved: true\n"}},
        {u"|5P1|declared complete, but it holds nothing"_s});
}

void VerificationTest::problems()
{
    QFETCH(Changes, changes);
    QFETCH(QStringList, expected);
    QByteArray yaml = sound;
    for (const auto &[piece, by] : std::as_const(changes))
        yaml = doctored(yaml, piece, by);
    const Verification found = verification::verify(rulesFrom(yaml), 3);
    QStringList lines = asText(found.problems);
    lines.sort();
    expected.sort();
    QCOMPARE(lines.join(u'\n'), expected.join(u'\n'));
    // What is reached and what is out of reach are all there is.
    QStringList outcomes = namesOf(found.outcomes);
    for (const Problem &problem : found.problems) {
        if (allOutcomes.contains(problem.where))
            outcomes.append(problem.where);
    }
    outcomes.sort();
    QStringList all = allOutcomes;
    all.sort();
    QCOMPARE(outcomes, all);
}

void VerificationTest::noStates()
{
    language::RuleBook rules = rulesFrom(sound);
    rules.states.clear();
    const Verification found = verification::verify(rules);
    QVERIFY(found.provisions.isEmpty() && found.outcomes.isEmpty() && found.problems.isEmpty());
    QCOMPARE(found.interviewsWalked, 0);
}

QTEST_GUILESS_MAIN(VerificationTest)
#include "verification_test.moc"
