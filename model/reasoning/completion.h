// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/diagram.h"
#include "model/reasoning/evaluation.h"
#include "model/reasoning/factclasses.h"

#include <QHash>
#include <QMap>

#include <map>
#include <memory>
#include <tuple>

namespace clearway::reasoning {

/// What a variable of the diagram stands for: an open fact, or an unverified rule.
struct OpenVariable {
    FactKey key;   ///< fact empty for a rule
    QString rule;  ///< id of the unverified rule, element or exception
    QString title; ///< of it
    QString cite;
};

/// The completions of open facts: conditions as decision diagrams over what is not known yet.
class Completion {
public:
    /// All three must outlive it.
    Completion(const FactClasses &classes, const Answers &answers);

    Diagram::Node of(const language::Condition &condition, const Combination &combination, int point = -1);
    /// An unverified element is open even where its condition holds. `owner`: the provision it belongs to.
    Diagram::Node of(const language::Element &element, const QString &owner, const Combination &combination);
    Diagram &diagram() { return m_diagram; }
    const OpenVariable &variable(Diagram::Variable variable) const { return m_variables[variable]; }
    /// What the function depends on.
    QList<OpenVariable> support(Diagram::Node node) const;
    /// Every fact that the function depends on: of a formula all of them, where support() names the one to ask first.
    QSet<QString> factsOf(Diagram::Node node) const;

private:
    class Builder;
    Diagram::Variable factVariable(const FactKey &key, std::uint32_t classes);
    Diagram::Node choices(const language::Condition::Picks &atom, const language::FactDefinition &fact,
                          const FactKey &key);
    Diagram::Variable partVariable(const FactKey &key, const QString &part, qsizetype index, std::uint32_t classes);
    Diagram::Variable atomVariable(const language::Condition *atom, const FactKey &key);
    Diagram::Variable ruleVariable(const QString &id, const QString &title, const QString &cite);
    Diagram::Node entries(const language::Condition &condition, const Combination &combination, int point);
    Diagram::Node metEntries(const language::Condition &condition, const QStringList &met, const Context &context,
                             const FactKey &key);
    const ListFinding &finding(const Context &context);
    Context contextFor(const Combination &combination, int point) const;

    const FactClasses *m_classes;
    const Answers *m_answers;
    Diagram m_diagram;
    QList<OpenVariable> m_variables;
    QMap<FactKey, Diagram::Variable> m_byFact;
    std::map<std::pair<const language::Condition *, FactKey>, Diagram::Variable> m_byAtom;
    QHash<QString, Diagram::Variable> m_byRule;
    std::map<std::tuple<FactKey, QString, qsizetype>, Diagram::Variable> m_byPart; ///< several variables of one fact
    std::map<std::tuple<const language::Condition *, Combination, int>, Diagram::Node> m_done;
    QMap<QString, ListFinding> m_findings; ///< by item
};

} // namespace clearway::reasoning
