// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/canonicaljson.h"
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

using namespace Qt::StringLiterals;

// The frame of every saving call: one transaction, the change, its audit row, its link in the register's chain.

namespace clearway::cases::sqlite {

namespace {

Result<void> ran(const Result<qint64> &rows)
{
    if (!rows)
        return std::unexpected(rows.error());
    return {};
}

} // namespace

QString SqliteRegister::nowText() const
{
    return timeToText(m_clock.nowUtc());
}

Result<std::optional<SqliteRegister::CaseLine>> SqliteRegister::caseLine(const CaseId &id) const
{
    Statement statement(m_connection,
                        u"SELECT reference, title, changed, revision, state, removed FROM cases WHERE id = ?"_s);
    statement.bind(id.value);
    const Result<bool> row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    CaseLine line;
    line.id = id;
    line.reference = statement.text(0);
    line.title = statement.text(1);
    line.changed = statement.text(2);
    line.revision = static_cast<int>(statement.number(3));
    line.draft = statement.text(4) == "draft"_L1;
    line.removed = statement.number(5) != 0;
    line.now = nowText();

    Statement last(m_connection,
                   u"SELECT sequence, hash FROM audit WHERE case_id = ? ORDER BY sequence DESC LIMIT 1"_s);
    last.bind(id.value);
    const Result<bool> lastRow = last.next();
    if (!lastRow)
        return std::unexpected(lastRow.error());
    if (!*lastRow)
        return fail(RegisterError::Kind::Damaged, u"case %1 has no audit"_s.arg(id.value));
    line.sequence = last.number(0);
    line.head = last.text(1);
    return line;
}

Result<Saved> SqliteRegister::changeCase(const CaseId &id, Expected expected, const Work &work)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return std::unexpected(begun.error());
    const Result<std::optional<CaseLine>> line = caseLine(id);
    if (!line)
        return std::unexpected(line.error());
    if (!*line || (*line)->removed)
        return fail(RegisterError::Kind::NotFound, u"case %1"_s.arg(id.value));
    if (expected && *expected != (*line)->sequence)
        return fail(RegisterError::Kind::Conflict,
                    u"change %1 was expected to be the last, but it is %2"_s.arg(*expected).arg((*line)->sequence));
    const Result<std::optional<Change>> change = work(**line);
    if (!change)
        return std::unexpected(change.error());
    if (!*change)
        return Saved{(*line)->sequence, timeFromText((*line)->changed), (*line)->head};
    const Result<Saved> saved = append(**line, **change);
    if (!saved)
        return saved;
    if (Result<void> repeated = repeatInCase(**line); !repeated)
        return std::unexpected(repeated.error());
    if (Result<void> committed = transaction.commit(); !committed)
        return std::unexpected(committed.error());
    return saved;
}

Result<Saved> SqliteRegister::changeDraft(const CaseId &id, Expected expected, const Work &work)
{
    return changeCase(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        if (!line.draft)
            return fail(RegisterError::Kind::Finished, u"revision %1 of %2"_s.arg(line.revision).arg(line.reference));
        return work(line);
    });
}

Result<QString> SqliteRegister::head(qint64 *sequence) const
{
    Statement last(m_connection, u"SELECT sequence, head FROM heads ORDER BY sequence DESC LIMIT 1"_s);
    const Result<bool> row = last.next();
    if (!row)
        return std::unexpected(row.error());
    if (*row) {
        if (sequence)
            *sequence = last.number(0);
        return last.text(1);
    }
    if (sequence)
        *sequence = 0;
    Statement first(m_connection, u"SELECT id, created FROM register"_s);
    const Result<bool> firstRow = first.next();
    if (!firstRow)
        return std::unexpected(firstRow.error());
    if (!*firstRow)
        return fail(RegisterError::Kind::Damaged, u"the register has lost its id"_s);
    return genesis(first.text(0), first.text(1));
}

