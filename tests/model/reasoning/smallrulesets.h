// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"

#include <QRandomGenerator>

#include <memory>
#include <vector>

namespace clearway::testing {

/// A condition as the test understands it: an atom is a list of the values of its fact for which it is true.
struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;
struct Expression {
    enum class Kind { Atom, Rule, All, Any, Not };
    Kind kind = Kind::Atom;
    int fact = 0;              ///< of an atom: index into SmallRules::facts
    std::vector<bool> trueFor; ///< of an atom: by value
    int rule = 0;              ///< index into SmallRules::rules
    std::vector<ExpressionPtr> of;
};

/// A fact with a handful of values that stand for all others.
struct SmallFact {
    language::FactDefinition definition;
    std::vector<language::Value> values;
};
struct SmallRule {
    ExpressionPtr when;
    bool verified = true;
};
struct SmallElement {
    ExpressionPtr when;
    bool verified = true;
    language::ExceptionEffect effect = language::ExceptionEffect::Frees; ///< of an exception
};
struct SmallProvision {
    QString kind; ///< of its requirement
    std::vector<SmallElement> elements;
    std::vector<SmallElement> exceptions;
};

/// A rule set small enough to enumerate, twice: as the test reads it, and as a catalogue.
struct SmallRules {
    std::vector<SmallFact> facts;
    std::vector<SmallRule> rules;
    std::vector<SmallProvision> provisions;
    ExpressionPtr stops; ///< a warning that stops; may be null
    language::RuleBook book;
};

/// 2 to 5 facts, up to 2 rules, 1 to 3 provisions.
SmallRules randomRules(QRandomGenerator &random);

} // namespace clearway::testing
