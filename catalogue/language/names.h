// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <optional>

namespace clearway::language {

/// The words that stand in the sources and in the store for the language's enumerations.
QString nameOf(Grade grade);
QString nameOf(ExceptionEffect effect);
QString nameOf(NoteKind kind);
QString nameOf(Combination combination);

std::optional<Grade> gradeFromName(QStringView name);
std::optional<ExceptionEffect> effectFromName(QStringView name);
std::optional<NoteKind> noteKindFromName(QStringView name);
std::optional<Combination> combinationFromName(QStringView name);

} // namespace clearway::language
