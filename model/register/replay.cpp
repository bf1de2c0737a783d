// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/replay.h"

#include "model/register/casejson.h"

using namespace Qt::StringLiterals;

namespace clearway::cases {

namespace {

const QString casesTable = u"cases"_s;
const QString revisionsTable = u"revisions"_s;
const QString answersTable = u"answers"_s;
const QString lateChangesTable = u"late_changes"_s;
const QString reviewsTable = u"reviews"_s;
const QString supplyLogTable = u"supply_log"_s;

// The columns of a revision that a change may name, and which of them hold JSON.
const QStringList textColumns = {u"title"_s,    u"outcome"_s,        u"shown"_s,
                                 u"state"_s,    u"finished"_s,       u"fingerprint"_s,
                                 u"document"_s, u"catalogue_hash"_s, u"catalogue_version"_s};
const QStringList jsonColumns = {u"about"_s, u"structure"_s};
// Members of a change that name no column.
const QStringList otherMembers = {u"revision"_s, u"answers"_s, u"removed"_s, u"late"_s};

const QStringList changes = {u"save-answers"_s,  u"set-structure"_s, u"rename"_s, u"set-about"_s,
                             u"set-catalogue"_s, u"show-result"_s,   u"finish"_s};

int numberIn(const QJsonObject &object, QLatin1StringView member)
{
    bool isNumber = false;
    const int number = object[member].toString().toInt(&isNumber);
    return isNumber ? number : 0;
}

std::unexpected<QString> wrong(const QString &sentence)
{
    return std::unexpected(sentence);
}

TableRow answerRow(int revision, const SavedAnswer &answer)
{
    return {{u"revision"_s, QString::number(revision)},
            {u"fact"_s, answer.key.fact},
            {u"holder"_s, answer.key.holder},
            {u"point"_s, QString::number(answer.key.point)},
            {u"value"_s, canonicalText(answer.value)},
            {u"note"_s, answer.note},
            {u"source"_s, answer.source},
            {u"said_by"_s, answer.saidBy},
            {u"another_look"_s, answer.needsAnotherLook ? u"1"_s : u"0"_s}};
}

QJsonObject answerIn(const TableRow &row)
{
    SavedAnswer answer;
    answer.key = {row["fact"_L1].toString(), row["holder"_L1].toString(), row["point"_L1].toString().toInt()};
    answer.value = valueFromText(row["value"_L1].toString()).value_or(QJsonValue());
    answer.note = row["note"_L1].toString();
    answer.source = row["source"_L1].toString();
    answer.saidBy = row["said_by"_L1].toString();
    answer.needsAnotherLook = row["another_look"_L1].toString() == "1"_L1;
    return answerToJson(answer);
}

} // namespace

QString revisionKey(int revision)
{
    return QString::number(revision);
}

QString answerKey(int revision, const reasoning::FactKey &key)
{
    return u"%1/%2/%3/%4"_s.arg(QString::number(revision), key.fact, key.holder, QString::number(key.point));
}

QString lateChangeKey(int revision, int number)
{
    // Padded, so that the order of the keys is the order of the changes.
    return u"%1/%2"_s.arg(revision).arg(number, 8, 10, QChar(u'0'));
}

QString numberKey(int number)
{
    return u"%1"_s.arg(number, 8, 10, QChar(u'0'));
}

QString searchText(const QString &title, const QString &reference)
{
    return QString(title + u'\n' + reference).toCaseFolded();
}

CaseReplay::Done CaseReplay::apply(const AuditRow &row)
{
    const QJsonObject before = row.before.toObject();
    const QJsonObject after = row.after.toObject();
    Done done;
    if (row.what == "create-case"_L1 || row.what == "import-document"_L1)
        done = begin(row, after);
    else if (m_rows.isEmpty())
        done = wrong(u"the audit does not begin with the case's creation"_s);
    else if (changes.contains(row.what))
        done = change(row, before, after);
    else if (row.what == "explain-change"_L1)
        done = explain(before, after);
    else if (row.what == "open-revision"_L1)
        done = reopen(row, after);
    else if (row.what == "remove-draft"_L1)
        done = remove(before);
    else if (row.what == "record-review"_L1)
        done = review(row, after);
    else if (row.what == "log-supply"_L1)
        done = logSupply(row, after);
    else
        done = wrong(u"no such kind of change: \"%1\""_s.arg(row.what));
    if (!m_rows.isEmpty())
        repeatInCase(row);
    return done;
}

CaseReplay::Done CaseReplay::begin(const AuditRow &row, const QJsonObject &after)
{
    const bool imported = row.what == "import-document"_L1;
    const int revision = numberIn(after, "revision"_L1);
    TableRow &inCases = m_rows[{casesTable, {}}];
    if (inCases.isEmpty()) {
        inCases = {
            {u"id"_s, row.id.value}, {u"reference"_s, after["reference"_L1]}, {u"started"_s, timeToText(row.when)}};
    } else if (!imported) {
        return wrong(u"the case is created a second time"_s);
    } else if (inCases["reference"_L1] != after["reference"_L1]) {
        return wrong(u"a document of another reference was filed under the case"_s);
    }
    if (revision <= m_revision)
        return wrong(u"revision %1 begins while revision %2 is there"_s.arg(revision).arg(m_revision));
    m_revision = revision;
    TableRow inRevisions{{u"revision"_s, QString::number(revision)},
                         {u"state"_s, imported ? u"finished"_s : u"draft"_s},
                         {u"imported"_s, imported ? u"1"_s : u"0"_s},
                         {u"started"_s, timeToText(row.when)},
                         {u"outcome"_s, QString()},
                         {u"shown"_s, QJsonValue()},
                         {u"finished"_s, QJsonValue()},
                         {u"fingerprint"_s, QJsonValue()},
                         {u"document"_s, QJsonValue()}};
    for (const QString &column : textColumns) {
        if (after.contains(column))
            inRevisions.insert(column, after[column]);
    }
    for (const QString &column : jsonColumns)
        inRevisions.insert(column, canonicalText(after[column]));
    m_rows[{revisionsTable, revisionKey(revision)}] = inRevisions;
    return addAnswers(revision, after["answers"_L1].toArray());
}

CaseReplay::Done CaseReplay::change(const AuditRow &row, const QJsonObject &before, const QJsonObject &after)
{
    const int revision = numberIn(after, "revision"_L1);
    TableRow *inRevisions = draft(revision);
    if (!inRevisions || numberIn(before, "revision"_L1) != revision)
        return wrong(u"revision %1 is no draft at this point"_s.arg(revision));
    const QStringList members = after.keys();
    for (const QString &member : members) {
        if (otherMembers.contains(member))
            continue;
        const bool isJson = jsonColumns.contains(member);
        if (!isJson && !textColumns.contains(member))
            return wrong(u"no such part of a revision: \"%1\""_s.arg(member));
        const QJsonValue was = isJson ? QJsonValue(canonicalText(before[member])) : before[member];
        if (!before.contains(member) || was != (*inRevisions)[member])
            return wrong(u"what was there before (\"%1\") is not what the changes before it left"_s.arg(member));
        inRevisions->insert(member, isJson ? QJsonValue(canonicalText(after[member])) : after[member]);
    }
    return changeAnswers(row, revision, before, after);
}

CaseReplay::Done CaseReplay::changeAnswers(const AuditRow &row, int revision, const QJsonObject &before,
                                           const QJsonObject &after)
{
    const QJsonArray old = before["answers"_L1].toArray();
    for (const QJsonValue &one : old) {
        const std::optional<SavedAnswer> answer = answerFromJson(one.toObject());
        if (!answer || m_rows.value({answersTable, answerKey(revision, answer->key)}) != answerRow(revision, *answer))
            return wrong(u"an answer that was there before is not what the changes before it left"_s);
    }
    const QJsonArray removed = after["removed"_L1].toArray();
    for (const QJsonValue &one : removed) {
        const std::optional<reasoning::FactKey> key = keyFromJson(one.toObject());
        if (!key || m_rows.remove({answersTable, answerKey(revision, *key)}) == 0)
            return wrong(u"an answer is removed that is not there"_s);
    }
    const QJsonArray late = after["late"_L1].toArray();
    for (const QJsonValue &one : late) {
        const QJsonObject json = one.toObject();
        const int number = numberIn(json, "number"_L1);
        const QJsonValue left = json["after"_L1];
        m_rows[{lateChangesTable, lateChangeKey(revision, number)}] =
            TableRow{{u"revision"_s, QString::number(revision)},
                     {u"number"_s, QString::number(number)},
                     {u"at"_s, timeToText(row.when)},
                     {u"fact"_s, json["fact"_L1]},
                     {u"holder"_s, json["holder"_L1]},
                     {u"point"_s, json["point"_L1]},
                     {u"before"_s, canonicalText(json["before"_L1])},
                     {u"after"_s, left.isNull() ? left : QJsonValue(canonicalText(left))},
                     {u"reason"_s, json["reason"_L1].toString()}};
    }
    return addAnswers(revision, after["answers"_L1].toArray());
}

CaseReplay::Done CaseReplay::explain(const QJsonObject &before, const QJsonObject &after)
{
    const int revision = numberIn(after, "revision"_L1);
    const auto found = m_rows.find({lateChangesTable, lateChangeKey(revision, numberIn(after, "number"_L1))});
    if (!draft(revision) || found == m_rows.end())
        return wrong(u"a late change is explained that is not there"_s);
    if ((*found)["reason"_L1] != before["reason"_L1])
        return wrong(u"the reason before it is not what the changes before it left"_s);
    found->insert(u"reason"_s, after["reason"_L1]);
    return {};
}

CaseReplay::Done CaseReplay::reopen(const AuditRow &row, const QJsonObject &after)
{
    const int from = numberIn(after, "from"_L1);
    const int revision = numberIn(after, "revision"_L1);
    const TableRow origin = m_rows.value({revisionsTable, revisionKey(from)});
    if (from != m_revision || revision != from + 1 || origin["state"_L1].toString() != "finished"_L1)
        return wrong(
            u"revision %1 is opened from revision %2, which is not the newest finished one"_s.arg(revision).arg(from));
    TableRow opened = origin;
    opened.insert(u"revision"_s, QString::number(revision));
    opened.insert(u"state"_s, u"draft"_s);
    opened.insert(u"imported"_s, u"0"_s);
    opened.insert(u"started"_s, timeToText(row.when));
    opened.insert(u"outcome"_s, QString());
    for (const QString &column : {u"shown"_s, u"finished"_s, u"fingerprint"_s, u"document"_s})
        opened.insert(column, QJsonValue());
    const QJsonArray answers = answersOf(from);
    m_rows[{revisionsTable, revisionKey(revision)}] = opened;
    m_revision = revision;
    return addAnswers(revision, answers);
}

CaseReplay::Done CaseReplay::remove(const QJsonObject &before)
{
    const int revision = numberIn(before, "revision"_L1);
    const TableRow *inRevisions = draft(revision);
    if (!inRevisions)
        return wrong(u"a draft is removed that is not there"_s);
    for (const QString &column : textColumns) {
        if (before.contains(column) && before[column] != (*inRevisions)[column])
            return wrong(u"what was removed (\"%1\") is not what the changes before it left"_s.arg(column));
    }
    for (const QString &column : jsonColumns) {
        if (canonicalText(before[column]) != (*inRevisions)[column].toString())
            return wrong(u"what was removed (\"%1\") is not what the changes before it left"_s.arg(column));
    }
    if (before["answers"_L1].toArray() != answersOf(revision) || before["late"_L1].toArray() != lateChangesOf(revision))
        return wrong(u"the answers removed are not those that the changes before it left"_s);

    const QString prefix = revisionKey(revision) + u'/';
    m_rows.removeIf([&](const std::pair<const RowName &, TableRow &> &row) {
        return (row.first.table == revisionsTable && row.first.key == revisionKey(revision))
               || ((row.first.table == answersTable || row.first.table == lateChangesTable)
                   && row.first.key.startsWith(prefix));
    });
    m_revision = 0;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (row.key().table == revisionsTable)
            m_revision = std::max(m_revision, row.key().key.toInt());
    }
    return {};
}

