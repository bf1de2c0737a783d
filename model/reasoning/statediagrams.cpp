// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/statediagrams.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::LawState;
using language::Provision;
using language::RuleBook;

static bool operatesOn(const Provision &provision, const LawState &state, QDate day)
{
    const QDate from = provision.operatesFrom.isValid() ? provision.operatesFrom : state.operatesFrom;
    const QDate until = provision.operatesUntil.isValid() ? provision.operatesUntil : state.operatesUntil;
    return from.isValid() && day >= from && (!until.isValid() || day <= until);
}

static ProvisionDiagram diagramOf(const Provision &provision, const Combination &combination, Completion &completion)
{
    ProvisionDiagram result;
    result.provision = &provision;
    result.combination = combination;
    Diagram &diagram = completion.diagram();
    result.elements = Diagram::True;
    for (const language::Element &element : provision.elements)
        result.elements = diagram.both(result.elements, completion.of(element, provision.id, combination));
    Diagram::Node frees = Diagram::False;
    Diagram::Node covers = Diagram::False;
    Diagram::Node notifies = Diagram::False;
    for (const language::Exception &exception : provision.exceptions) {
        const Diagram::Node node = completion.of(exception.condition, provision.id, combination);
        result.exceptions.append(node);
        Diagram::Node &sum = exception.effect == language::ExceptionEffect::Frees    ? frees
                             : exception.effect == language::ExceptionEffect::Covers ? covers
                                                                                     : notifies;
        sum = diagram.either(sum, node);
    }
    Diagram::Node rest = result.elements;
    const auto take = [&](Diagram::Node way) {
        const Diagram::Node taken = diagram.both(rest, way);
        rest = diagram.both(rest, diagram.opposite(way));
        return taken;
    };
    result.freed = take(frees);
    result.covered = take(covers);
    result.notified = take(notifies);
    result.applies = rest;
    return result;
}

/// What a provision asks for where nothing more special is said.
static QLatin1StringView kindOf(const Provision &provision)
{
    for (const QLatin1StringView kind : {"approval"_L1, "notification"_L1, "stop"_L1, "refer"_L1}) {
        if (provision.requirement.kind == kind)
            return kind;
    }
    return "permit"_L1;
}

StateDiagrams::StateDiagrams(const PreparedRules &rules, const LawState &state, const Answers &answers, bool asWritten)
    : classes(rules.classesOf(state))
    , completion(classes, answers)
{
    Diagram &diagram = completion.diagram();
    const auto add = [&](Diagram::Node &sum, Diagram::Node node) { sum = diagram.either(sum, node); };
    const QList<Combination> combinations = answers.combinations();
    for (const Combination &combination : combinations) {
        for (const Provision &provision : state.provisions) {
            ProvisionDiagram placed = diagramOf(provision, combination, completion);
            placed.operates = asWritten || operatesOn(provision, state, answers.on);
            if (placed.operates) {
                m_anythingOperates = true;
                if (const QLatin1StringView kind = kindOf(provision); kind == "stop"_L1)
                    add(stop, placed.applies);
                else if (kind == "refer"_L1)
                    add(refer, placed.applies);
            }
            provisions.append(placed);
        }
        const bool dutiesOperate = asWritten || (state.operatesFrom.isValid() && answers.on >= state.operatesFrom);
        for (qsizetype i = 0; dutiesOperate && i < state.duties.size(); ++i) {
            if (state.duties[i].when)
                duties.append({i, combination, completion.of(*state.duties[i].when, combination)});
        }
        for (qsizetype i = 0; i < state.warnings.size(); ++i) {
            if (!state.warnings[i].when)
                continue;
            const Diagram::Node node = completion.of(*state.warnings[i].when, combination);
            warnings.append({i, combination, node});
            if (state.warnings[i].stops)
                add(stop, node);
        }
    }
}

std::vector<Diagram::Node> StateDiagrams::partsOf(Diagram::Node ProvisionDiagram::*part, QLatin1StringView kind) const
{
    std::vector<Diagram::Node> parts;
    for (const ProvisionDiagram &placed : provisions) {
        const bool counts = placed.operates && (kind.isEmpty() || kindOf(*placed.provision) == kind);
        if (counts && placed.*part != Diagram::False)
            parts.push_back(placed.*part);
    }
    return parts;
}

