// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

namespace clearway::assessment {

/// A state of the Act, as written, and its headline for the same answers.
struct ComparedState {
    QString id;
    QString title;
    QString act;
    bool everOperated = true;
    reasoning::Outcome outcome = reasoning::Outcome::AdviceNeeded;
    QString because;
    QStringList requirements; ///< titles, each once
};

/// What a provision says to a combination in one state.
struct ComparedCell {
    bool exists = false; ///< the state has this provision
    QString cite;
    reasoning::ProvisionStatus status = reasoning::ProvisionStatus::NotRegulated;
    QString exception; ///< id
    QString exceptionTitle;
    QString exceptionCite;
    bool differs = false; ///< from the state before it: another status, or another exception
};

struct ComparedFinding {
    QString provision; ///< id
    QString title;     ///< as in the latest state that has it
    reasoning::Combination combination;
    QList<ComparedCell> cells; ///< one for each state, in the states' order
    bool differs = false;      ///< between some states
};

/// What one amendment made of the same conduct.
struct Amendment {
    QString before; ///< id of the state
    QString after;
    QString title; ///< of the Act as it made it, with its own name in it; of the state where the catalogue names no Act
    reasoning::Outcome outcomeBefore = reasoning::Outcome::AdviceNeeded;
    reasoning::Outcome outcomeAfter = reasoning::Outcome::AdviceNeeded;
    bool changesOutcome = false;
    QStringList differences; ///< one sentence for each provision and combination that it treats otherwise; each once
};

/// The same answers under every state of the Act, side by side.
struct Comparison {
    QList<ComparedState> states; ///< oldest first
    QList<ComparedFinding> findings;
    QList<Amendment> amendments; ///< one between each two neighbouring states
    /// Whether any state treats the conduct otherwise than another.
    bool differs() const;
};

/// `compared`: conclusions of the same answers, one for each state, oldest first (Assessment::compared).
Comparison compare(const language::RuleBook &rules, const QList<reasoning::Conclusion> &compared);

/// An outcome and a provision's status in words.
QString outcomeTitle(reasoning::Outcome outcome);
QString statusTitle(reasoning::ProvisionStatus status);

} // namespace clearway::assessment
