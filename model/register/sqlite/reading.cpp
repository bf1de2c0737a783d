// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

const QString summaryColumns = u"id, reference, title, state, outcome, revision, started, changed, imported"_s;

CaseSummary summaryIn(const Statement &row)
{
    return {{row.text(0)},
            row.text(1),
            row.text(2),
            stateFromName(row.text(3)).value_or(assessment::State::Draft),
            row.text(4),
            static_cast<int>(row.number(5)),
            timeFromText(row.text(6)),
            timeFromText(row.text(7)),
            row.number(8) != 0};
}

/// For LIKE … ESCAPE '\': the text anywhere.
QString likePattern(const QString &text)
{
    QString pattern = text.toCaseFolded();
    pattern.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
    return u'%' + pattern + u'%';
}

QString whereOf(const CaseQuery &query)
{
    QString where = u" WHERE removed = 0"_s;
    if (query.state)
        where += " AND state = ?"_L1;
    if (!query.text.isEmpty())
        where += " AND search LIKE ? ESCAPE '\\'"_L1;
    return where;
}

void bindWhere(Statement &statement, const CaseQuery &query)
{
    if (query.state)
        statement.bind(stateName(*query.state));
    if (!query.text.isEmpty())
        statement.bind(likePattern(query.text));
}

QJsonObject objectFromText(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

std::unexpected<RegisterError> SqliteRegister::fail(RegisterError::Kind kind, const QString &detail) const
{
    return std::unexpected(m_connection.error(kind, detail));
}

Result<CasePage> SqliteRegister::list(const CaseQuery &query) const
{
    const int limit = std::clamp(query.limit, 1, 10000);
    QString sql = u"SELECT "_s + summaryColumns + u" FROM cases"_s + whereOf(query);
    if (query.after)
        sql += " AND (changed, id) < (?, ?)"_L1;
    sql += " ORDER BY changed DESC, id DESC LIMIT ?"_L1;
    Statement statement(m_connection, sql);
    bindWhere(statement, query);
    if (query.after)
        statement.bind(timeToText(query.after->changed)).bind(query.after->id.value);
    statement.bind(qint64(limit) + 1); // one more tells whether there is another page
    CasePage page;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next())
        page.cases.append(summaryIn(statement));
    if (!row)
        return std::unexpected(row.error());
    if (page.cases.size() > limit) {
        page.cases.removeLast();
        page.next = CaseCursor{page.cases.last().changed, page.cases.last().id};
    }
    return page;
}

Result<qint64> SqliteRegister::count(const CaseQuery &query) const
{
    Statement statement(m_connection, u"SELECT count(*) FROM cases"_s + whereOf(query));
    bindWhere(statement, query);
    if (const Result<bool> row = statement.next(); !row)
        return std::unexpected(row.error());
    return statement.number(0);
}

Result<std::optional<CaseId>> SqliteRegister::findReference(const QString &reference) const
{
    Statement statement(m_connection, u"SELECT id FROM cases WHERE reference = ? AND removed = 0"_s);
    statement.bind(reference);
    const Result<bool> row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? std::optional(CaseId{statement.text(0)}) : std::nullopt;
}

Result<CaseContent> SqliteRegister::load(const CaseId &id, int revision) const
{
    Transaction moment(m_connection);
    if (Result<void> begun = moment.begin(Transaction::Purpose::Read); !begun)
        return std::unexpected(begun.error());
    return loadHere(id, revision);
}

Result<CaseContent> SqliteRegister::loadHere(const CaseId &id, int revision) const
{
    CaseContent content;
    {
        Statement statement(m_connection,
                            u"SELECT "_s + summaryColumns + u" FROM cases WHERE id = ? AND removed = 0"_s);
        statement.bind(id.value);
        const Result<bool> row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return fail(RegisterError::Kind::NotFound, u"case %1"_s.arg(id.value));
        content.summary = summaryIn(statement);
    }
    content.revision = revision == 0 ? content.summary.revision : revision;
    {
        Statement statement(m_connection,
                            u"SELECT state, title, outcome, started, shown, about, structure, catalogue_hash, "
                            "catalogue_version FROM revisions WHERE case_id = ? AND revision = ?"_s);
        statement.bind(id.value).bind(content.revision);
        const Result<bool> row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return fail(RegisterError::Kind::NotFound, u"revision %1 of case %2"_s.arg(content.revision).arg(id.value));
        content.state = stateFromName(statement.text(0)).value_or(assessment::State::Draft);
        content.title = statement.text(1);
        content.outcome = statement.text(2);
        content.started = timeFromText(statement.text(3));
        content.resultShown = timeFromText(statement.text(4));
        content.about = aboutFromJson(objectFromText(statement.text(5)));
        content.structure = structureFromJson(objectFromText(statement.text(6)));
        content.catalogueHash = statement.text(7);
        content.catalogueVersion = statement.text(8);
    }
    Result<QList<SavedAnswer>> answers = readAnswers(id, content.revision);
    if (!answers)
        return std::unexpected(answers.error());
    content.answers = std::move(*answers);
    Result<QList<SavedLateChange>> lateChanges = readLateChanges(id, content.revision);
    if (!lateChanges)
        return std::unexpected(lateChanges.error());
    content.lateChanges = std::move(*lateChanges);

    Statement last(m_connection,
                   u"SELECT sequence, hash FROM audit WHERE case_id = ? ORDER BY sequence DESC LIMIT 1"_s);
    last.bind(id.value);
    if (const Result<bool> row = last.next(); !row)
        return std::unexpected(row.error());
    else if (*row) {
        content.sequence = last.number(0);
        content.head = last.text(1);
    }
    return content;
}

