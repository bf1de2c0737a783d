// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/parser.h"

#include "catalogue/language/lexer.h"
#include "catalogue/language/membership.h"
#include "catalogue/language/operand.h"
#include "catalogue/language/term.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr int deepestNesting = 200;
constexpr qsizetype longestText = 100'000;
constexpr int largestPower = 8;

using Operation = Arithmetic::Operation;

std::optional<Comparison> comparisonOf(const Token &token)
{
    if (token.kind != TokenKind::Symbol)
        return std::nullopt;
    for (const Comparison comparison : {Comparison::Less, Comparison::LessOrEqual, Comparison::Equal,
                                        Comparison::NotEqual, Comparison::GreaterOrEqual, Comparison::Greater}) {
        if (token.text == comparisonSign(comparison))
            return comparison;
    }
    return std::nullopt;
}

/// Precedence from loose to tight: or, and, not, comparison and membership, sum, product, power. Brackets hold either a
/// condition or a formula, so that every level passes on whatever stands there and asks for what it needs.
class Parser {
public:
    Parser(const QString &text, const Vocabulary &vocabulary, const SourcePosition &start, int indent)
        : m_reader(tokensOf(text, vocabulary.units(), start, indent))
        , m_vocabulary(vocabulary)
        , m_typing(vocabulary, [this](const SourcePosition &at, const QString &message, const QString &expected) {
            m_reader.error(at, message, expected);
        })
    {}

    std::expected<ConditionPtr, QList<SourceError>> run()
    {
        ConditionPtr whole = conditionOf(alternatives());
        while (!m_reader.atEnd()) {
            m_reader.unexpected(u"“and”, “or” or the end of the condition"_s);
            // what follows the next joint is read as well, for the errors in it
            m_reader.advance();
            m_reader.recover();
            if (!m_reader.takeWord(u"and") && !m_reader.takeWord(u"or"))
                continue;
            conditionOf(alternatives());
        }
        if (!m_reader.errors().isEmpty())
            return std::unexpected(m_reader.errors());
        return whole;
    }

private:
    // Conditions ---------------------------------------------------------------------------------------------------

    template<typename Junction, typename Part>
    Operand joined(QStringView word, Part part)
    {
        const SourcePosition at = m_reader.here();
        Operand first = (this->*part)();
        if (!m_reader.peek().isWord(word))
            return first;
        std::vector<ConditionPtr> parts{conditionOf(std::move(first))};
        while (m_reader.takeWord(word))
            parts.push_back(conditionOf((this->*part)()));
        return made(Junction{std::move(parts)}, at);
    }

    Operand alternatives() { return joined<Condition::Any>(u"or", &Parser::conjunction); }
    Operand conjunction() { return joined<Condition::All>(u"and", &Parser::negation); }

    Operand negation()
    {
        const SourcePosition at = m_reader.here();
        if (!m_reader.peek().isWord(u"not"))
            return comparison();
        const Nesting nesting(*this);
        if (!nesting.allowed())
            return Operand::failed(at);
        m_reader.advance();
        return made(Condition::Not{conditionOf(negation())}, at);
    }

    Operand comparison()
    {
        const SourcePosition at = m_reader.here();
        Operand left = sum();
        if (std::optional<ConditionPtr> membership = membershipOf(left, m_reader, m_vocabulary))
            return Operand{*membership, at, false};
        if (const std::optional<Comparison> sign = comparisonOf(m_reader.peek())) {
            m_reader.advance();
            Operand right = sum();
            if (comparisonOf(m_reader.peek())) {
                m_reader.unexpected(u"one comparison; a range is written “in [from, to]”"_s);
                m_reader.recover();
                return Operand::failed(at);
            }
            return compared(std::move(left), *sign, std::move(right), at);
        }
        const bool negated = m_reader.peek().isWord(u"not") && m_reader.peek(1).isWord(u"in");
        if (negated || m_reader.peek().isWord(u"in"))
            return range(std::move(left), negated, at);
        return left;
    }

    Operand compared(Operand left, Comparison sign, Operand right, const SourcePosition &at)
    {
        if (left.isFailed() || right.isFailed())
            return Operand::failed(at);
        const FactDefinition *fact = left.fact();
        if (fact && fact->kind == FactKind::Date) {
            if (const QDate *date = std::get_if<QDate>(&right.value))
                return made(Condition::DateCompared{fact->id, sign, *date}, at);
            m_reader.error(right.at, u"“%1” is compared with a date"_s.arg(fact->id), u"a date such as 2025-03-01"_s);
            return Operand::failed(at);
        }
        const TermPtr leftTerm = termOf(std::move(left));
        const TermPtr rightTerm = termOf(std::move(right));
        return leftTerm && rightTerm ? Operand{comparedTerms(*leftTerm, sign, *rightTerm, at), at, false}
                                     : Operand::failed(at);
    }

