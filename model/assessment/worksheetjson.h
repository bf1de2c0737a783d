// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

#include <QJsonObject>

namespace clearway::assessment {

/// A worksheet as it stands in the document and in what `check` prints: {"code", "item", "value", "rows"}.
QJsonObject worksheetToJson(const classification::Worksheet &worksheet, const language::RuleBook &rules);

/// Whether the worksheets stored in a document decide every position as these do. Words play no part: they follow the
/// language of the program that wrote them.
bool decideAlike(const QJsonValue &stored, const QList<classification::Worksheet> &worksheets,
                 const language::RuleBook &rules);

} // namespace clearway::assessment
