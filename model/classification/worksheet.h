// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/margin.h"
#include "model/reasoning/evaluation.h"

#include <QList>
#include <QString>

#include <optional>

namespace clearway::classification {

/// One line of a worksheet: a criterion, or what groups several.
struct WorksheetRow {
    enum class Kind {
        Position,   ///< of the list: its criteria, its notes, the positions below it
        Note,       ///< a decontrol note: where it holds, the item is taken out
        Rule,       ///< criteria that several positions share under a name
        All,        ///< all of the rows below
        Any,        ///< any of the rows below
        SomePoint,  ///< all of the rows below at one operating point
        EveryPoint, ///< the rows below at every operating point
        Point,      ///< one operating point
        Criterion,
        Input, ///< one of several facts that go into a criterion's formula
    };
    enum class State {
        Met,    ///< speaks for the position; in a note: for the note
        Missed, ///< speaks against it
        Open,   ///< not known, and still decides
        Idle,   ///< not known, and does not matter any more
    };
    Kind kind = Kind::Criterion;
    State state = State::Open;
    reasoning::Truth truth = reasoning::Truth::Unknown; ///< of a position: with those above it, as evaluateEntry()
    /// Part of why the row above is what it is, or can still make it so.
    bool matters = true;
    QString code;  ///< of a position; of a note that of its position
    QString title; ///< of a criterion the question it answers, or its formula
    bool verified = true;
    bool negated = false; ///< of a rule: what it says must not hold

    // Of a position.
    language::Combination combination = language::Combination::None;
    bool above = false; ///< lies above the worksheet's own: shown with its own criteria only

    // Of a criterion.
    QString condition; ///< as the rules have it
    QString required;  ///< in words: "more than 1.3 GSPS"
    QString sign;      ///< of a comparison with a limit: ">"
    QString limit;     ///< as the rules write it, or worked out: "1.3"
    QString unit;
    QString computed;      ///< of a formula: what the answers give
    QString computedLimit; ///< of a limit that depends on answers
    std::optional<Margin> margin;

    // Of a criterion on one fact, and of an input.
    reasoning::FactKey key;                  ///< under which it is answered here
    bool asked = false;                      ///< can be answered here: a fact of the item that is no part of the start
    std::optional<reasoning::Answer> answer; ///< that counts here; of an operating point maybe the item's
    reasoning::FactKey answeredAs;           ///< under which that answer stands
    QString value;                           ///< the answer in words

    int unanswered = 0; ///< open criteria that were left out below, see essence()
    QList<WorksheetRow> children;
};

/// The criteria of a position, those above it and those below it, with what the answers say to each: a parameter
/// sheet.
struct Worksheet {
    QString code;
    QString item;
    reasoning::Truth truth = reasoning::Truth::Unknown;
    QList<WorksheetRow> rows; ///< positions above that ask something, then the position itself
};

/// The combination under which an item's facts are read: the first that has it.
reasoning::Combination combinationOf(const reasoning::Answers &answers, const QString &item);

/// The worksheet of one position for the item of the context; without rows where the code is not held.
Worksheet worksheetOf(const QString &code, const reasoning::Context &context);

/// What is kept of a worksheet and printed: what was answered and decides, what is open beside it, every position's
/// truth. Positions of which nothing was answered are one row with the number of their open criteria.
Worksheet essence(const Worksheet &worksheet);

/// The questions that are still open, each once, in the order of the rows.
QList<reasoning::FactKey> openFacts(const Worksheet &worksheet);

/// Whether any criterion is answered with more than "not sure".
bool isAnswered(const Worksheet &worksheet);

/// The worksheets that belong to a record: for each item of the positions it was found to meet, of those rejected, and
/// of those opened of which some criterion is answered and that lie on no way to another one. Each in its essence.
QList<Worksheet> worksheetsOf(const reasoning::Answers &answers, const language::RuleBook &rules,
                              const language::LawState *state);

} // namespace clearway::classification
