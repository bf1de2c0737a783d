// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/canonicaljson.h"
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

namespace {

/// What the filed document adds to a revision, for the audit. The document itself stands there by its hash.
QJsonObject filed(const FinishedDocument &document)
{
    return {{u"revision"_s, QString::number(document.revision)},
            {u"state"_s, u"finished"_s},
            {u"title"_s, document.title},
            {u"outcome"_s, document.outcome},
            {u"catalogue_hash"_s, document.catalogueHash},
            {u"catalogue_version"_s, document.catalogueVersion},
            {u"finished"_s, timeToText(document.finished)},
            {u"fingerprint"_s, document.fingerprint},
            {u"document"_s, assessment::sha256Hex(document.json)}};
}

} // namespace

Result<void> SqliteRegister::checkDocument(const FinishedDocument &document) const
{
    using enum RegisterError::Kind;
    const std::expected<QString, QString> fingerprint = fingerprintOf(document.json);
    if (!fingerprint)
        return fail(Invalid, u"the document is %1"_s.arg(fingerprint.error()));
    const QJsonObject json = QJsonDocument::fromJson(document.json).object();
    if (*fingerprint != document.fingerprint || json["fingerprint"_L1].toString() != document.fingerprint)
        return fail(Tampered, u"its fingerprint should be %1"_s.arg(*fingerprint));
    // Documents write the revision as a number; other programs may write it as a text.
    const QString revision = json["revision"_L1].toVariant().toString();
    if (json["reference"_L1].toString() != document.reference || revision != QString::number(document.revision))
        return fail(Invalid, u"the document is revision %1 of %2, not revision %3 of %4"_s.arg(
                                 revision, json["reference"_L1].toString(), QString::number(document.revision),
                                 document.reference));
    if (document.reference.isEmpty() || document.revision < 1)
        return fail(Invalid, u"the document has no reference or no revision"_s);
    if (!document.finished.isValid())
        return fail(Invalid, u"the document does not say when it was finished"_s);
    return {};
}

Result<void> SqliteRegister::fileDocument(const CaseLine &line, const FinishedDocument &document)
{
    Statement update(m_connection,
                     u"UPDATE revisions SET state = 'finished', title = ?, outcome = ?, catalogue_hash = ?, "
                     "catalogue_version = ?, finished = ?, fingerprint = ?, document = ? "
                     "WHERE case_id = ? AND revision = ?"_s);
    update.bind(document.title).bind(document.outcome).bind(document.catalogueHash).bind(document.catalogueVersion);
    update.bind(timeToText(document.finished)).bind(document.fingerprint).bind(document.json);
    if (const Result<qint64> updated = update.bind(line.id.value).bind(document.revision).run(); !updated)
        return std::unexpected(updated.error());
    return {};
}

Result<Saved> SqliteRegister::finish(const CaseId &id, const FinishedDocument &document, Expected expected)
{
    return changeDraft(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        if (Result<void> checked = checkDocument(document); !checked)
            return std::unexpected(checked.error());
        if (document.reference != line.reference || document.revision != line.revision)
            return fail(RegisterError::Kind::Invalid,
                        u"the document is of %1, revision %2; the draft is %3, revision %4"_s.arg(
                            document.reference, QString::number(document.revision), line.reference,
                            QString::number(line.revision)));
        const Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        if (Result<void> done = fileDocument(line, document); !done)
            return std::unexpected(done.error());
        const QJsonObject before{{u"revision"_s, QString::number(line.revision)},
                                 {u"state"_s, u"draft"_s},
                                 {u"title"_s, content->title},
                                 {u"outcome"_s, content->outcome},
                                 {u"catalogue_hash"_s, content->catalogueHash},
                                 {u"catalogue_version"_s, content->catalogueVersion},
                                 {u"finished"_s, QJsonValue()},
                                 {u"fingerprint"_s, QJsonValue()},
                                 {u"document"_s, QJsonValue()}};
        return Change{u"finish"_s, before, filed(document)};
    });
}

