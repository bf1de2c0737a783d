// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/reasoning/rulegraph.h"

#include <QString>

namespace clearway::ui {

/// How well a statement is known: "statute seen", "secondary guidance".
QString gradeText(language::Grade grade);

/// What sort of statement it is: "Provision", "Exception".
QString kindText(language::RuleAddress::Kind kind);
/// The word above a node: "Element", "Unless", "Question"; empty of what only joins.
QString kindText(reasoning::RuleNode::Kind kind);

/// What an unverified statement wants: "Unverified: s 5C must be read. Until then it decides nothing alone."
QString unverifiedText(const QString &cite);

/// Everything about a node in lines, for tool tips and screen readers.
QStringList nodeLines(const reasoning::RuleNode &node);
/// The name of a node for a screen reader: sort, title, whether it holds, unverified, on the path.
QString nodeName(const reasoning::RuleNode &node);

} // namespace clearway::ui
