// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/report.h"

#include <QJsonArray>

namespace clearway::report {

/// Something that an application asks for, with what the record says of it.
struct DraftField {
    language::ApplicationField field;
    QStringList value; ///< a line each; empty: the person fills it in
};

/// An application as far as a record can fill it in. A draft for a person to complete and lodge, not a form
/// of Defence.
struct ApplicationDraft {
    language::Application application;
    QList<reasoning::Combination> combinations; ///< what it is for
    bool possible = false;                      ///< needed only if an open question goes that way
    QList<DraftField> fields;
};

/// A draft for each application that the requirements ask for, and for an assessment by Defence where advice
/// is needed; what several requirements ask for alike is one draft. Empty where nothing is to be applied for.
QList<ApplicationDraft> applicationDrafts(const assessment::Assessment &assessment, const language::RuleBook &rules);

/// The drafts as one document to be printed. It names people and technical detail: it is for the office that
/// lodges it.
Report build(const QList<ApplicationDraft> &drafts, const assessment::Assessment &assessment,
             const language::RuleBook &rules);

/// The same as data, see application.schema.json.
QJsonObject toJson(const QList<ApplicationDraft> &drafts, const assessment::Assessment &assessment,
                   const language::RuleBook &rules);

} // namespace clearway::report
