// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/officialstore.h"
#include "model/register/sqlite/connection.h"
#include "model/register/sqlite/statement.h"

#include <functional>

namespace clearway::official {

namespace sqlite = cases::sqlite;

struct OfficialStore::Private {
    QString path;
    sqlite::Connection connection;
    bool hasTables = false; ///< those of the list of codes
    bool hasLaw = false;    ///< those of Acts and instruments

    /// Does all of it in one transaction. Where the work gives false it was stopped: Cancelled, and nothing is kept.
    Result<void> write(const Control &control, const std::function<cases::Result<bool>()> &work);
    /// Gives every row of a query.
    Result<void> eachRow(const QString &sql, const std::function<void(const sqlite::Statement &)> &take) const;
};

OfficialError notImported(const QString &path);
OfficialError storeFailed(const QString &path, const QString &detail);
OfficialError storeFailed(const QString &path, const cases::RegisterError &error);

/// Runs a script of the schema's folder.
cases::Result<void> runScript(const sqlite::Connection &connection, const QString &name);

} // namespace clearway::official
