// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/migration.h"

#include "model/register/casejson.h"
#include "model/register/sqlite/sqlscript.h"
#include "model/register/sqlite/statement.h"
#include "model/register/sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

Result<qint64> singleNumber(const Connection &connection, const QString &sql)
{
    Statement statement(connection, sql);
    const Result<bool> row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement.number(0) : 0;
}

Result<void> takeStep(const Connection &connection, const QString &script, int version, const QDateTime &now)
{
    Transaction work(connection);
    if (Result<void> begun = work.begin(Transaction::Purpose::Write); !begun)
        return begun;
    // Another program may have taken the step while this one waited for the lock.
    const Result<qint64> reached = singleNumber(connection, u"PRAGMA user_version"_s);
    if (!reached)
        return std::unexpected(reached.error());
    if (*reached >= version)
        return {};
    const QStringList statements = statementsOf(script);
    for (const QString &statement : statements) {
        if (Result<void> done = runOnce(connection, statement); !done)
            return done;
    }
    if (version == 1) {
        Statement insert(connection, u"INSERT INTO register (only_one, id, created) VALUES (1, ?, ?)"_s);
        insert.bind(QUuid::createUuid().toString(QUuid::WithoutBraces)).bind(timeToText(now));
        if (Result<qint64> inserted = insert.run(); !inserted)
            return std::unexpected(inserted.error());
    }
    // A pragma takes no bound value; both are numbers of the program.
    for (const QString &pragma :
         {u"PRAGMA application_id = %1"_s.arg(applicationId), u"PRAGMA user_version = %1"_s.arg(version)}) {
        if (Result<void> done = runOnce(connection, pragma); !done)
            return done;
    }
    return work.commit();
}

} // namespace

QStringList schemaSteps()
{
    QStringList steps;
    const QDir folder(u":/clearway/register/sqlite/schema"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.append(QString::fromUtf8(file.readAll()));
    }
    return steps;
}

int currentVersion()
{
    static const int version = static_cast<int>(schemaSteps().size());
    return version;
}

Result<FileState> fileState(const Connection &connection)
{
    const Result<qint64> id = singleNumber(connection, u"PRAGMA application_id"_s);
    if (!id)
        return std::unexpected(id.error());
    const Result<qint64> version = singleNumber(connection, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    const Result<qint64> objects = singleNumber(connection, u"SELECT count(*) FROM sqlite_schema"_s);
    if (!objects)
        return std::unexpected(objects.error());
    return FileState{*id, static_cast<int>(*version), *objects};
}

Result<void> migrate(const Connection &connection, const QDateTime &now, const QStringList &steps)
{
    const Result<qint64> version = singleNumber(connection, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    for (qsizetype step = *version; step < steps.size(); ++step) {
        if (Result<void> taken = takeStep(connection, steps[step], static_cast<int>(step) + 1, now); !taken)
            return taken;
    }
    return {};
}

} // namespace clearway::cases::sqlite
