// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::mutation {

struct Wanted {
    QString only; ///< part of a mutant's place; empty: all
    bool asJson = false;
    bool killers = false;
};

/// Prints the mutants; the status to end with.
int listMutants(const Wanted &wanted);

/// Puts every mutant to the test cases and prints totals and survivors. The status to end with is not 0 where fewer
/// than 95 of 100 are caught or a survivor is not explained.
int checkMutants(const Wanted &wanted);

} // namespace clearway::mutation
