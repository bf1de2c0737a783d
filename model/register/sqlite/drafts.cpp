// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

/// "CW-7F3K-29QD": letters and digits that are not mistaken for each other on paper.
QString newReference()
{
    const QLatin1StringView alphabet("23456789ABCDEFGHJKMNPQRSTUVWXYZ");
    QString reference = u"CW"_s;
    for (int i = 0; i < 8; ++i) {
        if (i % 4 == 0)
            reference += u'-';
        reference += alphabet[QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size()))];
    }
    return reference;
}

QSet<QString> holdersOf(const Structure &structure)
{
    QSet<QString> holders{QString()}; // the case itself
    for (const reasoning::ActivityScope &activity : structure.activities)
        holders.insert(activity.id);
    for (const reasoning::ItemScope &item : structure.items)
        holders.insert(item.id);
    for (const reasoning::RecipientScope &recipient : structure.recipients)
        holders.insert(recipient.id);
    return holders;
}

/// Answers that have no place in the structure any more.
QList<reasoning::FactKey> orphans(const QList<SavedAnswer> &answers, const Structure &structure)
{
    const QSet<QString> holders = holdersOf(structure);
    QMap<QString, int> points;
    for (const reasoning::ItemScope &item : structure.items)
        points.insert(item.id, item.points);
    QList<reasoning::FactKey> keys;
    for (const SavedAnswer &answer : answers) {
        const bool gone = !holders.contains(answer.key.holder)
                          || (answer.key.point >= 0 && answer.key.point >= points.value(answer.key.holder));
        if (gone)
            keys.append(answer.key);
    }
    return keys;
}

/// A change of one member: what it was and what it is.
struct Members {
    QJsonObject before;
    QJsonObject after;
};

Members membersOf(int revision)
{
    const QJsonObject start{{u"revision"_s, QString::number(revision)}};
    return {start, start};
}

} // namespace

Result<CaseContent> SqliteRegister::createCase(const NewCase &newCase)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    QMap<reasoning::FactKey, SavedAnswer> answers;
    for (const SavedAnswer &answer : newCase.answers) {
        if (!isValid(answer))
            return fail(RegisterError::Kind::Invalid, u"an answer to \"%1\" without a value"_s.arg(answer.key.fact));
        answers.insert(answer.key, answer);
    }
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return std::unexpected(begun.error());

    CaseLine line;
    line.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    line.title = newCase.title;
    line.revision = 1;
    line.head = noPrevious();
    line.now = nowText();
    line.reference = newCase.reference;
    // Removed cases keep their reference too, so every one that was ever given is looked up.
    for (bool taken = true; taken;) {
        const bool given = !newCase.reference.isEmpty();
        if (!given)
            line.reference = newReference();
        Statement statement(m_connection, u"SELECT 1 FROM cases WHERE reference = ?"_s);
        statement.bind(line.reference);
        const Result<bool> row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (*row && given)
            return fail(RegisterError::Kind::Conflict, u"the reference %1 is taken"_s.arg(line.reference));
        taken = *row;
    }

    CaseContent content;
    content.title = newCase.title;
    content.about = newCase.about;
    content.structure = newCase.structure;
    content.answers = answers.values();
    content.catalogueHash = newCase.catalogueHash;
    content.catalogueVersion = newCase.catalogueVersion;
    if (Result<void> done = insertCase(line, false); !done)
        return std::unexpected(done.error());
    if (Result<void> done = insertRevision(line, content, false); !done)
        return std::unexpected(done.error());
    const Result<Saved> saved = append(line, {u"create-case"_s, QJsonValue(),
                                              QJsonObject{{u"reference"_s, line.reference},
                                                          {u"revision"_s, u"1"_s},
                                                          {u"title"_s, content.title},
                                                          {u"about"_s, aboutToJson(content.about)},
                                                          {u"structure"_s, structureToJson(content.structure)},
                                                          {u"catalogue_hash"_s, content.catalogueHash},
                                                          {u"catalogue_version"_s, content.catalogueVersion},
                                                          {u"answers"_s, answersToJson(content.answers)}}});
    if (!saved)
        return std::unexpected(saved.error());
    Result<CaseContent> stored = loadHere(line.id, 1);
    if (!stored)
        return stored;
    if (Result<void> committed = transaction.commit(); !committed)
        return std::unexpected(committed.error());
    return stored;
}

