// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <optional>

namespace clearway::store {

/// The words that stand in the sources and in the store for the language's enumerations.
QString nameOf(language::Grade grade);
QString nameOf(language::ExceptionEffect effect);
QString nameOf(language::NoteKind kind);
QString nameOf(language::Combination combination);

std::optional<language::Grade> gradeFromName(QStringView name);
std::optional<language::ExceptionEffect> effectFromName(QStringView name);
std::optional<language::NoteKind> noteKindFromName(QStringView name);
std::optional<language::Combination> combinationFromName(QStringView name);

} // namespace clearway::store
