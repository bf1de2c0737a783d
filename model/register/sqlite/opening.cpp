// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/migration.h"
#include "model/register/sqlite/sqliteregister.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clearway::cases {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownersFolder = ownerOnly | QFile::ExeOwner;

/// Makes the folder and those above it that are missing, for the owner alone; those that are there stay as they are.
bool makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString above = QFileInfo(path).absolutePath();
    return above != path && makeFolder(above) && (QDir().mkdir(path, ownersFolder) || QFileInfo(path).isDir());
}

bool isNotEmpty(const QString &path)
{
    return QFileInfo(path).size() > 0;
}

} // namespace

namespace sqlite {

Result<void> SqliteRegister::prepareFile(const QString &path, const RegisterOptions &options,
                                         Connection::Access &access)
{
    using enum RegisterError::Kind;
    const auto failed = [&](RegisterError::Kind kind, const QString &detail) {
        return std::unexpected(RegisterError{kind, detail, path});
    };
    const QFileInfo info(path);
    if (info.isDir())
        return failed(CannotOpen, u"it is a folder"_s);
    const bool exists = info.exists();
    if (!exists && options.readOnly)
        return failed(CannotOpen, u"there is no such file"_s);
    if (!exists) {
        if (!makeFolder(info.absolutePath()))
            return failed(CannotOpen, u"the folder %1 cannot be made"_s.arg(info.absolutePath()));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) && !QFileInfo::exists(path))
            return failed(CannotOpen, file.errorString());
    } else {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failed(CannotOpen, file.errorString());
        const QByteArray beginning = file.read(16);
        if (!beginning.isEmpty() && beginning != QByteArrayView("SQLite format 3\0", 16))
            return failed(NotARegister, u"it does not begin as an SQLite file does"_s);
        // Changes wait beside a file that lost its content: a new register here would throw them away.
        if (beginning.isEmpty() && isNotEmpty(path + "-wal"_L1))
            return failed(Damaged, u"the file is empty, but a log of changes is beside it"_s);
    }
    const bool folderIsWritable = QFileInfo(info.absolutePath()).isWritable();
    const bool fileIsWritable = QFileInfo(path).isWritable();
    if (!options.readOnly && folderIsWritable && fileIsWritable)
        access = Connection::Access::ReadWrite;
    else if (folderIsWritable || isNotEmpty(path + "-wal"_L1))
        access = Connection::Access::ReadOnly;
    else
        access = Connection::Access::Immutable;
    return {};
}

Result<void> SqliteRegister::open(const QString &path, const RegisterOptions &options)
{
    using enum RegisterError::Kind;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    Connection::Access access = Connection::Access::ReadWrite;
    if (Result<void> prepared = prepareFile(absolute, options, access); !prepared)
        return prepared;
    m_readOnly = access != Connection::Access::ReadWrite;
    if (Result<void> opened = m_connection.open(absolute, access, options.busyTimeout); !opened)
        return opened;

    // Looked at before anything is written, so that a file of another kind is left as it is.
    const Result<FileState> state = fileState(m_connection);
    if (!state)
        return std::unexpected(state.error());
    if (!state->isEmpty() && state->applicationId != applicationId)
        return fail(NotARegister, u"it belongs to another program"_s);
    if (state->version > currentVersion())
        return fail(TooNew, u"version %1; this program knows %2"_s.arg(state->version).arg(currentVersion()));
    if (state->version == 0 && !state->isEmpty())
        return fail(Damaged, u"it has no version"_s);
    if (m_readOnly && state->version < currentVersion())
        return fail(ReadOnly, u"it has to be brought up to date from version %1 first"_s.arg(state->version));

    if (Result<void> set = setPragmas(); !set)
        return set;
    if (!m_readOnly)
        return migrate(m_connection, m_clock.nowUtc());
    return {};
}

Result<void> SqliteRegister::setPragmas()
{
    QStringList pragmas = {
        u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA recursive_triggers = ON"_s, // REPLACE would else delete without the triggers
        u"PRAGMA trusted_schema = OFF"_s,
        u"PRAGMA cell_size_check = ON"_s,
    };
    if (m_readOnly)
        pragmas << u"PRAGMA query_only = ON"_s;
    else
        pragmas << u"PRAGMA synchronous = FULL"_s << u"PRAGMA fullfsync = ON"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        if (Result<void> set = runOnce(m_connection, pragma); !set)
            return set;
    }
    if (m_readOnly)
        return {};
    // Where the file system cannot share memory SQLite stays with a rollback journal, which is as durable.
    Statement journal(m_connection, u"PRAGMA journal_mode = WAL"_s);
    if (const Result<bool> row = journal.next(); !row)
        return std::unexpected(row.error());
    return {};
}

} // namespace sqlite

Result<std::unique_ptr<Register>> openRegister(const QString &path, const Clock &clock, const RegisterOptions &options)
{
    auto opened = std::make_unique<sqlite::SqliteRegister>(clock, options.who);
    if (Result<void> done = opened->open(path, options); !done)
        return std::unexpected(done.error());
    return opened;
}

} // namespace clearway::cases
