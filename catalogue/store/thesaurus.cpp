// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/thesaurus.h"

#include "catalogue/store/catalogue_p.h"

#include <QVariant>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

std::expected<Thesaurus, StoreError> Catalogue::thesaurus() const
{
    if (const auto thread = d->checkThread(); !thread)
        return std::unexpected(thread.error());
    Thesaurus thesaurus;
    QSqlQuery query = d->connection.query();
    if (!query.exec(u"SELECT synonym_group, expression FROM synonym ORDER BY synonym_group, position"_s))
        return std::unexpected(d->damaged(query.lastError().text()));
    while (query.next()) {
        const qlonglong group = query.value(0).toLongLong();
        if (group < 0 || group > thesaurus.synonyms.size())
            return std::unexpected(d->damaged(u"a group of synonyms is missing"_s));
        if (group == thesaurus.synonyms.size())
            thesaurus.synonyms.append(QStringList());
        thesaurus.synonyms[group].append(query.value(1).toString());
    }
    if (query.lastError().isValid() || !query.exec(u"SELECT id, title FROM ordinary_topic ORDER BY position"_s))
        return std::unexpected(d->damaged(query.lastError().text()));
    while (query.next())
        thesaurus.ordinary.append({query.value(0).toString(), query.value(1).toString(), {}});
    if (query.lastError().isValid()
        || !query.exec(u"SELECT topic, word FROM ordinary_word ORDER BY topic, position"_s)) {
        return std::unexpected(d->damaged(query.lastError().text()));
    }
    while (query.next()) {
        const qlonglong topic = query.value(0).toLongLong();
        if (topic < 0 || topic >= thesaurus.ordinary.size())
            return std::unexpected(d->damaged(u"a word belongs to a topic that is not there"_s));
        thesaurus.ordinary[topic].words.append(query.value(1).toString());
    }
    if (query.lastError().isValid())
        return std::unexpected(d->damaged(query.lastError().text()));
    return thesaurus;
}

} // namespace clearway::store
