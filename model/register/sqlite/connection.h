// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/registererror.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace clearway::cases::sqlite {

/// One connection to an SQLite file, under a name of its own; closed and forgotten with the object.
class Connection {
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable, ///< for a folder where SQLite cannot put its files beside: nobody else may be writing
    };

    Connection() = default;
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens an existing file; ":memory:" opens an empty database. Nothing in the file is read or changed yet.
    Result<void> open(const QString &path, Access access, int busyTimeout);

    QSqlDatabase database() const { return m_database; }
    const QString &path() const { return m_path; }

    RegisterError error(RegisterError::Kind kind, const QString &detail = {}) const { return {kind, detail, m_path}; }
    /// What SQLite's error number means for the caller.
    RegisterError error(const QSqlError &sqlError) const;

private:
    Result<void> harden();

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace clearway::cases::sqlite
