// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <functional>

namespace clearway::compiler {

/// Calls the function for the condition and everything inside it.
void visit(const language::Condition &condition, const std::function<void(const language::Condition &)> &each);

/// The circles in which rules and entries refer to each other, one error each at the declaration that comes
/// first. `rules` has the places by id, with "STATE/" before it for a rule of a state; `entries` by code.
QList<language::SourceError> circlesIn(const language::RuleBook &book,
                                       const QMap<QString, language::SourcePosition> &rules,
                                       const QMap<QString, language::SourcePosition> &entries);

/// The facts that a condition turns on, also behind the rules (as any state has them) and entries that it
/// names, which must not lead back to themselves.
QStringList factsBehind(const language::Condition &condition, const language::RuleBook &book);

} // namespace clearway::compiler