Result<QList<SavedAnswer>> SqliteRegister::readAnswers(const CaseId &id, int revision) const
{
    Statement statement(m_connection, u"SELECT fact, holder, point, value, note, source, said_by, another_look "
                                      "FROM answers WHERE case_id = ? AND revision = ?"_s);
    statement.bind(id.value).bind(revision);
    QList<SavedAnswer> answers;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        const std::optional<QJsonValue> value = valueFromText(statement.text(3));
        if (!value)
            return fail(RegisterError::Kind::Damaged, u"the answer to %1 is no JSON"_s.arg(statement.text(0)));
        answers.append({{statement.text(0), statement.text(1), static_cast<int>(statement.number(2))},
                        *value,
                        statement.text(4),
                        statement.text(5),
                        statement.text(6),
                        statement.number(7) != 0});
    }
    if (!row)
        return std::unexpected(row.error());
    std::ranges::sort(answers, {}, &SavedAnswer::key);
    return answers;
}

Result<QList<SavedLateChange>> SqliteRegister::readLateChanges(const CaseId &id, int revision) const
{
    Statement statement(m_connection, u"SELECT number, at, fact, holder, point, before, after, reason "
                                      "FROM late_changes WHERE case_id = ? AND revision = ? ORDER BY number"_s);
    statement.bind(id.value).bind(revision);
    QList<SavedLateChange> changes;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        const std::optional<QJsonValue> before = valueFromText(statement.text(5));
        const std::optional<QJsonValue> after = statement.isNull(6) ? QJsonValue() : valueFromText(statement.text(6));
        if (!before || !after)
            return fail(RegisterError::Kind::Damaged, u"a late change of %1 is no JSON"_s.arg(statement.text(2)));
        changes.append({static_cast<int>(statement.number(0)),
                        timeFromText(statement.text(1)),
                        {statement.text(2), statement.text(3), static_cast<int>(statement.number(4))},
                        *before,
                        *after,
                        statement.text(7)});
    }
    if (!row)
        return std::unexpected(row.error());
    return changes;
}

Result<QList<RevisionSummary>> SqliteRegister::revisions(const CaseId &id) const
{
    Statement statement(m_connection,
                        u"SELECT revision, state, title, outcome, started, finished, fingerprint, catalogue_hash, "
                        "imported FROM revisions WHERE case_id = ? ORDER BY revision"_s);
    statement.bind(id.value);
    QList<RevisionSummary> revisions;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        revisions.append({static_cast<int>(statement.number(0)),
                          stateFromName(statement.text(1)).value_or(assessment::State::Draft), statement.text(2),
                          statement.text(3), timeFromText(statement.text(4)), timeFromText(statement.text(5)),
                          statement.text(6), statement.text(7), statement.number(8) != 0});
    }
    if (!row)
        return std::unexpected(row.error());
    if (revisions.isEmpty())
        return fail(RegisterError::Kind::NotFound, u"case %1"_s.arg(id.value));
    return revisions;
}

Result<FinishedDocument> SqliteRegister::document(const CaseId &id, int revision) const
{
    QString sql = u"SELECT document, fingerprint, reference, revisions.revision, revisions.title, revisions.outcome, "
                  "catalogue_hash, catalogue_version, finished "
                  "FROM revisions JOIN cases ON cases.id = revisions.case_id "
                  "WHERE case_id = ? AND revisions.state = 'finished'"_s;
    if (revision != 0)
        sql += " AND revisions.revision = ?"_L1;
    sql += " ORDER BY revisions.revision DESC LIMIT 1"_L1;
    Statement statement(m_connection, sql);
    statement.bind(id.value);
    if (revision != 0)
        statement.bind(revision);
    const Result<bool> row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return fail(RegisterError::Kind::NotFound, u"a finished document of case %1"_s.arg(id.value));
    return FinishedDocument{statement.bytes(0),
                            statement.text(1),
                            statement.text(2),
                            static_cast<int>(statement.number(3)),
                            statement.text(4),
                            statement.text(5),
                            statement.text(6),
                            statement.text(7),
                            timeFromText(statement.text(8))};
}

Result<QList<AuditRow>> SqliteRegister::audit(const CaseId &id) const
{
    Statement statement(m_connection, u"SELECT sequence, at, who, what, before, after, previous, hash FROM audit "
                                      "WHERE case_id = ? ORDER BY sequence"_s);
    statement.bind(id.value);
    QList<AuditRow> rows;
    Result<bool> row = statement.next();
    for (; row && *row; row = statement.next()) {
        const auto value = [&](int column) {
            return statement.isNull(column) ? QJsonValue()
                                            : valueFromText(statement.text(column)).value_or(QJsonValue());
        };
        rows.append({id, statement.number(0), timeFromText(statement.text(1)), statement.text(2), statement.text(3),
                     value(4), value(5), statement.text(6), statement.text(7)});
    }
    if (!row)
        return std::unexpected(row.error());
    if (rows.isEmpty())
        return fail(RegisterError::Kind::NotFound, u"case %1"_s.arg(id.value));
    return rows;
}

Result<QString> SqliteRegister::head() const
{
    return head(nullptr);
}

} // namespace clearway::cases::sqlite