Result<Saved> SqliteRegister::append(const CaseLine &line, const Change &change)
{
    AuditRow row{line.id,      line.sequence + 1, timeFromText(line.now),
                 m_who,        change.what,       change.before,
                 change.after, line.head,         {}};
    row.hash = hashOf(row);
    const auto textOrNull = [](const QJsonValue &value) {
        return value.isNull() || value.isUndefined() ? QString() : canonicalText(value);
    };
    Statement insert(m_connection,
                     u"INSERT INTO audit (case_id, sequence, at, who, what, before, after, previous, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(row.id.value).bind(row.sequence).bind(line.now).bind(row.who).bind(row.what);
    insert.bindOrNull(textOrNull(row.before)).bindOrNull(textOrNull(row.after)).bind(row.previous).bind(row.hash);
    if (Result<void> inserted = ran(insert.run()); !inserted)
        return std::unexpected(inserted.error());

    if (Result<void> linked = linkHead(row.id, row.sequence, row.hash); !linked)
        return std::unexpected(linked.error());
    return Saved{row.sequence, row.when, row.hash};
}

Result<void> SqliteRegister::linkHead(const CaseId &id, qint64 sequence, const QString &hash)
{
    HeadRow link;
    const Result<QString> previous = head(&link.sequence);
    if (!previous)
        return std::unexpected(previous.error());
    link.sequence += 1;
    link.id = id;
    link.caseSequence = sequence;
    link.caseHead = hash;
    link.previous = *previous;
    link.head = hashOf(link);
    Statement chain(m_connection, u"INSERT INTO heads (sequence, case_id, case_sequence, case_head, previous, head) "
                                  "VALUES (?, ?, ?, ?, ?, ?)"_s);
    chain.bind(link.sequence)
        .bind(link.id.value)
        .bind(link.caseSequence)
        .bind(link.caseHead)
        .bind(link.previous)
        .bind(link.head);
    return ran(chain.run());
}

Result<void> SqliteRegister::repeatInCase(const CaseLine &line)
{
    Statement current(m_connection, u"SELECT revision, title, state, outcome, imported FROM revisions "
                                    "WHERE case_id = ? ORDER BY revision DESC LIMIT 1"_s);
    current.bind(line.id.value);
    const Result<bool> row = current.next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row) {
        Statement remove(m_connection, u"UPDATE cases SET revision = 0, removed = 1, changed = ? WHERE id = ?"_s);
        return ran(remove.bind(line.now).bind(line.id.value).run());
    }
    Statement repeat(m_connection, u"UPDATE cases SET revision = ?, title = ?, search = ?, state = ?, outcome = ?, "
                                   "imported = ?, changed = ?, removed = 0 WHERE id = ?"_s);
    const QString title = current.text(1);
    repeat.bind(current.number(0))
        .bind(title)
        .bind(searchText(title, line.reference))
        .bind(current.text(2))
        .bind(current.text(3))
        .bind(current.number(4))
        .bind(line.now)
        .bind(line.id.value);
    return ran(repeat.run());
}

Result<void> SqliteRegister::insertCase(const CaseLine &line, bool imported)
{
    Statement insert(m_connection,
                     u"INSERT INTO cases (id, reference, title, search, state, outcome, revision, started, changed, "
                     "imported, removed) VALUES (?, ?, ?, ?, 'draft', '', ?, ?, ?, ?, 0)"_s);
    insert.bind(line.id.value)
        .bind(line.reference)
        .bind(line.title)
        .bind(searchText(line.title, line.reference))
        .bind(line.revision)
        .bind(line.now)
        .bind(line.now)
        .bind(qint64(imported));
    return ran(insert.run());
}

Result<void> SqliteRegister::insertRevision(const CaseLine &line, const CaseContent &content, bool imported)
{
    Statement insert(m_connection,
                     u"INSERT INTO revisions (case_id, revision, state, title, outcome, imported, started, about, "
                     "structure, catalogue_hash, catalogue_version) VALUES (?, ?, 'draft', ?, '', ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(line.id.value).bind(content.revision).bind(content.title).bind(qint64(imported)).bind(line.now);
    insert.bind(canonicalText(aboutToJson(content.about))).bind(canonicalText(structureToJson(content.structure)));
    insert.bind(content.catalogueHash).bind(content.catalogueVersion);
    if (Result<void> inserted = ran(insert.run()); !inserted)
        return inserted;
    for (const SavedAnswer &answer : content.answers) {
        if (Result<void> inserted = insertAnswer(line.id, content.revision, answer); !inserted)
            return inserted;
    }
    return {};
}

Result<void> SqliteRegister::insertAnswer(const CaseId &id, int revision, const SavedAnswer &answer)
{
    Statement insert(m_connection,
                     u"INSERT INTO answers (case_id, revision, fact, holder, point, value, note, source, said_by, "
                     "another_look) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (case_id, revision, fact, holder, point) DO UPDATE SET value = excluded.value, "
                     "note = excluded.note, source = excluded.source, said_by = excluded.said_by, "
                     "another_look = excluded.another_look"_s);
    insert.bind(id.value).bind(revision).bind(answer.key.fact).bind(answer.key.holder).bind(answer.key.point);
    insert.bind(canonicalText(answer.value)).bind(answer.note).bind(answer.source).bind(answer.saidBy);
    return ran(insert.bind(qint64(answer.needsAnotherLook)).run());
}

Result<void> SqliteRegister::deleteAnswer(const CaseId &id, int revision, const reasoning::FactKey &key)
{
    Statement remove(m_connection, u"DELETE FROM answers WHERE case_id = ? AND revision = ? AND fact = ? "
                                   "AND holder = ? AND point = ?"_s);
    return ran(remove.bind(id.value).bind(revision).bind(key.fact).bind(key.holder).bind(key.point).run());
}

Result<void> SqliteRegister::setColumns(const CaseLine &line, const QString &sql, const QStringList &values)
{
    Statement update(m_connection, u"UPDATE revisions SET "_s + sql + u" WHERE case_id = ? AND revision = ?"_s);
    for (const QString &value : values)
        update.bind(value);
    return ran(update.bind(line.id.value).bind(line.revision).run());
}

} // namespace clearway::cases::sqlite
