// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/officialstore.h"
#include "model/register/sqlite/connection.h"

namespace clearway::official {

namespace sqlite = cases::sqlite;

struct OfficialStore::Private {
    QString path;
    sqlite::Connection connection;
    bool hasTables = false; ///< those of the list of codes
    bool hasLaw = false;    ///< those of Acts and instruments
};

OfficialError notImported(const QString &path);
OfficialError storeFailed(const QString &path, const QString &detail);
OfficialError storeFailed(const QString &path, const cases::RegisterError &error);

/// Runs a script of the schema's folder.
cases::Result<void> runScript(const sqlite::Connection &connection, const QString &name);
/// Marks the file as one of ours, of the version of this program.
cases::Result<void> setVersion(const sqlite::Connection &connection);

} // namespace clearway::official
