// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/nextsteps.h"
#include "model/report/wording.h"

namespace clearway::report {

/// What a step concerns, where it is not everything: "Manuscript – Recipient 1 (Japan); …".
QString concernsInWords(const assessment::NextStep &step, const Wording &wording);
/// What the one is called whom a step waits for: who decides, who can answer, who settles it.
QString deciderLabel(assessment::NextStep::Kind kind);

} // namespace clearway::report
