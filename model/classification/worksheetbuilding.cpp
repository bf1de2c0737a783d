// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/worksheetbuilding.h"

#include "model/classification/worksheetwords.h"
#include "model/reasoning/answersjson.h"
#include "model/reasoning/conditionwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using language::Arithmetic;
using language::Comparison;
using language::Condition;
using language::FactDefinition;
using reasoning::Context;
using reasoning::Truth;
using Kind = WorksheetRow::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Worksheet)
};

// The compiler lets no condition lead back to itself; rules within rules this deep are nobody's.
constexpr int deepest = 60;

Comparison opposite(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return Comparison::GreaterOrEqual;
    case Comparison::LessOrEqual: return Comparison::Greater;
    case Comparison::Equal: return Comparison::NotEqual;
    case Comparison::NotEqual: return Comparison::Equal;
    case Comparison::GreaterOrEqual: return Comparison::Less;
    case Comparison::Greater: break;
    }
    return Comparison::LessOrEqual;
}

/// "5 < x" is read as "x > 5".
Comparison mirrored(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessOrEqual: return Comparison::GreaterOrEqual;
    case Comparison::GreaterOrEqual: return Comparison::LessOrEqual;
    case Comparison::Greater: return Comparison::Less;
    case Comparison::Equal:
    case Comparison::NotEqual: break;
    }
    return comparison;
}

Condition::Compared factFirst(const Condition::Compared &compared)
{
    const bool turn = std::holds_alternative<Arithmetic::FactValue>(compared.right->node)
                      && !std::holds_alternative<Arithmetic::FactValue>(compared.left->node);
    return turn ? Condition::Compared{compared.right, mirrored(compared.comparison), compared.left} : compared;
}

/// Makes rows of conditions. "Not" is carried down to the criteria, so that a row that is met always speaks for what
/// stands above it.
class Rows {
public:
    Rows(const Context &context, bool pointIsMissing, int depth)
        : m_context(context)
        , m_pointIsMissing(pointIsMissing)
        , m_depth(depth)
    {}

    WorksheetRow of(const Condition &condition, bool negated) const
    {
        WorksheetRow row =
            std::visit([&](const auto &node) { return rowOf(node, condition, negated); }, condition.node);
        row.truth = truthOf(condition, negated);
        return row;
    }

    /// The rows of a condition under a heading that already says "all of these".
    QList<WorksheetRow> partsOf(const Condition &condition, bool negated) const
    {
        if (std::holds_alternative<Condition::Constant>(condition.node) && truthOf(condition, negated) == Truth::True)
            return {};
        WorksheetRow row = of(condition, negated);
        return row.kind == Kind::All ? std::move(row.children) : QList<WorksheetRow>{std::move(row)};
    }

private:
    Truth truthOf(const Condition &condition, bool negated) const
    {
        if (m_pointIsMissing)
            return Truth::Unknown;
        const Truth truth = reasoning::evaluate(condition, m_context);
        return negated ? reasoning::opposite(truth) : truth;
    }

    const FactDefinition *definition(const QString &fact) const
    {
        const auto found = m_context.rules->facts.constFind(fact);
        return found == m_context.rules->facts.cend() ? nullptr : &*found;
    }

    std::optional<language::Quantity> quantity(const QString &fact) const
    {
        const FactDefinition *known = definition(fact);
        const language::Value *value = known ? reasoning::knownValue(m_context, *known) : nullptr;
        const auto *number = value ? std::get_if<language::Quantity>(value) : nullptr;
        return number ? std::optional(*number) : std::nullopt;
    }

    // The answer that knownValue() goes by, or "not sure" where that is all there is.
    std::pair<reasoning::FactKey, const reasoning::Answer *> answerTo(const FactDefinition &fact) const
    {
        const reasoning::Answers &answers = *m_context.answers;
        using reasoning::Answers;
        const bool ofItem = fact.scope == language::Scope::Item || fact.scope == language::Scope::Point;
        QList<reasoning::FactKey> keys;
        if (ofItem && m_context.point >= 0)
            keys << Answers::keyFor(fact, m_context.combination, m_context.point);
        keys << Answers::keyFor(fact, m_context.combination);
        const reasoning::ItemScope *item = answers.item(m_context.combination.item);
        if (ofItem && m_context.point < 0 && item && item->points == 1)
            keys << Answers::keyFor(fact, m_context.combination, 0);
        std::pair<reasoning::FactKey, const reasoning::Answer *> unsure;
        for (const reasoning::FactKey &key : std::as_const(keys)) {
            const reasoning::Answer *answer = answers.find(key);
            if (answer && !std::holds_alternative<language::Unsure>(answer->value))
                return {key, answer};
            if (answer && !unsure.second)
                unsure = {key, answer};
        }
        return unsure;
    }

