// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/reasoning/conclusion.h"
#include "model/reasoning/statediagrams.h"

namespace clearway::reasoning {

/// The reason for the headline in a sentence that names the activity and the item.
QString reasonFor(const Conclusion &conclusion, const language::RuleBook &rules, const Answers &answers);

/// What tips the outcome: open facts and unverified rules behind the functions that are not settled, cheapest first.
QList<OpenFact> openFacts(const StateDiagrams &diagrams, const QList<Diagram::Node> &unsettled,
                          const language::RuleBook &rules, const Answers &answers);

/// What the result rests on beside plain answers and the statute.
QList<Leaning> leanings(const Conclusion &conclusion, const StateDiagrams &diagrams, const language::RuleBook &rules,
                        const Answers &answers);

/// "the item" or its title in quotation marks; likewise for activities and recipients.
QString itemName(const Answers &answers, const QString &id);
QString activityName(const language::RuleBook &rules, const Answers &answers, const QString &id);

} // namespace clearway::reasoning
