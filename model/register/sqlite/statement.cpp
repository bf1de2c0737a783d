// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/statement.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

Statement::Statement(const Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_query(connection.database())
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Statement &Statement::bind(const QString &text)
{
    // The driver would store a null QString as NULL.
    m_query.addBindValue(text.isNull() ? u""_s : text);
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    m_query.addBindValue(number);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    m_query.addBindValue(bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Statement &Statement::bindNull()
{
    m_query.addBindValue(QVariant(QMetaType::fromType<QString>()));
    return *this;
}

Result<void> Statement::start()
{
    m_started = true;
    if (!m_prepared || !m_query.exec())
        return std::unexpected(m_connection.error(m_query.lastError()));
    return {};
}

Result<qint64> Statement::run()
{
    if (Result<void> started = start(); !started)
        return std::unexpected(started.error());
    return m_query.numRowsAffected();
}

Result<bool> Statement::next()
{
    if (!m_started) {
        if (Result<void> started = start(); !started)
            return std::unexpected(started.error());
    }
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return std::unexpected(m_connection.error(m_query.lastError()));
    return false;
}

Result<void> runOnce(const Connection &connection, const QString &sql)
{
    QSqlQuery query(connection.database());
    if (!query.exec(sql))
        return std::unexpected(connection.error(query.lastError()));
    return {};
}

} // namespace clearway::cases::sqlite
