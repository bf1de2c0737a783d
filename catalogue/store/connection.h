// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/store_error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <expected>

namespace clearway::store {

/// One connection to a SQLite file under a name of its own; closed and forgotten with this object.
class Connection {
public:
    enum class Purpose { Read, Write };
    /// Opens the file; for reading it is taken as one that nobody changes.
    Connection(const QString &path, Purpose purpose);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool isOpen() const { return m_database.isOpen(); }
    QString errorText() const { return m_database.lastError().text(); }
    QSqlDatabase &database() { return m_database; }
    /// A query that goes forward only.
    QSqlQuery query() const;
    /// Runs one statement that has no parameters; false with the error in `lastError`.
    bool run(const QString &statement);
    const QString &lastError() const { return m_lastError; }

private:
    QString m_name;
    QSqlDatabase m_database;
    QString m_lastError;
};

} // namespace clearway::store
