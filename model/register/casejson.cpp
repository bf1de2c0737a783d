// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/casejson.h"

#include "model/assessment/canonicaljson.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace clearway::cases {

namespace {

const QString timeFormat = u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s;

// The names are part of the stored form: a member may be added here, a name never changed.
const std::array<std::pair<QLatin1StringView, QString assessment::About::*>, 9> aboutMembers = {{
    {"assessor"_L1, &assessment::About::assessor},
    {"role"_L1, &assessment::About::role},
    {"unit"_L1, &assessment::About::unit},
    {"contact"_L1, &assessment::About::contact},
    {"institution"_L1, &assessment::About::institution},
    {"project"_L1, &assessment::About::project},
    {"agreement"_L1, &assessment::About::agreement},
    {"sponsor"_L1, &assessment::About::sponsor},
    {"purpose"_L1, &assessment::About::purpose},
}};

QJsonArray textsToJson(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList textsFromJson(const QJsonValue &json)
{
    QStringList texts;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &text : array)
        texts << text.toString();
    return texts;
}

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject lookedToJson(const reasoning::Looked &looked)
{
    QJsonObject json;
    if (!looked.searches.isEmpty())
        json.insert("searches"_L1, textsToJson(looked.searches));
    if (!looked.opened.isEmpty())
        json.insert("opened"_L1, textsToJson(looked.opened));
    QJsonArray rejected;
    for (const reasoning::Looked::Rejection &rejection : looked.rejected)
        rejected.append(QJsonObject{{"code"_L1, rejection.code}, {"because"_L1, rejection.because}});
    if (!rejected.isEmpty())
        json.insert("rejected"_L1, rejected);
    return json;
}

reasoning::Looked lookedFromJson(const QJsonObject &json)
{
    reasoning::Looked looked;
    looked.searches = textsFromJson(json["searches"_L1]);
    looked.opened = textsFromJson(json["opened"_L1]);
    const QJsonArray rejected = json["rejected"_L1].toArray();
    for (const QJsonValue &rejection : rejected)
        looked.rejected.append({rejection["code"_L1].toString(), rejection["because"_L1].toString()});
    return looked;
}

} // namespace

QString timeToText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(timeFormat) : QString();
}

QDateTime timeFromText(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, timeFormat);
    if (!time.isValid())
        return {};
    time.setTimeZone(QTimeZone::UTC);
    return timeToText(time) == text ? time : QDateTime();
}

QString canonicalText(const QJsonValue &value)
{
    return QString::fromUtf8(assessment::canonicalJson(value));
}

