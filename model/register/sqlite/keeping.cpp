// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/archive.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

const QString lastOpenedName = u"last-opened-case"_s;

} // namespace

Result<void> SqliteRegister::archiveCatalogue(const QString &hash, const QString &version, const QByteArray &sources)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    if (hash.isEmpty() || sources.isEmpty())
        return fail(RegisterError::Kind::Invalid, u"a catalogue without a hash or without sources"_s);
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return begun;
    Statement held(m_connection, u"SELECT 1 FROM catalogues WHERE hash = ?"_s);
    const Result<bool> isHeld = held.bind(hash).next();
    if (!isHeld)
        return std::unexpected(isHeld.error());
    if (*isHeld)
        return {};
    const QString now = nowText();
    Statement insert(m_connection,
                     u"INSERT INTO catalogues (hash, version, archived, content, sources) VALUES (?, ?, ?, ?, ?)"_s);
    const QByteArray compressed = qCompress(sources, 9);
    insert.bind(hash).bind(version).bind(now).bind(archiveHash(hash, version, now, compressed)).bind(compressed);
    if (const Result<qint64> inserted = insert.run(); !inserted)
        return std::unexpected(inserted.error());
    return transaction.commit();
}

Result<QByteArray> SqliteRegister::archivedCatalogue(const QString &hash) const
{
    Statement statement(m_connection, u"SELECT version, archived, content, sources FROM catalogues WHERE hash = ?"_s);
    const Result<bool> row = statement.bind(hash).next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return fail(RegisterError::Kind::NotFound, u"catalogue %1"_s.arg(hash));
    const QByteArray compressed = statement.bytes(3);
    if (archiveHash(hash, statement.text(0), statement.text(1), compressed) != statement.text(2))
        return fail(RegisterError::Kind::Damaged, u"the archived catalogue %1"_s.arg(hash));
    const std::optional<QByteArray> sources = uncompressed(compressed);
    if (!sources)
        return fail(RegisterError::Kind::Damaged, u"the archived catalogue %1"_s.arg(hash));
    return *sources;
}

Result<QStringList> SqliteRegister::archivedCatalogues() const
{
    Statement statement(m_connection, u"SELECT hash FROM catalogues ORDER BY archived, hash"_s);
    QStringList hashes;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next())
        hashes.append(statement.text(0));
    if (!row)
        return std::unexpected(row.error());
    return hashes;
}

Result<std::optional<CaseId>> SqliteRegister::lastOpened() const
{
    Statement statement(m_connection, u"SELECT cases.id FROM settings JOIN cases ON cases.id = settings.value "
                                      "WHERE settings.name = ? AND removed = 0"_s);
    const Result<bool> row = statement.bind(lastOpenedName).next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? std::optional(CaseId{statement.text(0)}) : std::nullopt;
}

Result<void> SqliteRegister::setLastOpened(const CaseId &id)
{
    return setSetting(lastOpenedName, id.value);
}

Result<std::optional<QString>> SqliteRegister::setting(const QString &name) const
{
    Statement statement(m_connection, u"SELECT value FROM settings WHERE name = ?"_s);
    const Result<bool> row = statement.bind(name).next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? std::optional(statement.text(0)) : std::nullopt;
}

Result<void> SqliteRegister::setSetting(const QString &name, const QString &value)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    Statement statement(m_connection, u"INSERT INTO settings (name, value) VALUES (?, ?) "
                                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    if (const Result<qint64> done = statement.bind(name).bind(value).run(); !done)
        return std::unexpected(done.error());
    return {};
}

} // namespace clearway::cases::sqlite
