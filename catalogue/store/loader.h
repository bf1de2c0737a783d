// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "catalogue/store/connection.h"

#include <expected>

namespace clearway::store {

/// Reads all rules through an open connection. The error is one sentence that says which table or condition
/// is wrong.
std::expected<language::RuleBook, QString> loadRules(Connection &connection);

} // namespace clearway::store
