// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/term.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

using Operation = Arithmetic::Operation;

/// Bounds the digits that exact evaluation can produce; the list's longest formula has a degree below ten.
constexpr int largestDegree = 64;
constexpr int largestLevel = 4000;

template<typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

void multiply(QMap<QString, int> &dimension, const QMap<QString, int> &by, int sign)
{
    for (const auto &[base, exponent] : by.asKeyValueRange())
        dimension[base] += sign * exponent;
    dimension.removeIf([](std::pair<const QString &, int &> entry) { return entry.second == 0; });
}

QMap<QString, int> raised(const QMap<QString, int> &dimension, int exponent)
{
    QMap<QString, int> result;
    for (const auto &[base, own] : dimension.asKeyValueRange())
        result[base] = own * exponent;
    return result;
}

ArithmeticPtr made(Arithmetic arithmetic)
{
    return std::make_shared<const Arithmetic>(std::move(arithmetic));
}

/// A fact, a literal or a row of a table: what may be a level, because nothing is computed with it.
bool isPlain(const Term &term)
{
    return std::holds_alternative<Term::Literal>(term.node) || std::holds_alternative<Term::FactValue>(term.node)
           || std::holds_alternative<Term::Looked>(term.node);
}

/// How often the numbers of a formula are multiplied with each other at most.
int degreeOf(const Arithmetic &arithmetic)
{
    const auto bounded = [](int degree) { return std::min(degree, largestDegree + 1); };
    return std::visit(Overloaded{
                          [](const Arithmetic::Literal &) { return 1; },
                          [](const Arithmetic::FactValue &) { return 1; },
                          [&bounded](const Arithmetic::Combined &combined) {
                              int sum = 0;
                              for (const ArithmeticPtr &operand : combined.operands)
                                  sum = bounded(sum + degreeOf(*operand));
                              return sum;
                          },
                          [&bounded](const Arithmetic::Power &power) {
                              const auto factor = static_cast<int>(Integer(abs(numerator(power.exponent))));
                              return bounded(degreeOf(*power.base) * factor);
                          },
                          [](const Arithmetic::Looked &looked) { return degreeOf(*looked.key); },
                      },
                      arithmetic.node);
}

QString withArticle(const QString &title)
{
    const bool vowel = !title.isEmpty() && u"aeiouAEIOU"_s.contains(title.front());
    return (vowel ? u"an "_s : u"a "_s) % title;
}

} // namespace

TermTyping::Shape TermTyping::shapeOfKind(const QString &kind) const
{
    const UnitKind *known = m_vocabulary.units().kind(kind);
    return {kind, known ? known->dimension : Dimension()};
}

/// The shape as far as the term itself settles it; a number settles nothing where its unit is of several kinds.
std::optional<TermTyping::Shape> TermTyping::shapeOf(const Term &term) const
{
    return std::visit(
        Overloaded{
            [this](const Term::Literal &literal) -> std::optional<Shape> {
                const QList<const Unit *> units = m_vocabulary.units().unitsSpelled(literal.unit);
                if (literal.unit.isEmpty() || units.size() != 1)
                    return std::nullopt;
                return shapeOfKind(units.first()->kind);
            },
            [this](const Term::FactValue &value) -> std::optional<Shape> { return shapeOfKind(value.fact->unitKind); },
            [this](const Term::Combined &combined) { return shapeOf(combined); },
            [this](const Term::Power &power) -> std::optional<Shape> {
                const std::optional<Shape> base = shapeOf(*power.base);
                if (!base)
                    return std::nullopt;
                return Shape{QString(), raised(base->dimension, power.exponent)};
            },
            [](const Term::RootOf &) -> std::optional<Shape> { return std::nullopt; },
            [this](const Term::Looked &looked) -> std::optional<Shape> { return shapeOfKind(looked.kinds.value); },
        },
        term.node);
}

std::optional<TermTyping::Shape> TermTyping::shapeOf(const Term::Combined &combined) const
{
    if (combined.operation == Operation::Multiply || combined.operation == Operation::Divide) {
        Shape product;
        for (std::size_t i = 0; i < combined.operands.size(); ++i) {
            const Term &operand = *combined.operands[i];
            const auto *literal = std::get_if<Term::Literal>(&operand.node);
            if (literal && literal->unit.isEmpty())
                continue;
            const std::optional<Shape> shape = shapeOf(operand);
            if (!shape)
                return std::nullopt;
            multiply(product.dimension, shape->dimension, i > 0 && combined.operation == Operation::Divide ? -1 : 1);
        }
        return product;
    }
    std::optional<Shape> first;
    for (const TermPtr &operand : combined.operands) {
        const std::optional<Shape> shape = shapeOf(*operand);
        if (shape && (!first || (first->kind.isEmpty() && !shape->kind.isEmpty())))
            first = shape;
    }
    return first;
}