    ConditionPtr comparedTerms(const Term &left, Comparison sign, const Term &right, const SourcePosition &at)
    {
        const TermTyping::Sides sides = m_typing.compared(left, right);
        if (!sides.left || !sides.right)
            return nullptr;
        return condition(Condition::Compared{sides.left, sign, sides.right}, at);
    }

    /// "in [31.8 GHz, 57 GHz)", which is two comparisons
    Operand range(Operand left, bool negated, const SourcePosition &at)
    {
        m_reader.advance(negated ? 2 : 1);
        const bool closedBelow = m_reader.peek().isSymbol(u"[");
        if (!closedBelow && !m_reader.peek().isSymbol(u"(")) {
            m_reader.unexpected(u"a range such as “[1 GHz, 2 GHz)”"_s);
            m_reader.recover();
            return Operand::failed(at);
        }
        m_reader.advance();
        const SourcePosition fromAt = m_reader.here();
        TermPtr from = termOf(sum());
        const bool separated = m_reader.expectSymbol(u","_s);
        TermPtr to = separated ? termOf(sum()) : nullptr;
        const bool closedAbove = m_reader.peek().isSymbol(u"]");
        if (separated && !closedAbove && !m_reader.peek().isSymbol(u")"))
            m_reader.unexpected(u"“]” or “)” at the end of the range"_s);
        if (!m_reader.takeSymbol(u"]") && !m_reader.takeSymbol(u")"))
            m_reader.recover();
        const TermPtr value = termOf(std::move(left));
        if (!value || !from || !to)
            return Operand::failed(at);

        const ConditionPtr below =
            comparedTerms(*value, closedBelow ? Comparison::GreaterOrEqual : Comparison::Greater, *from, at);
        const ConditionPtr above =
            comparedTerms(*value, closedAbove ? Comparison::LessOrEqual : Comparison::Less, *to, at);
        if (!below || !above)
            return Operand::failed(at);
        if (isEmptyRange(*below, *above))
            m_reader.error(fromAt, u"nothing lies in this range"_s, u"the lower limit first"_s);
        const ConditionPtr both = condition(Condition::All{{below, above}}, at);
        return Operand{negated ? condition(Condition::Not{both}, at) : both, at, false};
    }

    static bool isEmptyRange(const Condition &below, const Condition &above)
    {
        const auto limit = [](const Condition &side) {
            return std::get_if<Arithmetic::Literal>(&std::get<Condition::Compared>(side.node).right->node);
        };
        const Arithmetic::Literal *from = limit(below);
        const Arithmetic::Literal *to = limit(above);
        return from && to && from->quantity.kind == to->quantity.kind && compare(from->quantity, to->quantity) > 0;
    }

    /// The operand as a condition; null where it is none, which is then reported.
    ConditionPtr conditionOf(Operand operand)
    {
        if (const ConditionPtr *held = std::get_if<ConditionPtr>(&operand.value))
            return *held;
        if (const FactDefinition *fact = operand.fact()) {
            if (fact->kind == FactKind::YesNo || fact->kind == FactKind::Judgement)
                return condition(Condition::Holds{fact->id}, operand.at);
            m_reader.error(operand.at, u"“%1” alone is no condition"_s.arg(fact->id), usageOf(*fact));
        } else if (!operand.isFailed()) {
            m_reader.error(operand.at, u"this is a value, not a condition"_s,
                           u"a comparison, such as “resolution >= 8 bit”"_s);
        }
        return nullptr;
    }

    // Formulae -----------------------------------------------------------------------------------------------------

    /// The operand as a formula; null where it is none, which is then reported.
    TermPtr termOf(Operand operand)
    {
        if (TermPtr *term = std::get_if<TermPtr>(&operand.value))
            return std::move(*term);
        if (const FactDefinition *fact = operand.fact()) {
            if (fact->kind == FactKind::Quantity) {
                auto term = std::make_unique<Term>(Term::FactValue{fact}, operand.at);
                return term;
            }
            m_reader.error(operand.at, u"“%1” is no quantity"_s.arg(fact->id), usageOf(*fact));
        } else if (std::holds_alternative<QDate>(operand.value)) {
            m_reader.error(operand.at, u"a date stands only on the right of a comparison with a fact"_s,
                           u"a fact that is a date, then the date"_s);
        } else if (!operand.isFailed()) {
            m_reader.error(operand.at, u"this is a condition, not a value"_s, u"a quantity"_s);
        }
        return nullptr;
    }

