// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/margin.h"

#include <QCoreApplication>

#include <cmath>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using language::Arithmetic;
using language::Comparison;
using language::Condition;
using language::LinearValue;
using language::Quantity;
using language::Rational;
using language::RuleBook;
using language::Unit;
using language::UnitScale;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Margin)
};

constexpr int shownDigits = 4;
constexpr int exactDigits = 9; // a number of so few digits is shown as it is

QString approximately(const QString &number)
{
    return u"≈ "_s + number;
}

/// The number as it is, or rounded and marked as that.
QString shown(const Rational &value, bool exact)
{
    const QString text = language::toRoundedText(value, exactDigits);
    if (exact && language::parseRational(text) == value)
        return text;
    return approximately(language::toRoundedText(value, shownDigits));
}

QString shown(double value)
{
    return QString::number(value, 'g', shownDigits);
}

double toDouble(const Rational &value)
{
    return value.convert_to<double>();
}

QString raised(const QString &unit, int exponent)
{
    static constexpr QStringView digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    if (exponent == 1)
        return unit;
    QString text = unit;
    if (exponent < 0)
        text += u'⁻';
    const QString number = QString::number(std::abs(exponent));
    for (const QChar digit : number)
        text += digits[digit.digitValue()];
    return text;
}

/// What a product is measured in: "W·Hz²".
QString baseUnits(const QMap<QString, int> &dimension, const RuleBook &rules)
{
    QStringList parts;
    for (auto of = dimension.cbegin(); of != dimension.cend(); ++of) {
        const language::UnitKind *kind = rules.units.kind(of.key());
        if (kind && kind->baseUnit != "1"_L1 && of.value() != 0)
            parts << raised(kind->baseUnit, of.value());
    }
    return parts.join(u'·');
}

/// In which unit both sides are shown.
struct Measure {
    const Unit *unit = nullptr; ///< null: in base units
    QString name;
};

Measure measureOf(const Condition::Compared &compared, const RuleBook &rules, const QString &defaultUnit)
{
    const QMap<QString, int> &dimension = compared.left->dimension;
    for (const Unit *unit : {unitOf(*compared.right, rules), unitOf(*compared.left, rules)}) {
        const language::UnitKind *kind = unit ? rules.units.kind(unit->kind) : nullptr;
        // A product is shown in the limit's unit where both are of one dimension.
        const bool fits =
            kind && (compared.left->kind.isEmpty() ? kind->dimension == dimension : unit->kind == compared.left->kind);
        if (fits)
            return {unit, unit->name == "1"_L1 ? QString() : unit->name};
    }
    if (!compared.left->kind.isEmpty())
        if (const Unit *unit = rules.units.unit(defaultUnit, compared.left->kind))
            return {unit, unit->name == "1"_L1 ? QString() : unit->name};
    return {nullptr, baseUnits(dimension, rules)};
}

QString withUnit(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : QString(number + u' ' + unit);
}

QString formatted(const Quantity &quantity, const Measure &measure)
{
    const std::optional<LinearValue> linear = language::linearValue(quantity);
    const bool isLogarithmic = measure.unit && measure.unit->scale == UnitScale::Logarithmic;
    if (quantity.isLevel && isLogarithmic && quantity.reference == measure.unit->factor
        && quantity.divisor == measure.unit->divisor)
        return withUnit(shown(quantity.value, true), measure.name);
    if (!linear)
        return quantity.written;
    if (!isLogarithmic) {
        const Rational value =
            measure.unit ? Rational((linear->value - measure.unit->offset) / measure.unit->factor) : linear->value;
        return withUnit(shown(value, linear->exact), measure.name);
    }
    if (linear->value <= 0)
        return quantity.written;
    const double level = std::log10(toDouble(Rational(linear->value / measure.unit->factor)));
    return withUnit(approximately(shown(level * toDouble(measure.unit->divisor))), measure.name);
}

/// Of what is measured on a scale of levels: the difference of the levels, and what they stand for.
void putLevels(Margin &margin, const Quantity &left, const Quantity &right, const Rational &divisor)
{
    if (left.isLevel && right.isLevel && left.reference == right.reference && left.divisor == right.divisor) {
        const Rational difference = abs(Rational(left.value - right.value));
        margin.distance = withUnit(shown(difference, true), u"dB"_s);
        margin.ratio = shown(std::pow(10.0, toDouble(Rational((left.value - right.value) / left.divisor))));
        return;
    }
    const std::optional<LinearValue> value = language::linearValue(left);
    const std::optional<LinearValue> limit = language::linearValue(right);
    if (!value || !limit || value->value <= 0 || limit->value <= 0)
        return;
    const double ratio = toDouble(Rational(value->value / limit->value));
    margin.distance = withUnit(approximately(shown(std::abs(std::log10(ratio) * toDouble(divisor)))), u"dB"_s);
    margin.ratio = shown(ratio);
}

