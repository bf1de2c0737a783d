// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"

#include <QJsonObject>

#include <expected>

namespace clearway::reasoning {

/// What is wrong in an answers file.
struct InputError {
    int line = 0; ///< 1-based; 0 where the whole file is meant
    QString path; ///< "/items/0/facts/sample_rate"
    QString message;
    QString expected;
    /// "FILE:LINE: message; expected …"
    QString toText(const QString &file) const;
};

/// Reads ANSWERS.json (design.md, "The catalogue's sources"): at most 20 MB; every error in it is reported.
/// A fact may be named by its id or, inside its scope's object, without the scope's prefix ("place" for
/// "recipient.place"). {"answers": {fact: value}} is accepted where there is one activity, item and recipient.
/// A value is a JSON scalar (or, for several choices and entries, an array), "unsure", or an object
/// {"value", "note", "source", "said_by"}.
std::expected<Answers, QList<InputError>> readAnswers(const QByteArray &json, const language::RuleBook &rules);

/// The long form of the same; readAnswers() gives back an equal value.
QJsonObject toJson(const Answers &answers, const language::RuleBook &rules);

/// One value as JSON, and in words for people ("3 GHz", "Our own research", "Japan", "not sure").
QJsonValue valueToJson(const language::Value &value, const language::FactDefinition &fact);
QString valueToText(const language::Value &value, const language::FactDefinition &fact,
                    const language::RuleBook &rules);
/// Reads one value; the error is one sentence that says what was expected.
std::expected<language::Value, QString> valueFromJson(const QJsonValue &json, const language::FactDefinition &fact,
                                                      const language::RuleBook &rules);

} // namespace clearway::reasoning
