// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/officialstore_p.h"
#include "model/register/sqlite/sqlscript.h"
#include "model/register/sqlite/statement.h"
#include "model/register/sqlite/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

constexpr qint64 applicationId = 0x43576f74; // "CWot"
constexpr qint64 version = 2;                // 1 had the list of codes alone
constexpr int patience = 5000;               // milliseconds, while another program writes
const QString fileName = u"official.sqlite"_s;

/// A number that one statement gives; 0 where it gives none.
cases::Result<qint64> numberOf(const sqlite::Connection &connection, const QString &sql)
{
    sqlite::Statement statement(connection, sql);
    const cases::Result<bool> row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement.number(0) : 0;
}

cases::Result<void> setVersion(const sqlite::Connection &connection)
{
    // A pragma takes no bound value; both are numbers of the program.
    if (cases::Result<void> done = sqlite::runOnce(connection, u"PRAGMA application_id = %1"_s.arg(applicationId));
        !done)
        return done;
    return sqlite::runOnce(connection, u"PRAGMA user_version = %1"_s.arg(version));
}

cases::Result<void> dropTables(const sqlite::Connection &connection)
{
    for (const QString &table : {u"note"_s, u"entry"_s, u"other"_s, u"instrument"_s})
        if (cases::Result<void> done = sqlite::runOnce(connection, u"DROP TABLE IF EXISTS %1"_s.arg(table)); !done)
            return done;
    return {};
}

cases::Result<void> insertInstrument(const sqlite::Connection &connection, const Instrument &instrument)
{
    sqlite::Statement insert(
        connection, u"INSERT INTO instrument (only_one, title, register_id, made, format, file_name, sha256, imported) "
                    "VALUES (1, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(instrument.title)
        .bind(instrument.registerId)
        .bind(instrument.made.toString(Qt::ISODate))
        .bind(instrument.format)
        .bind(instrument.fileName)
        .bind(instrument.sha256)
        .bind(instrument.imported.toUTC().toString(Qt::ISODate));
    if (const auto done = insert.run(); !done)
        return std::unexpected(done.error());
    return {};
}

cases::Result<bool> insertEntries(const sqlite::Connection &connection, const OfficialText &text,
                                  const Control &control)
{
    for (qsizetype i = 0; i < text.entries.size(); ++i) {
        if (control.stopped())
            return false;
        if (i % 256 == 0)
            control.report(80 + int(i * 20 / text.entries.size()));
        const OfficialEntry &entry = text.entries[i];
        sqlite::Statement insert(connection,
                                 u"INSERT INTO entry (position, code, paragraph, wording) VALUES (?, ?, ?, ?)"_s);
        insert.bind(qint64(i)).bind(entry.code).bind(qint64(entry.paragraph)).bind(entry.wording);
        if (const auto done = insert.run(); !done)
            return std::unexpected(done.error());
        for (qsizetype k = 0; k < entry.notes.size(); ++k) {
            const OfficialNote &note = entry.notes[k];
            sqlite::Statement add(
                connection, u"INSERT INTO note (entry, position, kind, paragraph, text) VALUES (?, ?, ?, ?, ?)"_s);
            add.bind(qint64(i))
                .bind(qint64(k))
                .bind(noteKindName(note.kind))
                .bind(qint64(note.paragraph))
                .bind(note.text);
            if (const auto done = add.run(); !done)
                return std::unexpected(done.error());
        }
    }
    for (qsizetype i = 0; i < text.others.size(); ++i) {
        const OtherParagraph &other = text.others[i];
        sqlite::Statement insert(connection,
                                 u"INSERT INTO other (position, place, paragraph, text) VALUES (?, ?, ?, ?)"_s);
        insert.bind(qint64(i)).bind(placeName(other.place)).bind(qint64(other.paragraph)).bind(other.text);
        if (const auto done = insert.run(); !done)
            return std::unexpected(done.error());
    }
    return !control.stopped();
}

cases::Result<QList<OfficialNote>> notesOf(const sqlite::Connection &connection, qint64 entry)
{
    QList<OfficialNote> notes;
    sqlite::Statement select(connection, u"SELECT kind, paragraph, text FROM note WHERE entry = ? ORDER BY position"_s);
    select.bind(entry);
    while (true) {
        const auto row = select.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return notes;
        notes.append({noteKindFromName(select.text(0)), int(select.number(1)), select.text(2)});
    }
}

} // namespace

