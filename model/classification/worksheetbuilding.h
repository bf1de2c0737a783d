// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

namespace clearway::classification {

/// The rows of a position's own condition and of its decontrol notes, with truths; states and what matters are not
/// told yet.
QList<WorksheetRow> ownRows(const language::Entry &entry, const reasoning::Context &context);

} // namespace clearway::classification
