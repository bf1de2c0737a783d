// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/parser.h"

#include <QDate>
#include <QList>
#include <QString>

namespace clearway::language {

enum class TokenKind {
    Word,   ///< a name or keyword
    Number, ///< with its unit, if one follows
    Text,   ///< in double quotes, without them
    Date,
    Symbol,  ///< ( ) [ ] , < <= = != >= > + - * / ^
    Invalid, ///< already reported
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    QString text; ///< as it stands in the source; of Text without the quotes
    SourcePosition at;
    Rational number; ///< of Number
    QString unit;    ///< of Number: the unit's spelling; empty: none
    QDate date;      ///< of Date

    bool isWord(QStringView word) const { return kind == TokenKind::Word && text == word; }
    bool isSymbol(QStringView symbol) const { return kind == TokenKind::Symbol && text == symbol; }
};

struct Tokens {
    QList<Token> tokens; ///< ends with End
    QList<SourceError> errors;
};

/// Cuts a condition's text into tokens; the units say where a unit after a number ends.
Tokens tokensOf(const QString &text, const Units &units, const SourcePosition &start, int indent);

} // namespace clearway::language
