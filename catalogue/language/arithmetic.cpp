// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/arithmetic.h"

#include <algorithm>

namespace clearway::language {

namespace {

using Operation = Arithmetic::Operation;

/// Rounded values that agree in so many digits are taken as equal: they come from one formula at its limit.
constexpr int agreeingDigits = 45;

struct Evaluated {
    Quantity quantity;
    bool exact = true;
};

class Evaluation {
public:
    Evaluation(const QuantityLookup &lookup, const Tables &tables)
        : m_lookup(lookup)
        , m_tables(tables)
    {}

    std::optional<Evaluated> value(const Arithmetic &arithmetic) const
    {
        std::optional<Evaluated> result =
            std::visit([this](const auto &node) { return valueOf(node); }, arithmetic.node);
        if (result && !arithmetic.kind.isEmpty())
            result->quantity.kind = arithmetic.kind;
        return result;
    }

    /// On the linear scale, as formulae need it.
    std::optional<LinearValue> linear(const Arithmetic &arithmetic) const
    {
        const std::optional<Evaluated> evaluated = value(arithmetic);
        if (!evaluated)
            return std::nullopt;
        std::optional<LinearValue> result = linearValue(evaluated->quantity);
        if (result)
            result->exact = result->exact && evaluated->exact;
        return result;
    }

private:
    static Evaluated number(const Rational &value, bool exact)
    {
        Evaluated evaluated;
        evaluated.quantity.value = value;
        evaluated.exact = exact;
        return evaluated;
    }

    std::optional<Evaluated> valueOf(const Arithmetic::Literal &literal) const
    {
        return Evaluated{literal.quantity, true};
    }

    std::optional<Evaluated> valueOf(const Arithmetic::FactValue &fact) const
    {
        const std::optional<Quantity> known = m_lookup(fact.fact);
        return known ? std::optional(Evaluated{*known, true}) : std::nullopt;
    }

    std::optional<Evaluated> valueOf(const Arithmetic::Combined &combined) const
    {
        std::optional<LinearValue> total;
        for (const ArithmeticPtr &operand : combined.operands) {
            const std::optional<LinearValue> next = linear(*operand);
            if (!next)
                return std::nullopt;
            if (!total) {
                total = next;
                continue;
            }
            if (combined.operation == Operation::Divide && next->value == 0)
                return std::nullopt;
            combine(*total, combined.operation, *next);
        }
        return total ? std::optional(number(total->value, total->exact)) : std::nullopt;
    }

    static void combine(LinearValue &total, Operation operation, const LinearValue &next)
    {
        switch (operation) {
        case Operation::Add: total.value += next.value; break;
        case Operation::Subtract: total.value -= next.value; break;
        case Operation::Multiply: total.value *= next.value; break;
        case Operation::Divide: total.value /= next.value; break;
        case Operation::Minimum:
            if (next.value < total.value)
                total.value = next.value;
            break;
        case Operation::Maximum:
            if (next.value > total.value)
                total.value = next.value;
            break;
        }
        total.exact = total.exact && next.exact;
    }

    std::optional<Evaluated> valueOf(const Arithmetic::Power &node) const
    {
        const std::optional<LinearValue> base = linear(*node.base);
        if (!base)
            return std::nullopt;
        const auto below = static_cast<unsigned>(Integer(denominator(node.exponent)));
        const auto above = static_cast<int>(Integer(numerator(node.exponent)));
        if (above < 0 && base->value == 0)
            return std::nullopt;
        LinearValue result = *base;
        if (below > 1) {
            const std::optional<Root> rooted = root(result.value, below);
            if (!rooted)
                return std::nullopt;
            result = {rooted->value, result.exact && rooted->exact};
        }
        return number(power(result.value, above), result.exact);
    }

    std::optional<Evaluated> valueOf(const Arithmetic::Looked &looked) const
    {
        const auto table = m_tables.constFind(looked.table);
        std::optional<Evaluated> key = value(*looked.key);
        if (table == m_tables.cend() || !key)
            return std::nullopt;
        for (const TableRow &row : table->rows) {
            key->quantity.kind = row.upTo.kind;
            const int order = compare(key->quantity, row.upTo);
            if (order < 0 || (order == 0 && row.inclusive))
                return Evaluated{row.value, key->exact};
        }
        return std::nullopt;
    }

