// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordfiles.h"

#include "model/assessment/json.h"
#include "model/assessment/summary.h"
#include "model/report/html.h"
#include "model/report/markdown.h"
#include "model/report/pdf.h"
#include "model/report/report.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace clearway::ui {

struct Files {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

QString suffixOf(RecordFormat format)
{
    switch (format) {
    case RecordFormat::Pdf: return u".pdf"_s;
    case RecordFormat::Html: return u".html"_s;
    case RecordFormat::Markdown: return u".md"_s;
    case RecordFormat::Json: break;
    }
    return u".json"_s;
}

std::expected<QByteArray, QString> renderRecord(RecordFormat format, const assessment::Assessment &assessment,
                                                const language::RuleBook &rules, const report::ReportOptions &options)
{
    return render(format, report::build(assessment, rules, options));
}

std::expected<QByteArray, QString> render(RecordFormat format, const report::Report &report)
{
    if (format == RecordFormat::Json)
        return report.attachment;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return std::unexpected(Files::tr("There is no memory for the record."));
    const auto done = format == RecordFormat::Pdf    ? report::writePdf(report, buffer)
                      : format == RecordFormat::Html ? report::writeHtml(report, buffer)
                                                     : report::writeMarkdown(report, buffer);
    if (!done)
        return std::unexpected(Files::tr("The record could not be made."));
    buffer.close();
    return bytes;
}

std::expected<void, QString> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return std::unexpected(Files::tr("%1 could not be written: %2. Your answers are safe; choose another place.")
                                   .arg(QDir::toNativeSeparators(path), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failed();
    return {};
}

} // namespace clearway::ui
