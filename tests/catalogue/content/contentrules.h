// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

/// What the sources of the catalogue say, compiled once; ends the program with the errors where they do not compile.
const clearway::language::RuleBook &contentRules();
