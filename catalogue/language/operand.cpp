// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/operand.h"

#include "catalogue/language/spelling.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr qsizetype longestShown = 40;
constexpr qsizetype mostErrors = 100;

bool isSamePlace(const SourcePosition &a, const SourcePosition &b)
{
    return a.line == b.line && a.column == b.column;
}

} // namespace

const Token &TokenReader::peek(qsizetype ahead) const
{
    return m_tokens.at(std::min(m_at + ahead, m_tokens.size() - 1));
}

void TokenReader::advance(qsizetype count)
{
    m_at = std::min(m_at + count, m_tokens.size() - 1);
}

bool TokenReader::takeWord(QStringView word)
{
    if (!peek().isWord(word))
        return false;
    advance();
    return true;
}

bool TokenReader::takeSymbol(QStringView symbol)
{
    if (!peek().isSymbol(symbol))
        return false;
    advance();
    return true;
}

bool TokenReader::expectSymbol(const QString &symbol)
{
    if (takeSymbol(symbol))
        return true;
    unexpected(u"“"_s % symbol % u"”"_s);
    recover();
    return takeSymbol(symbol);
}

std::optional<int> TokenReader::takeWhole(int least, int most, const QString &expected)
{
    const Token token = peek();
    const bool fits = token.kind == TokenKind::Number && token.unit.isEmpty() && denominator(token.number) == 1
                      && token.number >= least && token.number <= most;
    if (!fits) {
        unexpected(expected);
        if (token.kind == TokenKind::Number)
            advance();
        return std::nullopt;
    }
    advance();
    return static_cast<int>(Integer(numerator(token.number)));
}

void TokenReader::error(const SourcePosition &at, const QString &message, const QString &expected)
{
    const auto known = std::any_of(m_errors.cbegin(), m_errors.cend(),
                                   [&at](const SourceError &error) { return isSamePlace(error.at, at); });
    if (!known && m_errors.size() < mostErrors)
        m_errors.append({at, message, expected});
}

void TokenReader::unexpected(const QString &expected)
{
    const Token &token = peek();
    if (token.kind == TokenKind::End) {
        error(token.at, u"the condition ends here"_s, expected);
        return;
    }
    if (token.kind == TokenKind::Invalid)
        return;
    QString shown = token.text.left(longestShown);
    if (!token.unit.isEmpty())
        shown += u' ' % token.unit;
    error(token.at, u"unexpected “%1”"_s.arg(shown), expected);
}

void TokenReader::fail(const QString &message, const QString &expected)
{
    error(here(), message, expected);
    Token end;
    end.at = here();
    m_tokens.append(end);
    m_at = m_tokens.size() - 1;
}

void TokenReader::recover()
{
    int depth = 0;
    for (; !atEnd(); advance()) {
        const Token &token = peek();
        if (token.isSymbol(u"(") || token.isSymbol(u"[")) {
            ++depth;
        } else if (token.isSymbol(u")") || token.isSymbol(u"]")) {
            if (depth == 0)
                return;
            --depth;
        } else if (depth == 0 && (token.isSymbol(u",") || token.isWord(u"and") || token.isWord(u"or"))) {
            return;
        }
    }
}

QList<SourceError> TokenReader::errors() const
{
    QList<SourceError> sorted = m_errors;
    std::stable_sort(sorted.begin(), sorted.end(), [](const SourceError &a, const SourceError &b) {
        return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
    });
    return sorted;
}

QString nearestName(const QString &name, const Vocabulary &vocabulary, const std::function<bool(const QString &)> &fits)
{
    QStringList candidates;
    for (const QString &known : vocabulary.names()) {
        if (fits(known))
            candidates.append(known);
    }
    const QString near = nearestSpelling(name, candidates);
    return near.isEmpty() ? QString() : u"; did you mean “%1”?"_s.arg(near);
}

} // namespace clearway::language
