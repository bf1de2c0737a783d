// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/readassessment.h"
#include "model/documents/reader_process.h"
#include "model/register/register.h"

#include <expected>
#include <stop_token>

namespace clearway::ui {

/// A record from a file, and what is to be said about it.
struct OpenedRecord {
    assessment::ReadAssessment read;
    QByteArray json;
    QStringList notices; ///< one or two sentences each: changed after it was made, another catalogue, a duplicate
    cases::CaseId id;    ///< the case that holds it; null: it is only shown
};

/// Reads the record that a PDF or JSON file carries. Runs on a worker; touches no register. `office`: the rules here.
std::expected<OpenedRecord, QString> readRecord(const QString &path, const documents::ReaderProcess &reader,
                                                const overlay::OfficeRules &office, const std::stop_token &stop = {});

/// What is to be said of a record made under other readings of the office than those here; empty: nothing.
QString overlayNotice(const assessment::ReadAssessment &read);

/// Takes the record into the register where it belongs there: a finished one as it is, a draft as a draft. Adds to the
/// notices what became of it. A record that was tampered with is only shown.
void takeIn(OpenedRecord &record, cases::Register &cases, const language::RuleBook &rules);

/// Answers as the register keeps them.
QList<cases::SavedAnswer> savedAnswers(const reasoning::Answers &answers, const language::RuleBook &rules);

} // namespace clearway::ui