    /// Operands joined by one of two signs, from the left: a - b + c is (a - b) + c, and a + b + c one sum of three.
    template<typename Part>
    Operand chain(QStringView firstSign, Operation firstOperation, QStringView secondSign, Operation secondOperation,
                  Part part)
    {
        const SourcePosition at = m_reader.here();
        Operand left = (this->*part)();
        int length = 0;
        while (m_reader.peek().isSymbol(firstSign) || m_reader.peek().isSymbol(secondSign)) {
            const Operation operation = m_reader.peek().isSymbol(firstSign) ? firstOperation : secondOperation;
            m_reader.advance();
            Operand right = (this->*part)();
            TermPtr leftTerm = termOf(std::move(left));
            TermPtr rightTerm = termOf(std::move(right));
            if (++length > deepestNesting) {
                m_reader.fail(u"the formula has too many operands"_s, u"at most %1 in one sum"_s.arg(deepestNesting));
                return Operand::failed(at);
            }
            if (!leftTerm || !rightTerm) {
                left = Operand::failed(at);
                continue;
            }
            auto *same = std::get_if<Term::Combined>(&leftTerm->node);
            if (same && same->operation == operation && !leftTerm->bracketed) {
                same->operands.push_back(std::move(rightTerm));
                left = Operand{std::move(leftTerm), at, false};
                continue;
            }
            Term::Combined combined{operation, {}};
            combined.operands.push_back(std::move(leftTerm));
            combined.operands.push_back(std::move(rightTerm));
            left = Operand{std::make_unique<Term>(std::move(combined), at), at, false};
        }
        return left;
    }

    Operand sum() { return chain(u"+", Operation::Add, u"-", Operation::Subtract, &Parser::product); }
    Operand product() { return chain(u"*", Operation::Multiply, u"/", Operation::Divide, &Parser::power); }

    Operand power()
    {
        const SourcePosition at = m_reader.here();
        Operand base = primary();
        if (!m_reader.peek().isSymbol(u"^"))
            return base;
        const SourcePosition signAt = m_reader.here();
        m_reader.advance();
        const bool negative = m_reader.takeSymbol(u"-");
        const std::optional<int> exponent = m_reader.takeWhole(1, largestPower, u"a whole number from 1 to 8"_s);
        const bool bracketed = base.bracketed;
        TermPtr term = termOf(std::move(base));
        if (!term || !exponent)
            return Operand::failed(at);
        const auto *literal = std::get_if<Term::Literal>(&term->node);
        if (literal && !bracketed && (!literal->unit.isEmpty() || literal->number < 0)) {
            m_reader.error(signAt, u"it is not clear what is raised to the power"_s,
                           u"brackets around the number, such as “(3 m)^2”"_s);
            return Operand::failed(at);
        }
        return Operand{std::make_unique<Term>(Term::Power{std::move(term), negative ? -*exponent : *exponent}, at), at,
                       false};
    }

    // Primaries ----------------------------------------------------------------------------------------------------

    Operand primary()
    {
        const Nesting nesting(*this);
        const SourcePosition at = m_reader.here();
        if (!nesting.allowed())
            return Operand::failed(at);
        const Token token = m_reader.peek();
        switch (token.kind) {
        case TokenKind::Number:
            m_reader.advance();
            return Operand{std::make_unique<Term>(Term::Literal{token.number, token.unit}, at), at, false};
        case TokenKind::Date: m_reader.advance(); return Operand{token.date, at, false};
        case TokenKind::Text: m_reader.advance(); return entryReference(token);
        case TokenKind::Word: return word(token);
        case TokenKind::Symbol:
            if (token.text == u"(")
                return brackets();
            if (token.text == u"-" && m_reader.peek(1).kind == TokenKind::Number) {
                const Token number = m_reader.peek(1);
                m_reader.advance(2);
                return Operand{std::make_unique<Term>(Term::Literal{Rational(-number.number), number.unit}, at), at,
                               false};
            }
            break;
        case TokenKind::Invalid: m_reader.advance(); return Operand::failed(at);
        case TokenKind::End: break;
        }
        m_reader.unexpected(u"a condition or a value"_s);
        m_reader.recover();
        return Operand::failed(at);
    }

