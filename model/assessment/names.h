// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QString>

#include <optional>

namespace clearway::assessment {

/// The words that stand in the document for enumerated values: stable, never translated.
QString stateName(State state);                        ///< "draft", "finished"
QString truthName(reasoning::Truth truth);             ///< "true", "false", "unknown"
QString certaintyName(reasoning::Certainty certainty); ///< "certain", "possible"
QString statusName(reasoning::ProvisionStatus status); ///< "not-regulated", "excepted", "applies", …
QString leaningName(reasoning::Leaning::Kind kind);    ///< "unsure", "assumed", "unverified-rule", …
QString proofKindName(reasoning::ProofKind kind);      ///< "provision", "element", "fact", …
std::optional<State> stateFromName(QStringView name);

} // namespace clearway::assessment
