// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/assessment/assessment.h"

#include <QByteArray>

#include <expected>

namespace clearway::ui {

enum class RecordFormat { Pdf, Html, Markdown, Json };

/// ".pdf", …
QString suffixOf(RecordFormat format);

/// The record in that form. May take a second for a PDF: run it on a worker. The error is one sentence.
std::expected<QByteArray, QString> renderRecord(RecordFormat format, const assessment::Assessment &assessment,
                                                const language::RuleBook &rules, bool technicalAnnex);

/// Writes the file whole or leaves what was there. The error is one or two sentences and names the path.
std::expected<void, QString> writeFile(const QString &path, const QByteArray &bytes);

} // namespace clearway::ui
