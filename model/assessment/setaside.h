// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/readassessment.h"

namespace clearway::assessment {

/// The answers without those that the rules do not know (another catalogue's facts, choices that are no more); these go
/// to `setAside` as they were written. `answers` is the long form of an answers file.
QJsonObject keepKnownAnswers(const QJsonObject &answers, const language::RuleBook &rules, QList<SetAside> &setAside);

} // namespace clearway::assessment
