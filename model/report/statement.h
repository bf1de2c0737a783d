// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/review.h"
#include "model/report/report.h"

#include <expected>

namespace clearway::report {

/// A few lines of Markdown for the README of research software: what was assessed, under which law and list,
/// what came of it, until when it holds, how to verify it. It names nobody. `reviews`: of this very revision,
/// oldest first. The error is a sentence: it is no reviewed case, the last review differs, nothing was
/// settled, or it holds no longer.
std::expected<QString, QString> readmeStatement(const assessment::Assessment &assessment,
                                                const language::RuleBook &rules,
                                                const QList<assessment::Review> &reviews, QDate today);

} // namespace clearway::report