void putLinear(Margin &margin, const Quantity &left, const Quantity &right, const Measure &measure)
{
    const std::optional<LinearValue> value = language::linearValue(left);
    const std::optional<LinearValue> limit = language::linearValue(right);
    if (!value || !limit)
        return;
    const bool exact = value->exact && limit->exact;
    Rational difference = abs(Rational(value->value - limit->value));
    if (measure.unit)
        difference /= measure.unit->factor;
    margin.distance = withUnit(shown(difference, exact), measure.name);
    const bool hasOffset = measure.unit && measure.unit->offset != 0;
    if (!hasOffset && limit->value > 0 && value->value >= 0)
        margin.ratio = language::toRoundedText(value->value / limit->value, shownDigits);
}

} // namespace

QString inWords(const Margin &margin)
{
    if (margin.side == Margin::Side::AtLimit)
        return Words::tr("exactly at the limit");
    const bool above = margin.side == Margin::Side::Above;
    if (margin.distance.isEmpty())
        return above ? Words::tr("above the limit") : Words::tr("below the limit");
    const QString text = above ? Words::tr("%1 above the limit").arg(margin.distance)
                               : Words::tr("%1 below the limit").arg(margin.distance);
    const auto ratio = language::parseRational(margin.ratio);
    if (margin.ratio.isEmpty() || !ratio)
        return text;
    // Beside a limit in percent a share of it would be read as the distance.
    const bool inPercent = margin.distance.endsWith(u'%');
    if (inPercent || *ratio >= 2 || *ratio <= Rational(1, 2))
        return text + u" ("_s + Words::tr("%1 times the limit").arg(margin.ratio) + u')';
    const Rational percent = abs(Rational((*ratio - 1) * 100));
    if (percent == 0)
        return text;
    const QString share = language::toRoundedText(percent, 3);
    return text + u" ("_s + (above ? Words::tr("by %1 %").arg(share) : Words::tr("by %1 %").arg(share)) + u')';
}

const Unit *unitOf(const Arithmetic &formula, const RuleBook &rules)
{
    if (const auto *literal = std::get_if<Arithmetic::Literal>(&formula.node)) {
        const QString written =
            literal->quantity.written.isEmpty() ? rules.units.format(literal->quantity) : literal->quantity.written;
        const Unit *unit = rules.units.unit(written.section(u' ', 1), literal->quantity.kind);
        return unit ? unit : rules.units.unit(u"1"_s, literal->quantity.kind);
    }
    if (const auto *combined = std::get_if<Arithmetic::Combined>(&formula.node)) {
        for (const language::ArithmeticPtr &operand : combined->operands)
            if (const Unit *unit = unitOf(*operand, rules); unit && operand->dimension == formula.dimension)
                return unit;
    }
    if (const auto *looked = std::get_if<Arithmetic::Looked>(&formula.node)) {
        const auto table = rules.tables.constFind(looked->table);
        if (table != rules.tables.cend() && !table->rows.isEmpty()) {
            const Quantity &first = table->rows.first().value;
            const QString written = first.written.isEmpty() ? rules.units.format(first) : first.written;
            return rules.units.unit(written.section(u' ', 1), first.kind);
        }
    }
    return nullptr;
}

Sides sidesOf(const Condition::Compared &compared, const language::QuantityLookup &lookup, const RuleBook &rules,
              const QString &defaultUnit)
{
    Sides sides;
    const Measure measure = measureOf(compared, rules, defaultUnit);
    const std::optional<Quantity> left = language::evaluate(*compared.left, lookup, rules.tables);
    const std::optional<Quantity> right = language::evaluate(*compared.right, lookup, rules.tables);
    if (left)
        sides.left = formatted(*left, measure);
    if (right)
        sides.right = formatted(*right, measure);
    if (!left || !right)
        return sides;
    const auto is = [&](Comparison comparison) {
        return language::holds({compared.left, comparison, compared.right}, lookup, rules.tables).value_or(false);
    };
    Margin margin;
    if (!is(Comparison::Equal)) {
        margin.side = is(Comparison::Less) ? Margin::Side::Below : Margin::Side::Above;
        const bool onLevels =
            (measure.unit && measure.unit->scale == UnitScale::Logarithmic) || (left->isLevel && right->isLevel);
        if (onLevels)
            putLevels(margin, *left, *right, right->isLevel ? right->divisor : measure.unit->divisor);
        else
            putLinear(margin, *left, *right, measure);
    }
    sides.margin = margin;
    return sides;
}

} // namespace clearway::classification
