// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/overlay/overlay.h"
#include "model/reasoning/conclusion.h"

namespace clearway::assessment {

/// Adds to what the conclusion leans on each reading of the office that it rests on: of rules that hold in it, and of
/// groups of countries that its provisions turn on. `rules` are those with the overlay.
void addOverlayLeanings(const language::RuleBook &rules, const overlay::Overlay &overlay,
                        reasoning::Conclusion &conclusion);

} // namespace clearway::assessment
