// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/sqlscript.h"

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

/// Where the comment, text or quoted name that begins at `at` ends; `at` itself where none begins.
qsizetype skipQuoted(const QString &script, qsizetype at)
{
    const QChar first = script[at];
    if (QStringView(script).sliced(at).startsWith("--"_L1)) {
        const qsizetype end = script.indexOf(u'\n', at);
        return end < 0 ? script.size() : end + 1;
    }
    if (QStringView(script).sliced(at).startsWith("/*"_L1)) {
        const qsizetype end = script.indexOf("*/"_L1, at + 2);
        return end < 0 ? script.size() : end + 2;
    }
    if (first != u'\'' && first != u'"' && first != u'`' && first != u'[')
        return at;
    const qsizetype end = script.indexOf(first == u'[' ? u']' : first, at + 1);
    // A doubled quotation mark ends one text and begins the next, which comes to the same.
    return end < 0 ? script.size() : end + 1;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

} // namespace

QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString current;
    int words = 0;        // so far in the statement
    bool creates = false; // it began with CREATE
    bool trigger = false; // … TRIGGER: semicolons count from its END on
    int depth = 0;        // of BEGIN and CASE within a trigger

    const auto finish = [&] {
        const QString statement = current.trimmed();
        if (!statement.isEmpty())
            statements.append(statement);
        current.clear();
        words = 0;
        creates = false;
        trigger = false;
        depth = 0;
    };

    qsizetype at = 0;
    while (at < script.size()) {
        const qsizetype skipped = skipQuoted(script, at);
        if (skipped > at) {
            const bool isComment = script[at] == u'-' || script[at] == u'/';
            current += isComment ? u"\n"_s : script.sliced(at, skipped - at);
            at = skipped;
        } else if (isWordPart(script[at])) {
            const qsizetype begin = at;
            while (at < script.size() && isWordPart(script[at]))
                ++at;
            const QString word = script.sliced(begin, at - begin);
            current += word;
            const QString upper = word.toUpper();
            ++words;
            if (words == 1)
                creates = upper == "CREATE"_L1;
            else if (creates && upper == "TRIGGER"_L1 && words <= 3) // CREATE [TEMP] TRIGGER
                trigger = true;
            else if (trigger && (upper == "BEGIN"_L1 || upper == "CASE"_L1))
                ++depth;
            else if (trigger && upper == "END"_L1)
                --depth;
        } else if (script[at] == u';' && depth == 0) {
            finish();
            ++at;
        } else {
            current += script[at++];
        }
    }
    finish();
    return statements;
}

} // namespace clearway::cases::sqlite
