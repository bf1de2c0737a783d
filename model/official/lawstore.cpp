// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/officialstore_p.h"
#include "model/register/sqlite/statement.h"

using namespace Qt::StringLiterals;

// Acts, regulations and other instruments in the user's database.

namespace clearway::official {

namespace {

/// Runs a statement that gives no rows.
cases::Result<void> ran(sqlite::Statement &statement)
{
    if (const auto done = statement.run(); !done)
        return std::unexpected(done.error());
    return {};
}

cases::Result<void> removeLaw(const sqlite::Connection &connection, const Instrument &instrument)
{
    sqlite::Statement select(connection, u"SELECT id FROM law WHERE title = ? AND compilation = ?"_s);
    const auto row = select.bind(instrument.title).bind(instrument.compilation).next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return {};
    const qint64 id = select.number(0);
    if (const auto end = select.next(); !end)
        return std::unexpected(end.error());
    for (const QString &sql : {u"DELETE FROM section_line WHERE law = ?"_s, u"DELETE FROM section WHERE law = ?"_s,
                               u"DELETE FROM law WHERE id = ?"_s}) {
        sqlite::Statement remove(connection, sql);
        if (const auto done = ran(remove.bind(id)); !done)
            return done;
    }
    return {};
}

cases::Result<qint64> insertLaw(const sqlite::Connection &connection, const Instrument &instrument)
{
    sqlite::Statement insert(connection,
                             u"INSERT INTO law (title, compilation, compiled, register_id, made, format, file_name, "
                             "sha256, imported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(instrument.title).bind(instrument.compilation).bind(instrument.compiled.toString(Qt::ISODate));
    insert.bind(instrument.registerId).bind(instrument.made.toString(Qt::ISODate)).bind(instrument.format);
    insert.bind(instrument.fileName).bind(instrument.sha256).bind(instrument.imported.toUTC().toString(Qt::ISODate));
    if (const auto done = ran(insert); !done)
        return std::unexpected(done.error());
    sqlite::Statement id(connection, u"SELECT last_insert_rowid()"_s);
    const auto row = id.next();
    if (!row)
        return std::unexpected(row.error());
    return id.number(0);
}

cases::Result<bool> insertSections(const sqlite::Connection &connection, qint64 law, const LawText &text,
                                   const Control &control)
{
    for (qsizetype i = 0; i < text.sections.size(); ++i) {
        if (control.stopped())
            return false;
        const LawSection &section = text.sections[i];
        sqlite::Statement insert(connection, u"INSERT INTO section (law, position, number, heading, path, in_schedule) "
                                             "VALUES (?, ?, ?, ?, ?, ?)"_s);
        insert.bind(law).bind(qint64(i)).bind(section.number).bind(section.heading).bind(section.path.join(u'\n'));
        if (const auto done = ran(insert.bind(qint64(section.inSchedule))); !done)
            return std::unexpected(done.error());
        for (qsizetype k = 0; k < section.lines.size(); ++k) {
            const LawLine &line = section.lines[k];
            sqlite::Statement add(connection, u"INSERT INTO section_line (law, section, position, label, place, text) "
                                              "VALUES (?, ?, ?, ?, ?, ?)"_s);
            add.bind(law).bind(qint64(i)).bind(qint64(k)).bind(line.label).bind(line.place).bind(line.text);
            if (const auto done = ran(add); !done)
                return std::unexpected(done.error());
        }
    }
    return true;
}

} // namespace

Result<void> OfficialStore::keep(const LawText &text, const Control &control)
{
    const auto done = d->write(control, [&]() -> cases::Result<bool> {
        if (!d->hasLaw) {
            if (const auto made = runScript(d->connection, u"law.sql"_s); !made)
                return std::unexpected(made.error());
        }
        if (const auto removed = removeLaw(d->connection, text.instrument); !removed)
            return std::unexpected(removed.error());
        const auto law = insertLaw(d->connection, text.instrument);
        if (!law)
            return std::unexpected(law.error());
        return insertSections(d->connection, *law, text, control);
    });
    d->hasLaw = d->hasLaw || done;
    return done;
}

Result<QList<LawText>> OfficialStore::laws() const
{
    QList<LawText> laws;
    if (!d->hasLaw)
        return laws;
    QHash<qint64, qsizetype> at; // by id
    const auto instruments = d->eachRow(
        u"SELECT id, title, compilation, compiled, register_id, made, format, file_name, sha256, imported FROM law "
        "ORDER BY title, compilation"_s,
        [&](const auto &row) {
            Instrument instrument;
            instrument.title = row.text(1);
            instrument.compilation = row.text(2);
            instrument.compiled = QDate::fromString(row.text(3), Qt::ISODate);
            instrument.registerId = row.text(4);
            instrument.made = QDate::fromString(row.text(5), Qt::ISODate);
            instrument.format = row.text(6);
            instrument.fileName = row.text(7);
            instrument.sha256 = row.text(8);
            instrument.imported = QDateTime::fromString(row.text(9), Qt::ISODate);
            at.insert(row.number(0), laws.size());
            laws.append({instrument, {}});
        });
    if (!instruments)
        return std::unexpected(instruments.error());
    const auto sections = d->eachRow(
        u"SELECT law, number, heading, path, in_schedule FROM section ORDER BY law, position"_s, [&](const auto &row) {
            if (const auto law = at.constFind(row.number(0)); law != at.cend())
                laws[*law].sections.append(
                    {row.text(1), row.text(2), row.text(3).split(u'\n', Qt::SkipEmptyParts), row.number(4) != 0, {}});
        });
    if (!sections)
        return std::unexpected(sections.error());
    const auto lines =
        d->eachRow(u"SELECT law, section, label, place, text FROM section_line ORDER BY law, section, position"_s,
                   [&](const auto &row) {
                       const auto law = at.constFind(row.number(0));
                       if (law != at.cend() && row.number(1) >= 0 && row.number(1) < laws[*law].sections.size())
                           laws[*law].sections[row.number(1)].lines.append({row.text(2), row.text(3), row.text(4)});
                   });
    if (!lines)
        return std::unexpected(lines.error());
    return laws;
}

} // namespace clearway::official