    void putFact(WorksheetRow &row, const QString &fact) const
    {
        const FactDefinition *known = definition(fact);
        if (!known) {
            row.title = fact;
            return;
        }
        row.title = known->prompt;
        row.key = reasoning::Answers::keyFor(*known, m_context.combination, m_context.point);
        row.asked = !known->derived && known->id != m_context.rules->listFinding
                    && (known->scope == language::Scope::Item || known->scope == language::Scope::Point)
                    && known->page != QLatin1StringView(language::StartFacts::page);
        if (const auto [under, answer] = answerTo(*known); answer) {
            row.answeredAs = under;
            row.answer = *answer;
            row.value = reasoning::valueToText(answer->value, *known, *m_context.rules);
        }
    }

    /// Anything that one fact decides without a number: yes, a choice, a country, a day, codes.
    template<typename Node>
    WorksheetRow rowOf(const Node &, const Condition &condition, bool negated) const
    {
        WorksheetRow row;
        row.condition = language::toText(condition);
        const QStringList facts = language::factsOf(condition);
        if (!facts.isEmpty())
            putFact(row, facts.first());
        const QString wanted = reasoning::wantedInWords(condition, *m_context.rules);
        row.required = negated ? Words::tr("not: %1").arg(wanted) : wanted;
        if (negated)
            row.condition = u"not ("_s + row.condition + u')';
        return row;
    }

    WorksheetRow rowOf(const Condition::Holds &node, const Condition &condition, bool negated) const
    {
        WorksheetRow row;
        row.condition = negated ? u"not "_s + language::toText(condition) : language::toText(condition);
        putFact(row, node.fact);
        row.required = negated ? Words::tr("no") : Words::tr("yes");
        return row;
    }

    WorksheetRow rowOf(const Condition::Constant &node, const Condition &condition, bool negated) const
    {
        WorksheetRow row;
        row.condition = language::toText(condition);
        row.title = node.value != negated ? Words::tr("Whatever the item is, so far as is known")
                                          : Words::tr("No item meets this by itself");
        row.required = Words::tr("nothing");
        return row;
    }

    WorksheetRow rowOf(const Condition::EntryReference &node, const Condition &condition, bool negated) const
    {
        WorksheetRow row;
        row.code = node.code;
        row.negated = negated;
        row.condition = language::toText(condition);
        const auto entry = m_context.rules->entries.constFind(node.code);
        row.title = entry == m_context.rules->entries.cend() ? node.code : QString(node.code + u"  "_s + entry->title);
        row.required = negated ? Words::tr("not met", "another position") : Words::tr("met", "another position");
        return row;
    }

    WorksheetRow rowOf(const Condition::Compared &node, const Condition &, bool negated) const
    {
        Condition::Compared compared = factFirst(node);
        if (negated)
            compared.comparison = opposite(compared.comparison);
        Condition whole;
        whole.node = compared;
        WorksheetRow row;
        row.condition = language::toText(whole);
        row.sign = language::comparisonSign(compared.comparison);
        const QStringList facts = language::factsOf(whole);
        const FactDefinition *first = facts.isEmpty() ? nullptr : definition(facts.first());
        const Sides sides = sidesOf(
            compared, [this](const QString &fact) { return quantity(fact); }, *m_context.rules,
            first ? first->defaultUnit : QString());
        if (!m_pointIsMissing)
            row.margin = sides.margin;
        const bool ownLimit = language::factsOf(*compared.right).isEmpty();
        const auto *literal = std::get_if<Arithmetic::Literal>(&compared.right->node);
        const QString limit =
            ownLimit ? (literal ? language::toText(*compared.right) : sides.right) : formulaInWords(*compared.right);
        row.required = comparedInWords(compared.comparison, limit);
        if (ownLimit) {
            row.limit = limit.section(u' ', 0, 0) == u"≈"_s ? limit.section(u' ', 0, 1) : limit.section(u' ', 0, 0);
            row.unit = limit.mid(row.limit.size()).trimmed();
        } else {
            row.computedLimit = sides.right;
        }
        if (facts.size() == 1 && std::holds_alternative<Arithmetic::FactValue>(compared.left->node)) {
            putFact(row, facts.first());
            return row;
        }
        row.title = formulaInWords(*compared.left);
        row.computed = sides.left;
        for (const QString &fact : facts) {
            WorksheetRow input;
            input.kind = Kind::Input;
            putFact(input, fact);
            if (const FactDefinition *known = definition(fact))
                input.unit = known->defaultUnit;
            const bool isGiven = input.answer && !std::holds_alternative<language::Unsure>(input.answer->value);
            input.truth = isGiven ? Truth::True : Truth::Unknown;
            row.children.append(input);
        }
        return row;
    }

