// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_catalogue.h"

using namespace Qt::StringLiterals;
using clearway::store::Sources;

namespace {

const char catalogueYaml[] = R"(catalogue:
  version: 0.0.1
  law_checked: 2024-10-14
  law_checked_against: nothing, this is a sample
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
      in_question: item.areas has any of (radio, unknown)
    - id: ML
      part: 1
      title: Munitions
      scope: Arms
)";

const char unitsYaml[] = R"(kinds:
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
  - id: count
    title: count
    base_unit: "1"
    dimension: none
units:
  - name: m
    kind: length
  - name: µm
    aliases:
      - um
      - micron
    kind: length
    factor: 1e-6
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
  - name: "1"
    kind: count
)";

const char factsYaml[] = R"(facts:
  - id: case.date
    scope: case
    kind: date
    prompt: On which day?
    derived: true
  - id: case.sanctions
    scope: case
    kind: yes_no
    prompt: Is anybody involved on a sanctions list?
    why: It comes before every permit question.
    cite: sanctions law
    cost: 2
    page: start
    assumed: "no"
    settled_by: A search of the consolidated list
  - id: activity.medium
    scope: activity
    kind: choice
    prompt: How does it travel?
    why: Spoken words are treated apart.
    cite: s 10(1A)
    conduct: true
    choices:
      - id: speech
        text: Spoken
        help: A talk.
      - id: file
        text: As a file
  - id: item.areas
    scope: item
    kind: choices
    prompt: Which areas come near?
    why: Only those are walked.
    cite: the list
    choices:
      - id: radio
        text: Radio
      - id: unknown
        text: I do not know
        exclusive: true
  - id: item.entries
    scope: item
    kind: entries
    prompt: Which entries apply?
    why: Listed or not.
    cite: the list
    cost: 100
  - id: recipient.place
    scope: recipient
    kind: country
    prompt: Where is the recipient?
    why: Supply abroad is regulated.
    cite: s 10(1)(b)
  - id: output_power
    scope: point
    kind: quantity
    prompt: What output power?
    why: The entry has a limit.
    unit_kind: power
    unit: dBm
    measure: At the connector.
  - id: carrier
    scope: point
    kind: quantity
    prompt: At what carrier frequency?
    why: The entry has a limit.
    unit_kind: frequency
  - id: side
    scope: item
    kind: quantity
    prompt: How long is its side?
    why: The entry has a limit.
    unit_kind: length
countries:
  AU: Australia
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
  - id: power_limit
    title: Power limit by frequency
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
)";

const char entriesYaml[] = R"(# A comment that leaves no trace.
category: 5P1
part: 2
group: A
when: not case.sanctions
entries:
  "5A001":
    title: Radio equipment
    summary: Transmitters and receivers for telecommunication.
    regime: wassenaar
    keywords:
      - wireless
      - transceiver
    see:
      - "5A001.b"
      - "3A001.a"
    any:
      a:
        title: Strong transmitters
        sensitive: true
        when: |
          at some point (
            output_power > table power_limit(carrier)
            and carrier in [1 GHz, 57 GHz)
          )
        not_if:
          - title: Small antennas
            text: Those of a small side are left out.
            when: side * side <= 0.01 m²
            verified: false
        notes:
          - technical: Power is measured at the connector.
          - see: Look at the sample.
      b:
        title: Interception equipment
        asks: Is it specially designed to intercept?
        asks_help: A test receiver is not.
        judgement: true
        very_sensitive: Only what decodes.
        all:
          "1":
            title: Of long side
            when: side >= 3 µm
          "2":
            title: Not used
            reserved: true
          "3":
            title: Équipement spécial
            keywords:
              - Überwachung
            when: '"5A001.a" or item.areas has radio'
  "5A101":
    title: Telemetry
    asks: Is it telemetry equipment?
    when: side > 1 m
    very_sensitive: true
    very_sensitive_when: item.areas has radio
)";

const char lawYaml[] = R"(rules:
  - id: abroad
    title: Abroad
    cite: s 10
    when: recipient.place is not AU
state:
  id: "2024"
  title: As amended in 2024
  act: Compilation 9
  regulation: Compilation 5
  list: S1
  list_held: true
  operates_from: 2024-09-01
  note: A sample.
  rules:
    - id: listed
      title: Listed
      summary: An entry applies.
      cite: s 4(1)
      grade: official
      when: item.entries within ("5A001", "5A101") or item.entries in sensitive_list
  provisions:
    - id: s10
      title: Supply
      summary: Sending it abroad.
      cite: s 10(1)
      regulates: sending technology abroad
      operates_from: 2025-03-01
      requires:
        id: permit-s11
        kind: permit
        title: A permit
        decided_by: The Minister
        cite: s 11
        steps: |
          Apply.
          Wait.
        usual_time: 15 working days
      elements:
        - id: overseas
          title: Abroad
          cite: s 10(1)(b)
          when: abroad
        - id: listed
          title: Listed
          cite: s 10(1)
          grade: inference
          verified: false
          when: listed
      exceptions:
        - id: spoken
          title: Spoken
          cite: s 10(1A)
          grade: secondary
          leans_on: A guide
          effect: frees
          then: Keep a note
          would_change: Say it instead
          when: activity.medium is speech
        - id: partner
          title: Partners
          cite: s 5C
          effect: notifies
          when: recipient.place in group partners and case.date >= 2025-01-01
  duties:
    - id: record-s58
      title: Keep a record
      text: Keep what was sent.
      cite: s 58
      keep_until: 5 years from the supply
      keep_years: 5
      keep_from: the day of the supply
      keep_verified: false
      when: abroad
  warnings:
    - id: sanctions
      title: Sanctions
      text: Stop.
      cite: sanctions law
      stops: true
      refers_to: The sanctions office
      when: case.sanctions
)";

