// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"

#include "sample_catalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;

// Each row breaks the sample in one place, and says all that the compiler must then say.
class TestRefusals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void tellsAllOfThemInOneRun();
    void findsCirclesOfOneState();
    void refusesTheSameFileTwice();
    void refusesWhatNamesNoCatalogue();
};

namespace {

QString said(const store::Sources &sources)
{
    const auto rules = compiler::compile(sources);
    if (rules)
        return {};
    QStringList lines;
    for (const auto &error : rules.error())
        lines.append(error.toText());
    return lines.join(u'\n');
}

const QString entries = u"entries.yaml"_s;
const QString facts = u"facts.yaml"_s;
const QString law = u"law.yaml"_s;
const QString old = u"old.yaml"_s;
const QString units = u"units.yaml"_s;
const QString catalogue = u"catalogue.yaml"_s;
const QString terms = u"terms.yaml"_s;
const QString practice = u"practice.yaml"_s;
const QString wordsFile = u"words.yaml"_s;

void row(const char *name, const QString &file, const QString &piece, const QString &by, const QString &said)
{
    QTest::newRow(name) << file << piece << by << said;
}

void thesaurusRows()
{
    row("synonym of nothing", wordsFile, u"    - fiber\n"_s, {},
        u"words.yaml:5:5: a group of synonyms has not two expressions; expected a list of at least two that mean the same"_s);
    row("group of synonyms is a word", wordsFile, u"  - - fibre\n    - fiber\n"_s, u"  - fibre\n"_s,
        u"words.yaml:5:5: a group of synonyms has not two expressions; expected a list of at least two that mean the same"_s);
    row("synonym in two groups", wordsFile, u"    - fiber\n"_s, u"    - uav\n"_s,
        u"words.yaml:6:7: “uav” stands twice; expected it once; the first is in words.yaml:4"_s);
    row("topic without words", wordsFile, u"    words:\n      - hammer\n"_s, {},
        u"words.yaml:14:5: ordinary topic “hand-tools” has no `words`; expected `words: …`"_s);
    row("word twice in a topic", wordsFile, u"- sourdough starter"_s, u"- Oven"_s,
        u"words.yaml:13:9: “Oven” stands twice; expected it once; the first is in words.yaml:12"_s);
    row("topic twice", wordsFile, u"id: hand-tools"_s, u"id: bread"_s,
        u"words.yaml:14:9: “bread” stands twice; expected it once; the first is in words.yaml:9"_s);
    row("id of a topic", wordsFile, u"id: hand-tools"_s, u"id: hand tools"_s,
        u"words.yaml:14:9: “hand tools” cannot be an id; expected letters, digits, - and _"_s);
}

void structureRows()
{
    row("unknown top key", facts, u"tables:"_s, u"tabels:"_s,
        u"entries.yaml:23:34: unknown table “power_limit”; expected a table\n"
        "facts.yaml:87:1: the file has an unknown key “tabels”; expected `tables`"_s);
    row("unknown key", facts, u"    settled_by:"_s, u"    setled_by:"_s,
        u"facts.yaml:16:5: fact “case.sanctions” has an unknown key “setled_by”; expected `settled_by`"_s);
    row("duplicate key", facts, u"    cost: 2\n"_s, u"    cost: 2\n    cost: 3\n"_s,
        u"facts.yaml:14:5: the key “cost” is here twice; expected it once; the first is in line 13"_s);
    row("help names no group", facts, u"    cost: 2\n"_s, u"    cost: 2\n    help: In {countries of partner}.\n"_s,
        u"facts.yaml:7:9: the help of fact “case.sanctions” names the country group “partner”, which there is not; "
        "expected `partners`"_s);
    row("text for a list", entries, u"    keywords:\n      - wireless\n      - transceiver\n"_s,
        u"    keywords: wireless\n"_s, u"entries.yaml:11:15: `keywords` is a text; expected a list, one “- ” a line"_s);
    row("list for a text", entries, u"    regime: wassenaar\n"_s, u"    regime:\n      - wassenaar\n"_s,
        u"entries.yaml:11:7: `regime` is a list; expected a text"_s);
    row("nothing after a key", entries, u"    regime: wassenaar\n"_s, u"    regime:\n"_s,
        u"entries.yaml:10:5: `regime` is empty; expected a value, or no such line"_s);
    row("no flag", entries, u"reserved: true"_s, u"reserved: yes"_s,
        u"entries.yaml:44:11: entry 5A001.b.2 has no criterion; expected `asks`, `when`, `any` or `all`\n"
        "entries.yaml:46:23: `reserved` is “yes”; expected true or false"_s);
}

void catalogueRows()
{
    row("no such day", catalogue, u"from: 2024-09-01"_s, u"from: 2024-09-31"_s,
        u"catalogue.yaml:8:11: “2024-09-31” is no day; expected a day that exists, as YYYY-MM-DD"_s);
    row("no version", catalogue, u"  version: 0.0.1\n"_s, {},
        u"catalogue.yaml:2:3: `catalogue` has no `version`; expected `version: …`"_s);
    row("category twice", catalogue, u"- id: ML\n      part: 1"_s, u"- id: 5P1\n      part: 2"_s,
        u"catalogue.yaml:18:11: category “5P1” is declared twice; expected it once; the first is in catalogue.yaml:12"_s);
    row("finding is no entries fact", catalogue, u"finding: item.entries"_s, u"finding: item.areas"_s,
        u"catalogue.yaml:9:14: the fact “item.areas” cannot serve here; expected a fact of kind entries"_s);
    row("no such date fact", catalogue, u"  date: case.date"_s, u"  date: case.day"_s,
        u"catalogue.yaml:10:9: there is no fact “case.day”; expected a derived fact of kind date"_s);
}

void unitRows()
{
    row("no factor", units, u"1e-6"_s, u"a millionth"_s,
        u"entries.yaml:43:29: unknown unit “µm”; expected a unit of the catalogue; did you mean “m”?\n"
        "units.yaml:28:13: `factor` is “a millionth”; expected an exact number, as 0.0254, 1e-9 or 101325/760"_s);
    row("factor 0", units, u"1e-6"_s, u"0"_s,
        u"entries.yaml:43:29: unknown unit “µm”; expected a unit of the catalogue; did you mean “m”?\n"
        "units.yaml:28:13: unit “µm” has no size; expected a number above 0"_s);
    row("unknown kind of a unit", units, u"    kind: power\n    scale"_s, u"    kind: powr\n    scale"_s,
        u"facts.yaml:61:11: the kind “power” has no unit “dBm”; expected one of W\n"
        "facts.yaml:95:16: `value`: “dBm” is no known unit; expected power as a number with a unit (W)\n"
        "facts.yaml:97:16: `value`: “dBm” is no known unit; expected power as a number with a unit (W)\n"
        "units.yaml:39:11: there is no kind “powr”; expected `power`"_s);
    row("spelling taken", units, u"- micron"_s, u"- m"_s,
        u"entries.yaml:43:29: unknown unit “µm”; expected a unit of the catalogue; did you mean “m”?\n"
        "units.yaml:23:11: “µm” or one of its aliases is taken in kind length; expected spellings that no other unit of the kind has"_s);
    row("base unit missing", units, u"base_unit: Hz"_s, u"base_unit: hz"_s,
        u"units.yaml:10:9: kind “frequency” has no unit “hz”; expected its base unit among `units`"_s);
    row("base unit with a factor", units, u"base_unit: Hz"_s, u"base_unit: GHz"_s,
        u"units.yaml:10:9: “GHz” cannot be the base unit of “frequency”; expected a linear unit of factor 1 without an offset"_s);
    row("no base kind", units, u"      length: 2"_s, u"      lengths: 2"_s,
        u"entries.yaml:29:34: “0.01 m²” is an area; expected length^2\n"
        "units.yaml:5:9: kind “area” is made of “lengths”, which is no base kind; expected kinds that have no `dimension`"_s);
}

void factRows()
{
    row("no prompt", facts, u"    prompt: How does it travel?\n"_s, {},
        u"facts.yaml:17:5: fact “activity.medium” has no `prompt`; expected `prompt: …`"_s);
    row("no why", facts, u"    why: The entry has a limit.\n    unit_kind: power\n"_s, u"    unit_kind: power\n"_s,
        u"facts.yaml:55:5: fact “output_power” has no `why`; expected `why: …`"_s);
    row("no cite", facts, u"    cite: sanctions law\n"_s, {},
        u"facts.yaml:7:5: fact “case.sanctions” has no `cite`; expected `cite: …`"_s);
    row("long prompt", facts, u"How does it travel?"_s, u"a b c d e f g h i j k l m n o p q r s t u v w x y z?"_s,
        u"facts.yaml:20:13: the question has 26 words; expected at most 25"_s);
    row("unknown kind", facts, u"kind: country"_s, u"kind: contry"_s,
        u"facts.yaml:51:11: `kind` is “contry”; expected `country`\n"
        "law.yaml:5:27: “recipient.place” is not used this way; expected “recipient.place” or “not "
        "recipient.place”\n"
        "law.yaml:64:33: “recipient.place” is not used this way; expected “recipient.place” or “not recipient.place”"_s);
    row("unknown scope", facts, u"scope: recipient"_s, u"scope: person"_s,
        u"facts.yaml:49:9: fact “recipient.place” has the scope case; expected `case.…`, or no dot\n"
        "facts.yaml:50:12: `scope` is “person”; expected one of case, activity, item, point, recipient"_s);
    row("scope and prefix differ", facts, u"- id: output_power\n    scope: point"_s,
        u"- id: item.x\n    scope: point"_s,
        u"entries.yaml:23:13: unknown name “output_power”; expected a fact or a rule\n"
        "facts.yaml:55:5: fact “item.x” has no `cite`; expected `cite: …`\n"
        "facts.yaml:55:9: fact “item.x” has the scope point; expected `point.…`, or no dot"_s);
    row("no choices", facts,
        u"    choices:\n      - id: speech\n        text: Spoken\n        help: A talk.\n      - id: file\n        text: As a file\n"_s,
        {},
        u"facts.yaml:17:5: fact “activity.medium” has no choices; expected `choices:` with an id and a text "
        u"each\n"
        "law.yaml:59:36: “activity.medium” has no choice “speech”; expected one of "_s);
    row("choice twice", facts, u"- id: file"_s, u"- id: speech"_s,
        u"facts.yaml:28:13: choice “speech” is here twice; expected it once"_s);
    row("choices of a yes/no", facts, u"    assumed: \"no\"\n"_s, u"    choices:\n      - id: a\n        text: A\n"_s,
        u"facts.yaml:16:7: fact “case.sanctions” has choices; expected them only in the kinds choice and choices"_s);
    row("exclusive in a choice", facts, u"        help: A talk.\n"_s, u"        exclusive: true\n"_s,
        u"facts.yaml:27:20: choice “speech” is exclusive; expected that only in a fact of kind choices"_s);
    row("assumes what is no choice", facts, u"assumed: \"no\""_s, u"assumed: \"noo\""_s,
        u"facts.yaml:15:14: there is no choice “noo”; expected `no`"_s);
    row("unknown unit kind", facts, u"unit_kind: length"_s, u"unit_kind: lenght"_s,
        u"entries.yaml:29:34: “0.01 m²” is an area; expected a pure number\n"
        "entries.yaml:43:27: “3 µm” is a length; expected a number and a unit, such as “3 GHz”\n"
        "entries.yaml:55:18: “1 m” is a length; expected a number and a unit, such as “3 GHz”\n"
        "facts.yaml:74:16: there is no kind “lenght” of quantities; expected `length`"_s);
    row("unit of another kind", facts, u"unit: dBm"_s, u"unit: GHz"_s,
        u"facts.yaml:61:11: the kind “power” has no unit “GHz”; expected one of W, dBm"_s);
    row("fact twice", facts, u"- id: side"_s, u"- id: carrier"_s,
        u"entries.yaml:29:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:29:26: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:43:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:55:11: unknown name “side”; expected a fact or a rule\n"
        "facts.yaml:69:9: fact “carrier” is declared twice; expected it once; the first is in facts.yaml:63"_s);
    row("kept prefix", facts, u"- id: side\n    scope"_s, u"- id: meets.side\n    scope"_s,
        u"entries.yaml:29:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:29:26: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:43:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:55:11: unknown name “side”; expected a fact or a rule\n"
        "facts.yaml:69:5: fact “meets.side” has no `cite`; expected `cite: …`\n"
        "facts.yaml:69:9: “meets.side” is kept for the questions of entries; expected another id"_s);
    row("word of the language", facts, u"- id: side\n"_s, u"- id: table\n"_s,
        u"entries.yaml:29:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:29:26: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:43:19: unknown name “side”; expected a fact or a rule\n"
        "entries.yaml:55:11: unknown name “side”; expected a fact or a rule\n"
        "facts.yaml:69:9: “table” cannot be an id; expected lower-case letters, digits and _, with . between parts, and no word of the conditions"_s);
    row("cost", facts, u"cost: 2"_s, u"cost: 0"_s,
        u"facts.yaml:13:11: `cost` is “0”; expected a whole number from 1 to 1000"_s);
    row("rows fall", facts, u"up_to: 57 GHz"_s, u"up_to: 5 GHz"_s,
        u"facts.yaml:98:16: the row up to 5 GHz follows the one up to 10 GHz; expected rows in rising order"_s);
    row("rows of one limit", facts, u"        inclusive: false\n"_s, {},
        u"facts.yaml:95:16: the row up to 10 GHz follows the one up to 10 GHz; expected rows in rising order"_s);
    row("country code", facts, u"  JP: Japan"_s, u"  jp: Japan"_s,
        u"facts.yaml:77:3: “jp” is no country code; expected two capital letters of ISO 3166-1\n"
        "facts.yaml:85:9: there is no country “JP”; expected a code that stands under `countries`"_s);
    row("unknown member", facts, u"      - JP"_s, u"      - XX"_s,
        u"facts.yaml:85:9: there is no country “XX”; expected a code that stands under `countries`"_s);
}

void lawRows()
{
    row("inference that counts", law, u"          verified: false\n"_s, {},
        u"law.yaml:47:18: element “listed” has the grade inference and counts as verified; expected `verified: false`"_s);
    row("unread rule that counts", law, u"grade: official"_s, u"grade: unread"_s,
        u"law.yaml:20:14: rule “listed” has the grade unread and counts as verified; expected `verified: false`"_s);
    row("unknown grade", law, u"grade: official"_s, u"grade: offical"_s,
        u"law.yaml:20:14: `grade` is “offical”; expected `official`"_s);
    row("secondary without source", law, u"          leans_on: A guide\n"_s, {},
        u"law.yaml:54:18: exception “spoken” has the grade secondary; expected `leans_on:` with the source"_s);
    row("no cite of an element", law, u"          cite: s 10(1)(b)\n"_s, {},
        u"law.yaml:40:11: element “overseas” has no `cite`; expected `cite: …`"_s);
    row("no cite of a rule", law, u"    cite: s 10\n    when"_s, u"    when"_s,
        u"law.yaml:2:5: rule “abroad” has no `cite`; expected `cite: …`"_s);
    row("no condition", law, u"          when: listed\n"_s, {},
        u"law.yaml:44:11: element “listed” has no `when`; expected `when: …`"_s);
    row("unknown effect", law, u"effect: frees"_s, u"effect: free"_s,
        u"law.yaml:56:19: `effect` is “free”; expected `frees`"_s);
    row("unknown requirement", law, u"kind: permit"_s, u"kind: licence"_s,
        u"law.yaml:31:15: `kind` is “licence”; expected one of permit, approval, notification, stop, refer"_s);
    row("nobody to refer to", law, u"      refers_to: The sanctions office\n"_s, {},
        u"law.yaml:76:7: warning “sanctions” has no `refers_to`; expected `refers_to: …`"_s);
    row("a period without its beginning", law, u"      keep_from: the day of the supply\n"_s, {},
        u"law.yaml:66:7: duty “record-s58” has no `keep_from`; expected `keep_from: …`"_s);
    row("a period without words", law, u"      keep_until: 5 years from the supply\n"_s, {},
        u"law.yaml:70:19: duty “record-s58” has `keep_years` and no `keep_until`; expected the period in words with it"_s);
    row("element twice", law, u"- id: spoken"_s, u"- id: listed"_s,
        u"law.yaml:51:15: exception “listed” is here twice; expected it once"_s);
    row("states overlap", old, u"2024-08-31"_s, u"2024-09-01"_s,
        u"law.yaml:7:7: the states “2015” and “2024” overlap; expected “2015” to end before 2024-09-01"_s);
    row("state without end before another", old, u"  operates_until: 2024-08-31\n"_s, {},
        u"law.yaml:7:7: the states “2015” and “2024” overlap; expected “2015” to end before 2024-09-01"_s);
    row("ends before it begins", old, u"2024-08-31"_s, u"2015-08-31"_s,
        u"old.yaml:8:19: state “2015” ends before it begins; expected a later day"_s);
    row("state twice", old, u"\"2015\""_s, u"\"2024\""_s,
        u"old.yaml:2:7: state “2024” is declared twice; expected it once; the first is in law.yaml:7"_s);
    row("rule with a fact's name", law, u"- id: abroad"_s, u"- id: side"_s,
        u"law.yaml:2:9: rule “side” has the name of a fact; expected another name; the fact is in "
        u"facts.yaml:69\n"
        "law.yaml:43:17: unknown name “abroad”; expected a fact or a rule\n"
        "law.yaml:74:13: unknown name “abroad”; expected a fact or a rule\n"
        "old.yaml:30:17: unknown name “abroad”; expected a fact or a rule"_s);
}

void entryRows()
{
    row("unknown category", entries, u"category: 5P1"_s, u"category: 5P9"_s,
        u"entries.yaml:2:11: there is no category “5P9”; expected `5P1`"_s);
    row("category of the other part", entries, u"category: 5P1"_s, u"category: ML"_s,
        u"entries.yaml:3:7: the category ML is in Part 1; expected `part: 1`\n"
        "entries.yaml:7:3: the code 5A001 is not of category ML; expected codes of the category of the file\n"
        "entries.yaml:52:3: the code 5A101 is not of category ML; expected codes of the category of the "
        "file\n"
        "law.yaml:21:34: unknown entry \"5A001\"; expected a code of the list\n"
        "law.yaml:21:43: unknown entry \"5A101\"; expected a code of the list"_s);
    row("no group", entries, u"group: A"_s, u"group: X"_s,
        u"entries.yaml:4:8: the group is “X”; expected a letter from A to E\n"
        "entries.yaml:7:3: the code 5A001 is not of group X; expected codes of the group of the file\n"
        "entries.yaml:52:3: the code 5A101 is not of group X; expected codes of the group of the file\n"
        "law.yaml:21:34: unknown entry \"5A001\"; expected a code of the list\n"
        "law.yaml:21:43: unknown entry \"5A101\"; expected a code of the list"_s);
    row("code without quotes", entries, u"\"5A101\""_s, u"5A101"_s,
        u"entries.yaml:52:3: the code 5A101 is not in quotes; expected \"5A101\""_s);
    row("no code", entries, u"\"5A101\""_s, u"\"5A1\""_s,
        u"entries.yaml:52:3: “5A1” is no code; expected a digit, a letter A to E and three digits\n"
        "law.yaml:21:43: unknown entry \"5A101\"; expected a code of the list"_s);
    row("code of another category", entries, u"\"5A101\""_s, u"\"6A101\""_s,
        u"entries.yaml:52:3: the code 6A101 is not of category 5P1; expected codes of the category of the "
        u"file\n"
        "law.yaml:21:43: unknown entry \"5A101\"; expected a code of the list"_s);
    row("code twice", entries, u"\"5A101\""_s, u"\"5A001\""_s,
        u"entries.yaml:52:3: the key “5A001” is here twice; expected it once; the first is in line 7\n"
        "law.yaml:21:43: unknown entry \"5A101\"; expected a code of the list"_s);
    row("label out of turn", entries, u"          \"2\":"_s, u"          c:"_s,
        u"entries.yaml:44:11: “c” cannot stand below 5A001.b; expected letters and numbers in turn: lower-case letters, or a number"_s);
    row("capital label", entries, u"      a:\n"_s, u"      A:\n"_s,
        u"entries.yaml:18:7: “A” cannot stand below 5A001; expected letters and numbers in turn: lower-case "
        u"letters, or a number\n"
        "entries.yaml:51:20: unknown entry \"5A001.a\"; expected a code of the list"_s);
    row("no title", entries, u"    title: Telemetry\n"_s, {},
        u"entries.yaml:53:5: entry 5A101 has no `title`; expected `title: …`"_s);
    row("no criterion", entries, u"            when: side >= 3 µm\n"_s, {},
        u"entries.yaml:41:11: entry 5A001.b.1 has no criterion; expected `asks`, `when`, `any` or `all`"_s);
    row("any and all", entries, u"        all:\n"_s,
        u"        any:\n          \"9\":\n            title: Nine\n            when: side > 1 m\n        all:\n"_s,
        u"entries.yaml:45:11: 5A001.b has two of `any`, `all` and `examples`; expected one of them"_s);
    row("any and examples", entries, u"        all:\n"_s,
        u"        any:\n          \"9\":\n            title: Nine\n            when: side > 1 m\n        examples:\n"_s,
        u"entries.yaml:45:11: 5A001.b has two of `any`, `all` and `examples`; expected one of them"_s);
    row("nothing but examples", entries, u"    any:\n      a:\n"_s, u"    examples:\n      a:\n"_s,
        u"entries.yaml:18:7: entry 5A001 has only examples and no criterion of its own; expected `asks` or `when` beside `examples`"_s);
    row("not used, and yet something", entries, u"            reserved: true\n"_s,
        u"            reserved: true\n            when: side > 1 m\n"_s,
        u"entries.yaml:47:13: entry 5A001.b.2 is not used and has `when`; expected only a title and `see`"_s);
    row("judgement of nothing", entries,
        u"        asks: Is it specially designed to intercept?\n        asks_help: A test receiver is not.\n"_s, {},
        u"entries.yaml:36:20: entry 5A001.b has `judgement` and asks nothing; expected `asks:` with it"_s);
    row("reference into a category that is held", entries, u"\"3A001.a\""_s, u"\"5B001\""_s,
        u"entries.yaml:16:9: there is no entry 5B001; expected one that the catalogue holds, or of a category that it does not hold"_s);
    row("reference below an entry that is held", entries, u"\"5A001.b\"\n"_s, u"\"5A001.c\"\n"_s,
        u"entries.yaml:15:9: there is no entry 5A001.c; expected one that the catalogue holds, or of a category that it does not hold"_s);
    row("reference to no code", entries, u"\"3A001.a\""_s, u"Category 3"_s,
        u"entries.yaml:16:9: “Category 3” is no code; expected a code, as 5A001.b.1 or ML4.a"_s);
    row("narrowed, and not listed", entries, u"    very_sensitive: true\n"_s, {},
        u"entries.yaml:56:26: entry 5A101 has `very_sensitive_when` and no `very_sensitive`; expected `very_sensitive: true`, or the text of what the row takes, with it"_s);
    row("narrowed by another list's key", entries, u"very_sensitive_when: item"_s, u"sensitive_when: item"_s,
        u"entries.yaml:57:21: entry 5A101 has `sensitive_when` and no `sensitive`; expected `sensitive: true`, or the text of what the row takes, with it"_s);
    row("narrowed by what is found", entries, u"_when: item.areas has radio"_s,
        u"_when: item.entries in sensitive_list"_s,
        u"entries.yaml:57:26: what narrows the row of 5A101 turns on “item.entries”, which is found from it; expected other facts of the item"_s);
    row("narrowed by who receives it", entries, u"_when: item.areas has radio"_s, u"_when: abroad"_s,
        u"entries.yaml:57:26: what narrows the row of 5A101 turns on “recipient.place”, which is no fact of the item; expected facts of scope item or point"_s);
    row("two notes in one", entries, u"          - see: Look"_s, u"            see: Look"_s,
        u"entries.yaml:32:13: a note of 5A001.a has 2 texts; expected one of `technical:`, `note:`, `see:`"_s);
    row("long question", entries, u"Is it telemetry equipment?"_s,
        u"a b c d e f g h i j k l m n o p q r s t u v w x y z?"_s,
        u"entries.yaml:54:11: the question has 26 words; expected at most 25"_s);
}

void definitionRows()
{
    row("no text", terms, u"    text: A network of one place.\n"_s, {},
        u"terms.yaml:2:5: definition “Local area network” has no `text`; expected `text: …`"_s);
    row("applies nowhere", terms, u"    applies_to: all\n"_s, {},
        u"terms.yaml:2:5: definition “Local area network” has no `applies_to`; expected `applies_to: …`"_s);
    row("applies to a word", terms, u"applies_to: all"_s, u"applies_to: everything"_s,
        u"terms.yaml:7:17: `applies_to` is “everything”; expected `all`, or a list of categories"_s);
    row("applies to no category", terms, u"      - 5P1\n"_s, u"      - 5P9\n"_s,
        u"terms.yaml:14:9: there is no category “5P9”; expected `5P1`"_s);
    row("applies to all and more", terms, u"      - 5P1\n"_s, u"      - all\n      - 5P1\n"_s,
        u"terms.yaml:14:9: “all” stands beside others; expected it alone"_s);
    row("applies to an entry that is not there", terms, u"- ML8"_s, u"- \"5A009\""_s,
        u"terms.yaml:20:9: there is no entry 5A009; expected one that the catalogue holds, or of a category that it does not hold"_s);
    row("form of another term", terms, u"- LAN\n"_s, u"- network\n"_s,
        u"terms.yaml:11:11: “Network” is defined twice; expected it once where both apply; the first is in "
        u"terms.yaml:5\n"
        "terms.yaml:17:11: “network” is defined twice; expected it once where both apply; the first is in terms.yaml:5"_s);
    row("term twice in a category", terms, u"- ML8"_s, u"- 5P1"_s,
        u"terms.yaml:17:11: “network” is defined twice; expected it once where both apply; the first is in terms.yaml:11"_s);
    row("term without letters", terms, u"- LAN\n"_s, u"- \"*\"\n"_s,
        u"terms.yaml:5:9: “*” is no term; expected a word that begins with a letter or a digit"_s);
    row("definition refers to no code", terms, u"\"3A001.a\""_s, u"radios"_s,
        u"terms.yaml:10:9: “radios” is no code; expected a code, as 5A001.b.1 or ML4.a"_s);
}

void equivalentRows()
{
    row("no edition", terms, u"    edition: its first\n"_s, {},
        u"terms.yaml:23:5: list abroad “abroad” has no `edition`; expected `edition: …`"_s);
    row("no note of a rule", terms, u"        note: It has none.\n"_s, {},
        u"terms.yaml:28:9: a rule of “abroad” has no `note`; expected `note: …`"_s);
    row("pattern of no code", terms, u"\"5B0??\""_s, u"\"5?B0?\""_s,
        u"terms.yaml:38:13: “5?B0?” takes no code; expected a code, or a first-level code with ? for some of its characters, as ?A0??"_s);
    row("pattern of a code that is not there", terms, u"\"ML8.a\""_s, u"\"5A001.f\""_s,
        u"terms.yaml:33:13: there is no entry 5A001.f; expected one that the catalogue holds, or of a category that it does not hold"_s);
    row("unknown placeholder", terms, u"{group}"_s, u"{letter}"_s,
        u"terms.yaml:39:17: `number` is “{category}.{letter}.{number}”; expected text with {code}, {category}, {group} and {number} in it"_s);
    row("rule that is never reached", terms, u"- \"ML22\""_s, u"- \"ML?\""_s,
        u"terms.yaml:32:9: the rule for ML8.a is never reached; expected it before the one for ML?"_s);
}

void practiceRows()
{
    row("no hint", practice, u"    hint: Its abstract goes out before.\n"_s, {},
        u"practice.yaml:43:5: starting point “poster” has no `hint`; expected `hint: …`"_s);
    row("unknown activity to start with", practice, u"      - publish\n      - send\n"_s,
        u"      - publish\n      - sent\n"_s,
        u"practice.yaml:32:9: there is no activity “sent”; expected `send`\n"
        "practice.yaml:39:13: the starting point has no activity “send”; expected `sent`"_s);
    row("activity with which nothing goes", practice, u"        title: The manuscript\n"_s,
        u"        title: The manuscript\n        with:\n          - send\n"_s,
        u"practice.yaml:34:7: nothing goes with the activity “publish”; expected an item that does"_s);
    row("unknown kind of item to start with", practice, u"- kind: thing"_s, u"- kind: thin"_s,
        u"practice.yaml:36:15: `kind` is “thin”; expected `thing`"_s);
    row("kind twice to start with", practice, u"- kind: thing"_s, u"- kind: paper"_s,
        u"practice.yaml:36:15: the kind “paper” is here twice; expected one item of each kind"_s);
    row("goes with no activity", practice, u"        with:\n          - send\n"_s,
        u"        with:\n          - lend\n"_s,
        u"practice.yaml:39:13: the starting point has no activity “lend”; expected `send`"_s);
    row("fact of another page to start with", practice, u"      case.sanctions: \"no\""_s,
        u"      activity.medium: speech"_s,
        u"practice.yaml:41:7: `facts` of starting point “journal” has an unknown key “activity.medium”; expected `case.sanctions`"_s);
    row("value that is none to start with", practice, u"case.sanctions: \"no\""_s, u"case.sanctions: none"_s,
        u"practice.yaml:41:23: `case.sanctions` is “none”; expected `no`"_s);
    row("starting point twice", practice, u"- id: poster"_s, u"- id: journal"_s,
        u"practice.yaml:43:9: starting point “journal” is declared twice; expected it once; the first is in practice.yaml:27"_s);
    row("serves what nothing requires", practice, u"- permit-s11"_s, u"- permit-s12"_s,
        u"practice.yaml:57:9: no provision requires “permit-s12”; expected `permit-s11`"_s);
    row("serves nothing", practice, u"    when_unsure: true\n"_s, {},
        u"practice.yaml:77:5: application “assessment” serves nothing; expected `requirements:` with what it is for, or `when_unsure: true`"_s);
    row("served twice", practice, u"    when_unsure: true\n"_s, u"    requirements:\n      - permit-s11\n"_s,
        u"practice.yaml:81:9: “permit-s11” is served by “permit” already; expected one application for it"_s);
    row("taken from nowhere", practice, u"from: about.institution"_s, u"from: about.institute"_s,
        u"practice.yaml:68:15: a record has no “about.institute”; expected `about.institution`, or a fact"_s);
    row("form that was not seen and counts", practice, u"    verified: false\n"_s, {},
        u"practice.yaml:61:12: application “permit” has the grade unread and counts as verified; expected `verified: false`"_s);
    row("form that leans on nothing", practice, u"    leans_on: What other forms ask for\n"_s, {},
        u"practice.yaml:53:5: application “permit” has no `leans_on`; expected `leans_on: …`"_s);
    row("field twice", practice, u"- id: end_user"_s, u"- id: applicant"_s,
        u"practice.yaml:69:13: field “applicant” is here twice; expected it once"_s);
}

void conditionRows()
{
    row("condition over two lines", entries, u"    when: side > 1 m\n"_s, u"    when: side >\n      1 m\n"_s,
        u"entries.yaml:55:11: a condition is folded, has escapes or runs over several lines; expected it on one line or in a | block"_s);
    row("condition is a list", entries, u"    when: side > 1 m\n"_s, u"    when:\n      - side > 1 m\n"_s,
        u"entries.yaml:56:7: a condition is a map or a list; expected a text"_s);
    row("entry that is not held", entries, u"'\"5A001.a\" or"_s, u"'\"3A001.a\" or"_s,
        u"entries.yaml:51:20: the catalogue does not hold the entry “3A001.a”; expected an entry that it holds"_s);
    row("rule in a circle", law, u"when: recipient.place is not AU"_s, u"when: abroad or recipient.place is not AU"_s,
        u"law.yaml:2:9: conditions run in a circle: abroad -> abroad; expected rules and entries that do not lead back to themselves"_s);
    row("entry in itself", entries, u"    when: side > 1 m\n"_s, u"    when: '\"5A101\"'\n"_s,
        u"entries.yaml:52:3: conditions run in a circle: 5A101 -> 5A101; expected rules and entries that do not lead back to themselves"_s);
    row("entry in its parent", entries, u"when: '\"5A001.a\" or item.areas has radio'"_s,
        u"when: '\"5A001.b\" or item.areas has radio'"_s,
        u"entries.yaml:34:7: conditions run in a circle: 5A001.b -> 5A001.b.3 -> 5A001.b; expected rules and entries that do not lead back to themselves"_s);
    row("entries in each other", entries,
        u"            when: '\"5A001.a\" or item.areas has radio'\n  \"5A101\":\n    title: Telemetry\n    asks: Is it telemetry equipment?\n    when: side > 1 m\n"_s,
        u"            when: '\"5A101\"'\n  \"5A101\":\n    title: Telemetry\n    when: '\"5A001.b\"'\n"_s,
        u"entries.yaml:34:7: conditions run in a circle: 5A001.b -> 5A001.b.3 -> 5A101 -> 5A001.b; expected rules and entries that do not lead back to themselves"_s);
}

} // namespace

