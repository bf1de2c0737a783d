// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QByteArray>

namespace clearway::testing {

/// The rule book that one YAML text says; ends the program with all errors where it does not compile.
language::RuleBook rulesFrom(const QByteArray &yaml);

/// The text with one piece replaced; ends the program where the piece is not in it exactly once.
QByteArray doctored(const QByteArray &yaml, const QByteArray &piece, const QByteArray &by);

/// A condition over the facts of a rule book, as its shared rules see them; ends the program with the errors
/// in it.
language::ConditionPtr conditionFrom(const QString &text, const language::RuleBook &rules);

} // namespace clearway::testing
