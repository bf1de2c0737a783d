// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/connection.h"

#include <QSqlDriver>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

Connection::~Connection()
{
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = {}; // no copy may be left when the name is removed
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::open(const QString &path, Access access, int busyTimeout)
{
    m_path = path;
    m_name = u"clearway register "_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!m_database.isValid())
        return std::unexpected(error(RegisterError::Kind::CannotOpen, u"the QSQLITE driver is not installed"_s));
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(std::max(0, busyTimeout));
    if (path == ":memory:"_L1) {
        m_database.setDatabaseName(path);
    } else {
        // As a URI, because only there SQLite can be told not to make a file that is not there.
        QString uri = QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded());
        switch (access) {
        case Access::ReadWrite: uri += "?mode=rw"_L1; break;
        case Access::ReadOnly: uri += "?mode=ro"_L1; break;
        case Access::Immutable: uri += "?mode=ro&immutable=1"_L1; break;
        }
        if (access != Access::ReadWrite)
            options += ";QSQLITE_OPEN_READONLY"_L1;
        options += ";QSQLITE_OPEN_URI"_L1;
        m_database.setDatabaseName(uri);
    }
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return std::unexpected(error(m_database.lastError()));
    return harden();
}

Result<void> Connection::harden()
{
    const QVariant handle = m_database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return std::unexpected(error(RegisterError::Kind::CannotOpen, u"the driver is not SQLite's"_s));
    sqlite3 *const sqlite = *static_cast<sqlite3 *const *>(handle.constData());
    // A misspelt column is an error instead of a text, and a schema that somebody has tampered with runs no code.
    const bool done = sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DML, 0, nullptr) == SQLITE_OK
                      && sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr) == SQLITE_OK
                      && sqlite3_db_config(sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr) == SQLITE_OK
                      && sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) == SQLITE_OK;
    if (!done)
        return std::unexpected(error(RegisterError::Kind::CannotOpen, u"this SQLite is too old"_s));
    return {};
}

RegisterError Connection::error(const QSqlError &sqlError) const
{
    using enum RegisterError::Kind;
    const QString detail = sqlError.text();
    bool isNumber = false;
    const int extended = sqlError.nativeErrorCode().toInt(&isNumber);
    if (!isNumber)
        return error(Internal, detail);
    switch (extended) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS: return error(Damaged, detail);
    default: break;
    }
    switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return error(Busy, detail);
    case SQLITE_READONLY: return error(ReadOnly, detail);
    case SQLITE_FULL: return error(DiskFull, detail);
    case SQLITE_IOERR: return error(CannotWrite, detail);
    case SQLITE_CORRUPT: return error(Damaged, detail);
    case SQLITE_NOTADB: return error(NotARegister, detail);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return error(CannotOpen, detail);
    case SQLITE_ERROR:
        // Our statements are tested: where a table or column is missing, the file lacks it.
        return error(detail.contains("no such "_L1) ? Damaged : Internal, detail);
    default: return error(Internal, detail);
    }
}

} // namespace clearway::cases::sqlite
