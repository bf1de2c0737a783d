// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallrulesets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::testing {

using language::Condition;
using language::ConditionPtr;
using language::FactKind;
using language::Picked;

namespace {

ConditionPtr made(Condition condition)
{
    return std::make_shared<const Condition>(std::move(condition));
}

/// Makes a rule set and its catalogue side by side.
class Maker {
public:
    explicit Maker(QRandomGenerator &random)
        : m_random(random)
    {}

    SmallRules make()
    {
        addCountriesAndUnits();
        const int facts = m_random.bounded(2, 6);
        for (int i = 0; i < facts; ++i)
            addFact(i);
        const int rules = m_random.bounded(3);
        for (int i = 0; i < rules; ++i)
            addRule(i);

        language::LawState state;
        state.id = u"now"_s;
        state.title = u"the Act now"_s;
        state.listHeld = true;
        state.operatesFrom = QDate(2020, 1, 1);
        const int provisions = m_random.bounded(1, 4);
        for (int i = 0; i < provisions; ++i)
            state.provisions.append(provision(i));
        addWarning(state);
        m_result.book.states.append(state);
        return std::move(m_result);
    }

private:
    struct Both {
        ExpressionPtr expression;
        ConditionPtr condition;
    };

    bool chance(int oneIn) { return m_random.bounded(oneIn) == 0; }

    void addCountriesAndUnits()
    {
        language::RuleBook &book = m_result.book;
        for (const char *code : {"AU", "JP", "US", "DE"})
            book.countries.insert(QString::fromLatin1(code), QString::fromLatin1(code));
        book.countryGroups.insert(u"friends"_s, {u"friends"_s, {}, {}, {}, true, {u"JP"_s, u"US"_s}});
        const bool added = book.units.add(language::UnitKind{u"length"_s, u"length"_s, u"m"_s, {{u"length"_s, 1}}})
                           && book.units.add(language::Unit{u"m"_s, {}, u"length"_s})
                           && book.units.add(language::Unit{
                               u"cm"_s, {}, u"length"_s, language::UnitScale::Linear, language::Rational(1) / 100});
        Q_ASSERT(added);
        Q_UNUSED(added);
    }

    language::Quantity metres(int number)
    {
        // The same length in either unit.
        if (chance(2))
            return m_result.book.units.make(number, *m_result.book.units.unit(u"m"), QString::number(number) + u" m"_s);
        return m_result.book.units.make(number * 100, *m_result.book.units.unit(u"cm"),
                                        QString::number(number * 100) + u" cm"_s);
    }

    void addFact(int index)
    {
        using language::Scope;
        SmallFact fact;
        language::FactDefinition &definition = fact.definition;
        definition.id = u"f"_s + QString::number(index);
        definition.prompt = definition.id;
        definition.cost = m_random.bounded(1, 60);
        constexpr std::array scopes{Scope::Case, Scope::Activity, Scope::Item, Scope::Recipient};
        definition.scope = scopes.at(std::size_t(m_random.bounded(4)));
        switch (m_random.bounded(5)) {
        case 0:
            definition.kind = chance(2) ? FactKind::YesNo : FactKind::Judgement;
            fact.values = {false, true};
            break;
        case 1:
            definition.kind = FactKind::Choice;
            for (const char *id : {"a", "b", "c"}) {
                definition.choices.append({QString::fromLatin1(id), {}, {}, false});
                fact.values.push_back(Picked{{QString::fromLatin1(id)}});
            }
            break;
        case 2:
            definition.kind = FactKind::Choices;
            definition.choices = {{u"a"_s, {}, {}, false}, {u"b"_s, {}, {}, false}, {u"none"_s, {}, {}, true}};
            fact.values = {Picked{{u"a"_s}}, Picked{{u"b"_s}}, Picked{{u"a"_s, u"b"_s}}, Picked{{u"none"_s}}};
            break;
        case 3:
            definition.kind = FactKind::Country;
            for (const char *code : {"AU", "JP", "US", "DE"})
                fact.values.push_back(language::Country{QString::fromLatin1(code)});
            break;
        case 4:
            definition.kind = FactKind::Quantity;
            definition.unitKind = u"length"_s;
            definition.defaultUnit = u"m"_s;
            // Below, at, between, at and above the two limits that conditions use.
            for (const int number : {5, 10, 15, 20, 25})
                fact.values.push_back(metres(number));
            break;
        }
        m_result.book.facts.insert(definition.id, definition);
        m_result.book.factOrder.append(definition.id);
        m_result.facts.push_back(fact);
    }

