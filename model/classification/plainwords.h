// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::classification {

/// Whether a word stands in every English text ("the", "using") and is not compared at all.
bool tellsNothing(const QString &lowerCase);
/// Whether a word is common in texts on anything ("size", "colour", "buy"): where it is shared, that tells little,
/// however few entries have it.
bool tellsLittle(const QString &lowerCase);

} // namespace clearway::classification
