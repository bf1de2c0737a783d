// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

namespace clearway::mutation {

/// A condition with one thing in it changed.
struct ConditionMutant {
    QString kind;   ///< "negated", "part dropped": what sort of change
    QString change; ///< the part that was changed, before and after
    language::ConditionPtr condition;
};

/// Every change of one thing in a condition, each once: parts negated, dropped and joined otherwise, ids, codes and
/// countries dropped and added, groups, lists, signs and dates moved.
QList<ConditionMutant> mutantsOf(const language::ConditionPtr &condition, const language::RuleBook &rules);

/// A copy of the condition that shares no part with it, with every reference to one of these rules led to another.
language::ConditionPtr redirected(const language::ConditionPtr &condition, const QMap<QString, QString> &rules);

} // namespace clearway::mutation
