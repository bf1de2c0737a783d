// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QJsonArray>
#include <QJsonObject>

namespace clearway::assessment {

/// The members of a document that tell a conclusion: "outcome", "because", "requirements", "findings", … `withProof`
/// adds the proof tree of every finding.
QJsonObject conclusionToJson(const reasoning::Conclusion &conclusion, const language::RuleBook &rules, bool withProof);

/// The member "law": the state that was asked, and how.
QJsonObject lawToJson(const reasoning::Conclusion &conclusion, const language::RuleBook &rules);

/// {"fact", "holder", "point"}; the last two only where they say something.
QJsonObject keyToJson(const reasoning::FactKey &key);

/// A value; as plain text where the fact is unknown to the rules.
QJsonValue anyValueToJson(const language::Value &value, const QString &fact, const language::RuleBook &rules);

/// Puts text under a name unless it is empty.
void put(QJsonObject &object, QLatin1StringView name, const QString &text);

} // namespace clearway::assessment
