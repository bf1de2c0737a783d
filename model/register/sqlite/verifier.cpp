// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/verifier.h"

#include "model/assessment/canonicaljson.h"
#include "model/register/casejson.h"
#include "model/register/sqlite/archive.h"
#include "model/register/sqlite/migration.h"
#include "model/register/sqlite/readings.h"

#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

/// The columns of a table that belong to a case; the first is always the case's id. A hash stands for the document.
struct CaseTable {
    QString name;
    QString idColumn;
    QStringList columns;
};

const QList<CaseTable> caseTables = {
    {u"cases"_s,
     u"id"_s,
     {u"id"_s, u"reference"_s, u"title"_s, u"search"_s, u"state"_s, u"outcome"_s, u"revision"_s, u"started"_s,
      u"changed"_s, u"imported"_s, u"removed"_s}},
    {u"revisions"_s,
     u"case_id"_s,
     {u"revision"_s, u"state"_s, u"title"_s, u"outcome"_s, u"imported"_s, u"started"_s, u"shown"_s, u"about"_s,
      u"structure"_s, u"catalogue_hash"_s, u"catalogue_version"_s, u"finished"_s, u"fingerprint"_s, u"document"_s}},
    {u"answers"_s,
     u"case_id"_s,
     {u"revision"_s, u"fact"_s, u"holder"_s, u"point"_s, u"value"_s, u"note"_s, u"source"_s, u"said_by"_s,
      u"another_look"_s}},
    {u"late_changes"_s,
     u"case_id"_s,
     {u"revision"_s, u"number"_s, u"at"_s, u"fact"_s, u"holder"_s, u"point"_s, u"before"_s, u"after"_s, u"reason"_s}},
    {u"reviews"_s,
     u"case_id"_s,
     {u"number"_s, u"revision"_s, u"at"_s, u"who"_s, u"fingerprint"_s, u"finding"_s, u"name"_s, u"role"_s,
      u"reviewed"_s, u"note"_s}},
    {u"supply_log"_s,
     u"case_id"_s,
     {u"number"_s, u"at"_s, u"who"_s, u"replaces"_s, u"struck"_s, u"goods"_s, u"permit"_s, u"recipient"_s,
      u"from_day"_s, u"until_day"_s, u"how"_s, u"note"_s}},
};

QString keyOf(const QString &table, const TableRow &row)
{
    const int revision = row["revision"_L1].toString().toInt();
    if (table == "revisions"_L1)
        return revisionKey(revision);
    if (table == "answers"_L1)
        return answerKey(revision,
                         {row["fact"_L1].toString(), row["holder"_L1].toString(), row["point"_L1].toString().toInt()});
    if (table == "late_changes"_L1)
        return lateChangeKey(revision, row["number"_L1].toString().toInt());
    if (table == "reviews"_L1 || table == "supply_log"_L1)
        return numberKey(row["number"_L1].toString().toInt());
    return {};
}

} // namespace

Verifier::Verifier(const Connection &connection, const Progress &progress)
    : m_connection(connection)
    , m_progress(progress)
{}

void Verifier::report(const QString &table, const QString &row, const QString &what)
{
    m_found.problems.append({table, row, what});
}

bool Verifier::goOn()
{
    if (!m_cancelled && m_progress && !m_progress(m_done, m_total))
        m_cancelled = true;
    return !m_cancelled;
}

void Verifier::forEach(Statement &statement, const QString &table, const QString &row,
                       const std::function<void()> &each)
{
    Result<bool> step = statement.next();
    for (; step && *step; step = statement.next())
        each();
    if (!step)
        report(table, row, u"cannot be read: %1"_s.arg(step.error().detail));
}

