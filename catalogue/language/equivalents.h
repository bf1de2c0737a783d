// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <optional>

namespace clearway::language {

/// The number that a list abroad has in the place of a code. A cross-reference: the texts are not the same.
struct Equivalent {
    const EquivalentList *list = nullptr;
    QString of;     ///< the code that the number stands for: the code itself, or the position above it that a
                    ///< rule names
    QString number; ///< empty: nothing corresponds by rule, and the note says why
    QString note;
    bool verified = true;
};

/// Whether a rule's pattern takes a code. "?" stands for one character of a first-level code ("?A0??");
/// without one the pattern is a position, and takes what lies below it.
bool codeFits(QStringView pattern, QStringView code);

/// Whether every code that fits `narrow` fits `wide`.
bool covers(QStringView wide, QStringView narrow);

/// The number that a rule gives for a first-level code: its text, with {code} for the code, {category} for
/// the digit in front, {group} for the letter after it and {number} for the number at the end without zeros
/// before it ("5A001" is 5, A, 1; "ML10" has 10). Null where it names something else in brackets.
std::optional<QString> numberFor(const QString &form, const QString &firstLevel);

/// What each list abroad has in the place of the code; lists none of whose rules fits are left out.
QList<Equivalent> equivalentsOf(const QString &code, const RuleBook &rules);

} // namespace clearway::language