OfficialError notImported(const QString &path)
{
    return {OfficialError::Kind::NotImported, path, {}};
}

OfficialError storeFailed(const QString &path, const QString &detail)
{
    return {OfficialError::Kind::Storage, path, detail};
}

OfficialError storeFailed(const QString &path, const cases::RegisterError &error)
{
    using Kind = cases::RegisterError::Kind;
    switch (error.kind) {
    case Kind::Busy: return storeFailed(path, Text::tr("another program is writing to it."));
    case Kind::DiskFull: return storeFailed(path, Text::tr("there is no room left on the disk."));
    case Kind::ReadOnly: return storeFailed(path, Text::tr("it can be read but not changed."));
    case Kind::NotARegister: return storeFailed(path, Text::tr("it is no SQLite database."));
    default: return storeFailed(path, error.detail + u'.');
    }
}

cases::Result<void> runScript(const sqlite::Connection &connection, const QString &name)
{
    QFile script(u":/clearway/official/schema/"_s + name);
    if (!script.open(QIODevice::ReadOnly))
        return std::unexpected(connection.error(cases::RegisterError::Kind::Internal, script.errorString()));
    const QStringList statements = sqlite::statementsOf(QString::fromUtf8(script.readAll()));
    for (const QString &statement : statements)
        if (cases::Result<void> done = sqlite::runOnce(connection, statement); !done)
            return done;
    return {};
}

OfficialStore::OfficialStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{}
OfficialStore::OfficialStore(OfficialStore &&) noexcept = default;
OfficialStore &OfficialStore::operator=(OfficialStore &&) noexcept = default;
OfficialStore::~OfficialStore() = default;

Result<OfficialStore> OfficialStore::open(const QString &path, Access access)
{
    const QFileInfo file(path);
    auto d = std::make_unique<Private>();
    d->path = file.absoluteFilePath();
    if (file.isDir())
        return std::unexpected(storeFailed(d->path, Text::tr("it is a folder.")));
    if (!file.exists()) {
        if (access == Access::Read)
            return std::unexpected(notImported(d->path));
        if (!QDir().mkpath(file.absolutePath()))
            return std::unexpected(storeFailed(d->path, Text::tr("its folder cannot be made.")));
        QFile made(d->path);
        if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
            && !QFileInfo::exists(d->path))
            return std::unexpected(storeFailed(d->path, made.errorString() + u'.'));
    }
    const auto mode =
        access == Access::Read ? sqlite::Connection::Access::ReadOnly : sqlite::Connection::Access::ReadWrite;
    if (const auto opened = d->connection.open(d->path, mode, patience); !opened)
        return std::unexpected(storeFailed(d->path, opened.error()));
    const auto id = numberOf(d->connection, u"PRAGMA application_id"_s);
    const auto found = numberOf(d->connection, u"PRAGMA user_version"_s);
    const auto objects = numberOf(d->connection, u"SELECT count(*) FROM sqlite_schema"_s);
    for (const auto *number : {&id, &found, &objects})
        if (!*number)
            return std::unexpected(storeFailed(d->path, number->error()));
    if (*objects > 0 && *id != applicationId)
        return std::unexpected(storeFailed(d->path, Text::tr("it belongs to another program.")));
    if (*found > version)
        return std::unexpected(storeFailed(d->path, Text::tr("a newer version of Clearway made it.")));
    if (const auto done = sqlite::runOnce(d->connection, u"PRAGMA foreign_keys = ON"_s); !done)
        return std::unexpected(storeFailed(d->path, done.error()));
    // An import may have ended before its first text was kept.
    const auto list = numberOf(d->connection, u"SELECT count(*) FROM sqlite_schema WHERE name = 'instrument'"_s);
    const auto law = numberOf(d->connection, u"SELECT count(*) FROM sqlite_schema WHERE name = 'law'"_s);
    for (const auto *number : {&list, &law})
        if (!*number)
            return std::unexpected(storeFailed(d->path, number->error()));
    d->hasTables = *list > 0;
    d->hasLaw = *law > 0;
    return OfficialStore(std::move(d));
}

