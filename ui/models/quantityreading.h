// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/units.h"

namespace clearway::ui {

/// A quantity as a person types it: a bare number is in `unit`, what has letters of its own is read as it stands. The
/// error says what was expected.
std::expected<language::Quantity, QString> readQuantity(const QString &typed, const QString &kind, const QString &unit,
                                                        const language::Units &units);

} // namespace clearway::ui
