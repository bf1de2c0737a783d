// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/listfindings.h"
#include "model/report/report.h"
#include "model/report/wording.h"

#include <limits>

namespace clearway::report {

/// How much of a long value a front sheet shows, so that it stays on one page. What is cut ends in "…".
struct Brevity {
    qsizetype text = std::numeric_limits<qsizetype>::max(); ///< characters of one value
    qsizetype cell = std::numeric_limits<qsizetype>::max(); ///< characters in a narrow column of a table
    qsizetype requirements = 40;                            ///< rows
    qsizetype facts = 5;
    qsizetype others = 40;          ///< leanings, duties, items, recipients
    static QList<Brevity> levels(); ///< from everything to what fits in any case
};

/// The thirteen parts, in their fixed order. `wording` and `lists` are of the assessment that is shown.
QList<Section> frontSheet(const Wording &wording, const QList<ItemListFinding> &lists, const Report &report,
                          const ReportOptions &options, const Brevity &brevity);

/// The facts that decided the outcome, the gravest finding's first, each once; at most `most`.
QList<reasoning::FactKey> decidingFacts(const Wording &wording, qsizetype most);

} // namespace clearway::report
