// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QByteArray>
#include <QJsonObject>

namespace clearway::assessment {

/// The name and number of the document's format; a reader refuses a greater number.
inline constexpr QLatin1StringView formatName{"clearway.assessment/1"};

/// The assessment as the document that assessment.schema.json describes, with its fingerprint. `rules` are those it was
/// concluded with. Where `technicalAnnex` is false it has to come from withoutTechnicalAnnex().
QJsonObject toJson(const Assessment &assessment, const language::RuleBook &rules);

/// SHA-256 over the canonical form (RFC 8785) of the document without its member "fingerprint".
QString fingerprintOf(const QJsonObject &document);

/// What is written to a file and attached to a PDF: UTF-8, indented for people. The fingerprint does not depend on it.
QByteArray toBytes(const QJsonObject &document);

/// The text of the JSON Schemas that are published with the program.
QByteArray assessmentSchema();
QByteArray answersSchema();
QByteArray overlaySchema();

} // namespace clearway::assessment
