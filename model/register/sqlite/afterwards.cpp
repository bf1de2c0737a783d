// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What follows a result: reviews and the supply log. Both only grow.

namespace clearway::cases::sqlite {

Result<qint64> SqliteRegister::nextNumber(const QString &table, const CaseId &id) const
{
    // The name of the table is the program's own.
    Statement last(m_connection, u"SELECT coalesce(max(number), 0) + 1 FROM %1 WHERE case_id = ?"_s.arg(table));
    last.bind(id.value);
    if (const Result<bool> row = last.next(); !row)
        return std::unexpected(row.error());
    return last.number(0);
}

Result<Saved> SqliteRegister::recordReview(const CaseId &id, int revision, const QString &fingerprint,
                                           const assessment::Review &review, Expected expected)
{
    return changeCase(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, revision);
        if (!content)
            return std::unexpected(content.error());
        Statement filed(m_connection, u"SELECT state, fingerprint FROM revisions WHERE case_id = ? AND revision = ?"_s);
        filed.bind(id.value).bind(content->revision);
        if (const Result<bool> row = filed.next(); !row)
            return std::unexpected(row.error());
        if (filed.text(0) != "finished"_L1)
            return fail(RegisterError::Kind::Invalid, u"revision %1 is not finished"_s.arg(content->revision));
        if (filed.text(1) != fingerprint)
            return fail(RegisterError::Kind::Conflict, u"what was reviewed is not what is filed"_s);
        const QStringList problems = assessment::problemsIn(review, content->about.assessor, m_clock.nowUtc().date());
        if (!problems.isEmpty())
            return fail(RegisterError::Kind::Invalid, problems.join(u' '));
        const Result<qint64> number = nextNumber(u"reviews"_s, id);
        if (!number)
            return std::unexpected(number.error());
        const FiledReview made{static_cast<int>(*number), content->revision, {}, m_who, fingerprint, review};
        Statement insert(m_connection,
                         u"INSERT INTO reviews (case_id, number, revision, at, who, fingerprint, finding, name, "
                         "role, reviewed, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        insert.bind(id.value).bind(*number).bind(made.revision).bind(line.now).bind(m_who).bind(fingerprint);
        insert.bind(assessment::reviewFindingName(review.finding)).bind(review.name).bind(review.role);
        insert.bind(dayToText(review.on)).bind(review.note);
        if (const Result<qint64> inserted = insert.run(); !inserted)
            return std::unexpected(inserted.error());
        return Change{u"record-review"_s, QJsonValue(), reviewToJson(made)};
    });
}

Result<QList<FiledReview>> SqliteRegister::reviews(const CaseId &id, int revision) const
{
    QString sql = u"SELECT number, revision, at, who, fingerprint, finding, name, role, reviewed, note FROM reviews "
                  "WHERE case_id = ?"_s;
    if (revision != 0)
        sql += " AND revision = ?"_L1;
    sql += " ORDER BY number"_L1;
    Statement statement(m_connection, sql);
    statement.bind(id.value);
    if (revision != 0)
        statement.bind(revision);
    QList<FiledReview> found;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        const auto finding = assessment::reviewFindingFromName(statement.text(5));
        if (!finding)
            return fail(RegisterError::Kind::Damaged, u"a review of case %1 has no known finding"_s.arg(id.value));
        found.append(
            {static_cast<int>(statement.number(0)),
             static_cast<int>(statement.number(1)),
             timeFromText(statement.text(2)),
             statement.text(3),
             statement.text(4),
             {*finding, statement.text(6), statement.text(7), dayFromText(statement.text(8)), statement.text(9)}});
    }
    if (!row)
        return std::unexpected(row.error());
    return found;
}

