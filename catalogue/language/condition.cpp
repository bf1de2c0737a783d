// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/condition.h"

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

using Operation = Arithmetic::Operation;
using Membership = Condition::Membership;

template<typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

// Arithmetic as text -----------------------------------------------------------------------------------------------

bool isSum(Operation operation)
{
    return operation == Operation::Add || operation == Operation::Subtract;
}

bool isProduct(Operation operation)
{
    return operation == Operation::Multiply || operation == Operation::Divide;
}

const Arithmetic::Combined *asCombined(const Arithmetic &arithmetic)
{
    return std::get_if<Arithmetic::Combined>(&arithmetic.node);
}

QString bracketed(const QString &text)
{
    return u'(' % text % u')';
}

QString joined(const std::vector<ArithmeticPtr> &operands)
{
    QStringList texts;
    for (const ArithmeticPtr &operand : operands)
        texts.append(toText(*operand));
    return texts.join(u", "_s);
}

/// One operand of a sum or product, in brackets where it would otherwise be read as part of the whole.
QString operandText(const Arithmetic &operand, Operation within, bool first)
{
    const Arithmetic::Combined *combined = asCombined(operand);
    bool brackets = false;
    if (combined && isSum(combined->operation))
        brackets = isProduct(within) || !first || combined->operation == within;
    else if (combined && isProduct(combined->operation))
        brackets = isProduct(within) && (!first || combined->operation == within);
    return brackets ? bracketed(toText(operand)) : toText(operand);
}

QString combinedText(const Arithmetic::Combined &combined)
{
    QString sign;
    switch (combined.operation) {
    case Operation::Minimum: return u"min("_s % joined(combined.operands) % u')';
    case Operation::Maximum: return u"max("_s % joined(combined.operands) % u')';
    case Operation::Add: sign = u" + "_s; break;
    case Operation::Subtract: sign = u" - "_s; break;
    case Operation::Multiply: sign = u" * "_s; break;
    case Operation::Divide: sign = u" / "_s; break;
    }
    QString text;
    for (std::size_t i = 0; i < combined.operands.size(); ++i) {
        if (i > 0)
            text += sign;
        text += operandText(*combined.operands[i], combined.operation, i == 0);
    }
    return text;
}

QString literalText(const Quantity &quantity)
{
    return quantity.written.isEmpty() ? toText(quantity.value) : quantity.written;
}

QString powerText(const Arithmetic::Power &power)
{
    const Integer above = numerator(power.exponent);
    const Integer below = denominator(power.exponent);
    if (below == 2)
        return u"sqrt("_s % toText(*power.base) % u')';
    if (below != 1)
        return u"root("_s % QString::fromStdString(below.str()) % u", "_s % toText(*power.base) % u')';
    const auto *literal = std::get_if<Arithmetic::Literal>(&power.base->node);
    const auto *inner = std::get_if<Arithmetic::Power>(&power.base->node);
    const Arithmetic::Combined *combined = asCombined(*power.base);
    const bool bare = (inner && denominator(inner->exponent) != 1)
                      || (combined && !isSum(combined->operation) && !isProduct(combined->operation))
                      || std::holds_alternative<Arithmetic::FactValue>(power.base->node)
                      || std::holds_alternative<Arithmetic::Looked>(power.base->node)
                      || (literal && literal->quantity.kind.isEmpty() && literal->quantity.value >= 0);
    const QString base = toText(*power.base);
    return QString((bare ? base : bracketed(base)) % u'^' % QString::fromStdString(above.str()));
}

// Conditions as text -----------------------------------------------------------------------------------------------

QString list(const QStringList &ids)
{
    return bracketed(ids.join(u", "_s));
}

QString codeList(const QStringList &codes)
{
    QStringList quoted;
    for (const QString &code : codes)
        quoted.append(u'"' % code % u'"');
    return quoted.size() == 1 ? quoted.first() : bracketed(quoted.join(u", "_s));
}

