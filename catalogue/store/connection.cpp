// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/connection.h"

#include <QUrl>

#include <atomic>

namespace clearway::store {

using namespace Qt::StringLiterals;

Connection::Connection(const QString &path, Purpose purpose)
{
    static std::atomic<quint64> count = 0;
    m_name = u"clearway-catalogue-"_s + QString::number(++count);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (purpose == Purpose::Read) {
        // A compiled catalogue is never changed in place. Without "immutable" SQLite would look for journals
        // beside it, and could not read it from a medium that it cannot write to.
        m_database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(u"immutable=1"_s);
        m_database.setDatabaseName(QString::fromLatin1(url.toEncoded()));
    } else {
        m_database.setDatabaseName(path);
    }
    if (!m_database.open())
        return;
    // SQLite's double-quoted strings cannot be switched off through Qt's driver: our statements contain none.
    for (const QString &pragma :
         {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s, u"PRAGMA foreign_keys = ON"_s}) {
        run(pragma);
    }
    if (purpose == Purpose::Read)
        run(u"PRAGMA query_only = ON"_s);
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery Connection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

bool Connection::run(const QString &statement)
{
    QSqlQuery statementQuery = query();
    if (statementQuery.exec(statement))
        return true;
    m_lastError = statementQuery.lastError().text();
    return false;
}

} // namespace clearway::store