    Both atom(int index)
    {
        const SmallFact &fact = m_result.facts[std::size_t(index)];
        const QString &id = fact.definition.id;
        Expression expression;
        expression.fact = index;
        Condition condition;
        switch (fact.definition.kind) {
        case FactKind::YesNo:
        case FactKind::Judgement:
            condition.node = Condition::Holds{id};
            expression.trueFor = {false, true};
            break;
        case FactKind::Choice: {
            const int first = m_random.bounded(3);
            const int second = chance(2) ? (first + 1) % 3 : first;
            QStringList ids;
            for (int i = 0; i < 3; ++i) {
                expression.trueFor.push_back(i == first || i == second);
                if (expression.trueFor.back())
                    ids.append(fact.definition.choices[i].id);
            }
            condition.node = Condition::Picks{id, Condition::Membership::AnyOf, ids, false};
            break;
        }
        case FactKind::Choices:
            switch (m_random.bounded(4)) {
            case 0: // values: {a}, {b}, {a, b}, {none}
                condition.node = Condition::Picks{id, Condition::Membership::AnyOf, {u"a"_s}, true};
                expression.trueFor = {true, false, true, false};
                break;
            case 1:
                condition.node = Condition::Picks{id, Condition::Membership::AllOf, {u"a"_s, u"b"_s}, true};
                expression.trueFor = {false, false, true, false};
                break;
            case 2:
                condition.node = Condition::Picks{id, Condition::Membership::OnlyOf, {u"b"_s}, false};
                expression.trueFor = {false, true, false, false};
                break;
            default:
                condition.node = Condition::Picks{id, Condition::Membership::AnyOf, {u"b"_s, u"none"_s}, true};
                expression.trueFor = {false, true, true, true};
            }
            break;
        case FactKind::Country:
            if (chance(2)) {
                condition.node = Condition::InCountries{id, {u"AU"_s}, {}};
                expression.trueFor = {true, false, false, false};
            } else {
                condition.node = Condition::InCountries{id, {u"DE"_s}, {u"friends"_s}};
                expression.trueFor = {false, true, true, true};
            }
            break;
        case FactKind::Quantity: {
            const int limit = chance(2) ? 10 : 20;
            const auto comparison = language::Comparison(m_random.bounded(6));
            for (const int number : {5, 10, 15, 20, 25}) {
                using enum language::Comparison;
                expression.trueFor.push_back(comparison == Less             ? number < limit
                                             : comparison == LessOrEqual    ? number <= limit
                                             : comparison == Equal          ? number == limit
                                             : comparison == NotEqual       ? number != limit
                                             : comparison == GreaterOrEqual ? number >= limit
                                                                            : number > limit);
            }
            auto value = std::make_shared<language::Arithmetic>();
            value->node = language::Arithmetic::FactValue{id};
            auto literal = std::make_shared<language::Arithmetic>();
            literal->node = language::Arithmetic::Literal{metres(limit)};
            for (const auto &side : {value, literal}) {
                side->kind = u"length"_s;
                side->dimension = {{u"length"_s, 1}};
            }
            condition.node = Condition::Compared{value, comparison, literal};
            break;
        }
        case FactKind::Date:
        case FactKind::Entries: break;
        }
        return {std::make_shared<const Expression>(expression), made(condition)};
    }

