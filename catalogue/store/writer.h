// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "catalogue/language/thesaurus.h"
#include "catalogue/store/source_file.h"
#include "catalogue/store/store_error.h"

#include <expected>

namespace clearway::store {

/// Marks the file as ours ("CLWC"), and the form that it is in.
inline constexpr int applicationId = 0x434c5743;
inline constexpr int schemaVersion = 4;

/// Writes the catalogue to a file of its own beside `path` and puts it in place when it is complete: whoever
/// reads the old one goes on reading it, and a failure leaves it as it was. The same rules and sources give
/// the same bytes under one version of SQLite. The hash is computed here. Needs a QCoreApplication. Errors:
/// Unwritable.
std::expected<void, StoreError> writeCatalogue(const language::RuleBook &rules, const language::Thesaurus &thesaurus,
                                               const Sources &sources, const QString &path);

} // namespace clearway::store
