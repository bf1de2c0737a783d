// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/fact.h"

#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace clearway::language {

struct Condition;
/// Conditions are immutable and shared.
using ConditionPtr = std::shared_ptr<const Condition>;

struct Arithmetic;
using ArithmeticPtr = std::shared_ptr<const Arithmetic>;

enum class Comparison { Less, LessOrEqual, Equal, NotEqual, GreaterOrEqual, Greater };

/// A number computed from quantities: products, quotients, sums, powers, roots, least, greatest, a table's row.
struct Arithmetic {
    struct Literal {
        Quantity quantity;
    };
    struct FactValue {
        QString fact;
    };
    enum class Operation { Add, Subtract, Multiply, Divide, Minimum, Maximum };
    struct Combined {
        Operation operation;
        std::vector<ArithmeticPtr> operands;
    };
    /// exponent is a whole number; root(n, x) has exponent 1/n
    struct Power {
        ArithmeticPtr base;
        Rational exponent;
    };
    struct Looked {
        QString table;
        ArithmeticPtr key;
    };

    std::variant<Literal, FactValue, Combined, Power, Looked> node;
    /// exponents over base kinds, checked by the parser; a single fact or literal also has its kind
    QMap<QString, int> dimension;
    QString kind; ///< of a single fact or literal, and of sums of one kind; empty for products
};

/// A truth over facts. The parser has checked every name, kind and unit in it.
struct Condition {
    struct Constant {
        bool value;
    };
    /// a YesNo or Judgement fact by its bare name
    struct Holds {
        QString fact;
    };
    enum class Membership {
        AnyOf,  ///< Choice "is any of", Choices "has any of": at least one of `ids` is picked
        AllOf,  ///< Choices "has all of"
        OnlyOf, ///< Choices "is only": something is picked and nothing outside `ids`
    };
    struct Picks {
        QString fact;
        Membership membership;
        QStringList ids;
        bool several = false; ///< of a Choices fact: written "has"; no part of equality
    };
    /// `fact is AU`, `fact in group NAME`; groups are resolved when evaluated
    struct InCountries {
        QString fact;
        QStringList countries;
        QStringList groups;
    };
    struct DateCompared {
        QString fact;
        Comparison comparison;
        QDate date;
    };
    struct Compared {
        ArithmeticPtr left;
        Comparison comparison;
        ArithmeticPtr right;
    };
    /// `fact within ("5A001", "5D001.a")`: some code of the fact is one of these or lies below one of them
    struct EntriesWithin {
        QString fact;
        QStringList codes;
    };
    /// `fact in part 1`, `fact in category 5`, `fact in group E`, `fact in sensitive_list`, `fact is empty`:
    /// a property of entries, looked up in the list
    struct EntriesWith {
        QString fact;
        QString property;
        QString value;
    };
    struct RuleReference {
        QString rule;
    };
    struct EntryReference {
        QString code;
    };
    struct All {
        std::vector<ConditionPtr> of;
    };
    struct Any {
        std::vector<ConditionPtr> of;
    };
    struct Not {
        ConditionPtr of;
    };
    /// true where it holds at one of the item's operating points; unknown for an item without any
    struct AtSomePoint {
        ConditionPtr of;
    };

    std::variant<Constant, Holds, Picks, InCountries, DateCompared, Compared, EntriesWithin, EntriesWith, RuleReference,
                 EntryReference, All, Any, Not, AtSomePoint>
        node;
    int line = 0; ///< where it stands in its source text, 1-based
    int column = 0;
};

/// The condition as text that parses back to an equal one; the canonical form that is stored and shown.
QString toText(const Condition &condition);
QString toText(const Arithmetic &arithmetic);
/// The sign as written: "<", "<=", "=", "!=", ">=", ">".
QString comparisonSign(Comparison comparison);
/// Of one structure and of equal values: "0.1 µm" equals "100 nm". Positions play no part.
bool equal(const Condition &a, const Condition &b);
bool equal(const Arithmetic &a, const Arithmetic &b);

/// Every fact that the condition itself names, without those behind references, in order of first mention.
QStringList factsOf(const Condition &condition);
/// The ids of rules and codes of entries that it names.
struct References {
    QStringList rules;
    QStringList entries;
};
References referencesOf(const Condition &condition);
/// The facts that a formula names, in order of first mention.
QStringList factsOf(const Arithmetic &arithmetic);

} // namespace clearway::language
