// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrules.h"

#include "model/reasoning/answersjson.h"

#include "yamlrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::testing {

using reasoning::Answers;
using reasoning::Context;
using reasoning::Truth;

namespace {

const QByteArray rulesYaml = R"(catalogue:
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
      in_question: item.areas has any of (optics, unknown)
    - id: 5P1
      part: 2
      title: Radio
      scope: Radios
      complete: true
      in_question: item.areas has any of (radio, unknown)
    - id: ML
      part: 1
      title: Arms
      scope: Arms
      in_question: item.military
kinds:
  - id: length
    title: length
    base_unit: m
  - id: area
    title: area
    base_unit: m²
    dimension:
      length: 2
  - id: frequency
    title: frequency
    base_unit: Hz
  - id: power
    title: power
    base_unit: W
  - id: temperature
    title: temperature
    base_unit: K
units:
  - name: m
    kind: length
  - name: mm
    kind: length
    factor: 1e-3
  - name: inch
    kind: length
    factor: 0.0254
  - name: m²
    kind: area
  - name: Hz
    kind: frequency
  - name: GHz
    kind: frequency
    factor: 1e9
  - name: W
    kind: power
  - name: dBm
    kind: power
    scale: logarithmic
    factor: 1e-3
    divisor: 10
  - name: K
    kind: temperature
  - name: °C
    kind: temperature
    offset: 273.15
countries:
  AU: Australia
  FR: France
  JP: Japan
  "NO": Norway
country_groups:
  - id: partners
    title: Partners
    instrument: Sample instrument
    as_at: 2024-09-01
    members:
      - JP
      - NO
tables:
  - id: limit
    title: Limit by frequency
    key: frequency
    value: power
    rows:
      - up_to: 10 GHz
        inclusive: false
        value: 20 dBm
      - up_to: 10 GHz
        value: 15 dBm
      - up_to: 57 GHz
        value: 0.5 W
rules:
  - id: checked
    title: Checked
    cite: somewhere
    when: item.a
  - id: guessed
    title: Guessed
    cite: somewhere
    grade: inference
    verified: false
    when: item.a
  - id: on_a_guess
    title: On a guess
    cite: somewhere
    when: guessed or item.b
category: 5P1
part: 2
group: A
entries:
  "5A001":
    title: Radio equipment
    when: item.own
    not_if:
      - title: Toys
        when: item.toy
      - title: Trifles
        when: item.trifle
        verified: false
    any:
      a:
        title: Of kind a
        sensitive: true
        when: item.a
      b:
        title: Of kind b
        when: item.b
        not_if:
          - title: Small ones
            when: item.small
        all:
          "1":
            title: Of kind c
            when: item.c
          "2":
            title: Not used
            reserved: true
          "3":
            title: Of kind d
            when: item.d
      c:
        title: Not used
        reserved: true
  "5A002":
    title: Everything at once
    very_sensitive: true
    all:
      a:
        title: Not used
        reserved: true
      b:
        title: Of kind c
        when: item.c
  "5A003":
    title: Not used
    reserved: true
  "5A004":
    title: Whatever a strong one is
    any:
      a:
        title: Strong somewhere
        when: at some point (power > 1 W and carrier > 1 GHz)
      b:
        title: Of the first
        when: '"5A001.b.1" and item.small'
  "5A005":
    title: Of a special kind
    when: item.special
    examples:
      a:
        title: Small ones
        when: item.small
      b:
        title: Not used
        reserved: true
)";

QByteArray factYaml(const QByteArray &id, const QByteArray &kind, const QByteArray &more = {})
{
    const QByteArray scope = id.contains('.') ? id.left(id.indexOf('.')) : QByteArray("point");
    return "  - id: " + id + "\n    scope: " + scope + "\n    kind: " + kind
           + "\n    prompt: And this?\n    why: Because.\n    cite: somewhere\n" + more;
}

QByteArray choicesYaml(const QByteArrayList &ids, const QByteArray &exclusive = {})
{
    QByteArray yaml = "    choices:\n";
    for (const QByteArray &id : ids)
        yaml += "      - id: " + id + "\n        text: This\n" + (id == exclusive ? "        exclusive: true\n" : "");
    return yaml;
}

