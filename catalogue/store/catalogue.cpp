// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/catalogue.h"

#include "catalogue/store/canonical.h"
#include "catalogue/store/catalogue_p.h"
#include "catalogue/store/listcode.h"
#include "catalogue/store/loader.h"
#include "catalogue/store/writer.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <QVariant>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

using Kind = StoreError::Kind;

// What the first 100 bytes of the file say, before SQLite is let near it.
std::expected<void, StoreError> checkHeader(const QString &path)
{
    const auto refuse = [&](Kind kind, const QString &why) {
        return std::unexpected(StoreError{kind, u"the catalogue "_s + path + why});
    };
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(Kind::Missing, u" is missing"_s);
    if (!info.isFile())
        return refuse(Kind::Unreadable, u" is not a file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Kind::Unreadable, u" cannot be read: "_s + file.errorString());
    const QByteArray header = file.read(100);
    if (file.error() != QFileDevice::NoError)
        return refuse(Kind::Unreadable, u" cannot be read: "_s + file.errorString());
    const QByteArray magic("SQLite format 3", 16); // with its closing zero
    if (header.isEmpty())
        return refuse(Kind::Damaged, u" is damaged: it is empty"_s);
    if (!header.startsWith(magic)) {
        if (magic.startsWith(header))
            return refuse(Kind::Damaged, u" is damaged: it ends in its first bytes"_s);
        return refuse(Kind::NotACatalogue, u" is no catalogue: it is another kind of file"_s);
    }
    if (header.size() < 100)
        return refuse(Kind::Damaged, u" is damaged: it ends in its header"_s);
    const auto number = [&](int offset) { return qFromBigEndian<quint32>(header.constData() + offset); };
    if (number(68) != quint32(applicationId))
        return refuse(Kind::NotACatalogue, u" is no catalogue: it is the database of another program"_s);
    const quint32 version = number(60);
    if (version > quint32(schemaVersion)) {
        return refuse(
            Kind::TooNew,
            u" has form %1, and this Clearway reads form %2: use a newer Clearway"_s.arg(version).arg(schemaVersion));
    }
    if (version < quint32(schemaVersion)) {
        return refuse(
            Kind::TooOld,
            u" has form %1, and this Clearway reads form %2: compile it again"_s.arg(version).arg(schemaVersion));
    }
    const quint32 stored = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const qint64 expected = pageSize * number(28);
    if (file.size() < expected) {
        return refuse(Kind::Damaged, u" is damaged: it has %1 of %2 bytes"_s.arg(file.size()).arg(expected));
    }
    return {};
}

} // namespace

Catalogue::Catalogue(std::unique_ptr<Private> p)
    : d(std::move(p))
{}
Catalogue::Catalogue(Catalogue &&) noexcept = default;
Catalogue &Catalogue::operator=(Catalogue &&) noexcept = default;
Catalogue::~Catalogue() = default;

std::expected<Catalogue, StoreError> Catalogue::open(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    if (const auto header = checkHeader(path); !header)
        return std::unexpected(header.error());
    auto opened = std::make_unique<Private>(path);
    if (!opened->connection.isOpen()) {
        return std::unexpected(StoreError{Kind::Unreadable, u"the catalogue "_s + path + u" cannot be opened: "_s
                                                                + opened->connection.errorText()});
    }
    auto rules = loadRules(opened->connection);
    if (!rules)
        return std::unexpected(opened->damaged(rules.error()));
    for (const QString &code : std::as_const(rules->entryOrder))
        opened->looseCodes.append(looseCode(code));
    opened->rules = std::make_shared<const RuleBook>(std::move(*rules));
    opened->loadingTime = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    return Catalogue(std::move(opened));
}

const QString &Catalogue::path() const
{
    return d->path;
}

const RuleBook &Catalogue::rules() const
{
    return *d->rules;
}

std::shared_ptr<const RuleBook> Catalogue::sharedRules() const
{
    return d->rules;
}

std::chrono::microseconds Catalogue::loadingTime() const
{
    return d->loadingTime;
}

std::expected<Sources, StoreError> Catalogue::sources() const
{
    if (const auto thread = d->checkThread(); !thread)
        return std::unexpected(thread.error());
    QSqlQuery query = d->connection.query();
    if (!query.exec(u"SELECT path, bytes FROM source ORDER BY path"_s))
        return std::unexpected(d->damaged(query.lastError().text()));
    Sources sources;
    while (query.next())
        sources.append({query.value(0).toString(), query.value(1).toByteArray()});
    if (query.lastError().isValid())
        return std::unexpected(d->damaged(query.lastError().text()));
    return sources;
}

std::expected<void, StoreError> Catalogue::verifyIntegrity() const
{
    if (const auto thread = d->checkThread(); !thread)
        return thread;
    QSqlQuery query = d->connection.query();
    if (!query.exec(u"PRAGMA integrity_check(5)"_s) || !query.next())
        return std::unexpected(d->damaged(query.lastError().text()));
    if (const QString answer = query.value(0).toString(); answer != "ok"_L1)
        return std::unexpected(d->damaged(answer));
    query.finish();
    if (!query.exec(u"PRAGMA foreign_key_check"_s))
        return std::unexpected(d->damaged(query.lastError().text()));
    if (query.next()) {
        return std::unexpected(
            d->damaged(u"a row of table "_s + query.value(0).toString() + u" refers to one that is not there"_s));
    }
    query.finish();
    if (!query.exec(u"SELECT path, bytes, sha256 FROM source ORDER BY path"_s))
        return std::unexpected(d->damaged(query.lastError().text()));
    while (query.next()) {
        const QByteArray hash =
            QCryptographicHash::hash(query.value(1).toByteArray(), QCryptographicHash::Sha256).toHex();
        if (query.value(2).toString() != QLatin1StringView(hash))
            return std::unexpected(d->damaged(u"the source "_s + query.value(0).toString() + u" was changed"_s));
    }
    if (query.lastError().isValid())
        return std::unexpected(d->damaged(query.lastError().text()));
    // Read again: the rules in memory are those of the moment when it was opened.
    const auto rules = loadRules(d->connection);
    if (!rules)
        return std::unexpected(d->damaged(rules.error()));
    if (canonicalHash(*rules) != rules->sourcesHash)
        return std::unexpected(d->damaged(u"its rules are not those that its hash names"_s));
    return {};
}

} // namespace clearway::store
