// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registertesting.h"

#include "model/register/casejson.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace clearway::cases::testing {

Structure sampleStructure()
{
    Structure structure;
    structure.on = QDate(2025, 6, 1);
    structure.activities = {{u"a1"_s, u"Mail the draft to Kyōto"_s, {u"i1"_s, u"i2"_s}, {u"r1"_s}}};
    structure.items = {{u"i1"_s, u"The draft"_s, 0, {{u"laser"_s}, {u"5A001"_s}, {{u"5A001.b"_s, u"too slow"_s}}}},
                       {u"i2"_s, {}, 2, {}}};
    structure.recipients = {{u"r1"_s, u"A co-author"_s}};
    return structure;
}

NewCase sampleCase(const QString &title)
{
    NewCase newCase;
    newCase.title = title;
    newCase.structure = sampleStructure();
    newCase.about.assessor = u"R. Esearcher"_s;
    newCase.about.purpose = u"Publication"_s;
    newCase.catalogueHash = u"c0ffee"_s;
    newCase.catalogueVersion = u"0.1.0"_s;
    return newCase;
}

SavedAnswer answer(const QString &fact, const QJsonValue &value, const QString &holder, int point)
{
    return {{fact, holder, point}, value, {}, {}, {}, false};
}

FinishedDocument documentOf(const QString &reference, int revision, const QString &title, const QString &outcome)
{
    FinishedDocument document;
    document.reference = reference;
    document.revision = revision;
    document.title = title;
    document.outcome = outcome;
    document.catalogueHash = u"c0ffee"_s;
    document.catalogueVersion = u"0.1.0"_s;
    document.finished = QDateTime::fromString(u"2025-06-02T10:00:00Z"_s, Qt::ISODate);
    QJsonObject json{{u"format"_s, u"clearway.assessment/1"_s},
                     {u"reference"_s, reference},
                     {u"revision"_s, revision},
                     {u"title"_s, title},
                     {u"outcome"_s, outcome},
                     {u"finished"_s, timeToText(document.finished)}};
    document.fingerprint = *fingerprintOf(QJsonDocument(json).toJson());
    json.insert(u"fingerprint"_s, document.fingerprint);
    document.json = QJsonDocument(json).toJson();
    return document;
}

assessment::Review sampleReview()
{
    return {assessment::ReviewFinding::Agrees, u"O. Fficer"_s, u"Export controls officer"_s, QDate(2025, 6, 1),
            u"Seen with the publication plan"_s};
}

assessment::SupplyEntry sampleSupply(const QString &goods)
{
    return {goods, u"P-2025-17"_s, u"Prof. Kyōto"_s, QDate(2025, 6, 1), QDate(2025, 6, 3), u"by mail"_s, u"one file"_s};
}

Result<CaseId> fill(Register &cases)
{
    std::optional<RegisterError> failed;
    const auto check = [&](const auto &result) {
        if (!result && !failed)
            failed = result.error();
    };
    const Result<CaseContent> created = cases.createCase(sampleCase(u"Paper on lasers"_s));
    if (!created)
        return std::unexpected(created.error());
    const CaseId id = created->summary.id;
    const QString reference = created->summary.reference;
    check(cases.saveAnswer(id, answer(u"case.sanctions"_s, u"no"_s)));
    check(cases.saveAnswer(
        id, {{u"item.kind"_s, u"i1"_s, -1}, u"technology"_s, u"As agreed"_s, u"clause 4"_s, u"R.E."_s, true}));
    check(cases.saveAnswer(id, answer(u"sample_rate"_s, u"3 GHz"_s, u"i2"_s, 1)));
    check(cases.saveAnswer(id, answer(u"item.entries"_s, QJsonArray{u"5A001.b"_s, u"5E001"_s}, u"i1"_s)));
    check(cases.saveAnswer(id, answer(u"recipient.place"_s, u"DE"_s, u"r1"_s)));
    check(cases.recordResultShown(id, u"permit-unlikely"_s));
    check(cases.saveAnswer(id, answer(u"recipient.place"_s, u"JP"_s, u"r1"_s), u"They moved"_s));
    check(cases.removeAnswer(id, {u"sample_rate"_s, u"i2"_s, 1}));
    check(cases.explainLateChange(id, 2, u"A slip of the pen"_s));
    check(cases.rename(id, u"Paper on fibre lasers"_s));
    check(cases.finish(id, documentOf(reference, 1, u"Paper on fibre lasers"_s)));
    check(cases.openRevision(id));
    check(cases.saveAnswer(id, answer(u"recipient.place"_s, u"unsure"_s, u"r1"_s)));
    check(cases.recordReview(id, 1, documentOf(reference, 1, u"Paper on fibre lasers"_s).fingerprint, sampleReview()));
    check(cases.logSupply(id, sampleSupply(u"The draft"_s)));
    check(cases.logSupply(id, sampleSupply(u"The draft, second version"_s), 1));
    check(cases.strikeSupply(id, 2, u"It was never sent"_s));
    check(cases.importDocument(documentOf(u"CW-2222-3333"_s, 2, u"From elsewhere"_s), sampleStructure(), {},
                               {answer(u"case.sanctions"_s, true)}));
    const Result<CaseContent> other = cases.createCase(sampleCase(u"Given up"_s));
    check(other);
    if (other) {
        check(cases.saveAnswer(other->summary.id, answer(u"case.sanctions"_s, u"no"_s)));
        check(cases.removeDraft(other->summary.id));
    }
    check(cases.archiveCatalogue(u"c0ffee"_s, u"0.1.0"_s, QByteArray("entries: and so on\n").repeated(50)));
    if (failed)
        return std::unexpected(*failed);
    return id;
}

QStringList dump(const QString &path)
{
    static int connections = 0;
    const QString name = u"dump %1"_s.arg(++connections);
    QStringList lines;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        database.setDatabaseName(QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded()) + "?mode=ro&immutable=1"_L1);
        if (!database.open())
            lines << u"unreadable "_s + database.lastError().text();
        for (const QString &table :
             {u"register"_s, u"cases"_s, u"revisions"_s, u"answers"_s, u"late_changes"_s, u"reviews"_s, u"supply_log"_s,
              u"audit"_s, u"heads"_s, u"catalogues"_s, u"readings"_s}) {
            QSqlQuery query(database);
            QStringList rows;
            if (query.exec(u"SELECT * FROM "_s + table)) {
                while (query.next()) {
                    QStringList cells{table};
                    for (int column = 0; column < query.record().count(); ++column) {
                        const QByteArray bytes = query.value(column).toByteArray();
                        cells << (query.isNull(column) ? u"NULL"_s : QString::fromLatin1(bytes.toHex()));
                    }
                    rows << cells.join(u'|');
                }
            }
            if (query.lastError().isValid())
                rows << u"unreadable "_s + table;
            rows.sort();
            lines += rows;
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return lines;
}

QString problemsOf(const Verification &verification)
{
    QStringList lines;
    for (const Problem &problem : verification.problems)
        lines << problem.table + u" "_s + problem.row + u": "_s + problem.what;
    return lines.join(u'\n');
}

} // namespace clearway::cases::testing