Result<Verification> Verifier::run()
{
    Statement total(m_connection, u"SELECT count(*) FROM audit"_s);
    forEach(total, u"audit"_s, {}, [&] { m_total = total.number(0); });
    checkFile();
    checkSchema();
    checkHeads();
    const QStringList ids = caseIds();
    for (const QString &id : ids) {
        if (!goOn())
            return std::unexpected(m_connection.error(RegisterError::Kind::Cancelled));
        checkCase(id);
    }
    checkCatalogues();
    checkReadings();
    // What the heads name and no case had.
    for (auto left = m_linked.cbegin(); left != m_linked.cend(); ++left) {
        for (auto row = left->cbegin(); row != left->cend(); ++row)
            report(left.key() == readingsInChain ? QString(readingsInChain) : u"audit"_s,
                   u"%1/%2"_s.arg(left.key()).arg(row.key()), u"is missing, though the register's chain names it"_s);
    }
    if (m_progress)
        m_progress(m_total, m_total);
    return m_found;
}

void Verifier::checkFile()
{
    Statement integrity(m_connection, u"PRAGMA integrity_check(100)"_s);
    forEach(integrity, u"file"_s, {}, [&] {
        if (integrity.text(0) != "ok"_L1)
            report(u"file"_s, {}, integrity.text(0));
    });
    Statement references(m_connection, u"PRAGMA foreign_key_check"_s);
    forEach(references, u"file"_s, {}, [&] {
        report(references.text(0), references.text(1),
               u"refers to a row of %1 that is missing"_s.arg(references.text(2)));
    });
}

void Verifier::checkSchema()
{
    // What the steps of the schema make in an empty database is what has to stand here.
    const QString sql = u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"_s;
    const auto schemaOf = [&](const Connection &connection) {
        QMap<QString, QString> schema;
        Statement statement(connection, sql);
        forEach(statement, u"schema"_s, {}, [&] {
            schema.insert(u"%1 %2 of %3"_s.arg(statement.text(0), statement.text(1), statement.text(2)),
                          statement.text(3));
        });
        return schema;
    };
    Connection fresh;
    if (Result<void> opened = fresh.open(u":memory:"_s, Connection::Access::ReadWrite, 0); !opened)
        return report(u"schema"_s, {}, opened.error().detail);
    if (Result<void> made = migrate(fresh, QDateTime::fromMSecsSinceEpoch(0, QTimeZone::UTC)); !made)
        return report(u"schema"_s, {}, made.error().detail);
    const QMap<QString, QString> expected = schemaOf(fresh);
    const QMap<QString, QString> found = schemaOf(m_connection);
    for (auto part = expected.cbegin(); part != expected.cend(); ++part) {
        if (!found.contains(part.key()))
            report(u"schema"_s, part.key(), u"is missing"_s);
        else if (found[part.key()] != part.value())
            report(u"schema"_s, part.key(), u"is not what this version makes"_s);
    }
    for (auto part = found.cbegin(); part != found.cend(); ++part) {
        // SQLite keeps statistics of its own where somebody asked for them.
        if (!expected.contains(part.key()) && !part.key().contains(" sqlite_stat"_L1))
            report(u"schema"_s, part.key(), u"does not belong here"_s);
    }
    const Result<FileState> state = fileState(m_connection);
    if (!state)
        report(u"file"_s, {}, state.error().detail);
    else if (state->applicationId != applicationId || state->version != currentVersion())
        report(u"file"_s, {}, u"its mark or version was changed while it was open"_s);
}

