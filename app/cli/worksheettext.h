// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

namespace clearway::cli {

/// Prints a worksheet, a line a row: its mark, what is asked, the answer and how far it is from the limit.
void printWorksheet(const classification::Worksheet &worksheet);

} // namespace clearway::cli