    Operand brackets()
    {
        const SourcePosition at = m_reader.here();
        m_reader.advance();
        Operand inner = alternatives();
        closeBracket();
        inner.bracketed = true;
        if (TermPtr *term = std::get_if<TermPtr>(&inner.value))
            (*term)->bracketed = true;
        inner.at = at;
        return inner;
    }

    void closeBracket()
    {
        if (m_reader.takeSymbol(u")"))
            return;
        m_reader.unexpected(u"“)”"_s);
        m_reader.recover();
        m_reader.takeSymbol(u")");
    }

    Operand word(const Token &token)
    {
        const bool call = m_reader.peek(1).isSymbol(u"(");
        const QString &text = token.text;
        if (text == u"true" || text == u"false") {
            m_reader.advance();
            return made(Condition::Constant{text == u"true"}, token.at);
        }
        if (call && text == u"all")
            return made(Condition::All{listed(&Parser::conditionOf, &Parser::alternatives)}, token.at);
        if (call && text == u"any")
            return made(Condition::Any{listed(&Parser::conditionOf, &Parser::alternatives)}, token.at);
        if (call && (text == u"min" || text == u"max"))
            return extreme(text == u"min" ? Operation::Minimum : Operation::Maximum, token.at);
        if (call && (text == u"sqrt" || text == u"root"))
            return rootOf(token);
        if (text == u"table" && m_reader.peek(1).kind == TokenKind::Word)
            return looked(token.at);
        if (text == u"at" && m_reader.peek(1).isWord(u"some") && m_reader.peek(2).isWord(u"point"))
            return somePoint(token.at);
        if (text == u"and" || text == u"or" || text == u"not" || text == u"in" || text == u"is" || text == u"has") {
            m_reader.unexpected(u"a condition or a value"_s);
            m_reader.recover();
            return Operand::failed(token.at);
        }
        m_reader.advance();
        return name(token);
    }

    Operand name(const Token &token)
    {
        if (const FactDefinition *fact = m_vocabulary.fact(token.text)) {
            if (fact->scope == Scope::Point) {
                m_pointFactSeen = true;
                if (!m_inPoint) {
                    m_reader.error(token.at, u"“%1” is a fact of an operating point"_s.arg(token.text),
                                   u"“at some point (…)” around the condition"_s);
                }
            }
            return Operand{FactName{fact, token.text}, token.at, false};
        }
        if (m_vocabulary.hasRule(token.text))
            return made(Condition::RuleReference{token.text}, token.at);
        const QString near = nearestName(token.text, m_vocabulary, [this](const QString &known) {
            return m_vocabulary.fact(known) || m_vocabulary.hasRule(known);
        });
        m_reader.error(token.at, u"unknown name “%1”"_s.arg(token.text), u"a fact or a rule%1"_s.arg(near));
        return Operand{FactName{nullptr, token.text}, token.at, false};
    }

    Operand entryReference(const Token &token)
    {
        if (m_vocabulary.hasEntry(token.text))
            return made(Condition::EntryReference{token.text}, token.at);
        m_reader.error(
            token.at, u"unknown entry \"%1\""_s.arg(token.text),
            u"a code of the list%1"_s.arg(nearestName(
                token.text, m_vocabulary, [this](const QString &known) { return m_vocabulary.hasEntry(known); })));
        return Operand::failed(token.at);
    }

    /// A word, "(", and what stands in the brackets, separated by commas
    template<typename Item>
    std::vector<Item> listed(Item (Parser::*convert)(Operand), Operand (Parser::*read)())
    {
        m_reader.advance(2);
        std::vector<Item> items;
        do {
            items.push_back((this->*convert)((this->*read)()));
        } while (m_reader.takeSymbol(u","));
        closeBracket();
        return items;
    }

    Operand extreme(Operation operation, const SourcePosition &at)
    {
        std::vector<TermPtr> operands = listed(&Parser::termOf, &Parser::sum);
        if (std::find(operands.begin(), operands.end(), nullptr) != operands.end())
            return Operand::failed(at);
        return Operand{std::make_unique<Term>(Term::Combined{operation, std::move(operands)}, at), at, false};
    }

