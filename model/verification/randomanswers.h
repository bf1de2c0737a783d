// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"

#include <QRandomGenerator>

namespace clearway::verification {

/// Some value that the fact may have, "not sure" among them; for walking interviews and for tests of properties.
language::Value randomValue(const language::FactDefinition &fact, const language::RuleBook &rules,
                            QRandomGenerator &random);

} // namespace clearway::verification