void TestRefusals::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("expected");
    structureRows();
    thesaurusRows();
    catalogueRows();
    unitRows();
    factRows();
    lawRows();
    entryRows();
    definitionRows();
    equivalentRows();
    practiceRows();
    conditionRows();
}

void TestRefusals::refuses()
{
    QFETCH(const QString, file);
    QFETCH(const QString, piece);
    QFETCH(const QString, by);
    QFETCH(const QString, expected);
    QCOMPARE(said(sampleWith(file, piece, by)), expected);
}

void TestRefusals::tellsAllOfThemInOneRun()
{
    store::Sources sources = sampleWith(u"entries.yaml"_s, u"    title: Telemetry\n"_s, {});
    const auto breakFile = [&](const QString &path, const QByteArray &piece, const QByteArray &by) {
        for (auto &file : sources) {
            if (file.path == path) {
                QVERIFY(file.bytes.contains(piece));
                file.bytes.replace(piece, by);
            }
        }
    };
    breakFile(u"catalogue.yaml"_s, "2024-10-14", "yesterday");
    breakFile(u"law.yaml"_s, "kind: permit", "kind: licence");
    breakFile(u"law.yaml"_s, "when: abroad", "when: (abroad");
    breakFile(u"old.yaml"_s, "title: Supply", "title: a: b");
    const auto rules = compiler::compile(sources);
    QVERIFY(!rules);
    QStringList places;
    for (const auto &error : rules.error())
        places.append(error.at.file + u':' + QString::number(error.at.line));
    // The older state is unread, so that only its file is told of, in its turn.
    QCOMPARE(places, (QStringList{u"catalogue.yaml:3"_s, u"entries.yaml:53"_s, u"law.yaml:31"_s, u"law.yaml:43"_s,
                                  u"law.yaml:74"_s, u"old.yaml:16"_s}));
}

