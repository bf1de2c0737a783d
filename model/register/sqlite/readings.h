// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/readings.h"
#include "model/register/sqlite/statement.h"

#include <expected>

namespace clearway::cases::sqlite {

/// All events in order, with the columns that readingIn() expects.
QString readingsQuery();
/// The event of the row; the error is one sentence about it. Its hashes are not looked at.
std::expected<ReadingEvent, QString> readingIn(const Statement &row);

} // namespace clearway::cases::sqlite