QString picksText(const Condition::Picks &picks, bool negated)
{
    const QString no = negated ? u" not"_s : QString();
    switch (picks.membership) {
    case Membership::OnlyOf:
        return QString(picks.fact % u" is"_s % no % u" only "_s
                       % (picks.ids.size() == 1 ? picks.ids.first() : list(picks.ids)));
    case Membership::AllOf: return QString(picks.fact % u" has"_s % no % u" all of "_s % list(picks.ids));
    case Membership::AnyOf: break;
    }
    const QString verb = picks.several ? u" has"_s : u" is"_s;
    if (picks.ids.size() == 1)
        return QString(picks.fact % verb % no % u' ' % picks.ids.first());
    return QString(picks.fact % verb % no % u" any of "_s % list(picks.ids));
}

QString countriesText(const Condition::InCountries &in, bool negated)
{
    const QString no = negated ? u" not"_s : QString();
    QStringList parts;
    if (in.countries.size() == 1)
        parts.append(in.fact % u" is"_s % no % u' ' % in.countries.first());
    else if (!in.countries.isEmpty())
        parts.append(in.fact % u" is"_s % no % u" any of "_s % list(in.countries));
    for (const QString &group : in.groups)
        parts.append((negated ? u"not "_s : QString()) % in.fact % u" in group "_s % group);
    const QString joint = negated ? u" and "_s : u" or "_s;
    return parts.size() == 1 ? parts.first() : bracketed(parts.join(joint));
}

QString entriesWithText(const Condition::EntriesWith &with)
{
    if (with.property == u"empty")
        return with.fact % u" is empty"_s;
    const QString text = with.fact % u" in "_s % with.property;
    return with.value.isEmpty() ? text : QString(text % u' ' % with.value);
}

/// Whether the operands of an "and" or "or" stand there without a word around them, so that brackets may be needed.
template<typename Junction>
bool spreads(const Condition &condition)
{
    const auto *junction = std::get_if<Junction>(&condition.node);
    return junction && junction->of.size() > 1;
}

QString junctionText(const std::vector<ConditionPtr> &of, bool isAll)
{
    if (of.empty())
        return isAll ? u"true"_s : u"false"_s;
    if (of.size() == 1)
        return (isAll ? u"all("_s : u"any("_s) % toText(*of.front()) % u')';
    QStringList parts;
    for (const ConditionPtr &part : of) {
        const bool brackets =
            isAll ? spreads<Condition::All>(*part) || spreads<Condition::Any>(*part) : spreads<Condition::Any>(*part);
        parts.append(brackets ? bracketed(toText(*part)) : toText(*part));
    }
    return parts.join(isAll ? u" and "_s : u" or "_s);
}

QString negationText(const Condition &of)
{
    if (const auto *picks = std::get_if<Condition::Picks>(&of.node))
        return picksText(*picks, true);
    if (const auto *in = std::get_if<Condition::InCountries>(&of.node))
        return countriesText(*in, true);
    const bool brackets = spreads<Condition::All>(of) || spreads<Condition::Any>(of);
    return u"not "_s % (brackets ? bracketed(toText(of)) : toText(of));
}

// Equality ---------------------------------------------------------------------------------------------------------

template<typename Pointers>
bool equalEach(const Pointers &a, const Pointers &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &x, const auto &y) { return equal(*x, *y); });
}

bool sameNode(const Arithmetic::Literal &a, const Arithmetic::Literal &b)
{
    return a.quantity == b.quantity;
}
bool sameNode(const Arithmetic::FactValue &a, const Arithmetic::FactValue &b)
{
    return a.fact == b.fact;
}
bool sameNode(const Arithmetic::Combined &a, const Arithmetic::Combined &b)
{
    return a.operation == b.operation && equalEach(a.operands, b.operands);
}
bool sameNode(const Arithmetic::Power &a, const Arithmetic::Power &b)
{
    return a.exponent == b.exponent && equal(*a.base, *b.base);
}
bool sameNode(const Arithmetic::Looked &a, const Arithmetic::Looked &b)
{
    return a.table == b.table && equal(*a.key, *b.key);
}

