// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/catalogue_p.h"
#include "catalogue/store/listcode.h"

#include <QSet>
#include <QVariant>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

constexpr qsizetype longestSearch = 400; // characters; nobody types more
constexpr qsizetype mostWords = 24;

// Letters and digits between anything else. What FTS would take for an operator does not survive this.
QStringList wordsOf(const QString &typed)
{
    QStringList words;
    QString word;
    for (const char32_t point : typed.left(longestSearch).toUcs4()) {
        if (QChar::isLetterOrNumber(point) || QChar::isMark(point)) {
            word += QStringView(QChar::fromUcs4(point));
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words.first(std::min(words.size(), mostWords));
}

// Each word quoted; the last one is a beginning, because it may still be being typed.
QString matchFor(const QStringList &words, const QString &between)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(u'"' + word + u'"');
    return quoted.join(between) + u'*';
}

QString beginningOf(const QString &text)
{
    constexpr qsizetype most = 120;
    return text.size() <= most ? text : text.left(most).trimmed() + u'…';
}

} // namespace

std::expected<QList<SearchHit>, StoreError> Catalogue::search(const QString &typed, int limit) const
{
    if (const auto thread = d->checkThread(); !thread)
        return std::unexpected(thread.error());
    QList<SearchHit> hits;
    const QStringList words = wordsOf(typed);
    if (words.isEmpty() || limit <= 0)
        return hits;

    const RuleBook &rules = *d->rules;
    QSet<QString> found;
    const auto addCode = [&](qsizetype place, double score) {
        const QString &code = rules.entryOrder[place];
        if (hits.size() >= limit || found.contains(code))
            return;
        const Entry entry = rules.entries.value(code);
        found.insert(code);
        hits.append({code, entry.title, beginningOf(entry.summary), score});
    };
    // First the position itself, then those whose code begins so; of one word among others only the position.
    const auto addCodesLike = [&](const QString &loose, bool below) {
        if (loose.isEmpty())
            return;
        for (qsizetype place = 0; place < d->looseCodes.size(); ++place) {
            if (d->looseCodes[place] == loose)
                addCode(place, 2000);
        }
        for (qsizetype place = 0; below && place < d->looseCodes.size() && hits.size() < limit; ++place) {
            if (d->looseCodes[place].startsWith(loose))
                addCode(place, 1000);
        }
    };
    const QString whole = looseCode(QStringView(typed).left(longestSearch));
    addCodesLike(whole, true);
    if (whole.isEmpty()) {
        for (const QString &part : QString(typed.left(longestSearch)).split(u' ', Qt::SkipEmptyParts))
            addCodesLike(looseCode(part), false);
    }

    for (const QString &between : {u" "_s, u" OR "_s}) {
        QSqlQuery query = d->connection.query();
        // Weights: title, keywords, summary, titles of the positions above. bm25 is lower for what fits
        // better.
        const bool prepared = query.prepare(u"SELECT rowid, snippet(entry_search, -1, '', '', '…', 16), "
                                            "bm25(entry_search, 10.0, 8.0, 3.0, 1.0) AS rank_value FROM entry_search "
                                            "WHERE entry_search MATCH ? ORDER BY rank_value, rowid LIMIT ?"_s);
        query.addBindValue(matchFor(words, between));
        query.addBindValue(limit + int(found.size()));
        if (!prepared || !query.exec())
            return std::unexpected(d->damaged(query.lastError().text()));
        bool any = false;
        while (query.next()) {
            any = true;
            const qlonglong place = query.value(0).toLongLong();
            if (place < 0 || place >= rules.entryOrder.size())
                return std::unexpected(d->damaged(u"its search names a position that is not there"_s));
            const QString &code = rules.entryOrder[place];
            if (hits.size() >= limit || found.contains(code))
                continue;
            found.insert(code);
            hits.append({code, rules.entries.value(code).title, query.value(1).toString(), -query.value(2).toDouble()});
        }
        if (query.lastError().isValid())
            return std::unexpected(d->damaged(query.lastError().text()));
        if (any || words.size() == 1)
            break;
    }
    return hits;
}

} // namespace clearway::store