    Operand rootOf(const Token &token)
    {
        m_reader.advance(2);
        std::optional<int> degree = 2;
        if (token.text == u"root") {
            degree = m_reader.takeWhole(2, largestPower, u"a whole number from 2 to 8"_s);
            if (!degree || !m_reader.expectSymbol(u","_s)) {
                m_reader.recover();
                if (m_reader.takeSymbol(u","))
                    termOf(sum());
                closeBracket();
                return Operand::failed(token.at);
            }
        }
        TermPtr base = termOf(sum());
        closeBracket();
        if (!base)
            return Operand::failed(token.at);
        return Operand{std::make_unique<Term>(Term::RootOf{std::move(base), *degree}, token.at), token.at, false};
    }

    Operand looked(const SourcePosition &at)
    {
        const Token table = m_reader.peek(1);
        const std::optional<Vocabulary::TableKinds> kinds = m_vocabulary.table(table.text);
        m_reader.advance(2);
        if (!kinds) {
            m_reader.error(table.at, u"unknown table “%1”"_s.arg(table.text),
                           u"a table%1"_s.arg(nearestName(table.text, m_vocabulary, [this](const QString &known) {
                               return m_vocabulary.table(known).has_value();
                           })));
        }
        if (!m_reader.expectSymbol(u"("_s))
            return Operand::failed(at);
        TermPtr key = termOf(sum());
        closeBracket();
        if (!key || !kinds)
            return Operand::failed(at);
        return Operand{std::make_unique<Term>(Term::Looked{table.text, *kinds, std::move(key)}, at), at, false};
    }

    Operand somePoint(const SourcePosition &at)
    {
        m_reader.advance(3);
        if (!m_reader.expectSymbol(u"("_s))
            return Operand::failed(at);
        const bool outerPoint = m_inPoint;
        if (outerPoint)
            m_reader.error(at, u"“at some point” stands inside another one"_s, u"one “at some point” around both"_s);
        const bool seenBefore = m_pointFactSeen;
        m_inPoint = true;
        m_pointFactSeen = false;
        const qsizetype errorsBefore = m_reader.errors().size();
        const ConditionPtr inner = conditionOf(alternatives());
        if (!m_pointFactSeen && m_reader.errors().size() == errorsBefore)
            m_reader.error(at, u"nothing in these brackets is a fact of an operating point"_s,
                           u"at least one fact of scope point"_s);
        m_inPoint = outerPoint;
        m_pointFactSeen = seenBefore || m_pointFactSeen;
        closeBracket();
        return made(Condition::AtSomePoint{inner}, at);
    }

    // Making -------------------------------------------------------------------------------------------------------

    template<typename Node>
    static ConditionPtr condition(Node node, const SourcePosition &at)
    {
        return std::make_shared<const Condition>(Condition{std::move(node), at.line, at.column});
    }

    template<typename Node>
    static Operand made(Node node, const SourcePosition &at)
    {
        return Operand{condition(std::move(node), at), at, false};
    }

    /// Counts how deep brackets and "not" stand in each other; too deep ends the reading.
    class Nesting {
    public:
        explicit Nesting(Parser &parser)
            : m_parser(parser)
        {
            if (++m_parser.m_depth > deepestNesting)
                m_parser.m_reader.fail(u"the condition is nested too deeply"_s,
                                       u"at most %1 levels of brackets"_s.arg(deepestNesting));
        }
        ~Nesting() { --m_parser.m_depth; }
        Q_DISABLE_COPY_MOVE(Nesting)
        bool allowed() const { return m_parser.m_depth <= deepestNesting; }

    private:
        Parser &m_parser;
    };

    TokenReader m_reader;
    const Vocabulary &m_vocabulary;
    TermTyping m_typing;
    int m_depth = 0;
    bool m_inPoint = false;
    bool m_pointFactSeen = false;
};

} // namespace

QString SourceError::toText() const
{
    QString text = u"%1:%2:%3: %4"_s.arg(at.file).arg(at.line).arg(at.column).arg(message);
    if (!expected.isEmpty())
        text += u"; expected "_s % expected;
    return text;
}

std::expected<ConditionPtr, QList<SourceError>> parseCondition(const QString &text, const Vocabulary &vocabulary,
                                                               const SourcePosition &start, int indent)
{
    if (text.size() > longestText) {
        return std::unexpected(
            QList{SourceError{start, u"the condition is too long"_s, u"at most %1 characters"_s.arg(longestText)}});
    }
    return Parser(text, vocabulary, start, indent).run();
}

} // namespace clearway::language
