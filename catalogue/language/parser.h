// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/condition.h"

#include <QList>
#include <QString>

#include <expected>

namespace clearway::language {

/// A place in a source file; lines and columns are 1-based, columns count characters (code points).
struct SourcePosition {
    QString file;
    int line = 1;
    int column = 1;
    friend bool operator==(const SourcePosition &, const SourcePosition &) = default;
};

/// What is wrong, where, and what was expected there. Printed "file:line:column: message; expected …".
struct SourceError {
    SourcePosition at;
    QString message;
    QString expected;
    QString toText() const;
    friend bool operator==(const SourceError &, const SourceError &) = default;
};

/// What names mean to the parser.
class Vocabulary {
public:
    virtual ~Vocabulary() = default;
    virtual const FactDefinition *fact(const QString &id) const = 0;
    virtual bool hasRule(const QString &id) const = 0;
    virtual bool hasEntry(const QString &code) const = 0;
    virtual bool hasCountryGroup(const QString &id) const = 0;
    virtual bool hasCountry(const QString &code) const = 0;
    struct TableKinds {
        QString key;
        QString value;
    };
    virtual std::optional<TableKinds> table(const QString &id) const = 0;
    virtual const Units &units() const = 0;
    /// Every name that a message may suggest ("did you mean …"): facts, rules, tables, country groups, entries.
    virtual QStringList names() const { return {}; }
};

/// Reads a condition. Grammar (keywords in lower case; newlines are spaces; `#` starts no comment):
///
///     condition   = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation    = "not" negation | primary
///     primary     = "(" condition ")" | "true" | "false"
///                 | "all" "(" condition {"," condition} ")" | "any" "(" condition {"," condition} ")"
///                 | "at some point" "(" condition ")"          facts of scope point are allowed only inside
///                 | STRING                                      an entry: "5A001.b.4"
///                 | FACT                                        yes/no, judgement
///                 | RULE                                        a rule of the catalogue, by id
///                 | FACT "is" ["not"] ( ID | "any of" "(" ID {"," ID} ")" | "only" (ID | "(" … ")") )     choices,
///                 countries | FACT "has" ["not"] ( ID | "any of" (…) | "all of" (…) ) several choices | FACT "in
///                 group" ID                          countries | FACT "within" ( STRING | "(" STRING {"," STRING} ")"
///                 )                                entries | FACT "in" ("part"|"category"|"group") (NUMBER|ID|STRING)
///                 | FACT "in" ("sensitive_list"|"very_sensitive_list") | FACT "is empty" entries: looked at, none
///                 applies | FACT op DATE                                dates: 2025-03-01 | sum op sum quantities; op:
///                 < <= = != >= > | sum ["not"] "in" ("["|"(") sum "," sum ("]"|")")    a range: "[31.8 GHz, 57 GHz)"
///                 (desugared to two comparisons)
///     sum         = product { ("+"|"-") product }
///     product     = power { ("*"|"/") power }
///     power       = atom [ "^" ["-"] WHOLE ]
///     atom        = NUMBER [UNIT] | FACT | "(" sum ")" | "sqrt(" sum ")" | "root(" WHOLE "," sum ")"
///                 | "min(" sum {"," sum} ")" | "max(" … ")" | "table" ID "(" sum ")"
///
/// An id has letters, digits, "_" and "." between parts. A unit follows its number after one space, and is the longest
/// known spelling there; an unknown unit, or one of another kind than the other side, is an error. Comparing kinds that
/// differ, a fact of the wrong kind for its operator, a choice that the fact does not have, an unknown name: each an
/// error, all of them reported, with what was expected. Nesting deeper than 200 is refused, and so are texts of more
/// than 100,000 characters, formulae of a degree above 64, powers and roots outside 2 … 8 (powers also negative).
///
/// A NUMBER is digits with an optional fraction and exponent ("1.3", "2e9"), with "-" before it where no operand stands
/// on its left ("-55 °C"). What is raised to a power stands in brackets unless it is a plain number or a fact: "(3
/// m)^2". Levels (dBm) and temperatures in °C stand only in plain comparisons: one fact, literal or table on each side.
///
/// `start` is where the first character of `text` stands in its file. Of a text in several lines, `indent` is the
/// number of columns that the file has before each line of `text` from the second on (a block scalar's indentation).
std::expected<ConditionPtr, QList<SourceError>> parseCondition(const QString &text, const Vocabulary &vocabulary,
                                                               const SourcePosition &start = {}, int indent = 0);

} // namespace clearway::language