// "listed" is another rule in each state, and only the older one leads back.
void TestRefusals::findsCirclesOfOneState()
{
    store::Sources sources = sampleWith(u"law.yaml"_s, u"when: recipient.place is not AU"_s, u"when: listed"_s);
    QCOMPARE(said(sources), QString());
    for (auto &file : sources)
        file.bytes.replace("when: not item.entries is empty", "when: not abroad");
    QCOMPARE(said(sources), u"law.yaml:2:9: conditions run in a circle: abroad -> listed -> abroad; "
                            "expected rules and entries that do not lead back to themselves"_s);
}

void TestRefusals::refusesTheSameFileTwice()
{
    store::Sources sources = sampleSources();
    sources.append(sources.last());
    QCOMPARE(said(sources), u"words.yaml:1:1: the file is given twice; expected it once"_s);
}

void TestRefusals::refusesWhatNamesNoCatalogue()
{
    const QString none = u"no file says which catalogue this is; expected `catalogue:` in one of them"_s;
    QCOMPARE(said({}), u"catalogue.yaml:1:1: "_s + none);
    QCOMPARE(said({{u"a.yaml"_s, ""}}), u"a.yaml:1:1: "_s + none);
    QCOMPARE(said({{u"a.yaml"_s, "text\n"}}),
             u"a.yaml:1:1: "_s + none + u"\na.yaml:1:1: the file is a text; expected a map with “key: value” lines"_s);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
