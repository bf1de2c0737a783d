// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/json.h"

#include "model/assessment/aboutjson.h"
#include "model/assessment/canonicaljson.h"
#include "model/assessment/conclusionjson.h"
#include "model/assessment/names.h"
#include "model/assessment/overlayjson.h"
#include "model/assessment/worksheetjson.h"
#include "model/reasoning/answersjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

// The resources of a static library are kept by the linker only where something asks for them by name.
static void keepResources()
{
    Q_INIT_RESOURCE(model_assessment_schemas);
}

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::RuleBook;

namespace {

QString moment(const QDateTime &when)
{
    return when.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QJsonObject catalogueToJson(const CatalogueIdentity &catalogue)
{
    QJsonObject object;
    object.insert("version"_L1, catalogue.version);
    object.insert("sources_hash"_L1, catalogue.sourcesHash);
    if (catalogue.lawChecked.isValid())
        object.insert("law_checked"_L1, catalogue.lawChecked.toString(Qt::ISODate));
    put(object, "law_checked_against"_L1, catalogue.lawCheckedAgainst);
    put(object, "list_id"_L1, catalogue.listId);
    put(object, "list_name"_L1, catalogue.listName);
    // Nothing at all where nothing was read, so that such a document stays as it always was.
    if (!catalogue.overlayHash.isEmpty())
        object.insert("overlay"_L1,
                      QJsonObject{{u"hash"_s, catalogue.overlayHash}, {u"entries"_s, catalogue.overlayEntries}});
    return object;
}

QJsonObject lateChangeToJson(const LateChange &change, const RuleBook &rules)
{
    QJsonObject object;
    if (change.when.isValid())
        object.insert("when"_L1, moment(change.when));
    if (!change.key.fact.isEmpty())
        object.insert("fact"_L1, keyToJson(change.key));
    object.insert("before"_L1, anyValueToJson(change.before, change.key.fact, rules));
    object.insert("after"_L1, anyValueToJson(change.after, change.key.fact, rules));
    put(object, "reason"_L1, change.reason);
    return object;
}

QJsonObject changeToJson(const reasoning::Change &change, const RuleBook &rules)
{
    QJsonArray steps;
    for (const reasoning::Change::Step &step : change.steps) {
        QJsonObject object;
        object.insert("fact"_L1, keyToJson(step.key));
        object.insert("value"_L1, anyValueToJson(step.value, step.key.fact, rules));
        object.insert("text"_L1, step.text);
        steps.append(object);
    }
    QJsonObject object;
    object.insert("steps"_L1, steps);
    object.insert("outcome"_L1, reasoning::outcomeName(change.outcome));
    return object;
}

QByteArray resource(const QString &name)
{
    keepResources();
    QFile file(u":/clearway/schemas/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QJsonObject toJson(const Assessment &assessment, const RuleBook &rules)
{
    QJsonObject document = conclusionToJson(assessment.conclusion, rules, assessment.technicalAnnex);
    document.insert("format"_L1, QString(formatName));
    document.insert("reference"_L1, assessment.reference);
    document.insert("revision"_L1, assessment.revision);
    document.insert("state"_L1, stateName(assessment.state));
    document.insert("title"_L1, assessment.title);
    document.insert("made_by"_L1, assessment.madeBy);
    if (assessment.started.isValid())
        document.insert("started"_L1, moment(assessment.started));
    if (assessment.finished.isValid())
        document.insert("finished"_L1, moment(assessment.finished));
    document.insert("catalogue"_L1, catalogueToJson(assessment.catalogue));
    if (!assessment.overlay.isEmpty())
        document.insert("overlay"_L1, overlayToJson(assessment.overlay));
    document.insert("about"_L1, aboutToJson(assessment.about));
    document.insert("law"_L1, lawToJson(assessment.conclusion, rules));
    document.insert("answers"_L1, reasoning::toJson(assessment.answers, rules));
    QJsonArray compared;
    for (const reasoning::Conclusion &conclusion : assessment.compared) {
        QJsonObject object = conclusionToJson(conclusion, rules, false);
        object.insert("law"_L1, lawToJson(conclusion, rules));
        compared.append(object);
    }
    document.insert("compared"_L1, compared);
    // Nothing at all where nothing was considered, as in documents from before there were worksheets.
    if (assessment.technicalAnnex && !assessment.worksheets.isEmpty()) {
        QJsonArray worksheets;
        for (const classification::Worksheet &worksheet : assessment.worksheets)
            worksheets.append(worksheetToJson(worksheet, rules));
        document.insert("worksheets"_L1, worksheets);
    }
    QJsonArray changes;
    for (const reasoning::Change &change : assessment.changes)
        changes.append(changeToJson(change, rules));
    document.insert("changes"_L1, changes);
    QJsonArray lateChanges;
    for (const LateChange &change : assessment.lateChanges)
        lateChanges.append(lateChangeToJson(change, rules));
    document.insert("late_changes"_L1, lateChanges);
    document.insert("draft_because"_L1, QJsonArray::fromStringList(assessment.draftBecause));
    if (assessment.holdsUntil.isValid())
        document.insert("holds_until"_L1, assessment.holdsUntil.toString(Qt::ISODate));
    document.insert("technical_annex"_L1, assessment.technicalAnnex);
    // Once through the canonical form, so that text no UTF-8 file can hold (half a surrogate pair) is mended before the
    // fingerprint is taken and not after.
    document = QJsonDocument::fromJson(canonicalJson(document)).object();
    document.insert("fingerprint"_L1, fingerprintOf(document));
    return document;
}

QString fingerprintOf(const QJsonObject &document)
{
    QJsonObject bare = document;
    bare.remove("fingerprint"_L1);
    return sha256Hex(canonicalJson(bare));
}

QByteArray toBytes(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

QByteArray assessmentSchema()
{
    return resource(u"assessment.schema.json"_s);
}

QByteArray answersSchema()
{
    return resource(u"answers.schema.json"_s);
}

QByteArray overlaySchema()
{
    return resource(u"overlay.schema.json"_s);
}

} // namespace clearway::assessment
