// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/compiler/sources.h"
#include "catalogue/language/rulebook.h"
#include "catalogue/store/store_error.h"

#include <expected>

namespace clearway::compiler {

/// Reads and checks the sources (catalogue/README.md says their form). Their order, their comments and the
/// way their texts are quoted make no difference. Errors: all that are in them, sorted by file, line and
/// column.
std::expected<language::RuleBook, QList<language::SourceError>> compile(const store::Sources &sources);

/// Writes what was compiled, with its sources, as catalogue.sqlite. Needs a QCoreApplication. Errors:
/// Unwritable.
std::expected<void, store::StoreError> write(const language::RuleBook &rules, const store::Sources &sources,
                                             const QString &path);

/// The sources' canonical form: what they say, without how they say it. SHA-256 of it is the catalogue's
/// hash.
QByteArray canonical(const language::RuleBook &rules);

} // namespace clearway::compiler
