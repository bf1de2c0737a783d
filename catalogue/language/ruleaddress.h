// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <compare>
#include <optional>

namespace clearway::language {

/// Names one statement of a rule book: a provision, something of it, a duty, a warning, a rule, a question, a list of
/// countries.
struct RuleAddress {
    enum class Kind { Provision, Element, Exception, Duty, Warning, Rule, Fact, Countries };
    Kind kind = Kind::Provision;
    /// Id of the state under which it is looked at. A rule that the state does not have is the one that all states
    /// share; of a question and of a list of countries without meaning.
    QString state;
    QString provision; ///< of an element or exception
    QString id;
    bool isNull() const { return id.isEmpty(); }
    friend bool operator==(const RuleAddress &, const RuleAddress &) = default;
    friend auto operator<=>(const RuleAddress &, const RuleAddress &) = default;
};
size_t qHash(const RuleAddress &address, size_t seed = 0) noexcept;

/// What the rule book says at an address, in the form that all of them have in common.
struct Statement {
    QString title;
    QString summary; ///< the text of a duty or warning, the help of a question, the names of the countries
    QString cite;    ///< of a list of countries: its instrument
    std::optional<Grade>
        grade; ///< nothing: it has none of its own (a provision, a warning, a question, a list of countries)
    bool verified = true;
    QString leansOn;
    ConditionPtr when; ///< null of a provision, of a question and of a list of countries
};
std::optional<Statement> statementAt(const RuleBook &rules, const RuleAddress &address);

/// The provision that an address names, or that its element or exception belongs to; null where there is none.
const Provision *provisionAt(const RuleBook &rules, const RuleAddress &address);

} // namespace clearway::language
