// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/spelling.h"

#include <QList>

#include <algorithm>

namespace clearway::language {

namespace {

constexpr qsizetype longestWord = 200;

/// Changed, added, dropped or swapped neighbouring characters that lead from one word to the other.
qsizetype distance(QStringView a, QStringView b)
{
    QList<qsizetype> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

QString nearestSpelling(const QString &word, const QStringList &known)
{
    if (word.isEmpty() || word.size() > longestWord)
        return {};
    for (const QString &candidate : known) {
        if (candidate != word && candidate.compare(word, Qt::CaseInsensitive) == 0)
            return candidate;
    }
    qsizetype best = word.size() <= 3 ? 1 : 2;
    QString nearest;
    for (const QString &candidate : known) {
        if (std::abs(candidate.size() - word.size()) > best || candidate == word)
            continue;
        const qsizetype apart = distance(word, candidate);
        if (apart < best || (apart == best && nearest.isEmpty())) {
            best = apart;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace clearway::language