void Verifier::checkHeads()
{
    QString previous;
    int rows = 0;
    Statement origin(m_connection, u"SELECT id, created FROM register"_s);
    forEach(origin, u"register"_s, {}, [&] {
        ++rows;
        previous = genesis(origin.text(0), origin.text(1));
    });
    if (rows != 1)
        report(u"register"_s, {}, u"holds %1 rows instead of one"_s.arg(rows));

    qint64 sequence = 0;
    Statement heads(
        m_connection,
        u"SELECT sequence, case_id, case_sequence, case_head, previous, head FROM heads ORDER BY sequence"_s);
    forEach(heads, u"heads"_s, {}, [&] {
        const HeadRow row{heads.number(0), {heads.text(1)}, heads.number(2),
                          heads.text(3),   heads.text(4),   heads.text(5)};
        const QString name = QString::number(row.sequence);
        if (row.sequence != ++sequence)
            report(u"heads"_s, name, u"was expected to be number %1"_s.arg(sequence));
        sequence = row.sequence;
        if (row.previous != previous)
            report(u"heads"_s, name, u"does not continue the chain: its previous head is another"_s);
        if (row.head != hashOf(row))
            report(u"heads"_s, name, u"its hash does not match its content"_s);
        if (m_linked[row.id.value].contains(row.caseSequence))
            report(u"heads"_s, name, u"names a change that another head names"_s);
        m_linked[row.id.value].insert(row.caseSequence, row.caseHead);
        previous = row.head;
    });
    m_found.head = previous;
}

QStringList Verifier::caseIds()
{
    QSet<QString> ids;
    for (const QString &sql :
         {u"SELECT id FROM cases"_s, u"SELECT DISTINCT case_id FROM audit"_s,
          u"SELECT DISTINCT case_id FROM revisions"_s, u"SELECT DISTINCT case_id FROM answers"_s,
          u"SELECT DISTINCT case_id FROM late_changes"_s, u"SELECT DISTINCT case_id FROM reviews"_s,
          u"SELECT DISTINCT case_id FROM supply_log"_s}) {
        Statement statement(m_connection, sql);
        forEach(statement, u"cases"_s, {}, [&] { ids.insert(statement.text(0)); });
    }
    QStringList sorted(ids.cbegin(), ids.cend());
    sorted.sort();
    return sorted;
}

void Verifier::checkCase(const QString &id)
{
    ++m_found.cases;
    CaseReplay replay;
    QString previous = noPrevious();
    qint64 sequence = 0;
    Statement audit(m_connection, u"SELECT sequence, at, who, what, before, after, previous, hash FROM audit "
                                  "WHERE case_id = ? ORDER BY sequence"_s);
    audit.bind(id);
    forEach(audit, u"audit"_s, id, [&] {
        ++m_found.auditRows;
        ++m_done;
        const QString name = u"%1/%2"_s.arg(id).arg(audit.number(0));
        AuditRow row{{id},          audit.number(0), timeFromText(audit.text(1)), audit.text(2), audit.text(3), {}, {},
                     audit.text(6), audit.text(7)};
        if (row.sequence != ++sequence)
            report(u"audit"_s, name, u"was expected to be number %1"_s.arg(sequence));
        sequence = row.sequence;
        if (!row.when.isValid())
            report(u"audit"_s, name, u"its time is not one that the register writes"_s);
        for (const int column : {4, 5}) {
            if (audit.isNull(column))
                continue;
            const QString text = audit.text(column);
            const std::optional<QJsonValue> value = valueFromText(text);
            if (!value || canonicalText(*value) != text)
                report(u"audit"_s, name, u"what it was before or after is not canonical JSON"_s);
            (column == 4 ? row.before : row.after) = value.value_or(QJsonValue());
        }
        if (row.previous != previous)
            report(u"audit"_s, name, u"does not continue the chain: its previous hash is another"_s);
        if (row.hash != hashOf(row))
            report(u"audit"_s, name, u"its hash does not match its content"_s);
        if (m_linked[id].take(row.sequence) != row.hash)
            report(u"audit"_s, name, u"the register's chain does not name it"_s);
        previous = row.hash;
        if (const CaseReplay::Done applied = replay.apply(row); !applied)
            report(u"audit"_s, name, applied.error());
    });
    checkTables(id, replay.rows());
}

