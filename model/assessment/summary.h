// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

namespace clearway::assessment {

/// Whether the answer to a fact belongs to the technical annex: measured values, judgements, parameters of the list and
/// whatever is personal. The facts' kinds, scopes and costs decide.
bool isTechnical(const language::FactDefinition &fact);

/// Whether the fact tells more about a recipient than place and role (citizenship, nationality, standing): it never
/// stands on the front sheet.
bool isPersonal(const language::FactDefinition &fact);

/// "Recipient 2": how a recipient is called where names are left out.
QString recipientRole(const reasoning::Answers &answers, const QString &id);

/// A copy that may leave the institution: without names, nationalities, technical values, searches and rejected
/// entries, proof trees, and without every text whose content cannot be judged (notes, sources, reasons). The codes
/// found stay: the front sheet names them. It keeps the reference and revision and gets a fingerprint of its own; the
/// full record's is not named in it, because what is left out could be guessed and tried against it.
Assessment withoutTechnicalAnnex(const Assessment &assessment, const language::RuleBook &rules);

} // namespace clearway::assessment
