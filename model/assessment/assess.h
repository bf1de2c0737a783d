// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QRandomGenerator>

namespace clearway::assessment {

/// What an assessment needs beside rules and answers. The clock is passed in: the same call gives the same document.
struct AssessOptions {
    QDateTime now;     ///< the moment of the assessment
    QString reference; ///< see newReference()
    int revision = 1;
    QString title;
    QString madeBy;    ///< "Clearway 0.1.0"
    QDateTime started; ///< null: `now`
    About about;
    QList<LateChange> lateChanges;
    overlay::Overlay overlay; ///< that was applied to the rules
    bool finish = true;       ///< asked to be finished; it stays a draft where something speaks against it
    int changesLimit = 6;     ///< 0: what would change the result is not looked for
};

/// The whole assessment: the conclusion under the law of the day (or of `answers.law`), every state as written beside
/// it, what would change it, why it stays a draft, and until when it holds.
Assessment assess(const language::RuleBook &rules, const reasoning::Answers &answers, const AssessOptions &options);

/// Fills in what follows from the rules and `assessment.answers` alone: conclusion, compared, worksheets, changes. The
/// readings of `assessment.overlay`, which must be in the rules, are named in what the conclusion leans on.
void conclude(const reasoning::PreparedRules &rules, Assessment &assessment, int changesLimit = 6);

/// The catalogue that the rules are of, and the overlay that was applied to it.
CatalogueIdentity identityOf(const language::RuleBook &rules, const overlay::Overlay &overlay = {});

/// Why the record cannot be finished, one sentence each: a warning question is open or answered by an assumption, the
/// law was checked before the day of the conduct, an answer wants another look. Empty: nothing speaks against it.
QStringList reasonsForDraft(const language::RuleBook &rules, const Assessment &assessment);

/// The questions that the stopping warnings of a state turn on, and those asked on one page with them, in the order
/// of the catalogue.
QStringList warningQuestions(const language::RuleBook &rules, const language::LawState &state);

/// The earliest day on which it must be looked at again: 12 months after `made`, or the day before the next change of
/// the law that the catalogue knows of, if that is sooner and lies after both `made` and the conduct.
QDate holdsUntil(const language::RuleBook &rules, QDate made, QDate conduct);

/// "CW-7F3K-29QD": random, of letters and digits that no one mistakes for one another.
QString newReference(QRandomGenerator &random);

} // namespace clearway::assessment
