// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/sqlite/connection.h"

#include <QSqlQuery>

namespace clearway::cases::sqlite {

/// One prepared statement with bound values, for a short life. Columns are counted from 0.
class Statement {
public:
    /// The text is a constant of the program; values are bound, never part of it.
    Statement(const Connection &connection, const QString &sql);

    /// Values in the order of their question marks.
    Statement &bind(const QString &text);
    Statement &bind(qint64 number);
    Statement &bind(const QByteArray &bytes);
    Statement &bindNull();
    /// The text, or NULL where it is empty.
    Statement &bindOrNull(const QString &text) { return text.isEmpty() ? bindNull() : bind(text); }

    /// Runs a statement that gives no rows; how many rows it changed.
    Result<qint64> run();
    /// Runs it on the first call and steps to the next row; false after the last.
    Result<bool> next();

    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    Result<void> start();

    const Connection &m_connection;
    QSqlQuery m_query;
    bool m_prepared = false;
    bool m_started = false;
};

/// Runs one statement of the program without values: a pragma, a step of the schema.
Result<void> runOnce(const Connection &connection, const QString &sql);

} // namespace clearway::cases::sqlite
