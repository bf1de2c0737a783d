// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/parser.h"

#include <functional>
#include <memory>
#include <vector>

namespace clearway::language {

struct Term;
using TermPtr = std::unique_ptr<Term>;

/// A formula as read, before its units are known: "%" belongs to several kinds, and a bare number takes the kind of
/// what it is compared with.
struct Term {
    struct Literal {
        Rational number;
        QString unit;
    };
    struct FactValue {
        const FactDefinition *fact;
    };
    struct Combined {
        Arithmetic::Operation operation;
        std::vector<TermPtr> operands;
    };
    struct Power {
        TermPtr base;
        int exponent;
    };
    struct RootOf {
        TermPtr base;
        int degree;
    };
    struct Looked {
        QString table;
        Vocabulary::TableKinds kinds;
        TermPtr key;
    };

    std::variant<Literal, FactValue, Combined, Power, RootOf, Looked> node;
    SourcePosition at;
    bool bracketed = false;
};

/// Gives terms their kinds and dimensions, and reports where these do not fit.
class TermTyping {
public:
    using Report = std::function<void(const SourcePosition &, const QString &message, const QString &expected)>;
    TermTyping(const Vocabulary &vocabulary, Report report)
        : m_vocabulary(vocabulary)
        , m_report(std::move(report))
    {}

    /// Both sides of a comparison; each null where an error in it was reported.
    struct Sides {
        ArithmeticPtr left;
        ArithmeticPtr right;
    };
    Sides compared(const Term &left, const Term &right) const;

private:
    using Dimension = QMap<QString, int>;
    /// What is known of a term, or wanted of it; the kind is empty for products.
    struct Shape {
        QString kind;
        Dimension dimension;
    };

    std::optional<Shape> shapeOf(const Term &term) const;
    std::optional<Shape> shapeOf(const Term::Combined &combined) const;
    Shape shapeOfKind(const QString &kind) const;

    ArithmeticPtr typed(const Term &term, const std::optional<Shape> &wanted, bool plain) const;
    ArithmeticPtr typedLiteral(const Term &term, const Term::Literal &literal, const std::optional<Shape> &wanted,
                               bool plain) const;
    ArithmeticPtr typedBareNumber(const Term &term, const Term::Literal &literal,
                                  const std::optional<Shape> &wanted) const;
    ArithmeticPtr typedAlike(const Term::Combined &combined, const std::optional<Shape> &wanted) const;
    ArithmeticPtr typedProduct(const Term::Combined &combined) const;
    ArithmeticPtr typedPower(const Term::Power &power) const;
    ArithmeticPtr typedRoot(const Term &term, const Term::RootOf &root) const;
    ArithmeticPtr typedLooked(const Term::Looked &looked) const;

    bool fits(const Term &term, const Arithmetic &arithmetic, const Shape &wanted) const;
    bool degreeFits(const Term &term, const ArithmeticPtr &arithmetic) const;
    QString described(const Arithmetic &arithmetic) const;
    QString described(const Shape &shape) const;

    const Vocabulary &m_vocabulary;
    Report m_report;
};

} // namespace clearway::language
