// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/conclusion.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace clearway::testing {

/// One set of answers put to one state of the law or day, and what must come of it. tests/data/law-cases/README.md says
/// how the files are read.
struct LawCase {
    QString name;  ///< "exports.json: a listed thing is posted (item.kind=carrier), 2024"
    QString state; ///< id of the state that the answers are put to
    reasoning::Answers answers;
    QStringList verified; ///< what an office has verified: "s10/official_duties"

    /// By provision: "applies", "excepted spoken"; those not named are not regulated. Absent: not looked at.
    std::optional<QMap<QString, QString>> provisions;
    std::optional<QString> outcome;
    std::optional<QStringList> requirements; ///< "permit s10 certain", sorted
    std::optional<QStringList> duties;       ///< sorted; "possible ID" where it only may arise
    std::optional<QStringList> warnings;     ///< likewise
    std::optional<QStringList> tippedBy;     ///< facts and unverified rules, sorted
    std::optional<QString> exception;        ///< "s10/spoken", the only one that takes something out
    std::optional<bool> listOpened;
};

/// All cases of tests/data/law-cases; ends the program with what is wrong in a file.
QList<LawCase> lawCases();

/// The rules with what the case's office has verified taken as verified.
language::RuleBook asVerified(const language::RuleBook &rules, const LawCase &one);

/// What the conclusion says otherwise than the case expects, one line each; empty: it is as expected.
QStringList differences(const LawCase &one, const reasoning::Conclusion &conclusion);

} // namespace clearway::testing
