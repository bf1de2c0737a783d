// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

namespace clearway::testing {

/// A small list of electronics with these entries, as YAML: facts item.sealed, item.shock, item.toy, item.use (space,
/// home), item.sample_rate, item.power, item.delay, item.heat, item.load, at points point_rate and point_power; rules
/// rugged and (not verified) guessed; the table most_power.
language::RuleBook worksheetRules(const QByteArray &entries);

/// {"power": "3 W"} of the item "i1", or its "facts" and "points"; ends the program where they cannot be read.
reasoning::Answers itemAnswers(const language::RuleBook &rules, const QByteArray &json);

classification::Worksheet sheetOf(const language::RuleBook &rules, const QString &code,
                                  const reasoning::Answers &answers);

} // namespace clearway::testing
