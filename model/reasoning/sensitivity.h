// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/evaluation.h"

namespace clearway::reasoning {

/// The two lists that take positions of Part 2 again, some of them narrowed.
enum class SensitiveList { Sensitive, VerySensitive };

/// "sensitive_list" and "very_sensitive_list", as conditions name them.
std::optional<SensitiveList> sensitiveListNamed(QStringView property);

/// A row of one of the two lists: a position that it takes, whole or as far as a condition goes.
struct SensitiveRow {
    QString code;
    SensitiveList list = SensitiveList::Sensitive;
    language::ConditionPtr when; ///< what the row asks beside the position; null: it takes all of it
};

/// The rows that take a position: its own and those of the positions above it, the deepest first.
QList<SensitiveRow> rowsOver(const QString &code, SensitiveList list, const language::RuleBook &rules);

/// Whether a code is on the list, without an item: unknown where only narrowed rows take it, and where the
/// catalogue does not hold its first level.
Truth onList(const QString &code, SensitiveList list, const language::RuleBook &rules);

/// Whether the item of the context, being specified by the code, is on the list: by the row of that position,
/// of one above it, or of one below it that the item is specified by as well. What narrows a row is put to
/// the item's answers.
Truth itemOnList(const QString &code, SensitiveList list, const Context &context);

/// What itemOnList() takes from below the code: unknown, too, where the catalogue does not hold its first
/// level.
Truth belowOnList(const QString &code, SensitiveList list, const Context &context);

/// Of an item that was found to meet these codes, each list.
struct Sensitivity {
    Truth sensitive = Truth::False;
    Truth verySensitive = Truth::False;
    friend bool operator==(const Sensitivity &, const Sensitivity &) = default;
};
Sensitivity sensitivityOf(const QStringList &met, const Context &context);

} // namespace clearway::reasoning
