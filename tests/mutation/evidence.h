// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lawcases.h"

namespace clearway::mutation {

/// What the tests put to the law: the law cases, the published examples, and the ends of the typical interviews.
QList<testing::LawCase> evidence();

} // namespace clearway::mutation