bool sameNode(const Condition::Constant &a, const Condition::Constant &b)
{
    return a.value == b.value;
}
bool sameNode(const Condition::Holds &a, const Condition::Holds &b)
{
    return a.fact == b.fact;
}
bool sameNode(const Condition::Picks &a, const Condition::Picks &b)
{
    return a.fact == b.fact && a.membership == b.membership && a.ids == b.ids;
}
bool sameNode(const Condition::InCountries &a, const Condition::InCountries &b)
{
    return a.fact == b.fact && a.countries == b.countries && a.groups == b.groups;
}
bool sameNode(const Condition::DateCompared &a, const Condition::DateCompared &b)
{
    return a.fact == b.fact && a.comparison == b.comparison && a.date == b.date;
}
bool sameNode(const Condition::Compared &a, const Condition::Compared &b)
{
    return a.comparison == b.comparison && equal(*a.left, *b.left) && equal(*a.right, *b.right);
}
bool sameNode(const Condition::EntriesWithin &a, const Condition::EntriesWithin &b)
{
    return a.fact == b.fact && a.codes == b.codes;
}
bool sameNode(const Condition::EntriesWith &a, const Condition::EntriesWith &b)
{
    return a.fact == b.fact && a.property == b.property && a.value == b.value;
}
bool sameNode(const Condition::RuleReference &a, const Condition::RuleReference &b)
{
    return a.rule == b.rule;
}
bool sameNode(const Condition::EntryReference &a, const Condition::EntryReference &b)
{
    return a.code == b.code;
}
bool sameNode(const Condition::All &a, const Condition::All &b)
{
    return equalEach(a.of, b.of);
}
bool sameNode(const Condition::Any &a, const Condition::Any &b)
{
    return equalEach(a.of, b.of);
}
bool sameNode(const Condition::Not &a, const Condition::Not &b)
{
    return equal(*a.of, *b.of);
}
bool sameNode(const Condition::AtSomePoint &a, const Condition::AtSomePoint &b)
{
    return equal(*a.of, *b.of);
}

template<typename Node>
bool sameVariant(const Node &a, const Node &b)
{
    return a.index() == b.index()
           && std::visit([&b](const auto &left) { return sameNode(left, std::get<std::decay_t<decltype(left)>>(b)); },
                         a);
}

// What is named ----------------------------------------------------------------------------------------------------

void addOnce(QStringList &names, const QString &name)
{
    if (!names.contains(name))
        names.append(name);
}

void collectFacts(const Arithmetic &arithmetic, QStringList &facts)
{
    std::visit(Overloaded{
                   [](const Arithmetic::Literal &) {},
                   [&facts](const Arithmetic::FactValue &value) { addOnce(facts, value.fact); },
                   [&facts](const Arithmetic::Combined &combined) {
                       for (const ArithmeticPtr &operand : combined.operands)
                           collectFacts(*operand, facts);
                   },
                   [&facts](const Arithmetic::Power &power) { collectFacts(*power.base, facts); },
                   [&facts](const Arithmetic::Looked &looked) { collectFacts(*looked.key, facts); },
               },
               arithmetic.node);
}

struct Mentions {
    QStringList facts;
    References references;
};