TermTyping::Sides TermTyping::compared(const Term &left, const Term &right) const
{
    const std::optional<Shape> leftShape = shapeOf(left);
    const std::optional<Shape> rightShape = shapeOf(right);
    const bool plain = isPlain(left) && isPlain(right);
    // What a fact or formula settles goes before what a literal happens to be.
    const bool leftIsLiteral = std::holds_alternative<Term::Literal>(left.node);
    Sides sides;
    if (leftIsLiteral) {
        sides.right = typed(right, std::nullopt, plain);
        const std::optional<Shape> wanted =
            sides.right ? std::optional(Shape{sides.right->kind, sides.right->dimension}) : rightShape;
        sides.left = sides.right ? typed(left, wanted, plain) : nullptr;
        if (sides.left && !fits(left, *sides.left, *wanted))
            sides.left = nullptr;
    } else {
        sides.left = typed(left, leftShape ? std::nullopt : rightShape, plain);
        const std::optional<Shape> wanted =
            sides.left ? std::optional(Shape{sides.left->kind, sides.left->dimension}) : leftShape;
        sides.right = typed(right, wanted, plain);
        if (sides.left && sides.right && !fits(right, *sides.right, *wanted))
            sides.right = nullptr;
    }
    if (!degreeFits(left, sides.left))
        sides.left = nullptr;
    if (!degreeFits(right, sides.right))
        sides.right = nullptr;
    return sides;
}

ArithmeticPtr TermTyping::typed(const Term &term, const std::optional<Shape> &wanted, bool plain) const
{
    return std::visit(Overloaded{
                          [&](const Term::Literal &literal) { return typedLiteral(term, literal, wanted, plain); },
                          [&](const Term::FactValue &value) {
                              const Shape shape = shapeOfKind(value.fact->unitKind);
                              return made({Arithmetic::FactValue{value.fact->id}, shape.dimension, shape.kind});
                          },
                          [&](const Term::Combined &combined) {
                              const bool product =
                                  combined.operation == Operation::Multiply || combined.operation == Operation::Divide;
                              return product ? typedProduct(combined) : typedAlike(combined, wanted);
                          },
                          [&](const Term::Power &power) { return typedPower(power); },
                          [&](const Term::RootOf &root) { return typedRoot(term, root); },
                          [&](const Term::Looked &looked) { return typedLooked(looked); },
                      },
                      term.node);
}

ArithmeticPtr TermTyping::typedBareNumber(const Term &term, const Term::Literal &literal,
                                          const std::optional<Shape> &wanted) const
{
    const Units &units = m_vocabulary.units();
    const UnitKind *kind = wanted ? units.kind(wanted->kind) : nullptr;
    if (kind) {
        const Unit *one = kind->baseUnit == u"1"_s ? units.unit(u"1", kind->id) : nullptr;
        if (!one) {
            m_report(term.at, u"the number %1 has no unit"_s.arg(toText(literal.number)), units.expectation(kind->id));
            return nullptr;
        }
        return made({Arithmetic::Literal{units.make(literal.number, *one)}, kind->dimension, kind->id});
    }
    Quantity number;
    number.value = literal.number;
    number.written = toText(literal.number);
    return made({Arithmetic::Literal{number}, {}, {}});
}

ArithmeticPtr TermTyping::typedLiteral(const Term &term, const Term::Literal &literal,
                                       const std::optional<Shape> &wanted, bool plain) const
{
    if (literal.unit.isEmpty())
        return typedBareNumber(term, literal, wanted);
    const Units &units = m_vocabulary.units();
    const QList<const Unit *> candidates = units.unitsSpelled(literal.unit);
    const Unit *unit = nullptr;
    if (wanted && !wanted->kind.isEmpty()) {
        unit = units.unit(literal.unit, wanted->kind);
    } else if (wanted) {
        for (const Unit *candidate : candidates) {
            if (!unit && shapeOfKind(candidate->kind).dimension == wanted->dimension)
                unit = candidate;
        }
    }
    if (!unit) {
        unit = candidates.first();
        if (wanted && !wanted->kind.isEmpty()) {
            m_report(term.at,
                     u"“%1 %2” is %3"_s.arg(toText(literal.number), unit->name, described(shapeOfKind(unit->kind))),
                     units.expectation(wanted->kind));
            return nullptr;
        }
    }
    if (!plain && unit->scale == UnitScale::Logarithmic) {
        m_report(term.at, u"“%1” is a level and cannot be computed with"_s.arg(unit->name),
                 u"a linear unit, or one fact, number or table on each side"_s);
        return nullptr;
    }
    if (!plain && unit->offset != 0) {
        m_report(term.at, u"“%1” has a zero of its own and cannot be computed with"_s.arg(unit->name),
                 u"the unit %1"_s.arg(units.kind(unit->kind) ? units.kind(unit->kind)->baseUnit : unit->kind));
        return nullptr;
    }
    if (unit->scale == UnitScale::Logarithmic && abs(literal.number) > largestLevel) {
        m_report(term.at, u"the level is beyond every one that can be measured"_s, u"a level within ±4000 dB"_s);
        return nullptr;
    }
    return made(
        {Arithmetic::Literal{units.make(literal.number, *unit)}, shapeOfKind(unit->kind).dimension, unit->kind});
}

