// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/official/officialtext.h"

#include <QByteArray>
#include <QHash>

#include <expected>

namespace clearway::official {

/// A number that was looked at and is right although the official wording does not have it so.
struct Allowance {
    QString code;   ///< of the entry, or "rule:" and the id of a rule
    QString number; ///< as the condition has it: "0.5 W"
    QString reason;
};
/// Reads {"allowances": [{"code", "number", "reason"}, …]}; the error says what was expected.
std::expected<QList<Allowance>, QString> readAllowances(const QByteArray &json);
/// Those that the program was built with (catalogue/dsgl/number-allowances.json).
QList<Allowance> builtInAllowances();

/// A number of ours that does not occur in the official wording of the code, of those above it and directly below it,
/// or in their notes. A rule's number is looked for in the whole instrument.
struct NumberFlag {
    QString code;   ///< of the entry, or "rule:" and the id of a rule
    QString where;  ///< "condition", a decontrol note's title, or "table" and its id
    QString number; ///< as the condition has it: "0.5 W"
    QString reason; ///< of the allowance; empty: nobody has looked at it
    friend bool operator==(const NumberFlag &, const NumberFlag &) = default;
};

struct NumberReport {
    qsizetype numbers = 0;     ///< of ours that were looked for
    QList<NumberFlag> flags;   ///< to be looked at
    QList<NumberFlag> allowed; ///< looked at, with the reason
    QList<Allowance> unused;   ///< nothing is flagged there any more
    QStringList withoutText;   ///< codes with numbers, but without an official text to look in
};

/// Looks for every number of our conditions in the official text.
NumberReport checkNumbers(const language::RuleBook &rules, const OfficialText &text,
                          const QList<Allowance> &allowances);

/// The flags by code, to mark them where a code is shown.
QHash<QString, QList<NumberFlag>> flagsByCode(const NumberReport &report);

} // namespace clearway::official
