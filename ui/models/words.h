// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/conclusion.h"

#include <QString>

namespace clearway::ui {

/// The headline in words: "A permit is likely required".
QString outcomeTitle(reasoning::Outcome outcome);

/// The name of an activity, item or recipient: the person's words, else what was picked for it, else "Recipient 1".
QString holderName(const reasoning::Answers &answers, language::Scope scope, const QString &id);

/// For which one of several a question is: "For: Draft paper" or, where there is only one, empty.
QString forWhom(const reasoning::Answers &answers, const language::FactDefinition &fact, const reasoning::FactKey &key);

/// A combination in words, only those parts of which there are several; empty where there is one of each.
QString forWhom(const reasoning::Answers &answers, const reasoning::Combination &combination);

/// An answer on one line: "Japan", "not sure"; empty list codes as "none of it applies".
QString answerText(const reasoning::Answer &answer, const language::FactDefinition &fact,
                   const language::RuleBook &rules);

} // namespace clearway::ui
