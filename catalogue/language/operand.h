// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/lexer.h"
#include "catalogue/language/term.h"

#include <functional>
#include <optional>
#include <variant>

namespace clearway::language {

/// A name that may be a fact; without a definition it was reported as unknown.
struct FactName {
    const FactDefinition *definition = nullptr;
    QString text;
};

/// What the parser has read so far at some place: a condition, a formula, a date, a fact still without its operator, or
/// (monostate, or a null pointer) something in which an error was reported.
struct Operand {
    std::variant<std::monostate, ConditionPtr, TermPtr, FactName, QDate> value;
    SourcePosition at;
    bool bracketed = false;

    static Operand failed(const SourcePosition &at) { return Operand{std::monostate(), at, false}; }
    const FactDefinition *fact() const
    {
        const FactName *name = std::get_if<FactName>(&value);
        return name ? name->definition : nullptr;
    }
    bool isFailed() const
    {
        const FactName *name = std::get_if<FactName>(&value);
        return std::holds_alternative<std::monostate>(value) || (name && !name->definition);
    }
};

/// The tokens of a condition and a place among them, with the errors found so far.
class TokenReader {
public:
    explicit TokenReader(Tokens tokens)
        : m_tokens(std::move(tokens.tokens))
        , m_errors(std::move(tokens.errors))
    {}

    const Token &peek(qsizetype ahead = 0) const;
    const SourcePosition &here() const { return peek().at; }
    bool atEnd() const { return peek().kind == TokenKind::End; }
    void advance(qsizetype count = 1);
    bool takeWord(QStringView word);
    bool takeSymbol(QStringView symbol);
    /// Takes the symbol or reports that it is missing.
    bool expectSymbol(const QString &symbol);
    /// A whole number without a unit, or an error.
    std::optional<int> takeWhole(int least, int most, const QString &expected);

    /// Errors in the order of their places; a second one at the same place is dropped, since it follows from the first.
    void error(const SourcePosition &at, const QString &message, const QString &expected);
    void unexpected(const QString &expected);
    /// Reports at the present place and ends the reading.
    void fail(const QString &message, const QString &expected);
    /// Skips to where reading can go on: and, or, a comma or closing bracket of the present level.
    void recover();
    QList<SourceError> errors() const;

private:
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    QList<SourceError> m_errors;
};

/// "; did you mean “x”?" where a name of the vocabulary that fits is near, else nothing.
QString nearestName(const QString &name, const Vocabulary &vocabulary,
                    const std::function<bool(const QString &)> &fits);

} // namespace clearway::language