    Both any(int depth)
    {
        const int what = depth == 0 ? 0 : m_random.bounded(6);
        if (what <= 1)
            return atom(m_random.bounded(int(m_result.facts.size())));
        if (what == 2 && !m_result.rules.empty()) {
            Expression expression;
            expression.kind = Expression::Kind::Rule;
            expression.rule = m_random.bounded(int(m_result.rules.size()));
            return {std::make_shared<const Expression>(expression),
                    made({Condition::RuleReference{u"r"_s + QString::number(expression.rule)}})};
        }
        if (what == 3) {
            const Both inner = any(depth - 1);
            Expression expression;
            expression.kind = Expression::Kind::Not;
            expression.of = {inner.expression};
            return {std::make_shared<const Expression>(expression), made({Condition::Not{inner.condition}})};
        }
        Expression expression;
        expression.kind = what == 4 ? Expression::Kind::All : Expression::Kind::Any;
        std::vector<ConditionPtr> conditions;
        for (int i = 0; i < 2; ++i) {
            const Both part = any(depth - 1);
            expression.of.push_back(part.expression);
            conditions.push_back(part.condition);
        }
        if (what == 4)
            return {std::make_shared<const Expression>(expression), made({Condition::All{conditions}})};
        return {std::make_shared<const Expression>(expression), made({Condition::Any{conditions}})};
    }

    void addRule(int index)
    {
        // A rule may only lead to earlier ones, so that no circle comes about.
        const Both when = any(2);
        const bool verified = !chance(3);
        const QString id = u"r"_s + QString::number(index);
        m_result.rules.push_back({when.expression, verified});
        m_result.book.rules.insert(
            id,
            {id, id, {}, {}, verified ? language::Grade::Statute : language::Grade::Unread, verified, when.condition});
    }

    language::Element element(const QString &id, SmallElement &mine)
    {
        const Both when = any(2);
        mine.when = when.expression;
        mine.verified = !chance(5);
        return {id,
                id,
                {},
                mine.verified ? language::Grade::Statute : language::Grade::Unread,
                mine.verified,
                {},
                when.condition};
    }

    language::Provision provision(int index)
    {
        constexpr std::array kinds{"permit"_L1,   "permit"_L1,       "permit"_L1, "approval"_L1,
                                   "approval"_L1, "notification"_L1, "stop"_L1,   "refer"_L1};
        language::Provision result;
        SmallProvision mine;
        mine.kind = kinds.at(std::size_t(m_random.bounded(8)));
        result.id = u"p"_s + QString::number(index);
        result.title = result.id;
        result.requirement.id = u"do-"_s + result.id;
        result.requirement.kind = mine.kind;
        const int elements = m_random.bounded(1, 3);
        for (int i = 0; i < elements; ++i) {
            mine.elements.emplace_back();
            result.elements.append(element(u"e"_s + QString::number(i), mine.elements.back()));
        }
        const int exceptions = m_random.bounded(3);
        for (int i = 0; i < exceptions; ++i) {
            mine.exceptions.emplace_back();
            language::Exception exception;
            exception.condition = element(u"x"_s + QString::number(i), mine.exceptions.back());
            exception.effect = mine.exceptions.back().effect = language::ExceptionEffect(m_random.bounded(3));
            result.exceptions.append(exception);
        }
        m_result.provisions.push_back(mine);
        return result;
    }

    void addWarning(language::LawState &state)
    {
        for (std::size_t i = 0; i < m_result.facts.size(); ++i) {
            if (m_result.facts[i].definition.scope != language::Scope::Case || chance(2))
                continue;
            const Both when = atom(int(i));
            m_result.stops = when.expression;
            state.warnings.append({u"w"_s, u"w"_s, {}, {}, true, {}, when.condition});
            return;
        }
    }

    QRandomGenerator &m_random;
    SmallRules m_result;
};

} // namespace

SmallRules randomRules(QRandomGenerator &random)
{
    return Maker(random).make();
}

} // namespace clearway::testing