void collect(const Condition &condition, Mentions &mentions)
{
    std::visit(
        [&mentions](const auto &node) {
            using Node = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Node, Condition::RuleReference>) {
                addOnce(mentions.references.rules, node.rule);
            } else if constexpr (std::is_same_v<Node, Condition::EntryReference>) {
                addOnce(mentions.references.entries, node.code);
            } else if constexpr (std::is_same_v<Node, Condition::Compared>) {
                collectFacts(*node.left, mentions.facts);
                collectFacts(*node.right, mentions.facts);
            } else if constexpr (std::is_same_v<Node, Condition::All> || std::is_same_v<Node, Condition::Any>) {
                for (const ConditionPtr &part : node.of)
                    collect(*part, mentions);
            } else if constexpr (std::is_same_v<Node, Condition::Not> || std::is_same_v<Node, Condition::AtSomePoint>) {
                collect(*node.of, mentions);
            } else if constexpr (!std::is_same_v<Node, Condition::Constant>) {
                addOnce(mentions.facts, node.fact);
            }
        },
        condition.node);
}

} // namespace

QString comparisonSign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return u"<"_s;
    case Comparison::LessOrEqual: return u"<="_s;
    case Comparison::Equal: return u"="_s;
    case Comparison::NotEqual: return u"!="_s;
    case Comparison::GreaterOrEqual: return u">="_s;
    case Comparison::Greater: return u">"_s;
    }
    return {};
}

QString toText(const Arithmetic &arithmetic)
{
    return std::visit(Overloaded{
                          [](const Arithmetic::Literal &literal) { return literalText(literal.quantity); },
                          [](const Arithmetic::FactValue &value) { return value.fact; },
                          [](const Arithmetic::Combined &combined) { return combinedText(combined); },
                          [](const Arithmetic::Power &power) { return powerText(power); },
                          [](const Arithmetic::Looked &looked) -> QString {
                              return u"table "_s % looked.table % u'(' % toText(*looked.key) % u')';
                          },
                      },
                      arithmetic.node);
}

QString toText(const Condition &condition)
{
    const auto compared = [](const Condition::Compared &node) -> QString {
        return toText(*node.left) % u' ' % comparisonSign(node.comparison) % u' ' % toText(*node.right);
    };
    const auto dateCompared = [](const Condition::DateCompared &node) -> QString {
        return node.fact % u' ' % comparisonSign(node.comparison) % u' ' % node.date.toString(Qt::ISODate);
    };
    return std::visit(Overloaded{
                          [](const Condition::Constant &node) { return node.value ? u"true"_s : u"false"_s; },
                          [](const Condition::Holds &node) { return node.fact; },
                          [](const Condition::Picks &node) { return picksText(node, false); },
                          [](const Condition::InCountries &node) { return countriesText(node, false); },
                          dateCompared,
                          compared,
                          [](const Condition::EntriesWithin &node) -> QString {
                              return node.fact % u" within "_s % codeList(node.codes);
                          },
                          [](const Condition::EntriesWith &node) { return entriesWithText(node); },
                          [](const Condition::RuleReference &node) { return node.rule; },
                          [](const Condition::EntryReference &node) -> QString { return u'"' % node.code % u'"'; },
                          [](const Condition::All &node) { return junctionText(node.of, true); },
                          [](const Condition::Any &node) { return junctionText(node.of, false); },
                          [](const Condition::Not &node) { return negationText(*node.of); },
                          [](const Condition::AtSomePoint &node) -> QString {
                              return u"at some point ("_s % toText(*node.of) % u')';
                          },
                      },
                      condition.node);
}

bool equal(const Arithmetic &a, const Arithmetic &b)
{
    return sameVariant(a.node, b.node);
}

bool equal(const Condition &a, const Condition &b)
{
    return sameVariant(a.node, b.node);
}

QStringList factsOf(const Arithmetic &arithmetic)
{
    QStringList facts;
    collectFacts(arithmetic, facts);
    return facts;
}

QStringList factsOf(const Condition &condition)
{
    Mentions mentions;
    collect(condition, mentions);
    return mentions.facts;
}

References referencesOf(const Condition &condition)
{
    Mentions mentions;
    collect(condition, mentions);
    return mentions.references;
}

} // namespace clearway::language
