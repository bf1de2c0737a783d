// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/definedterms.h"
#include "catalogue/language/equivalents.h"

#include <QJsonArray>

namespace clearway::cli {

/// Where an entry uses which defined term: in its title, summary, notes and the questions of its condition.
QJsonArray termsJson(const language::Entry &entry, const language::RuleBook &rules);
void sayTerms(const language::Entry &entry, const language::RuleBook &rules);

/// What lists abroad have in the place of an entry; nothing of a position that is not used.
QJsonArray equivalentsJson(const language::Entry &entry, const language::RuleBook &rules);
void sayEquivalents(const language::Entry &entry, const language::RuleBook &rules);

} // namespace clearway::cli