int CaseReplay::nextNumber(const QString &table) const
{
    int number = 1;
    while (m_rows.contains({table, numberKey(number)}))
        ++number;
    return number;
}

CaseReplay::Done CaseReplay::review(const AuditRow &row, const QJsonObject &after)
{
    const int number = numberIn(after, "number"_L1);
    const TableRow reviewed = m_rows.value({revisionsTable, revisionKey(numberIn(after, "revision"_L1))});
    if (reviewed["state"_L1].toString() != "finished"_L1 || reviewed["fingerprint"_L1] != after["fingerprint"_L1])
        return wrong(u"what was reviewed is not a finished revision of this fingerprint"_s);
    if (number != nextNumber(reviewsTable))
        return wrong(u"review %1 is not the next one"_s.arg(number));
    TableRow inReviews{{u"at"_s, timeToText(row.when)}, {u"who"_s, row.who}};
    for (const QString &column :
         {u"number"_s, u"revision"_s, u"fingerprint"_s, u"finding"_s, u"name"_s, u"role"_s, u"reviewed"_s, u"note"_s})
        inReviews.insert(column, after[column]);
    m_rows[{reviewsTable, numberKey(number)}] = inReviews;
    return {};
}

CaseReplay::Done CaseReplay::logSupply(const AuditRow &row, const QJsonObject &after)
{
    const int number = numberIn(after, "number"_L1);
    if (number != nextNumber(supplyLogTable))
        return wrong(u"entry %1 of the supply log is not the next one"_s.arg(number));
    const int replaced = numberIn(after, "replaces"_L1);
    if (!after["replaces"_L1].isNull()) {
        const auto old = m_rows.constFind({supplyLogTable, numberKey(replaced)});
        if (old == m_rows.cend() || (*old)["struck"_L1].toString() == "1"_L1)
            return wrong(u"an entry of the supply log replaces one that is not there"_s);
        for (auto other = m_rows.cbegin(); other != m_rows.cend(); ++other) {
            if (other.key().table == supplyLogTable && (*other)["replaces"_L1] == after["replaces"_L1])
                return wrong(u"an entry of the supply log is replaced a second time"_s);
        }
    }
    TableRow inLog{{u"at"_s, timeToText(row.when)}, {u"who"_s, row.who}};
    for (const QString &column : {u"number"_s, u"replaces"_s, u"struck"_s, u"goods"_s, u"permit"_s, u"recipient"_s,
                                  u"from_day"_s, u"until_day"_s, u"how"_s, u"note"_s})
        inLog.insert(column, after[column]);
    m_rows[{supplyLogTable, numberKey(number)}] = inLog;
    return {};
}

