// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/case.h"

#include <QJsonArray>

#include <expected>

namespace clearway::cases {

// How the register writes its values as JSON, in the tables and in the audit, the same in every engine. Numbers are
// written as strings, so that no engine and no reader rounds them.

/// "2026-01-31T09:30:00.000Z"; empty for a null time. Texts of one form, so that they sort as the times do.
QString timeToText(const QDateTime &time);
/// Reads what timeToText() writes and nothing else; null otherwise.
QDateTime timeFromText(const QString &text);

/// The value as canonical bytes, as text.
QString canonicalText(const QJsonValue &value);
/// Reads any JSON value, scalars as well; nullopt where it is none.
std::optional<QJsonValue> valueFromText(const QString &text);

QJsonObject keyToJson(const reasoning::FactKey &key);
/// nullopt where a member is missing or of another type.
std::optional<reasoning::FactKey> keyFromJson(const QJsonObject &json);

/// It names a fact and has a value.
bool isValid(const SavedAnswer &answer);
/// The key's members and the answer's in one object.
QJsonObject answerToJson(const SavedAnswer &answer);
std::optional<SavedAnswer> answerFromJson(const QJsonObject &json);
QJsonArray answersToJson(const QList<SavedAnswer> &answers);
QJsonArray keysToJson(const QList<reasoning::FactKey> &keys);

QJsonObject structureToJson(const Structure &structure);
/// What is missing is empty; what is of another type is taken as missing.
Structure structureFromJson(const QJsonObject &json);

QJsonObject aboutToJson(const assessment::About &about);
assessment::About aboutFromJson(const QJsonObject &json);

QJsonObject lateChangeToJson(const SavedLateChange &change);

QString stateName(assessment::State state);
std::optional<assessment::State> stateFromName(QStringView name);

/// The fingerprint that belongs to an assessment document: SHA-256 over its canonical JSON without the member
/// "fingerprint", hex. The error is one sentence, where it is no JSON object.
std::expected<QString, QString> fingerprintOf(const QByteArray &document);

} // namespace clearway::cases
