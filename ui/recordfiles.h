// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/assessment/assessment.h"
#include "model/report/report.h"

#include <QByteArray>

#include <expected>

namespace clearway::ui {

enum class RecordFormat { Pdf, Html, Markdown, Json };

/// ".pdf", …
QString suffixOf(RecordFormat format);

/// A document in that form; JSON is what goes with it. May take a second for a PDF: run it on a worker. The
/// error is one sentence.
std::expected<QByteArray, QString> render(RecordFormat format, const report::Report &report);
/// The record in that form.
std::expected<QByteArray, QString> renderRecord(RecordFormat format, const assessment::Assessment &assessment,
                                                const language::RuleBook &rules, const report::ReportOptions &options);

/// Writes the file whole or leaves what was there. The error is one or two sentences and names the path.
std::expected<void, QString> writeFile(const QString &path, const QByteArray &bytes);

} // namespace clearway::ui
