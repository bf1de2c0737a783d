// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/prologterm.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::verification {

using language::Arithmetic;
using language::Condition;

namespace {

constexpr qsizetype widestLine = 120;

bool needsQuotes(const QString &text)
{
    if (text.isEmpty() || text[0] < u'a' || text[0] > u'z')
        return true;
    return !std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

/// The term as it stands behind `indent` columns, with `after` characters still to come on its last line.
QString laidOut(const PrologTerm &term, qsizetype indent, qsizetype after)
{
    const QString line = lineText(term);
    if (term.of.empty() || indent + line.size() + after <= widestLine)
        return line;
    const bool isList = term.form == PrologTerm::Form::List;
    // "all([" opens both brackets at once.
    if (!isList && term.of.size() == 1 && term.of.front().form == PrologTerm::Form::List)
        return term.text + u'(' + laidOut(term.of.front(), indent, after + 1) + u')';
    const qsizetype inner = indent + 4;
    const QString margin = u'\n' + QString(inner, u' ');
    QString text = isList ? u"["_s : QString(term.text + u'(');
    // What is short stands on the lines that it fills; what is long begins one of its own.
    qsizetype column = indent + text.size();
    for (std::size_t i = 0; i < term.of.size(); ++i) {
        const qsizetype rest = i + 1 < term.of.size() ? 1 : after + 1;
        const QString part = lineText(term.of[i]);
        const bool isFirst = i == 0;
        const bool isShort = term.of[i].form == PrologTerm::Form::Plain;
        if (isShort && column + 1 + part.size() + rest <= widestLine) {
            text += isFirst ? part : QString(u' ' + part);
            column += part.size() + 1;
        } else {
            const QString broken = laidOut(term.of[i], inner, rest);
            text += margin + broken;
            column = broken.contains(u'\n') ? widestLine : inner + broken.size();
        }
        if (i + 1 < term.of.size()) {
            text += u',';
            ++column;
        }
    }
    return text + (isList ? u']' : u')');
}

QString numberText(const language::Rational &value)
{
    const auto numerator = QString::fromStdString(boost::multiprecision::numerator(value).str());
    const auto denominator = QString::fromStdString(boost::multiprecision::denominator(value).str());
    return denominator == u"1"_s ? numerator : QString(numerator + u'r' + denominator);
}

/// As Prolog compares: "=<" is its "<=".
QString signOf(language::Comparison comparison)
{
    const QString sign = language::comparisonSign(comparison);
    return sign == "<="_L1 ? u"=<"_s : sign;
}

QString nameOf(Arithmetic::Operation operation)
{
    switch (operation) {
    case Arithmetic::Operation::Add: return u"sum"_s;
    case Arithmetic::Operation::Subtract: return u"difference"_s;
    case Arithmetic::Operation::Multiply: return u"product"_s;
    case Arithmetic::Operation::Divide: return u"quotient"_s;
    case Arithmetic::Operation::Minimum: return u"least"_s;
    case Arithmetic::Operation::Maximum: return u"greatest"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

PrologTerm termOf(const Arithmetic &arithmetic);

struct ArithmeticTerm {
    PrologTerm operator()(const Arithmetic::Literal &node) const { return verification::termOf(node.quantity); }
    PrologTerm operator()(const Arithmetic::FactValue &node) const
    {
        return compoundTerm(u"value"_s, {atomTerm(node.fact)});
    }
    PrologTerm operator()(const Arithmetic::Combined &node) const
    {
        std::vector<PrologTerm> operands;
        for (const language::ArithmeticPtr &operand : node.operands)
            operands.push_back(termOf(*operand));
        return compoundTerm(nameOf(node.operation), {listTerm(std::move(operands))});
    }
    PrologTerm operator()(const Arithmetic::Power &node) const
    {
        return compoundTerm(u"power"_s, {termOf(*node.base), plainTerm(numberText(node.exponent))});
    }
    PrologTerm operator()(const Arithmetic::Looked &node) const
    {
        return compoundTerm(u"looked_up"_s, {atomTerm(node.table), termOf(*node.key)});
    }
};

PrologTerm termOf(const Arithmetic &arithmetic)
{
    return std::visit(ArithmeticTerm{}, arithmetic.node);
}

PrologTerm parts(const QString &functor, const std::vector<language::ConditionPtr> &of)
{
    std::vector<PrologTerm> terms;
    for (const language::ConditionPtr &part : of)
        terms.push_back(verification::termOf(*part));
    return compoundTerm(functor, {listTerm(std::move(terms))});
}

struct ConditionTerm {
    PrologTerm operator()(const Condition::Constant &node) const
    {
        return atomTerm(node.value ? u"true"_s : u"false"_s);
    }
    PrologTerm operator()(const Condition::Holds &node) const
    {
        return compoundTerm(u"holds"_s, {atomTerm(node.fact)});
    }
    PrologTerm operator()(const Condition::Picks &node) const
    {
        const QString functor = node.membership == Condition::Membership::AnyOf   ? u"any_of"_s
                                : node.membership == Condition::Membership::AllOf ? u"all_of"_s
                                                                                  : u"only_of"_s;
        return compoundTerm(functor, {atomTerm(node.fact), atomsTerm(node.ids)});
    }
    PrologTerm operator()(const Condition::InCountries &node) const
    {
        return compoundTerm(u"in_countries"_s,
                            {atomTerm(node.fact), atomsTerm(node.countries), atomsTerm(node.groups)});
    }
    PrologTerm operator()(const Condition::DateCompared &node) const
    {
        return compoundTerm(u"date"_s, {atomTerm(node.fact), atomTerm(signOf(node.comparison)),
                                        atomTerm(node.date.toString(Qt::ISODate))});
    }
    PrologTerm operator()(const Condition::Compared &node) const
    {
        return compoundTerm(u"compared"_s,
                            {termOf(*node.left), atomTerm(signOf(node.comparison)), termOf(*node.right)});
    }
    PrologTerm operator()(const Condition::EntriesWithin &node) const
    {
        return compoundTerm(u"within"_s, {atomTerm(node.fact), atomsTerm(node.codes)});
    }
    PrologTerm operator()(const Condition::EntriesWith &node) const
    {
        return node.value.isEmpty()
                   ? compoundTerm(node.property, {atomTerm(node.fact)})
                   : compoundTerm(u"in_"_s + node.property, {atomTerm(node.fact), atomTerm(node.value)});
    }
    PrologTerm operator()(const Condition::RuleReference &node) const
    {
        return compoundTerm(u"rule"_s, {atomTerm(node.rule)});
    }
    PrologTerm operator()(const Condition::EntryReference &node) const
    {
        return compoundTerm(u"entry"_s, {atomTerm(node.code)});
    }
    PrologTerm operator()(const Condition::All &node) const { return parts(u"all"_s, node.of); }
    PrologTerm operator()(const Condition::Any &node) const { return parts(u"any"_s, node.of); }
    PrologTerm operator()(const Condition::Not &node) const
    {
        return compoundTerm(u"not"_s, {verification::termOf(*node.of)});
    }
    PrologTerm operator()(const Condition::AtSomePoint &node) const
    {
        return compoundTerm(u"at_some_point"_s, {verification::termOf(*node.of)});
    }
};

} // namespace

PrologTerm atomTerm(const QString &text)
{
    if (!needsQuotes(text))
        return plainTerm(text);
    QString quoted;
    for (const QChar c : text) {
        if (c == u'\'' || c == u'\\')
            quoted += u'\\';
        quoted += c;
    }
    return plainTerm(u'\'' + quoted + u'\'');
}

PrologTerm plainTerm(const QString &text)
{
    return {PrologTerm::Form::Plain, text, {}};
}

PrologTerm compoundTerm(const QString &functor, std::vector<PrologTerm> arguments)
{
    return {PrologTerm::Form::Compound, functor, std::move(arguments)};
}

PrologTerm listTerm(std::vector<PrologTerm> members)
{
    return {PrologTerm::Form::List, {}, std::move(members)};
}

PrologTerm atomsTerm(const QStringList &atoms)
{
    std::vector<PrologTerm> terms;
    for (const QString &atom : atoms)
        terms.push_back(atomTerm(atom));
    return listTerm(std::move(terms));
}

PrologTerm termOf(const language::Condition &condition)
{
    return std::visit(ConditionTerm{}, condition.node);
}

PrologTerm termOf(const language::Quantity &quantity)
{
    std::vector<PrologTerm> arguments{atomTerm(quantity.kind), plainTerm(numberText(quantity.value))};
    if (!quantity.isLevel)
        return compoundTerm(u"quantity"_s, std::move(arguments));
    arguments.push_back(plainTerm(numberText(quantity.reference)));
    arguments.push_back(plainTerm(numberText(quantity.divisor)));
    return compoundTerm(u"level"_s, std::move(arguments));
}

QString lineText(const PrologTerm &term)
{
    if (term.form == PrologTerm::Form::Plain)
        return term.text;
    QStringList parts;
    for (const PrologTerm &part : term.of)
        parts.append(lineText(part));
    return term.form == PrologTerm::Form::List ? QString(u'[' + parts.join(u", "_s) + u']')
                                               : QString(term.text + u'(' + parts.join(u", "_s) + u')');
}

QString clauseText(const PrologTerm &term)
{
    return laidOut(term, 0, 1) + u".\n"_s;
}

QString commentText(const QString &text)
{
    QString result;
    QString line;
    for (const QString &word : text.simplified().split(u' ')) {
        if (!line.isEmpty() && line.size() + word.size() + 3 > widestLine) {
            result += u"% "_s + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return result + u"% "_s + line + u'\n';
}

} // namespace clearway::verification