QByteArray stateYaml(const QByteArray &id, bool listHeld, const QByteArray &localRule)
{
    return "state:\n  id: " + id + "\n  title: A state\n  act: Act\n  regulation: Regulation\n  list: S1\n"
           + (listHeld ? "  list_held: true\n" : "") + "  operates_from: 20" + (listHeld ? "24" : "12")
           + "-09-01\n  rules:\n    - id: local\n      title: Local\n      cite: somewhere\n      when: " + localRule
           + "\n  provisions:\n    - id: one\n      title: One\n      cite: somewhere\n      regulates: "
             "this\n"
             "      requires:\n        id: permit-one\n        kind: permit\n        title: A permit\n"
             "        decided_by: Somebody\n        cite: somewhere\n        steps: Apply.\n"
             "      elements:\n        - id: one\n          title: One\n          cite: somewhere\n          "
             "when: item.a\n";
}

/// Of both states; a file holds one.
language::RuleBook compiled()
{
    QByteArray facts =
        "facts:\n  - id: case.date\n    scope: case\n    kind: date\n    prompt: When?\n    derived: true\n";
    for (const char *id : {"case.hit", "activity.gives", "item.a", "item.b", "item.c", "item.d", "item.own", "item.toy",
                           "item.trifle", "item.small", "item.military", "recipient.kin"})
        facts += factYaml(id, "yes_no");
    facts += factYaml("item.special", "judgement") + factYaml("case.day", "date")
             + factYaml("recipient.place", "country") + factYaml("item.entries", "entries")
             + factYaml("item.serves", "entries")
             + factYaml("activity.medium", "choice", choicesYaml({"speech", "file", "mail"}))
             + factYaml("item.areas", "choices", choicesYaml({"radio", "optics", "sound", "unknown"}, "unknown"));
    for (const char *id : {"item.length", "item.width"})
        facts += factYaml(id, "quantity", "    unit_kind: length\n");
    facts += factYaml("item.area", "quantity", "    unit_kind: area\n")
             + factYaml("item.heat", "quantity", "    unit_kind: temperature\n")
             + factYaml("power", "quantity", "    unit_kind: power\n")
             + factYaml("carrier", "quantity", "    unit_kind: frequency\n");
    const QByteArray yaml = rulesYaml + facts;
    language::RuleBook rules = rulesFrom(yaml + stateYaml("now", true, "item.a"));
    rules.states.prepend(rulesFrom(yaml + stateYaml("old", false, "item.b")).states.first());
    return rules;
}

} // namespace

const language::RuleBook &evaluationRules()
{
    static const language::RuleBook book = compiled();
    return book;
}

Answers answersFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.isEmpty() ? QByteArray("{}") : json, &error);
    if (!document.isObject())
        qFatal("%s: %s", json.constData(), qPrintable(error.errorString()));
    Answers answers = Answers::single(QDate(2025, 6, 2));
    const reasoning::Combination combination = answers.combinations().first();
    const auto set = [&](const QJsonObject &facts, int point) {
        for (auto it = facts.begin(); it != facts.end(); ++it) {
            if (it.key() == "points"_L1)
                continue;
            const auto fact = evaluationRules().facts.constFind(it.key());
            if (fact == evaluationRules().facts.cend())
                qFatal("no fact %s", qPrintable(it.key()));
            const auto value = reasoning::valueFromJson(it.value(), *fact, evaluationRules());
            if (!value)
                qFatal("%s is no value: %s", qPrintable(it.key()), qPrintable(value.error()));
            answers.set(Answers::keyFor(*fact, combination, point), *value);
        }
    };
    set(document.object(), -1);
    const QJsonArray points = document["points"_L1].toArray();
    answers.items.first().points = int(points.size());
    for (int point = 0; point < points.size(); ++point)
        set(points[point].toObject(), point);
    return answers;
}

Context contextOf(const Answers &answers, const QString &state)
{
    return {&evaluationRules(), evaluationRules().state(state), &answers, answers.combinations().first(), -1, nullptr};
}

QString textOf(Truth truth)
{
    return truth == Truth::True ? u"true"_s : truth == Truth::False ? u"false"_s : u"unknown"_s;
}

} // namespace clearway::testing
