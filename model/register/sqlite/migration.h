// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/sqlite/connection.h"

#include <QDateTime>
#include <QStringList>

namespace clearway::cases::sqlite {

/// "CWrg": marks an SQLite file as a register of Clearway.
inline constexpr qint64 applicationId = 0x43577267;

/// The steps of the schema, in order: step n brings a file from version n - 1 to n.
QStringList schemaSteps();
/// The version that this program writes.
int currentVersion();

/// What an opened file is.
struct FileState {
    qint64 applicationId = 0;
    int version = 0;
    qint64 objects = 0; ///< tables, indexes, triggers
    bool isEmpty() const { return applicationId == 0 && version == 0 && objects == 0; }
};
Result<FileState> fileState(const Connection &connection);

/// Brings an empty file or one of an older version up to date, each step in one transaction with its number. The steps
/// are given for tests; a new register gets a random id and the time.
Result<void> migrate(const Connection &connection, const QDateTime &now, const QStringList &steps = schemaSteps());

} // namespace clearway::cases::sqlite
