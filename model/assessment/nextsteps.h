// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

namespace clearway::assessment {

/// One thing to do after the outcome. What is asked of several combinations alike is one step that names them
/// all.
struct NextStep {
    enum class Kind {
        Answer,    ///< a warning question comes first
        Refer,     ///< stop, and have it settled
        Settle,    ///< have a question answered, or a section read
        Ask,       ///< ask Defence to assess it
        Obtain,    ///< a permit, permission or approval
        Notify,    ///< tell somebody first
        Rely,      ///< keep to what the exception or permit that is relied on asks
        Keep,      ///< a record or another duty
        LookAgain, ///< when the result must be looked at again
    };
    Kind kind = Kind::Obtain;
    QString title;
    QStringList details;                                            ///< what to do and not to do, in order
    QString acts;                                                   ///< who does it
    QString decides;                                                ///< who decides, or can answer; may be empty
    QString usualTime;                                              ///< how long it usually takes; may be empty
    QString cite;                                                   ///< on what it rests, or what must be read
    QString application;                                            ///< id of the application that fits; empty: none
    reasoning::FactKey question;                                    ///< of a question to be settled
    QList<reasoning::Combination> combinations;                     ///< what it concerns; empty: all of it
    reasoning::Certainty certainty = reasoning::Certainty::Certain; ///< Possible: an open question decides
};

/// What to do, first things first. Before the warning questions are answered there is nothing else to do than
/// that.
QList<NextStep> nextSteps(const language::RuleBook &rules, const Assessment &assessment);

/// Until when the records of one duty are kept, as far as the catalogue knows a period.
struct Retention {
    QString duty; ///< its title
    QString cite;
    int years = 0;
    QDate until;          ///< null where the conduct has no day
    QString countsFrom;   ///< in words, from when the period counts
    bool verified = true; ///< false: the period, or from when it counts, was not read in the section
};

/// One for each duty with a period, counted from the day of the conduct.
QList<Retention> retentions(const Assessment &assessment);
/// The latest of them: what is kept until then is kept long enough. Null where there is none.
QDate keepUntil(const Assessment &assessment);

} // namespace clearway::assessment
