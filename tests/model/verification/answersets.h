// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/conclusion.h"

#include <QRandomGenerator>
#include <QSet>

#include <map>

namespace clearway::testing {

/// Random answers to every question that the conditions of one state turn on, most of them complete.
class AnswerSets {
public:
    AnswerSets(const language::RuleBook &rules, const language::LawState &state, quint32 seed);

    reasoning::Answers next();
    /// "world(Number, Day, …)." for oracle.pl.
    QString world(const reasoning::Answers &answers, int number) const;
    /// "order(…)." which question each place in a world answers.
    QString order() const;

private:
    void addFacts(const language::ConditionPtr &condition);
    QDate randomDay();
    language::Value randomAnswer(const language::FactDefinition &fact);
    const QStringList &factsOf(language::Scope scope) const { return m_byScope.at(scope); }
    QString valuesOf(const reasoning::Answers &answers, language::Scope scope, const QString &holder) const;

    const language::RuleBook &m_rules;
    const language::LawState &m_state;
    QRandomGenerator m_random;
    QSet<QString> m_facts;
    std::map<language::Scope, QStringList> m_byScope; ///< the same, in the order of the questions
};

/// The conclusion in the words of oracle.pl.
QString verdict(const reasoning::Conclusion &conclusion, int number);

} // namespace clearway::testing