void Verifier::readTable(Tables &tables, const QString &table, const QString &id)
{
    const auto found = std::ranges::find(caseTables, table, &CaseTable::name);
    Statement statement(m_connection, u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(found->columns.join(", "_L1), found->name,
                                                                              found->idColumn));
    statement.bind(id);
    forEach(statement, table, id, [&] {
        TableRow row;
        for (int column = 0; column < found->columns.size(); ++column) {
            const QString &name = found->columns[column];
            QJsonValue value;
            if (!statement.isNull(column))
                value = name == "document"_L1 ? assessment::sha256Hex(statement.bytes(column)) : statement.text(column);
            row.insert(name, value);
        }
        const QString key = keyOf(table, row);
        if (tables.contains({table, key}))
            report(table, id + u'/' + key, u"is there twice"_s);
        tables.insert({table, key}, row);
        if (table != "revisions"_L1 || statement.isNull(static_cast<int>(found->columns.size()) - 1))
            return;
        ++m_found.documents;
        const QByteArray document = statement.bytes(static_cast<int>(found->columns.size()) - 1);
        const std::expected<QString, QString> fingerprint = fingerprintOf(document);
        if (!fingerprint)
            report(table, id + u'/' + key, u"its document is %1"_s.arg(fingerprint.error()));
        else if (*fingerprint != row["fingerprint"_L1].toString()
                 || QJsonDocument::fromJson(document).object()["fingerprint"_L1].toString() != *fingerprint)
            report(table, id + u'/' + key, u"its document's fingerprint does not match the document"_s);
    });
}

void Verifier::checkTables(const QString &id, const Tables &expected)
{
    Tables found;
    for (const CaseTable &table : caseTables)
        readTable(found, table.name, id);
    const auto nameOf = [&](const RowName &name) { return name.key.isEmpty() ? id : id + u'/' + name.key; };
    for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
        const auto held = found.constFind(row.key());
        if (held == found.cend()) {
            report(row.key().table, nameOf(row.key()), u"is missing, though the audit has it"_s);
            continue;
        }
        QStringList differing;
        for (auto column = row->constBegin(); column != row->constEnd(); ++column) {
            if ((*held)[column.key()] != column.value())
                differing << column.key();
        }
        if (!differing.isEmpty())
            report(row.key().table, nameOf(row.key()),
                   u"differs from what the audit says in %1"_s.arg(differing.join(", "_L1)));
    }
    for (auto row = found.cbegin(); row != found.cend(); ++row) {
        if (!expected.contains(row.key()))
            report(row.key().table, nameOf(row.key()), u"is there, though the audit does not have it"_s);
    }
}

void Verifier::checkCatalogues()
{
    Statement statement(m_connection, u"SELECT hash, version, archived, content, sources FROM catalogues"_s);
    forEach(statement, u"catalogues"_s, {}, [&] {
        const QByteArray sources = statement.bytes(4);
        if (archiveHash(statement.text(0), statement.text(1), statement.text(2), sources) != statement.text(3))
            report(u"catalogues"_s, statement.text(0), u"its hash does not match its content"_s);
        else if (!uncompressed(sources))
            report(u"catalogues"_s, statement.text(0), u"cannot be uncompressed"_s);
    });
}

void Verifier::checkReadings()
{
    QString previous = noPrevious();
    qint64 sequence = 0;
    const QString table = readingsInChain;
    Statement statement(m_connection, readingsQuery());
    forEach(statement, table, {}, [&] {
        const QString name = QString::number(statement.number(0));
        if (statement.number(0) != ++sequence)
            report(table, name, u"was expected to be number %1"_s.arg(sequence));
        sequence = statement.number(0);
        if (statement.text(7) != previous)
            report(table, name, u"does not continue the chain: its previous hash is another"_s);
        previous = statement.text(8);
        if (m_linked[table].take(sequence) != previous)
            report(table, name, u"the register's chain does not name it"_s);
        const auto event = readingIn(statement);
        if (!event)
            report(table, name, event.error());
        else if (event->hash != hashOf(*event))
            report(table, name, u"its hash does not match its content"_s);
    });
}

} // namespace clearway::cases::sqlite