Result<CaseContent> SqliteRegister::openRevision(const CaseId &id, Expected expected)
{
    const Result<Saved> saved = changeCase(id, expected, [&](const CaseLine &line) -> Result<std::optional<Change>> {
        if (line.draft)
            return fail(RegisterError::Kind::Conflict, u"revision %1 is still a draft"_s.arg(line.revision));
        Result<CaseContent> content = loadHere(id, line.revision);
        if (!content)
            return std::unexpected(content.error());
        content->revision = line.revision + 1;
        if (Result<void> inserted = insertRevision(line, *content, false); !inserted)
            return std::unexpected(inserted.error());
        return Change{u"open-revision"_s, QJsonValue(),
                      QJsonObject{{u"revision"_s, QString::number(content->revision)},
                                  {u"from"_s, QString::number(line.revision)}}};
    });
    if (!saved)
        return std::unexpected(saved.error());
    return load(id, 0);
}

Result<Imported> SqliteRegister::importDocument(const FinishedDocument &document, const Structure &structure,
                                                const assessment::About &about, const QList<SavedAnswer> &answers)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    if (Result<void> checked = checkDocument(document); !checked)
        return std::unexpected(checked.error());
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return std::unexpected(begun.error());

    Imported imported;
    imported.revision = document.revision;
    Statement known(m_connection, u"SELECT id FROM cases WHERE reference = ?"_s);
    known.bind(document.reference);
    const Result<bool> isKnown = known.next();
    if (!isKnown)
        return std::unexpected(isKnown.error());
    CaseLine line;
    if (*isKnown) {
        const Result<std::optional<CaseLine>> found = caseLine({known.text(0)});
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return fail(RegisterError::Kind::Damaged, u"the case of %1 is gone"_s.arg(document.reference));
        line = **found;
        imported.id = line.id;
        imported.held = line.removed ? 0 : line.revision;
        Statement same(m_connection, u"SELECT state, fingerprint FROM revisions WHERE case_id = ? AND revision = ?"_s);
        same.bind(line.id.value).bind(document.revision);
        const Result<bool> isThere = same.next();
        if (!isThere)
            return std::unexpected(isThere.error());
        if (*isThere) {
            imported.kind =
                same.text(1) == document.fingerprint ? Imported::Kind::Duplicate : Imported::Kind::Conflicting;
            return imported;
        }
        if (document.revision < imported.held) {
            imported.kind = Imported::Kind::OlderRevision;
            return imported;
        }
        if (line.draft && !line.removed) {
            imported.kind = Imported::Kind::Conflicting;
            return imported;
        }
        imported.kind = line.removed ? Imported::Kind::NewCase : Imported::Kind::NewRevision;
    } else {
        line.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
        line.reference = document.reference;
        line.head = noPrevious();
        line.now = nowText();
        imported.id = line.id;
    }
    line.title = document.title;
    line.revision = document.revision;
    if (!*isKnown) {
        if (Result<void> inserted = insertCase(line, true); !inserted)
            return std::unexpected(inserted.error());
    }
    QMap<reasoning::FactKey, SavedAnswer> byKey;
    for (const SavedAnswer &answer : answers) {
        if (!isValid(answer))
            return fail(RegisterError::Kind::Invalid, u"an answer to \"%1\" without a value"_s.arg(answer.key.fact));
        byKey.insert(answer.key, answer);
    }
    CaseContent content;
    content.revision = document.revision;
    content.title = document.title;
    content.about = about;
    content.structure = structure;
    content.answers = byKey.values();
    if (Result<void> inserted = insertRevision(line, content, true); !inserted)
        return std::unexpected(inserted.error());
    if (Result<void> done = fileDocument(line, document); !done)
        return std::unexpected(done.error());
    QJsonObject after = filed(document);
    after.insert(u"reference"_s, document.reference);
    after.insert(u"about"_s, aboutToJson(about));
    after.insert(u"structure"_s, structureToJson(structure));
    after.insert(u"answers"_s, answersToJson(content.answers));
    if (const Result<Saved> saved = append(line, {u"import-document"_s, QJsonValue(), after}); !saved)
        return std::unexpected(saved.error());
    if (Result<void> repeated = repeatInCase(line); !repeated)
        return std::unexpected(repeated.error());
    if (Result<void> committed = transaction.commit(); !committed)
        return std::unexpected(committed.error());
    return imported;
}

} // namespace clearway::cases::sqlite