Result<Saved> SqliteRegister::saveAnswer(const CaseId &id, const SavedAnswer &answer, const QString &reason,
                                         Expected expected)
{
    return saveAnswers(id, {answer}, {}, reason, expected);
}

Result<Saved> SqliteRegister::removeAnswer(const CaseId &id, const reasoning::FactKey &key, const QString &reason,
                                           Expected expected)
{
    return saveAnswers(id, {}, {key}, reason, expected);
}

Result<Saved> SqliteRegister::saveAnswers(const CaseId &id, const QList<SavedAnswer> &answers,
                                          const QList<reasoning::FactKey> &removed, const QString &reason,
                                          Expected expected)
{
    return changeDraft(id, expected,
                       [&](const CaseLine &line) { return changeAnswers(line, answers, removed, reason); });
}

Result<std::optional<SqliteRegister::Change>> SqliteRegister::changeAnswers(const CaseLine &line,
                                                                            const QList<SavedAnswer> &answers,
                                                                            const QList<reasoning::FactKey> &removed,
                                                                            const QString &reason)
{
    const Result<QList<SavedAnswer>> read = readAnswers(line.id, line.revision);
    if (!read)
        return std::unexpected(read.error());
    QMap<reasoning::FactKey, SavedAnswer> held;
    for (const SavedAnswer &answer : *read)
        held.insert(answer.key, answer);

    QMap<reasoning::FactKey, SavedAnswer> added; // the last one given for a key counts
    for (const SavedAnswer &answer : answers) {
        if (!isValid(answer))
            return fail(RegisterError::Kind::Invalid, u"an answer to \"%1\" without a value"_s.arg(answer.key.fact));
        added.insert(answer.key, answer);
    }
    QList<SavedAnswer> before;
    QList<SavedLateChange> late;
    QMap<reasoning::FactKey, SavedAnswer> taken;
    for (const reasoning::FactKey &key : removed) {
        if (added.contains(key))
            return fail(RegisterError::Kind::Invalid, u"\"%1\" is both answered and removed"_s.arg(key.fact));
        const auto old = held.constFind(key);
        if (old == held.cend())
            return fail(RegisterError::Kind::NotFound, u"an answer to \"%1\""_s.arg(key.fact));
        taken.insert(key, *old);
    }
    for (const SavedAnswer &old : std::as_const(taken)) {
        if (Result<void> done = deleteAnswer(line.id, line.revision, old.key); !done)
            return std::unexpected(done.error());
        before.append(old);
        late.append({0, {}, old.key, old.value, QJsonValue(), reason});
    }
    QList<SavedAnswer> after;
    for (const SavedAnswer &answer : std::as_const(added)) {
        const auto old = held.constFind(answer.key);
        if (old != held.cend() && *old == answer)
            continue;
        if (old != held.cend()) {
            before.append(*old);
            if (old->value != answer.value)
                late.append({0, {}, answer.key, old->value, answer.value, reason});
        }
        if (Result<void> done = insertAnswer(line.id, line.revision, answer); !done)
            return std::unexpected(done.error());
        after.append(answer);
    }
    if (after.isEmpty() && taken.isEmpty())
        return std::nullopt;
    const Result<QJsonArray> noted = addLateChanges(line, late);
    if (!noted)
        return std::unexpected(noted.error());
    Members members = membersOf(line.revision);
    members.before.insert(u"answers"_s, answersToJson(before));
    members.after.insert(u"answers"_s, answersToJson(after));
    members.after.insert(u"removed"_s, keysToJson(taken.keys()));
    members.after.insert(u"late"_s, *noted);
    return Change{u"save-answers"_s, members.before, members.after};
}

