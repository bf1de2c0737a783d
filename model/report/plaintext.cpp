// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/plaintext.h"

namespace clearway::report {

QString printable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n' || c == u'\t') {
            clean.append(c);
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean.append(c).append(text.at(++i));
        } else if (c.isSurrogate() || c.isNonCharacter()) {
            clean.append(QChar(QChar::ReplacementCharacter));
        } else if (c.category() == QChar::Other_Control || (c >= QChar(0x202a) && c <= QChar(0x202e))
                   || (c >= QChar(0x2066) && c <= QChar(0x2069))) {
            clean.append(u' ');
        } else {
            clean.append(c);
        }
    }
    return clean;
}

QString annexLetter(qsizetype index)
{
    QString letters;
    for (qsizetype rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters;
}

} // namespace clearway::report
