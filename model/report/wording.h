// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <limits>

namespace clearway::report {

/// What things are called in a record: by the person's own titles, else by what the answers say they are.
class Wording {
public:
    static constexpr qsizetype whole = std::numeric_limits<qsizetype>::max();

    /// Both must outlive it.
    Wording(const assessment::Assessment &assessment, const language::RuleBook &rules);

    QString activity(const QString &id) const;
    QString item(const QString &id) const;
    QString itemKind(const QString &id) const;  ///< where its own words do not tell it already; else empty
    QString recipient(const QString &id) const; ///< as role and place: "Recipient 1 (Japan)"; never a name
    /// What else was chosen about an activity: how it goes, from where.
    QString means(const QString &activity) const;
    QString holder(const reasoning::FactKey &key) const;
    /// Only then does a fact need to say whose it is.
    bool isOneOfSeveral(const reasoning::FactKey &key) const;
    QString answer(const reasoning::FactKey &key) const; ///< in words; empty where there is none
    QString prompt(const QString &fact) const;
    /// Every activity with its items: "“Send a draft” with “Manuscript”"; each name cut to `longest` characters.
    /// The requirement that makes the outcome what it is, a certain one first; null where none does.
    const reasoning::RequirementFinding *gravest() const;
    /// What the outcome is about; empty: all of it.
    QList<reasoning::Combination> concerned() const;
    QString conduct(qsizetype longest = whole) const;
    QString day() const; ///< "on 1 June 2025", or as written under which state
    /// The headline: one sentence naming activity, item and date.
    QString result(qsizetype longest = whole) const;
    /// Why: what follows the headline's own words in the conclusion's reason, or all of it.
    QString reason() const;
    QString doAndDoNot() const; ///< what to do and not to do, who acts and by when, in one line

    const assessment::Assessment &assessment() const { return m_assessment; }
    const language::RuleBook &rules() const { return m_rules; }
    const language::LawState *state() const { return m_rules.state(m_assessment.conclusion.state); }

private:
    QString described(language::Scope scope, const QString &id) const;

    const assessment::Assessment &m_assessment;
    const language::RuleBook &m_rules;
};

QString dayInWords(QDate day);                ///< "1 June 2025"
QString momentInWords(const QDateTime &when); ///< "1 June 2025, 09:30 UTC"
QString truthInWords(reasoning::Truth truth);
QString stateInWords(const assessment::Assessment &assessment, qsizetype reviews);
/// At most `longest` characters; what is cut ends in "…".
QString shortened(const QString &text, qsizetype longest);
/// Non-empty parts with a separator between.
QString joined(const QStringList &parts, const QString &separator);

} // namespace clearway::report