Result<Saved> SqliteRegister::logSupply(const CaseId &id, const assessment::SupplyEntry &entry, int replaces,
                                        Expected expected)
{
    return appendToLog(id, expected, replaces,
                       [&](const QList<assessment::LoggedSupply> &) -> Result<assessment::LoggedSupply> {
                           const QStringList problems = assessment::problemsIn(entry);
                           if (!problems.isEmpty())
                               return fail(RegisterError::Kind::Invalid, problems.join(u' '));
                           return assessment::LoggedSupply{0, {}, m_who, replaces, false, entry};
                       });
}

Result<Saved> SqliteRegister::strikeSupply(const CaseId &id, int number, const QString &reason, Expected expected)
{
    return appendToLog(id, expected, number,
                       [&](const QList<assessment::LoggedSupply> &log) -> Result<assessment::LoggedSupply> {
                           if (reason.trimmed().isEmpty())
                               return fail(RegisterError::Kind::Invalid, u"no reason was given"_s);
                           const auto struck = std::ranges::find(log, number, &assessment::LoggedSupply::number);
                           if (struck == log.cend())
                               return fail(RegisterError::Kind::NotFound, u"entry %1 of the supply log"_s.arg(number));
                           assessment::SupplyEntry entry = struck->entry;
                           entry.note = reason;
                           return assessment::LoggedSupply{0, {}, m_who, number, true, entry};
                       });
}

Result<Saved> SqliteRegister::appendToLog(const CaseId &id, Expected expected, int replaces, const Entry &make)
{
    return changeCase(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<QList<assessment::LoggedSupply>> log = supplyLog(id);
        if (!log)
            return std::unexpected(log.error());
        if (replaces != 0) {
            const auto old = std::ranges::find(*log, replaces, &assessment::LoggedSupply::number);
            if (old == log->cend())
                return fail(RegisterError::Kind::NotFound, u"entry %1 of the supply log"_s.arg(replaces));
            if (old->struck || assessment::isReplaced(*old, *log))
                return fail(RegisterError::Kind::Conflict, u"entry %1 was replaced or struck already"_s.arg(replaces));
        }
        Result<assessment::LoggedSupply> made = make(*log);
        if (!made)
            return std::unexpected(made.error());
        const Result<qint64> number = nextNumber(u"supply_log"_s, id);
        if (!number)
            return std::unexpected(number.error());
        made->number = static_cast<int>(*number);
        const assessment::SupplyEntry &entry = made->entry;
        Statement insert(m_connection,
                         u"INSERT INTO supply_log (case_id, number, at, who, replaces, struck, goods, permit, "
                         "recipient, from_day, until_day, how, note) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        insert.bind(id.value).bind(*number).bind(line.now).bind(m_who);
        if (replaces != 0)
            insert.bind(qint64(replaces));
        else
            insert.bindNull();
        insert.bind(qint64(made->struck)).bind(entry.goods).bind(entry.permit).bind(entry.recipient);
        insert.bind(dayToText(entry.from)).bind(dayToText(entry.until)).bind(entry.how).bind(entry.note);
        if (const Result<qint64> inserted = insert.run(); !inserted)
            return std::unexpected(inserted.error());
        return Change{u"log-supply"_s, QJsonValue(), supplyToJson(*made)};
    });
}

Result<QList<assessment::LoggedSupply>> SqliteRegister::supplyLog(const CaseId &id) const
{
    Statement statement(m_connection, u"SELECT number, at, who, replaces, struck, goods, permit, recipient, from_day, "
                                      "until_day, how, note FROM supply_log WHERE case_id = ? ORDER BY number"_s);
    statement.bind(id.value);
    QList<assessment::LoggedSupply> log;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        log.append({static_cast<int>(statement.number(0)),
                    timeFromText(statement.text(1)),
                    statement.text(2),
                    static_cast<int>(statement.number(3)),
                    statement.number(4) != 0,
                    {statement.text(5), statement.text(6), statement.text(7), dayFromText(statement.text(8)),
                     dayFromText(statement.text(9)), statement.text(10), statement.text(11)}});
    }
    if (!row)
        return std::unexpected(row.error());
    return log;
}

} // namespace clearway::cases::sqlite