Result<QJsonArray> SqliteRegister::addLateChanges(const CaseLine &line, const QList<SavedLateChange> &changes)
{
    Statement shown(m_connection, u"SELECT shown, (SELECT coalesce(max(number), 0) FROM late_changes WHERE case_id = ? "
                                  "AND revision = ?) FROM revisions WHERE case_id = ? AND revision = ?"_s);
    shown.bind(line.id.value).bind(line.revision).bind(line.id.value).bind(line.revision);
    const Result<bool> row = shown.next();
    if (!row)
        return std::unexpected(row.error());
    if (!*row || shown.isNull(0))
        return QJsonArray();
    int number = static_cast<int>(shown.number(1));
    QJsonArray noted;
    for (SavedLateChange change : changes) {
        change.number = ++number;
        Statement insert(m_connection, u"INSERT INTO late_changes (case_id, revision, number, at, fact, holder, point, "
                                       "before, after, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        insert.bind(line.id.value).bind(line.revision).bind(change.number).bind(line.now);
        insert.bind(change.key.fact).bind(change.key.holder).bind(change.key.point);
        insert.bind(canonicalText(change.before));
        insert.bindOrNull(change.after.isNull() ? QString() : canonicalText(change.after)).bind(change.reason);
        if (const Result<qint64> inserted = insert.run(); !inserted)
            return std::unexpected(inserted.error());
        noted.append(lateChangeToJson(change));
    }
    return noted;
}

Result<Saved> SqliteRegister::setStructure(const CaseId &id, const Structure &structure, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        if (content->structure == structure)
            return std::nullopt;
        const QJsonObject json = structureToJson(structure);
        if (Result<void> set = setColumns(line, u"structure = ?"_s, {canonicalText(json)}); !set)
            return std::unexpected(set.error());
        const QList<reasoning::FactKey> removed = orphans(content->answers, structure);
        Result<std::optional<Change>> answers = changeAnswers(line, {}, removed, {});
        if (!answers)
            return answers;
        Members members = membersOf(line.revision);
        if (*answers)
            members = {(*answers)->before.toObject(), (*answers)->after.toObject()};
        members.before.insert(u"structure"_s, structureToJson(content->structure));
        members.after.insert(u"structure"_s, json);
        return Change{u"set-structure"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::rename(const CaseId &id, const QString &title, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        if (line.title == title)
            return std::nullopt;
        if (Result<void> set = setColumns(line, u"title = ?"_s, {title}); !set)
            return std::unexpected(set.error());
        Members members = membersOf(line.revision);
        members.before.insert(u"title"_s, line.title);
        members.after.insert(u"title"_s, title);
        return Change{u"rename"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::setAbout(const CaseId &id, const assessment::About &about, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        if (content->about == about)
            return std::nullopt;
        Members members = membersOf(line.revision);
        members.before.insert(u"about"_s, aboutToJson(content->about));
        members.after.insert(u"about"_s, aboutToJson(about));
        if (Result<void> set = setColumns(line, u"about = ?"_s, {canonicalText(aboutToJson(about))}); !set)
            return std::unexpected(set.error());
        return Change{u"set-about"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::setCatalogue(const CaseId &id, const QString &hash, const QString &version,
                                           Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        if (content->catalogueHash == hash && content->catalogueVersion == version)
            return std::nullopt;
        Members members = membersOf(line.revision);
        members.before.insert(u"catalogue_hash"_s, content->catalogueHash);
        members.before.insert(u"catalogue_version"_s, content->catalogueVersion);
        members.after.insert(u"catalogue_hash"_s, hash);
        members.after.insert(u"catalogue_version"_s, version);
        if (Result<void> set = setColumns(line, u"catalogue_hash = ?, catalogue_version = ?"_s, {hash, version}); !set)
            return std::unexpected(set.error());
        return Change{u"set-catalogue"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::recordResultShown(const CaseId &id, const QString &outcome, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        const bool first = content->resultShown.isNull();
        if (!first && content->outcome == outcome)
            return std::nullopt;
        // When it was *first* shown: from then on a changed answer is a late one.
        const QString shown = first ? line.now : timeToText(content->resultShown);
        Members members = membersOf(line.revision);
        members.before.insert(u"outcome"_s, content->outcome);
        members.before.insert(u"shown"_s, first ? QJsonValue() : QJsonValue(shown));
        members.after.insert(u"outcome"_s, outcome);
        members.after.insert(u"shown"_s, shown);
        if (Result<void> set = setColumns(line, u"outcome = ?, shown = ?"_s, {outcome, shown}); !set)
            return std::unexpected(set.error());
        return Change{u"show-result"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::explainLateChange(const CaseId &id, int number, const QString &reason, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<QList<SavedLateChange>> changes = readLateChanges(id, line.revision);
        if (!changes)
            return std::unexpected(changes.error());
        const auto found = std::ranges::find(*changes, number, &SavedLateChange::number);
        if (found == changes->cend())
            return fail(RegisterError::Kind::NotFound, u"late change %1"_s.arg(number));
        if (found->reason == reason)
            return std::nullopt;
        Statement update(m_connection,
                         u"UPDATE late_changes SET reason = ? WHERE case_id = ? AND revision = ? AND number = ?"_s);
        update.bind(reason).bind(id.value).bind(line.revision).bind(number);
        if (const Result<qint64> updated = update.run(); !updated)
            return std::unexpected(updated.error());
        Members members = membersOf(line.revision);
        for (QJsonObject *side : {&members.before, &members.after})
            side->insert(u"number"_s, QString::number(number));
        members.before.insert(u"reason"_s, found->reason);
        members.after.insert(u"reason"_s, reason);
        return Change{u"explain-change"_s, members.before, members.after};
    });
}

Result<Saved> SqliteRegister::removeDraft(const CaseId &id, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        Statement logged(m_connection, u"SELECT (SELECT count(*) FROM supply_log WHERE case_id = ?) > 0 AND "
                                       "(SELECT count(*) FROM revisions WHERE case_id = ?) = 1"_s);
        logged.bind(id.value).bind(id.value);
        if (const Result<bool> row = logged.next(); !row)
            return std::unexpected(row.error());
        if (logged.number(0) != 0)
            return fail(RegisterError::Kind::Invalid, u"the case has entries in its supply log, which must be kept"_s);
        QJsonArray late;
        for (const SavedLateChange &change : content->lateChanges)
            late.append(lateChangeToJson(change));
        for (const QString &sql : {u"DELETE FROM answers WHERE case_id = ? AND revision = ?"_s,
                                   u"DELETE FROM late_changes WHERE case_id = ? AND revision = ?"_s,
                                   u"DELETE FROM revisions WHERE case_id = ? AND revision = ?"_s}) {
            Statement remove(m_connection, sql);
            if (const Result<qint64> removed = remove.bind(id.value).bind(line.revision).run(); !removed)
                return std::unexpected(removed.error());
        }
        const QJsonValue shown =
            content->resultShown.isNull() ? QJsonValue() : QJsonValue(timeToText(content->resultShown));
        return Change{u"remove-draft"_s,
                      QJsonObject{{u"revision"_s, QString::number(line.revision)},
                                  {u"title"_s, content->title},
                                  {u"outcome"_s, content->outcome},
                                  {u"shown"_s, shown},
                                  {u"about"_s, aboutToJson(content->about)},
                                  {u"structure"_s, structureToJson(content->structure)},
                                  {u"catalogue_hash"_s, content->catalogueHash},
                                  {u"catalogue_version"_s, content->catalogueVersion},
                                  {u"answers"_s, answersToJson(content->answers)},
                                  {u"late"_s, late}},
                      QJsonValue()};
    });
}

} // namespace clearway::cases::sqlite