/// Sums, least and greatest: all operands of one kind, or at least of one dimension.
ArithmeticPtr TermTyping::typedAlike(const Term::Combined &combined, const std::optional<Shape> &wanted) const
{
    const std::optional<Shape> own = shapeOf(combined);
    std::optional<Shape> common = own ? own : wanted;
    Arithmetic sum;
    Arithmetic::Combined node{combined.operation, {}};
    bool sound = true;
    bool oneKind = true;
    for (const TermPtr &operand : combined.operands) {
        const ArithmeticPtr part = typed(*operand, common, false);
        if (!part || (common && !fits(*operand, *part, *common))) {
            sound = false;
            continue;
        }
        if (!common)
            common = Shape{part->kind, part->dimension};
        if (node.operands.empty())
            sum.kind = part->kind;
        oneKind = oneKind && part->kind == sum.kind;
        node.operands.push_back(part);
    }
    if (!sound)
        return nullptr;
    if (!oneKind)
        sum.kind.clear();
    sum.dimension = node.operands.front()->dimension;
    sum.node = std::move(node);
    return made(std::move(sum));
}

ArithmeticPtr TermTyping::typedProduct(const Term::Combined &combined) const
{
    Arithmetic product;
    Arithmetic::Combined node{combined.operation, {}};
    for (std::size_t i = 0; i < combined.operands.size(); ++i) {
        const ArithmeticPtr part = typed(*combined.operands[i], std::nullopt, false);
        if (!part)
            continue;
        multiply(product.dimension, part->dimension, i > 0 && combined.operation == Operation::Divide ? -1 : 1);
        node.operands.push_back(part);
    }
    if (node.operands.size() != combined.operands.size())
        return nullptr;
    product.node = std::move(node);
    return made(std::move(product));
}

ArithmeticPtr TermTyping::typedPower(const Term::Power &power) const
{
    const ArithmeticPtr base = typed(*power.base, std::nullopt, false);
    if (!base)
        return nullptr;
    return made({Arithmetic::Power{base, Rational(power.exponent)}, raised(base->dimension, power.exponent), {}});
}

ArithmeticPtr TermTyping::typedRoot(const Term &term, const Term::RootOf &root) const
{
    const ArithmeticPtr base = typed(*root.base, std::nullopt, false);
    if (!base)
        return nullptr;
    Dimension dimension;
    for (const auto &[name, exponent] : base->dimension.asKeyValueRange()) {
        if (exponent % root.degree != 0) {
            m_report(term.at, u"root %1 of %2 has no unit"_s.arg(root.degree).arg(described(*base)),
                     u"a formula whose dimension is a power of %1"_s.arg(root.degree));
            return nullptr;
        }
        dimension[name] = exponent / root.degree;
    }
    return made({Arithmetic::Power{base, Rational(1, root.degree)}, dimension, {}});
}

ArithmeticPtr TermTyping::typedLooked(const Term::Looked &looked) const
{
    const Shape wanted = shapeOfKind(looked.kinds.key);
    const ArithmeticPtr key = typed(*looked.key, wanted, isPlain(*looked.key));
    if (!key || !fits(*looked.key, *key, wanted))
        return nullptr;
    const Shape value = shapeOfKind(looked.kinds.value);
    return made({Arithmetic::Looked{looked.table, key}, value.dimension, value.kind});
}

/// Two kinds never compare, even of one dimension; a product has no kind and compares by its dimension.
bool TermTyping::fits(const Term &term, const Arithmetic &arithmetic, const Shape &wanted) const
{
    const bool sameKind = arithmetic.kind.isEmpty() || wanted.kind.isEmpty() || arithmetic.kind == wanted.kind;
    if (sameKind && arithmetic.dimension == wanted.dimension)
        return true;
    m_report(term.at, u"“%1” is %2"_s.arg(toText(arithmetic), described(arithmetic)), described(wanted));
    return false;
}

bool TermTyping::degreeFits(const Term &term, const ArithmeticPtr &arithmetic) const
{
    if (!arithmetic || degreeOf(*arithmetic) <= largestDegree)
        return true;
    m_report(term.at, u"the formula multiplies too many numbers"_s,
             u"a formula of a degree up to %1"_s.arg(largestDegree));
    return false;
}

QString TermTyping::described(const Arithmetic &arithmetic) const
{
    return described(Shape{arithmetic.kind, arithmetic.dimension});
}

/// "a sample rate", or for products "length^2 · time^-1"
QString TermTyping::described(const Shape &shape) const
{
    if (const UnitKind *kind = m_vocabulary.units().kind(shape.kind))
        return withArticle(kind->title.isEmpty() ? kind->id : kind->title);
    if (shape.dimension.isEmpty())
        return u"a pure number"_s;
    QStringList factors;
    for (const auto &[base, exponent] : shape.dimension.asKeyValueRange())
        factors.append(exponent == 1 ? base : QString(base % u'^' % QString::number(exponent)));
    return factors.join(u" · "_s);
}

} // namespace clearway::language
