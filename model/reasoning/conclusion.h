// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/preparedrules.h"
#include "model/reasoning/proof.h"

#include <QDate>
#include <QList>
#include <QString>

namespace clearway::reasoning {

/// The headline; the first of these that applies (design.md, "Outcomes").
enum class Outcome {
    StopAndRefer,
    PermitLikelyRequired,
    ApprovalLikelyRequired,
    AdviceNeeded,
    Notify,
    CoveredByPermit,
    PermitUnlikely,
    NotControlled,
};
/// "stop-and-refer", … as in the JSON and on the command line.
QString outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(QStringView name);

enum class Certainty { Certain, Possible };

/// What must be done, for one combination under one provision.
struct RequirementFinding {
    language::Requirement requirement;
    QString provision; ///< id
    QString provisionTitle;
    QString cite;
    Combination combination;
    Certainty certainty = Certainty::Certain; ///< Possible: an open fact decides
};

struct DutyFinding {
    language::Duty duty;
    QList<Combination> combinations;
    Certainty certainty = Certainty::Certain;
};

struct WarningFinding {
    language::Warning warning;
    Certainty certainty = Certainty::Certain;
};

enum class ProvisionStatus { NotRegulated, Excepted, Covered, Notifies, Applies, Open };

/// One provision put to one combination.
struct Finding {
    QString provision;
    QString title;
    QString cite;
    Combination combination;
    ProvisionStatus status = ProvisionStatus::Open;
    bool operates = true; ///< the offence operated on the day
    QString exception;    ///< id of the exception that frees, covers or notifies
    QString exceptionTitle;
    QString exceptionCite;
    QString thenDo;
    Proof proof;
};

/// What the result leans on beside plain answers and statute.
struct Leaning {
    enum class Kind {
        Unsure,
        Assumed,
        UnverifiedRule,
        SecondarySource,
        AnotherList,
        Contested,
        NotHeld,
        VerifiedByOffice, ///< a rule or a list of countries that an office read beside the text (model/overlay)
    };
    Kind kind = Kind::Unsure;
    QString id;   ///< fact or rule
    QString text; ///< one sentence
    QString cite;
    QString settledBy;
    FactKey key; ///< of a fact
};

/// A fact whose answer would tip the outcome.
struct OpenFact {
    FactKey key;    ///< of a fact; empty fact id where an unverified rule tips it
    QString rule;   ///< id of the unverified rule, else empty
    QString prompt; ///< the question, or what must be read
    QString cite;
    QString whoCanAnswer;
    bool unsure = false; ///< answered "not sure" (else unanswered)
};

/// Another way of doing it that lessens what must be done; conduct only.
struct Change {
    struct Step {
        FactKey key;
        language::Value value;
        QString text; ///< "Who will be able to get it? → Anyone, free or paid"
    };
    QList<Step> steps; ///< one or two
    Outcome outcome = Outcome::NotControlled;
};

/// What the rules of one state say to one set of answers.
struct Conclusion {
    QString state; ///< id
    QString stateTitle;
    QDate on;                     ///< null where the Act is taken as written
    bool asWritten = false;       ///< asked with --law: what the Act as written would have required
    bool operated = true;         ///< some offence of the state operated on the day
    bool afterLawChecked = false; ///< conduct after the day the law was last checked: a draft until someone confirms
    bool warningsAnswered = true; ///< all stopping warnings are answered; before that there is no headline
    Outcome outcome = Outcome::AdviceNeeded;
    bool listOpened = false; ///< the list was looked at for some item
    QString because;         ///< the reason in a sentence, naming activity and item
    QList<RequirementFinding> requirements;
    QList<DutyFinding> duties;
    QList<WarningFinding> warnings;
    QList<Finding> findings;
    QList<OpenFact> open; ///< what tips it, the first is the one to settle; empty unless advice is needed
    QList<Leaning> leansOn;
    QList<QString> notes; ///< said with the result: another list, not operating, as written
};

/// How much a conclusion says.
enum class Detail {
    Whole,
    Findings, ///< no proofs below elements and exceptions, no reasons: for who puts many answers to the rules
};

/// Puts the answers to the state that their date or `law` names. `stateId` overrides (for comparing).
/// Nothing is asserted beyond what is common to all completions of the open facts.
Conclusion conclude(const PreparedRules &rules, const Answers &answers, const QString &stateId = {},
                    Detail detail = Detail::Whole);

/// One or two changes of conduct, each ending in a lighter outcome than `answers` do; at most `limit`, fewest steps
/// first.
QList<Change> whatWouldChange(const PreparedRules &rules, const Answers &answers, const Conclusion &today,
                              int limit = 6);

} // namespace clearway::reasoning