const char oldYaml[] = R"(state:
  id: "2015"
  title: As amended in 2015
  act: Compilation 1
  regulation: Compilation 1
  list: Older
  operates_from: 2016-04-02
  operates_until: 2024-08-31
  rules:
    - id: listed
      title: Listed
      cite: s 4
      when: not item.entries is empty
  provisions:
    - id: s10
      title: Supply
      cite: s 10
      regulates: sending technology abroad
      requires:
        id: permit-s11
        kind: permit
        title: A permit
        decided_by: The Minister
        cite: s 11
        steps: Apply.
      elements:
        - id: overseas
          title: Abroad
          cite: s 10(1)(b)
          when: abroad and listed
)";

const char termsYaml[] = R"(definitions:
  - term: Local area network
    also:
      - local area networks
      - LAN
    text: A network of one place.
    applies_to: all
    cite: Division 4
    see:
      - "3A001.a"
  - term: Network
    text: What connects radios.
    applies_to:
      - 5P1
    cite: Division 4
    verified: false
  - term: network
    text: What connects arms.
    applies_to:
      - ML8
    cite: Division 4
equivalents:
  - id: abroad
    title: List abroad
    edition: its first
    note: Whole entries only.
    rules:
      - codes:
          - "ML22"
        note: It has none.
        verified: false
      - codes:
          - "ML8.a"
        number: X.7
        note: By itself there.
      - codes:
          - "5A0??"
          - "5B0??"
        number: "{category}.{group}.{number}"
        note: The same family.
)";

const char practiceYaml[] = R"(facts:
  - id: activity.kind
    scope: activity
    kind: choice
    prompt: What is it?
    why: Each has its rules.
    cite: s 10
    page: start
    choices:
      - id: publish
        text: Publish
      - id: send
        text: Send
  - id: item.kind
    scope: item
    kind: choice
    prompt: What goes?
    why: Each has its rules.
    cite: s 4
    page: start
    choices:
      - id: paper
        text: A paper
      - id: thing
        text: A thing
starting_points:
  - id: journal
    title: A manuscript to a journal
    summary: Publish a paper, and send it out before.
    activities:
      - publish
      - send
    items:
      - kind: paper
        title: The manuscript
      - kind: thing
        title: The sample
        with:
          - send
    facts:
      case.sanctions: "no"
    hint: The copy that goes out first is sent.
  - id: poster
    title: A poster
    summary: Publish a poster.
    activities:
      - publish
    items:
      - kind: paper
        title: The poster
    hint: Its abstract goes out before.
applications:
  - id: permit
    title: An application for a permit
    summary: To supply.
    requirements:
      - permit-s11
    lodged_with: The Minister
    usual_time: 15 working days
    cite: s 11
    grade: unread
    verified: false
    leans_on: What other forms ask for
    fields:
      - id: applicant
        title: Who applies
        help: The institution.
        from: about.institution
      - id: end_user
        title: Who will use it in the end
        from: recipients
      - id: place
        title: Where they are
        from: recipient.place
      - id: signature
        title: Signature
  - id: assessment
    title: An assessment
    summary: Where it is open whether it is listed.
    when_unsure: true
    lodged_with: Defence
    cite: guidance
    grade: official
    fields:
      - id: item
        title: What it is
        from: items
)";

const char wordsYaml[] = R"(synonyms:
  - - drone
    - unmanned aerial vehicle
    - UAV
  - - fibre
    - fiber

ordinary:
  - id: bread
    title: Baking bread
    words:
      - oven
      - sourdough starter
  - id: hand-tools
    title: Tools of a workshop
    words:
      - hammer
)";

} // namespace

Sources sampleSources()
{
    return {{u"catalogue.yaml"_s, catalogueYaml},
            {u"entries.yaml"_s, entriesYaml},
            {u"facts.yaml"_s, factsYaml},
            {u"law.yaml"_s, lawYaml},
            {u"old.yaml"_s, oldYaml},
            {u"practice.yaml"_s, practiceYaml},
            {u"terms.yaml"_s, termsYaml},
            {u"units.yaml"_s, unitsYaml},
            {u"words.yaml"_s, wordsYaml}};
}

Sources sampleWith(const QString &file, const QString &piece, const QString &by)
{
    Sources sources = sampleSources();
    for (auto &source : sources) {
        if (source.path != file)
            continue;
        const QByteArray before = source.bytes;
        const qsizetype at = before.indexOf(piece.toUtf8());
        Q_ASSERT_X(at >= 0, "sampleWith", qPrintable(piece));
        if (at < 0)
            qFatal("the sample has no piece %s", qPrintable(piece));
        source.bytes.replace(at, piece.toUtf8().size(), by.toUtf8());
    }
    return sources;
}
