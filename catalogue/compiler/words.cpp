// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace clearway::compiler {

using namespace Qt::StringLiterals;

namespace {

// Damerau's distance: a letter more, less, other, or two exchanged.
int distance(const QString &a, const QString &b)
{
    std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = int(i + j);
                continue;
            }
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

QString nearest(const QString &name, const QStringList &known)
{
    if (name.size() > 60)
        return {};
    QString best;
    int least = name.size() < 4 ? 2 : name.size() < 8 ? 3 : 4; // one below is the farthest that counts
    for (const QString &candidate : known) {
        if (candidate.size() > 60)
            continue;
        const int d = distance(name, candidate);
        if (d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

QString expectedOneOf(const QString &name, const QStringList &known)
{
    if (const QString near = nearest(name, known); !near.isEmpty())
        return u"`"_s + near + u"`"_s;
    if (known.size() == 1)
        return u"`"_s + known.first() + u"`"_s;
    return u"one of "_s + known.join(u", "_s);
}

bool isIdentifier(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z][a-z0-9_]*(\\.[A-Za-z0-9_]+)*\\z"_s);
    static const QStringList taken{u"and"_s,   u"or"_s,   u"not"_s,  u"true"_s, u"false"_s, u"all"_s,
                                   u"any"_s,   u"is"_s,   u"has"_s,  u"in"_s,   u"at"_s,    u"within"_s,
                                   u"table"_s, u"sqrt"_s, u"root"_s, u"min"_s,  u"max"_s};
    return id.size() <= 100 && form.match(id).hasMatch() && !taken.contains(id);
}

bool isPlainName(const QString &id)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{1,60}\\z"_s);
    return form.match(id).hasMatch();
}

int countWords(const QString &text)
{
    return int(text.simplified().split(u' ', Qt::SkipEmptyParts).size());
}

} // namespace clearway::compiler