Diagram::Node StateDiagrams::some(const std::vector<Diagram::Node> &parts)
{
    Diagram::Node sum = Diagram::False;
    for (const Diagram::Node part : parts)
        sum = completion.diagram().either(sum, part);
    return sum;
}

Truth StateDiagrams::truthOfSome(const std::vector<Diagram::Node> &parts)
{
    if (parts.empty())
        return Truth::False;
    if (std::ranges::contains(parts, Diagram::True))
        return Truth::True;
    if (completion.diagram().findsAllFalse(parts))
        return Truth::Unknown;
    return some(parts) == Diagram::True ? Truth::True : Truth::Unknown;
}

Truth StateDiagrams::permitNeeded()
{
    return truthOfSome(partsOf(&ProvisionDiagram::applies, "permit"_L1));
}

Truth StateDiagrams::approvalNeeded()
{
    return truthOfSome(partsOf(&ProvisionDiagram::applies, "approval"_L1));
}

Truth StateDiagrams::notificationNeeded()
{
    std::vector<Diagram::Node> parts = partsOf(&ProvisionDiagram::applies, "notification"_L1);
    const std::vector<Diagram::Node> notified = partsOf(&ProvisionDiagram::notified);
    parts.insert(parts.end(), notified.begin(), notified.end());
    return truthOfSome(parts);
}

Truth StateDiagrams::coveredByPermit()
{
    return truthOfSome(partsOf(&ProvisionDiagram::covered));
}

Truth StateDiagrams::someExcepted()
{
    return truthOfSome(partsOf(&ProvisionDiagram::freed));
}

Diagram::Node StateDiagrams::permit()
{
    return some(partsOf(&ProvisionDiagram::applies, "permit"_L1));
}

Diagram::Node StateDiagrams::approval()
{
    return some(partsOf(&ProvisionDiagram::applies, "approval"_L1));
}

Diagram::Node StateDiagrams::notify()
{
    return completion.diagram().either(some(partsOf(&ProvisionDiagram::applies, "notification"_L1)),
                                       some(partsOf(&ProvisionDiagram::notified)));
}

Diagram::Node StateDiagrams::covered()
{
    return some(partsOf(&ProvisionDiagram::covered));
}

Diagram::Node StateDiagrams::excepted()
{
    return some(partsOf(&ProvisionDiagram::freed));
}

QList<Diagram::Node> StateDiagrams::whatMustBeDone() const
{
    QList<Diagram::Node> nodes{stop};
    for (const ProvisionDiagram &placed : provisions) {
        if (placed.operates)
            nodes << placed.applies << placed.notified << placed.covered;
    }
    return nodes;
}

const LawState *stateFor(const RuleBook &rules, const Answers &answers, const QString &stateId)
{
    const QString id = stateId.isEmpty() ? answers.law : stateId;
    if (!id.isEmpty())
        return rules.state(id);
    if (const LawState *operating = rules.stateOn(answers.on))
        return operating;
    for (const LawState &state : rules.states) {
        if (state.operatesFrom.isValid())
            return &state;
    }
    return nullptr;
}

QList<FactKey> warningFacts(const RuleBook &rules, const LawState &state)
{
    QSet<QString> pages;
    QSet<QString> alone;
    for (const language::Warning &warning : state.warnings) {
        if (!warning.stops || !warning.when)
            continue;
        for (const QString &id : language::factsOf(*warning.when)) {
            const auto fact = rules.facts.constFind(id);
            if (fact == rules.facts.cend())
                continue;
            if (fact->page.isEmpty())
                alone.insert(id);
            else
                pages.insert(fact->page);
        }
    }
    QList<FactKey> keys;
    for (const QString &id : rules.factOrder) {
        const auto fact = rules.facts.constFind(id);
        if (fact != rules.facts.cend() && fact->scope == language::Scope::Case
            && (alone.contains(id) || pages.contains(fact->page)))
            keys.append({id, {}, -1});
    }
    return keys;
}

Answers withDerivedFacts(const RuleBook &rules, const Answers &answers)
{
    Answers result = answers;
    if (!rules.dateFact.isEmpty()) {
        const FactKey key{rules.dateFact, {}, -1};
        if (answers.on.isValid())
            result.set(key, language::Value(answers.on));
        else
            result.remove(key);
    }
    return result;
}

} // namespace clearway::reasoning
