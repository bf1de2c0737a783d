// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/supplylog.h"
#include "model/report/wording.h"

namespace clearway::report {

/// What can be said of the supplies before they are made: one entry for each combination that a duty to keep
/// records names, or for every one where none does. Permit, last day and note are left to the person.
/// `named`: recipients by the names that were given, else by role and place.
QList<assessment::SupplyEntry> supplyStub(const Wording &wording, bool named);

} // namespace clearway::report
