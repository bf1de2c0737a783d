// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/listfindings.h"
#include "model/report/report.h"
#include "model/report/wording.h"

namespace clearway::report {

/// What stands behind the front sheet, each as a section without its letter; empty ones are left out by the caller.
/// Those marked "technical" are not in a summary copy.
Section stepsAnnex(const Wording &wording);
Section matrixAnnex(const Wording &wording);
Section answersAnnex(const Wording &wording);
Section requirementsAnnex(const Wording &wording);
Section reasoningAnnex(const Wording &wording); ///< technical
Section statesAnnex(const Wording &wording);
Section changesAnnex(const Wording &wording);
Section listAnnex(const Wording &wording, const QList<ItemListFinding> &lists); ///< technical
Section worksheetsAnnex(const Wording &wording);                                ///< technical
Section measuredAnnex(const Wording &wording);                                  ///< technical
Section peopleAnnex(const Wording &wording);                                    ///< technical
Section unverifiedAnnex(const Wording &wording);
Section lateChangesAnnex(const Wording &wording);
Section evidenceAnnex(const Wording &wording); ///< technical
/// `named`: with the recipients' names, and what was logged.
Section recordsAnnex(const Wording &wording, const ReportOptions &options, bool named);
Section cautionsAnnex(const Wording &wording);
Section verifyAnnex(const Wording &wording, const Report &report);

/// "“Send a draft” – “Manuscript” – Recipient 1 (Japan)".
QString combinationInWords(const reasoning::Combination &combination, const Wording &wording);

/// A proof as a printable tree.
TreeNode treeOf(const reasoning::Proof &proof, const Wording &wording);

} // namespace clearway::report
