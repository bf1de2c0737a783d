// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/lexer.h"

#include "catalogue/language/spelling.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr qsizetype longestShown = 40;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameCharacter(QChar c)
{
    return isLetter(c) || isDigit(c) || c == u'_';
}

/// Words that can follow a number; none of them is a unit.
bool followsNumber(QStringView word)
{
    constexpr std::array words{"and"_L1, "or"_L1, "not"_L1, "in"_L1, "is"_L1, "has"_L1, "within"_L1};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// After these the next word names a part, category or group, which may begin with a digit ("5P1").
bool precedesLabel(const Token &token)
{
    return token.isWord(u"part") || token.isWord(u"category") || token.isWord(u"group");
}

class Lexer {
public:
    Lexer(const QString &text, const Units &units, const SourcePosition &start, int indent)
        : m_text(text)
        , m_units(units)
        , m_here(start)
        , m_indent(indent)
    {}

    Tokens run()
    {
        while (true) {
            skipSpaces();
            if (m_at >= m_text.size())
                break;
            readToken();
        }
        Token end;
        end.at = m_here;
        m_result.tokens.append(end);
        return std::move(m_result);
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    void advance(qsizetype count)
    {
        for (; count > 0 && m_at < m_text.size(); --count, ++m_at) {
            if (m_text[m_at] == u'\n') {
                ++m_here.line;
                m_here.column = m_indent + 1;
            } else if (!m_text[m_at].isLowSurrogate()) {
                ++m_here.column;
            }
        }
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            advance(1);
    }

    void error(const SourcePosition &at, const QString &message, const QString &expected)
    {
        m_result.errors.append({at, message, expected});
    }

    Token token(TokenKind kind, qsizetype length)
    {
        Token made;
        made.kind = kind;
        made.text = m_text.sliced(m_at, length);
        made.at = m_here;
        advance(length);
        return made;
    }

    qsizetype nameLength() const
    {
        qsizetype end = m_at;
        while (
            end < m_text.size()
            && (isNameCharacter(m_text[end])
                || (m_text[end] == u'.' && end > m_at && end + 1 < m_text.size() && isNameCharacter(m_text[end + 1]))))
            ++end;
        return end - m_at;
    }

    void readToken()
    {
        const QChar c = peek();
        const bool label = !m_result.tokens.isEmpty() && precedesLabel(m_result.tokens.last());
        if (isLetter(c) || (label && isDigit(c)))
            m_result.tokens.append(token(TokenKind::Word, nameLength()));
        else if (isDigit(c))
            readDigits();
        else if (c == u'"')
            readText();
        else if (c == u'\'')
            readSingleQuotes();
        else
            readSymbol();
    }

    void readText()
    {
        const SourcePosition at = m_here;
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != u'"' && m_text[end] != u'\n')
            ++end;
        const bool closed = end < m_text.size() && m_text[end] == u'"';
        Token made = token(closed ? TokenKind::Text : TokenKind::Invalid, end - m_at + (closed ? 1 : 0));
        if (closed)
            made.text = made.text.sliced(1, made.text.size() - 2);
        else
            error(at, u"the text in quotes does not end"_s, u"a closing \" on the same line"_s);
        m_result.tokens.append(made);
    }

    void readSingleQuotes()
    {
        const SourcePosition at = m_here;
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != u'\'' && !m_text[end].isSpace())
            ++end;
        const QString inner = m_text.sliced(m_at + 1, end - m_at - 1);
        const bool closed = end < m_text.size() && m_text[end] == u'\'';
        m_result.tokens.append(token(TokenKind::Invalid, end - m_at + (closed ? 1 : 0)));
        error(at, u"single quotes are not used in conditions"_s, u'"' % inner.left(longestShown) % u'"');
    }

    void readSymbol()
    {
        constexpr std::array doubled{"<="_L1, ">="_L1, "!="_L1};
        const QStringView two = QStringView(m_text).sliced(m_at, std::min<qsizetype>(2, m_text.size() - m_at));
        if (std::find(doubled.begin(), doubled.end(), two) != doubled.end()) {
            m_result.tokens.append(token(TokenKind::Symbol, 2));
            return;
        }
        if (u"()[],<=>+-*/^"_s.contains(peek())) {
            const SourcePosition at = m_here;
            m_result.tokens.append(token(TokenKind::Symbol, 1));
            if (two == "=="_L1) {
                error(at, u"“==” is no operator"_s, u"="_s);
                advance(1);
            }
            return;
        }
        readForeignCharacter();
    }

    /// What the language does not know; where what is meant is plain, the error says how it is written here.
    void readForeignCharacter()
    {
        struct Foreign {
            char16_t character;
            QLatin1StringView written;
        };
        constexpr std::array known{
            Foreign{u'≤', "<="_L1}, Foreign{u'≥', ">="_L1}, Foreign{u'≠', "!="_L1}, Foreign{u'×', "*"_L1},
            Foreign{u'·', "*"_L1},  Foreign{u'÷', "/"_L1},  Foreign{u'−', "-"_L1},  Foreign{u'–', "-"_L1},
        };
        const SourcePosition at = m_here;
        const QChar c = peek();
        const auto found = std::find_if(known.begin(), known.end(), [c](const Foreign &f) { return f.character == c; });
        if (found != known.end()) {
            error(at, u"“%1” is not used in conditions"_s.arg(c), found->written);
            Token made = token(TokenKind::Symbol, 1);
            made.text = found->written;
            m_result.tokens.append(made);
            return;
        }
        const qsizetype length = c.isHighSurrogate() && peek(1).isLowSurrogate() ? 2 : 1;
        const Token made = token(TokenKind::Invalid, length);
        const char32_t code =
            length == 2 ? QChar::surrogateToUcs4(made.text[0], made.text[1]) : char32_t(made.text[0].unicode());
        const QString shown = QChar::isPrint(code)
                                  ? QString(u"“"_s % made.text % u"”"_s)
                                  : u"U+%1"_s.arg(QString::number(uint(code), 16).toUpper().rightJustified(4, u'0'));
        const QString expected = c == u'#' ? u"no comment inside a condition"_s : u"a name, a number or an operator"_s;
        error(at, u"the character %1 has no meaning here"_s.arg(shown), expected);
        m_result.tokens.append(made);
    }

    bool digitsAt(qsizetype offset, qsizetype count) const
    {
        for (qsizetype i = 0; i < count; ++i) {
            if (!isDigit(peek(offset + i)))
                return false;
        }
        return true;
    }

    void readDigits()
    {
        if (digitsAt(0, 4) && peek(4) == u'-' && digitsAt(5, 2) && peek(7) == u'-' && digitsAt(8, 2)
            && !isNameCharacter(peek(10)))
            readDate();
        else
            readNumber();
    }

    void readDate()
    {
        Token made = token(TokenKind::Date, 10);
        made.date = QDate::fromString(made.text, Qt::ISODate);
        if (!made.date.isValid()) {
            error(made.at, u"%1 is no day of the calendar"_s.arg(made.text), u"a date such as 2025-03-01"_s);
            made.kind = TokenKind::Invalid;
        }
        m_result.tokens.append(made);
    }

    qsizetype numberLength() const
    {
        qsizetype length = 0;
        while (isDigit(peek(length)))
            ++length;
        if (peek(length) == u'.' && isDigit(peek(length + 1))) {
            ++length;
            while (isDigit(peek(length)))
                ++length;
        }
        if (peek(length) == u'e' || peek(length) == u'E') {
            qsizetype end = length + 1;
            if (peek(end) == u'+' || peek(end) == u'-')
                ++end;
            if (isDigit(peek(end))) {
                while (isDigit(peek(end)))
                    ++end;
                length = end;
            }
        }
        return length;
    }

    void readNumber()
    {
        Token made = token(TokenKind::Number, numberLength());
        const std::optional<Rational> number = parseRational(made.text);
        if (number) {
            made.number = *number;
        } else {
            error(made.at, u"the number is too long or its exponent too large"_s,
                  u"at most 400 digits and an exponent within ±400"_s);
            made.kind = TokenKind::Invalid;
        }
        const bool spaced = peek().isSpace();
        skipSpaces();
        readUnit(made, spaced);
        m_result.tokens.append(made);
    }

    void readUnit(Token &number, bool spaced)
    {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        const qsizetype known = knownUnitLength(rest);
        if (known > 0) {
            if (!spaced && number.kind == TokenKind::Number) {
                error(m_here, u"there is no space between the number and its unit"_s,
                      u"“%1 %2”"_s.arg(number.text, rest.first(known)));
            }
            number.unit = rest.first(known).toString();
            advance(known);
            return;
        }
        const qsizetype unknown = unknownUnitLength(rest, spaced);
        if (unknown == 0)
            return;
        const QString word = rest.first(unknown).toString();
        QStringList names;
        for (const Unit &unit : m_units.units())
            names += QStringList{unit.name} + unit.aliases;
        const QString near = nearestSpelling(word, names);
        error(m_here, u"unknown unit “%1”"_s.arg(word.left(longestShown)),
              near.isEmpty() ? u"a unit of the catalogue"_s
                             : u"a unit of the catalogue; did you mean “%1”?"_s.arg(near));
        number.kind = TokenKind::Invalid;
        advance(unknown);
    }

    /// The longest known spelling at the beginning of `rest` that ends where a word ends.
    qsizetype knownUnitLength(QStringView rest) const
    {
        // normalising can shorten a spelling ("²" to "^2" the other way): twice its length is far enough
        for (qsizetype length = std::min(rest.size(), 2 * m_units.longestSpelling()); length > 0; --length) {
            const QChar last = rest[length - 1];
            const bool wordEnds = length == rest.size()
                                  || !((isNameCharacter(last) || last.isLetter())
                                       && (isNameCharacter(rest[length]) || rest[length].isLetter()));
            if (!wordEnds || last.isSpace() || followsNumber(rest.first(length)))
                continue;
            if (m_units.unit(rest.first(length)))
                return length;
        }
        return 0;
    }

    /// What stands where a unit would, up to the next space or sign; 0 where it is a word that may follow a number.
    static qsizetype unknownUnitLength(QStringView rest, bool spaced)
    {
        qsizetype length = 0;
        while (length < rest.size() && !rest[length].isSpace() && !u"(),[]<>=!^*+-\""_s.contains(rest[length])
               && !u"≤≥≠×÷−–'#"_s.contains(rest[length]))
            ++length;
        if (length == 0 || rest.front() == u'/' || (spaced && isDigit(rest.front())))
            return 0;
        return followsNumber(rest.first(length)) ? 0 : length;
    }

    const QString &m_text;
    const Units &m_units;
    SourcePosition m_here;
    int m_indent;
    qsizetype m_at = 0;
    Tokens m_result;
};

} // namespace

Tokens tokensOf(const QString &text, const Units &units, const SourcePosition &start, int indent)
{
    return Lexer(text, units, start, indent).run();
}

} // namespace clearway::language
