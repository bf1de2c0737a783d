// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"

#include <QString>

namespace clearway::verification {

/// The rules of one state of the law as a Prolog program: its facts, country groups, rules, provisions,
/// duties and warnings, and of the list what their conditions ask of it. The conditions are translated, never
/// evaluated: what they mean is for another program to say, so that it can be compared with what ours says.
QString toProlog(const language::RuleBook &rules, const language::LawState &state);

} // namespace clearway::verification
