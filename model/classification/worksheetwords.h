// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

namespace clearway::classification {

/// "met", "missed", "not known", "does not matter any more"; of a decontrol note "takes it out", …
QString stateInWords(const WorksheetRow &row);
/// The mark beside the word: ✓ ✗ ? –
QString stateMark(const WorksheetRow &row);

/// What a row is about, on one line: a position's code and title, the operating point, the question.
QString titleInWords(const WorksheetRow &row);

/// What a row asks: a criterion's limit; of a position which of the positions below it must be met.
QString requiredInWords(const WorksheetRow &row);

/// The answer of a criterion, or what its formula comes to: "1 GSPS", "not sure"; empty where there is none.
QString valueInWords(const WorksheetRow &row);

/// How far the value is from the limit; empty where there is nothing to measure.
QString marginInWords(const WorksheetRow &row);

/// Where the answer comes from: source, note, who said it.
QString sourceInWords(const WorksheetRow &row);

/// Proposed as the reason for a rejection: the criteria that fail, with their numbers ("sample rate 1 GSPS is not above
/// 1.3 GSPS"). Empty where nothing is missed.
QString reasonToReject(const Worksheet &worksheet);

/// "above 1.3 GSPS".
QString comparedInWords(language::Comparison comparison, const QString &limit);
/// A formula with the names of its facts in words: "gate delay × gate power".
QString formulaInWords(const language::Arithmetic &formula);
/// The name of a parameter: "sample rate".
QString parameterName(const QString &fact);

} // namespace clearway::classification
