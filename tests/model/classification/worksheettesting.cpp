// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worksheettesting.h"

#include "model/reasoning/answersjson.h"

#include "yamlrules.h"

using namespace Qt::StringLiterals;

namespace clearway::testing {

namespace {

const QByteArray head = R"(catalogue:
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
    - id: "3"
      part: 2
      title: Electronics
      scope: Chips
      complete: true
kinds:
  - id: rate
    title: sample rate
    base_unit: SPS
  - id: power
    title: power
    base_unit: W
  - id: time
    title: time
    base_unit: s
  - id: energy
    title: energy
    base_unit: J
    dimension:
      power: 1
      time: 1
  - id: temperature
    title: temperature
    base_unit: K
  - id: share
    title: share
    base_unit: "1"
    dimension: none
units:
  - name: SPS
    kind: rate
  - name: GSPS
    kind: rate
    factor: 1e9
  - name: W
    kind: power
  - name: mW
    kind: power
    factor: 1e-3
  - name: dBm
    kind: power
    scale: logarithmic
    factor: 1e-3
    divisor: 10
  - name: s
    kind: time
  - name: ns
    kind: time
    factor: 1e-9
  - name: J
    kind: energy
  - name: pJ
    kind: energy
    factor: 1e-12
  - name: K
    kind: temperature
  - name: °C
    kind: temperature
    offset: 273.15
  - name: "1"
    kind: share
  - name: "%"
    kind: share
    factor: 0.01
tables:
  - id: most_power
    title: Power by rate
    key: rate
    value: power
    rows:
      - up_to: 1 GSPS
        value: 20 dBm
      - up_to: 10 GSPS
        value: 10 dBm
rules:
  - id: rugged
    title: Built for rough use
    cite: somewhere
    when: item.sealed and item.shock
  - id: guessed
    title: Guessed
    cite: somewhere
    grade: inference
    verified: false
    when: item.shock
category: "3"
part: 2
group: A
)";

QByteArray fact(const QByteArray &id, const QByteArray &kind, const QByteArray &more = {})
{
    const QByteArray scope = id.contains('.') ? id.left(id.indexOf('.')) : QByteArray("point");
    return "  - id: " + id + "\n    scope: " + scope + "\n    kind: " + kind + "\n    prompt: What of " + id
           + "?\n    why: Because.\n    cite: somewhere\n" + more;
}

QByteArray quantity(const QByteArray &id, const QByteArray &kind, const QByteArray &unit)
{
    return fact(id, "quantity", "    unit_kind: " + kind + "\n    unit: \"" + unit + "\"\n");
}

} // namespace

language::RuleBook worksheetRules(const QByteArray &entries)
{
    QByteArray facts =
        "facts:\n  - id: case.date\n    scope: case\n    kind: date\n    prompt: When?\n    derived: true\n";
    for (const char *id : {"item.sealed", "item.shock", "item.toy"})
        facts += fact(id, "yes_no");
    facts += fact("item.entries", "entries");
    facts += fact("item.use", "choice",
                  "    choices:\n      - id: space\n        text: In space\n      - id: home\n        text: At home\n");
    facts += quantity("item.sample_rate", "rate", "GSPS") + quantity("item.power", "power", "W")
             + quantity("item.delay", "time", "ns") + quantity("item.heat", "temperature", "°C")
             + quantity("item.load", "share", "%") + quantity("point_rate", "rate", "GSPS")
             + quantity("point_power", "power", "W");
    const QByteArray state = "state:\n  id: now\n  title: A state\n  act: Act\n  regulation: Regulation\n  list: S1\n"
                             "  list_held: true\n  operates_from: 2024-09-01\n  provisions:\n    - id: one\n"
                             "      title: One\n      cite: somewhere\n      regulates: this\n      requires:\n"
                             "        id: permit-one\n        kind: permit\n        title: A permit\n"
                             "        decided_by: Somebody\n        cite: somewhere\n        steps: Apply.\n"
                             "      elements:\n        - id: one\n          title: One\n          cite: somewhere\n"
                             "          when: item.toy\n";
    return rulesFrom(head + "entries:\n" + entries + facts + state);
}

reasoning::Answers itemAnswers(const language::RuleBook &rules, const QByteArray &json)
{
    const QByteArray whole =
        R"({"on": "2025-06-02", "activities": [{"id": "a1", "items": ["i1"]}], "items": [{"id": "i1", )"
        + (json.contains("\"points\"") || json.contains("\"facts\"") ? json : QByteArray(R"("facts": {)" + json + '}'))
        + "}]}";
    const auto answers = reasoning::readAnswers(whole, rules);
    if (!answers)
        qFatal("%s: %s", json.constData(), qPrintable(answers.error().first().toText(u"answers"_s)));
    return *answers;
}

classification::Worksheet sheetOf(const language::RuleBook &rules, const QString &code,
                                  const reasoning::Answers &answers)
{
    return classification::worksheetOf(
        code, {&rules, &rules.states.last(), &answers, classification::combinationOf(answers, u"i1"_s), -1});
}

} // namespace clearway::testing