Result<void> OfficialStore::Private::write(const Control &control, const std::function<cases::Result<bool>()> &work)
{
    sqlite::Transaction transaction(connection);
    const auto step = [&]() -> cases::Result<bool> {
        if (const auto begun = transaction.begin(sqlite::Transaction::Purpose::Write); !begun)
            return std::unexpected(begun.error());
        const auto done = work();
        if (!done || !*done)
            return done;
        if (const auto set = setVersion(connection); !set)
            return std::unexpected(set.error());
        if (const auto committed = transaction.commit(); !committed)
            return std::unexpected(committed.error());
        return true;
    }();
    if (!step)
        return std::unexpected(storeFailed(path, step.error()));
    if (!*step)
        return std::unexpected(OfficialError{OfficialError::Kind::Cancelled, path, {}});
    control.report(100);
    return {};
}

Result<void> OfficialStore::Private::eachRow(const QString &sql,
                                             const std::function<void(const sqlite::Statement &)> &take) const
{
    sqlite::Statement select(connection, sql);
    while (true) {
        const auto row = select.next();
        if (!row)
            return std::unexpected(storeFailed(path, row.error()));
        if (!*row)
            return {};
        take(select);
    }
}

Result<void> OfficialStore::replace(const OfficialText &text, const Control &control)
{
    const auto done = d->write(control, [&]() -> cases::Result<bool> {
        if (const auto dropped = dropTables(d->connection); !dropped)
            return std::unexpected(dropped.error());
        if (const auto made = runScript(d->connection, u"official.sql"_s); !made)
            return std::unexpected(made.error());
        if (const auto inserted = insertInstrument(d->connection, text.instrument); !inserted)
            return std::unexpected(inserted.error());
        return insertEntries(d->connection, text, control);
    });
    d->hasTables = d->hasTables || done;
    return done;
}

Result<Instrument> OfficialStore::instrument() const
{
    if (!d->hasTables)
        return std::unexpected(notImported(d->path));
    sqlite::Statement select(d->connection,
                             u"SELECT title, register_id, made, format, file_name, sha256, imported FROM instrument"_s);
    const auto row = select.next();
    if (!row)
        return std::unexpected(storeFailed(d->path, row.error()));
    if (!*row)
        return std::unexpected(notImported(d->path));
    Instrument instrument;
    instrument.title = select.text(0);
    instrument.registerId = select.text(1);
    instrument.made = QDate::fromString(select.text(2), Qt::ISODate);
    instrument.format = select.text(3);
    instrument.fileName = select.text(4);
    instrument.sha256 = select.text(5);
    instrument.imported = QDateTime::fromString(select.text(6), Qt::ISODate);
    return instrument;
}

Result<std::optional<OfficialEntry>> OfficialStore::entry(const QString &code) const
{
    if (!d->hasTables)
        return std::unexpected(notImported(d->path));
    sqlite::Statement select(d->connection, u"SELECT position, paragraph, wording FROM entry WHERE code = ?"_s);
    select.bind(code);
    const auto row = select.next();
    if (!row)
        return std::unexpected(storeFailed(d->path, row.error()));
    if (!*row)
        return std::nullopt;
    const auto notes = notesOf(d->connection, select.number(0));
    if (!notes)
        return std::unexpected(storeFailed(d->path, notes.error()));
    return OfficialEntry{code, int(select.number(1)), select.text(2), *notes};
}

Result<OfficialText> OfficialStore::whole() const
{
    const auto named = instrument();
    if (!named)
        return std::unexpected(named.error());
    OfficialText text;
    text.instrument = *named;
    const auto entries =
        d->eachRow(u"SELECT code, paragraph, wording FROM entry ORDER BY position"_s,
                   [&](const auto &row) { text.entries.append({row.text(0), int(row.number(1)), row.text(2), {}}); });
    if (!entries)
        return std::unexpected(entries.error());
    const auto notes =
        d->eachRow(u"SELECT entry, kind, paragraph, text FROM note ORDER BY entry, position"_s, [&](const auto &row) {
            if (row.number(0) >= 0 && row.number(0) < text.entries.size())
                text.entries[row.number(0)].notes.append(
                    {noteKindFromName(row.text(1)), int(row.number(2)), row.text(3)});
        });
    if (!notes)
        return std::unexpected(notes.error());
    const auto others =
        d->eachRow(u"SELECT place, paragraph, text FROM other ORDER BY position"_s, [&](const auto &row) {
            text.others.append({placeFromName(row.text(0)), int(row.number(1)), row.text(2)});
        });
    if (!others)
        return std::unexpected(others.error());
    return text;
}

QString databaseBeside(const QString &registerPath)
{
    return QFileInfo(registerPath).absoluteDir().filePath(fileName);
}

QString defaultDatabase()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"clearway/"_s + fileName);
}

} // namespace clearway::official
