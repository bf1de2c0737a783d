// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/evaluation.h"

#include <QByteArray>

namespace clearway::testing {

/// Facts of every kind and scope, rules, a table, three categories of which one is held whole, and two
/// states, "old" and "now", of which the latter has the catalogue's list.
const language::RuleBook &evaluationRules();

/// Facts by id, as in {"item.a": "yes"}; what is below "points" belongs to the operating points. Ends the
/// program where a value cannot be read.
reasoning::Answers answersFrom(const QByteArray &json);

/// The answers' first combination.
reasoning::Context contextOf(const reasoning::Answers &answers, const QString &state = QStringLiteral("now"));

QString textOf(reasoning::Truth truth);

} // namespace clearway::testing