CaseReplay::Done CaseReplay::addAnswers(int revision, const QJsonArray &answers)
{
    for (const QJsonValue &one : answers) {
        const std::optional<SavedAnswer> answer = answerFromJson(one.toObject());
        if (!answer)
            return wrong(u"an answer in the audit is not of the known form"_s);
        m_rows[{answersTable, answerKey(revision, answer->key)}] = answerRow(revision, *answer);
    }
    return {};
}

TableRow *CaseReplay::draft(int revision)
{
    const auto found = m_rows.find({revisionsTable, revisionKey(revision)});
    if (revision != m_revision || found == m_rows.end() || (*found)["state"_L1].toString() != "draft"_L1)
        return nullptr;
    return &*found;
}

QJsonArray CaseReplay::answersOf(int revision) const
{
    QMap<reasoning::FactKey, QJsonObject> ordered;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (row.key().table == answersTable && (*row)["revision"_L1].toString().toInt() == revision) {
            const QJsonObject answer = answerIn(*row);
            if (const std::optional<reasoning::FactKey> key = keyFromJson(answer))
                ordered.insert(*key, answer);
        }
    }
    QJsonArray answers;
    for (const QJsonObject &answer : std::as_const(ordered))
        answers.append(answer);
    return answers;
}

QJsonArray CaseReplay::lateChangesOf(int revision) const
{
    QJsonArray lateChanges;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (row.key().table != lateChangesTable || (*row)["revision"_L1].toString().toInt() != revision)
            continue;
        SavedLateChange one;
        one.number = (*row)["number"_L1].toString().toInt();
        one.key = {(*row)["fact"_L1].toString(), (*row)["holder"_L1].toString(), (*row)["point"_L1].toString().toInt()};
        one.before = valueFromText((*row)["before"_L1].toString()).value_or(QJsonValue());
        one.after = (*row)["after"_L1].isNull() ? QJsonValue()
                                                : valueFromText((*row)["after"_L1].toString()).value_or(QJsonValue());
        one.reason = (*row)["reason"_L1].toString();
        lateChanges.append(lateChangeToJson(one));
    }
    return lateChanges;
}

void CaseReplay::repeatInCase(const AuditRow &row)
{
    TableRow &inCases = m_rows[{casesTable, {}}];
    inCases.insert(u"changed"_s, timeToText(row.when));
    inCases.insert(u"revision"_s, QString::number(m_revision));
    inCases.insert(u"removed"_s, m_revision == 0 ? u"1"_s : u"0"_s);
    // Nothing is left of a removed case to repeat: the line keeps what it showed last.
    if (m_revision == 0)
        return;
    const TableRow current = m_rows.value({revisionsTable, revisionKey(m_revision)});
    for (const QString &column : {u"title"_s, u"state"_s, u"outcome"_s, u"imported"_s})
        inCases.insert(column, current[column]);
    inCases.insert(u"search"_s, searchText(current["title"_L1].toString(), inCases["reference"_L1].toString()));
}

} // namespace clearway::cases