    const QuantityLookup &m_lookup;
    const Tables &m_tables;
};

/// A root that stands alone on its side is compared by raising the other side to its power, which is exact.
const Arithmetic::Power *bareRoot(const Arithmetic &arithmetic)
{
    const auto *power = std::get_if<Arithmetic::Power>(&arithmetic.node);
    return power && numerator(power->exponent) == 1 && denominator(power->exponent) > 1 ? power : nullptr;
}

int sign(const Rational &value)
{
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/// The order of two numbers of which one may have been rounded.
int orderOf(const LinearValue &left, const LinearValue &right)
{
    const Rational difference = left.value - right.value;
    if (left.exact && right.exact)
        return sign(difference);
    const Rational larger = std::max(Rational(abs(left.value)), Rational(abs(right.value)));
    if (Rational(abs(difference)) * powerOfTen(agreeingDigits) <= larger)
        return 0;
    return sign(difference);
}

/// Compares the n-th root of a value with a number.
int orderOfRoot(const LinearValue &radicand, unsigned degree, const LinearValue &right)
{
    if (degree % 2 == 0 && right.value < 0)
        return 1;
    return orderOf(radicand, {power(right.value, static_cast<int>(degree)), right.exact});
}

} // namespace

bool satisfies(int order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    case Comparison::Equal: return order == 0;
    case Comparison::NotEqual: return order != 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::Greater: return order > 0;
    }
    return false;
}

std::optional<Quantity> evaluate(const Arithmetic &arithmetic, const QuantityLookup &lookup, const Tables &tables)
{
    std::optional<Evaluated> result = Evaluation(lookup, tables).value(arithmetic);
    return result ? std::optional(std::move(result->quantity)) : std::nullopt;
}

std::optional<bool> holds(const Condition::Compared &compared, const QuantityLookup &lookup, const Tables &tables)
{
    const Evaluation evaluation(lookup, tables);
    const Arithmetic::Power *leftRoot = bareRoot(*compared.left);
    const Arithmetic::Power *rightRoot = bareRoot(*compared.right);
    if (leftRoot || rightRoot) {
        const Arithmetic::Power &rooted = leftRoot ? *leftRoot : *rightRoot;
        const auto degree = static_cast<unsigned>(Integer(denominator(rooted.exponent)));
        const std::optional<LinearValue> radicand = evaluation.linear(*rooted.base);
        if (!radicand || (degree % 2 == 0 && radicand->value < 0))
            return std::nullopt;
        std::optional<LinearValue> other;
        int order = 0;
        if (leftRoot && rightRoot && leftRoot->exponent == rightRoot->exponent) {
            other = evaluation.linear(*rightRoot->base);
            if (!other || (degree % 2 == 0 && other->value < 0))
                return std::nullopt;
            order = orderOf(*radicand, *other);
        } else {
            other = evaluation.linear(leftRoot ? *compared.right : *compared.left);
            if (!other)
                return std::nullopt;
            order = orderOfRoot(*radicand, degree, *other);
        }
        return satisfies(leftRoot ? order : -order, compared.comparison);
    }

    std::optional<Evaluated> left = evaluation.value(*compared.left);
    std::optional<Evaluated> right = evaluation.value(*compared.right);
    if (!left || !right)
        return std::nullopt;
    if (left->exact && right->exact) {
        right->quantity.kind = left->quantity.kind; // the parser has checked that they compare
        return satisfies(compare(left->quantity, right->quantity), compared.comparison);
    }
    const std::optional<LinearValue> leftLinear = linearValue(left->quantity);
    const std::optional<LinearValue> rightLinear = linearValue(right->quantity);
    if (!leftLinear || !rightLinear)
        return std::nullopt;
    return satisfies(orderOf({leftLinear->value, leftLinear->exact && left->exact},
                             {rightLinear->value, rightLinear->exact && right->exact}),
                     compared.comparison);
}

} // namespace clearway::language
