// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QByteArray>

namespace clearway::store {

/// Everything that the rules say, as one line of JSON in the order of RFC 8785 (sorted members, no spaces),
/// every number as text. Comments, the order of files, the way a text was quoted and the version of SQLite
/// leave no trace in it; the rule book's own hash is left out.
QByteArray canonicalForm(const language::RuleBook &rules);

/// SHA-256 over the canonical form, 64 lower-case hexadecimal digits.
QString canonicalHash(const language::RuleBook &rules);

} // namespace clearway::store
