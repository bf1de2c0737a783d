// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/overlay/overlay.h"

namespace clearway::overlay {

/// A rule that can be read beside the text: an element or exception of a provision, a duty, a named rule.
struct NamedRule {
    RuleName name;
    QString title;
    QString cite; ///< what must be read
    language::Grade grade = language::Grade::Statute;
    bool verified = true;
    QString leansOn;
    QString says;                ///< its condition, and of an exception its effect, in canonical form
    language::ConditionPtr when; ///< may be null
};

/// All of a catalogue: state by state in the order of the sources, then those of every state.
QList<NamedRule> namedRules(const language::RuleBook &rules);
std::optional<NamedRule> ruleNamed(const language::RuleBook &rules, const RuleName &name);

/// How the rule at an address is named here; nullopt of what cannot be read as one rule: a provision as a whole, a
/// warning, a question, a list of countries.
std::optional<RuleName> ruleNameAt(const language::RuleBook &rules, const language::RuleAddress &address);

/// Sets `verified` of the rule; false where there is no such rule.
bool setVerified(language::RuleBook &rules, const RuleName &name, bool verified);

/// How a duty is named within its state.
QString dutyName(const QString &id);

} // namespace clearway::overlay
