// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/parser.h"
#include "catalogue/store/source_file.h"

#include <expected>

namespace clearway::compiler {

/// No source is larger, in bytes.
inline constexpr qint64 largestSource = 20'000'000;

/// Reads every *.yaml below a folder, sorted by path. Refuses, each with its name: a folder that is missing
/// or empty, files that cannot be read, are larger than largestSource or no plain files, links that leave the
/// folder, links to folders, and *.yml (which is a slip).
std::expected<store::Sources, QList<language::SourceError>> readSources(const QString &folder);

} // namespace clearway::compiler