    WorksheetRow joined(bool isAll, const std::vector<language::ConditionPtr> &of, bool negated) const
    {
        WorksheetRow row;
        row.kind = isAll != negated ? Kind::All : Kind::Any;
        row.title = row.kind == Kind::All ? Words::tr("All of these") : Words::tr("Any of these");
        for (const language::ConditionPtr &part : of) {
            WorksheetRow child = this->of(*part, negated);
            // One within another of its kind says nothing of its own.
            if (child.kind == row.kind)
                row.children.append(std::move(child.children));
            else
                row.children.append(std::move(child));
        }
        return row;
    }
    WorksheetRow rowOf(const Condition::All &node, const Condition &, bool negated) const
    {
        return joined(true, node.of, negated);
    }
    WorksheetRow rowOf(const Condition::Any &node, const Condition &, bool negated) const
    {
        return joined(false, node.of, negated);
    }
    WorksheetRow rowOf(const Condition::Not &node, const Condition &, bool negated) const
    {
        return of(*node.of, !negated);
    }

    WorksheetRow rowOf(const Condition::RuleReference &node, const Condition &condition, bool negated) const
    {
        WorksheetRow row;
        row.kind = Kind::Rule;
        row.negated = negated;
        row.condition = language::toText(condition);
        row.title = node.rule;
        const language::Rule *rule = m_context.rules->rule(node.rule, m_context.state);
        if (!rule)
            return row;
        row.title = rule->title;
        row.verified = rule->verified;
        if (rule->when && m_depth < deepest)
            row.children = Rows(m_context, m_pointIsMissing, m_depth + 1).partsOf(*rule->when, negated);
        return row;
    }

    WorksheetRow rowOf(const Condition::AtSomePoint &node, const Condition &, bool negated) const
    {
        const reasoning::ItemScope *item = m_context.answers->item(m_context.combination.item);
        const int points = item ? item->points : 0;
        WorksheetRow row;
        row.kind = negated ? Kind::EveryPoint : Kind::SomePoint;
        row.title = negated ? Words::tr("At every operating point") : Words::tr("At some operating point");
        for (int point = 0; point < std::max(1, points); ++point) {
            Context at = m_context;
            at.point = point;
            const Rows there(at, points == 0, m_depth + 1);
            QList<WorksheetRow> parts = there.partsOf(*node.of, negated);
            if (points <= 1) {
                row.children = parts;
                break;
            }
            WorksheetRow one;
            one.kind = Kind::Point;
            one.title = Words::tr("Operating point %1").arg(point + 1);
            one.truth = there.truthOf(*node.of, negated);
            one.children = parts;
            row.children.append(one);
        }
        return row;
    }

    const Context &m_context;
    const bool m_pointIsMissing; ///< the item has no operating point yet: what would be asked of the first is shown
    const int m_depth;
};

} // namespace

QList<WorksheetRow> ownRows(const language::Entry &entry, const Context &context)
{
    QList<WorksheetRow> rows;
    const Rows maker(context, false, 0);
    if (entry.when)
        rows = maker.partsOf(*entry.when, false);
    for (const language::Note &note : entry.notes) {
        if (note.kind != language::NoteKind::DecontrolNote || !note.when)
            continue;
        WorksheetRow row;
        row.kind = Kind::Note;
        row.code = entry.code;
        row.title = note.title.isEmpty() ? note.text : note.title;
        row.verified = note.verified;
        row.condition = language::toText(*note.when);
        row.truth = reasoning::evaluate(*note.when, context);
        if (row.truth == Truth::True && !note.verified)
            row.truth = Truth::Unknown;
        row.children = maker.partsOf(*note.when, false);
        rows.append(row);
    }
    return rows;
}

} // namespace clearway::classification