std::optional<QJsonValue> valueFromText(const QString &text)
{
    // QJsonDocument reads arrays and objects only, so the value is read as the one element of an array.
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson("[" + text.toUtf8() + "]", &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

QJsonObject keyToJson(const reasoning::FactKey &key)
{
    return {{"fact"_L1, key.fact}, {"holder"_L1, key.holder}, {"point"_L1, QString::number(key.point)}};
}

std::optional<reasoning::FactKey> keyFromJson(const QJsonObject &json)
{
    bool isNumber = false;
    const int point = json["point"_L1].toString().toInt(&isNumber);
    if (!json["fact"_L1].isString() || !json["holder"_L1].isString() || !isNumber)
        return std::nullopt;
    return reasoning::FactKey{json["fact"_L1].toString(), json["holder"_L1].toString(), point};
}

bool isValid(const SavedAnswer &answer)
{
    return !answer.key.fact.isEmpty() && answer.key.point >= -1 && !answer.value.isUndefined()
           && !answer.value.isNull();
}

QJsonObject answerToJson(const SavedAnswer &answer)
{
    QJsonObject json = keyToJson(answer.key);
    json.insert("value"_L1, answer.value);
    insertText(json, "note"_L1, answer.note);
    insertText(json, "source"_L1, answer.source);
    insertText(json, "said_by"_L1, answer.saidBy);
    if (answer.needsAnotherLook)
        json.insert("needs_another_look"_L1, true);
    return json;
}

std::optional<SavedAnswer> answerFromJson(const QJsonObject &json)
{
    const std::optional<reasoning::FactKey> key = keyFromJson(json);
    if (!key || !json.contains("value"_L1))
        return std::nullopt;
    return SavedAnswer{*key,
                       json["value"_L1],
                       json["note"_L1].toString(),
                       json["source"_L1].toString(),
                       json["said_by"_L1].toString(),
                       json["needs_another_look"_L1].toBool()};
}

QJsonArray answersToJson(const QList<SavedAnswer> &answers)
{
    QJsonArray json;
    for (const SavedAnswer &answer : answers)
        json.append(answerToJson(answer));
    return json;
}

QJsonArray keysToJson(const QList<reasoning::FactKey> &keys)
{
    QJsonArray json;
    for (const reasoning::FactKey &key : keys)
        json.append(keyToJson(key));
    return json;
}

QJsonObject structureToJson(const Structure &structure)
{
    QJsonObject json;
    if (structure.on.isValid())
        json.insert("on"_L1, structure.on.toString(Qt::ISODate));
    insertText(json, "law"_L1, structure.law);
    QJsonArray activities;
    for (const reasoning::ActivityScope &activity : structure.activities) {
        QJsonObject one{{"id"_L1, activity.id},
                        {"items"_L1, textsToJson(activity.items)},
                        {"recipients"_L1, textsToJson(activity.recipients)}};
        insertText(one, "title"_L1, activity.title);
        activities.append(one);
    }
    QJsonArray items;
    for (const reasoning::ItemScope &item : structure.items) {
        QJsonObject one{{"id"_L1, item.id}, {"points"_L1, QString::number(item.points)}};
        insertText(one, "title"_L1, item.title);
        if (!item.looked.isEmpty())
            one.insert("looked"_L1, lookedToJson(item.looked));
        items.append(one);
    }
    QJsonArray recipients;
    for (const reasoning::RecipientScope &recipient : structure.recipients) {
        QJsonObject one{{"id"_L1, recipient.id}};
        insertText(one, "title"_L1, recipient.title);
        recipients.append(one);
    }
    json.insert("activities"_L1, activities);
    json.insert("items"_L1, items);
    json.insert("recipients"_L1, recipients);
    return json;
}

Structure structureFromJson(const QJsonObject &json)
{
    Structure structure;
    structure.on = QDate::fromString(json["on"_L1].toString(), Qt::ISODate);
    structure.law = json["law"_L1].toString();
    const QJsonArray activities = json["activities"_L1].toArray();
    for (const QJsonValue &one : activities)
        structure.activities.append({one["id"_L1].toString(), one["title"_L1].toString(),
                                     textsFromJson(one["items"_L1]), textsFromJson(one["recipients"_L1])});
    const QJsonArray items = json["items"_L1].toArray();
    for (const QJsonValue &one : items)
        structure.items.append({one["id"_L1].toString(), one["title"_L1].toString(),
                                one["points"_L1].toString().toInt(), lookedFromJson(one["looked"_L1].toObject())});
    const QJsonArray recipients = json["recipients"_L1].toArray();
    for (const QJsonValue &one : recipients)
        structure.recipients.append({one["id"_L1].toString(), one["title"_L1].toString()});
    return structure;
}

QJsonObject aboutToJson(const assessment::About &about)
{
    QJsonObject json;
    for (const auto &[name, member] : aboutMembers)
        insertText(json, name, about.*member);
    if (!about.permits.isEmpty())
        json.insert("permits"_L1, assessment::permitsToJson(about.permits));
    return json;
}

assessment::About aboutFromJson(const QJsonObject &json)
{
    assessment::About about;
    for (const auto &[name, member] : aboutMembers)
        about.*member = json[name].toString();
    about.permits = assessment::permitsFromJson(json["permits"_L1].toArray());
    return about;
}

QJsonObject lateChangeToJson(const SavedLateChange &change)
{
    QJsonObject json = keyToJson(change.key);
    json.insert("number"_L1, QString::number(change.number));
    json.insert("before"_L1, change.before);
    json.insert("after"_L1, change.after);
    insertText(json, "reason"_L1, change.reason);
    return json;
}

QString stateName(assessment::State state)
{
    return state == assessment::State::Draft ? u"draft"_s : u"finished"_s;
}

std::optional<assessment::State> stateFromName(QStringView name)
{
    if (name == "draft"_L1)
        return assessment::State::Draft;
    if (name == "finished"_L1)
        return assessment::State::Finished;
    return std::nullopt;
}

std::expected<QString, QString> fingerprintOf(const QByteArray &document)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!parsed.isObject())
        return std::unexpected(u"no JSON object"_s);
    QJsonObject object = parsed.object();
    object.remove("fingerprint"_L1);
    return assessment::sha256Hex(assessment::canonicalJson(object));
}

QJsonObject CaseContent::answersJson() const
{
    QJsonObject caseFacts;
    QMap<QString, QJsonObject> holderFacts;
    QMap<QString, QMap<int, QJsonObject>> pointFacts;
    for (const SavedAnswer &answer : answers) {
        QJsonObject full{{"value"_L1, answer.value}};
        insertText(full, "note"_L1, answer.note);
        insertText(full, "source"_L1, answer.source);
        insertText(full, "said_by"_L1, answer.saidBy);
        if (answer.needsAnotherLook)
            full.insert("needs_another_look"_L1, true);
        const QJsonValue value = full.size() == 1 ? answer.value : QJsonValue(full);
        if (answer.key.holder.isEmpty())
            caseFacts.insert(answer.key.fact, value);
        else if (answer.key.point < 0)
            holderFacts[answer.key.holder].insert(answer.key.fact, value);
        else
            pointFacts[answer.key.holder][answer.key.point].insert(answer.key.fact, value);
    }
    QJsonObject json = structureToJson(structure);
    json.insert("case"_L1, caseFacts);
    for (const QLatin1StringView list : {"activities"_L1, "items"_L1, "recipients"_L1}) {
        QJsonArray holders = json[list].toArray();
        for (QJsonValueRef holder : holders) {
            QJsonObject one = holder.toObject();
            const QString id = one["id"_L1].toString();
            one.insert("facts"_L1, holderFacts.value(id));
            if (list == "items"_L1) {
                QJsonArray points;
                for (int point = 0; point < one["points"_L1].toString().toInt(); ++point)
                    points.append(pointFacts.value(id).value(point));
                one.insert("points"_L1, points);
            }
            holder = one;
        }
        json.insert(list, holders);
    }
    return json;
}

} // namespace clearway::cases
