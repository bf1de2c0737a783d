// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"
#include "model/reasoning/evaluation.h"

namespace clearway::report {

/// What was found about one item on the list, in words.
struct ItemListFinding {
    QString item; ///< id
    reasoning::ListFinding finding;
    QString summary;  ///< codes met with Part and Sensitive List, or that none is, or that it was not opened
    QString howFound; ///< by values, by statement, or why it is open
};

/// One for each item, in the order of the answers.
QList<ItemListFinding> listFindings(const assessment::Assessment &assessment, const language::RuleBook &rules);

/// The code with its part and the sensitive list that takes it: "… (Part 2, Sensitive List)".
QString entryInWords(const QString &code, const language::RuleBook &rules);

} // namespace clearway::report
