// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/conclusionjson.h"

#include "catalogue/language/names.h"
#include "model/assessment/names.h"
#include "model/reasoning/answersjson.h"

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::RuleBook;
using reasoning::Combination;
using reasoning::Conclusion;
using reasoning::Proof;

namespace {

// A reader of JSON may refuse deep nesting (Qt's at 1024); each level of a proof takes two.
constexpr int deepestProof = 150;

void putDate(QJsonObject &object, QLatin1StringView name, QDate date)
{
    if (date.isValid())
        object.insert(name, date.toString(Qt::ISODate));
}

void putCombination(QJsonObject &object, const Combination &combination)
{
    object.insert("activity"_L1, combination.activity);
    object.insert("item"_L1, combination.item);
    object.insert("recipient"_L1, combination.recipient);
}

QJsonObject combinationToJson(const Combination &combination)
{
    QJsonObject object;
    putCombination(object, combination);
    return object;
}

QJsonArray lines(const QString &text)
{
    QJsonArray array;
    const QStringList parts = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            array.append(part.trimmed());
    }
    return array;
}

QJsonObject proofToJson(const Proof &proof, int depth)
{
    QJsonObject object;
    object.insert("kind"_L1, proofKindName(proof.kind));
    put(object, "id"_L1, proof.id);
    put(object, "title"_L1, proof.title);
    put(object, "cite"_L1, proof.cite);
    object.insert("value"_L1, truthName(proof.truth));
    if (!proof.verified)
        object.insert("verified"_L1, false);
    put(object, "leans_on"_L1, proof.leansOn);
    put(object, "detail"_L1, proof.detail);
    if (!proof.key.fact.isEmpty())
        object.insert("fact"_L1, keyToJson(proof.key));
    if (proof.children.isEmpty())
        return object;
    if (depth >= deepestProof) {
        object.insert("cut"_L1, true);
        return object;
    }
    QJsonArray children;
    for (const Proof &child : proof.children)
        children.append(proofToJson(child, depth + 1));
    object.insert("children"_L1, children);
    return object;
}

QJsonObject elementToJson(const Proof &proof)
{
    QJsonObject object;
    object.insert("id"_L1, proof.id);
    object.insert("title"_L1, proof.title);
    object.insert("cite"_L1, proof.cite);
    object.insert("value"_L1, truthName(proof.truth));
    object.insert("verified"_L1, proof.verified);
    put(object, "leans_on"_L1, proof.leansOn);
    return object;
}

const language::Provision *provisionOf(const RuleBook &rules, const QString &state, const QString &id)
{
    const language::LawState *law = rules.state(state);
    if (!law)
        return nullptr;
    for (const language::Provision &provision : law->provisions) {
        if (provision.id == id)
            return &provision;
    }
    return nullptr;
}

QJsonObject findingToJson(const reasoning::Finding &finding, const Conclusion &conclusion, const RuleBook &rules,
                          bool withProof)
{
    QJsonObject object;
    object.insert("provision"_L1, finding.provision);
    object.insert("title"_L1, finding.title);
    object.insert("cite"_L1, finding.cite);
    putCombination(object, finding.combination);
    object.insert("status"_L1, statusName(finding.status));
    object.insert("operates"_L1, finding.operates);
    if (!finding.exception.isEmpty()) {
        QJsonObject exception;
        exception.insert("id"_L1, finding.exception);
        exception.insert("title"_L1, finding.exceptionTitle);
        exception.insert("cite"_L1, finding.exceptionCite);
        put(exception, "then"_L1, finding.thenDo);
        object.insert("exception"_L1, exception);
    }
    const language::Provision *provision = provisionOf(rules, conclusion.state, finding.provision);
    QJsonArray elements;
    QJsonArray exceptions;
    for (const Proof &child : finding.proof.children) {
        if (child.kind == reasoning::ProofKind::Element) {
            elements.append(elementToJson(child));
        } else if (child.kind == reasoning::ProofKind::Exception) {
            QJsonObject exception = elementToJson(child);
            if (provision) {
                for (const language::Exception &declared : provision->exceptions) {
                    if (declared.condition.id == child.id)
                        exception.insert("effect"_L1, nameOf(declared.effect));
                }
            }
            exceptions.append(exception);
        }
    }
    object.insert("elements"_L1, elements);
    object.insert("exceptions"_L1, exceptions);
    if (withProof)
        object.insert("proof"_L1, proofToJson(finding.proof, 0));
    return object;
}

QJsonObject requirementToJson(const reasoning::RequirementFinding &finding)
{
    QJsonObject object;
    object.insert("id"_L1, finding.requirement.id);
    object.insert("kind"_L1, finding.requirement.kind);
    object.insert("title"_L1, finding.requirement.title);
    object.insert("decided_by"_L1, finding.requirement.decidedBy);
    put(object, "under"_L1, finding.requirement.cite);
    object.insert("steps"_L1, lines(finding.requirement.steps));
    object.insert("provision"_L1, finding.provision);
    object.insert("provision_title"_L1, finding.provisionTitle);
    object.insert("cite"_L1, finding.cite);
    putCombination(object, finding.combination);
    object.insert("certainty"_L1, certaintyName(finding.certainty));
    return object;
}

QJsonObject dutyToJson(const reasoning::DutyFinding &finding)
{
    QJsonObject object;
    object.insert("id"_L1, finding.duty.id);
    object.insert("title"_L1, finding.duty.title);
    object.insert("text"_L1, finding.duty.text);
    object.insert("cite"_L1, finding.duty.cite);
    put(object, "keep_until"_L1, finding.duty.keepUntil);
    object.insert("verified"_L1, finding.duty.verified);
    QJsonArray combinations;
    for (const Combination &combination : finding.combinations)
        combinations.append(combinationToJson(combination));
    object.insert("combinations"_L1, combinations);
    object.insert("certainty"_L1, certaintyName(finding.certainty));
    return object;
}

QJsonObject warningToJson(const reasoning::WarningFinding &finding)
{
    QJsonObject object;
    object.insert("id"_L1, finding.warning.id);
    object.insert("title"_L1, finding.warning.title);
    object.insert("text"_L1, finding.warning.text);
    object.insert("cite"_L1, finding.warning.cite);
    object.insert("stops"_L1, finding.warning.stops);
    put(object, "refers_to"_L1, finding.warning.refersTo);
    object.insert("certainty"_L1, certaintyName(finding.certainty));
    return object;
}

QJsonObject openToJson(const reasoning::OpenFact &open)
{
    QJsonObject object;
    if (!open.key.fact.isEmpty())
        object.insert("fact"_L1, keyToJson(open.key));
    put(object, "rule"_L1, open.rule);
    object.insert("prompt"_L1, open.prompt);
    put(object, "cite"_L1, open.cite);
    put(object, "who_can_answer"_L1, open.whoCanAnswer);
    object.insert("unsure"_L1, open.unsure);
    return object;
}

QJsonObject leaningToJson(const reasoning::Leaning &leaning)
{
    QJsonObject object;
    object.insert("kind"_L1, leaningName(leaning.kind));
    put(object, "id"_L1, leaning.id);
    object.insert("text"_L1, leaning.text);
    put(object, "cite"_L1, leaning.cite);
    put(object, "settled_by"_L1, leaning.settledBy);
    if (!leaning.key.fact.isEmpty())
        object.insert("fact"_L1, keyToJson(leaning.key));
    return object;
}

} // namespace

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject keyToJson(const reasoning::FactKey &key)
{
    QJsonObject object;
    object.insert("fact"_L1, key.fact);
    put(object, "holder"_L1, key.holder);
    if (key.point >= 0)
        object.insert("point"_L1, key.point);
    return object;
}

QJsonValue anyValueToJson(const language::Value &value, const QString &fact, const RuleBook &rules)
{
    const auto definition = rules.facts.constFind(fact);
    if (definition == rules.facts.cend())
        return QJsonValue(QString());
    return reasoning::valueToJson(value, *definition);
}

QJsonObject lawToJson(const Conclusion &conclusion, const RuleBook &rules)
{
    QJsonObject object;
    object.insert("state"_L1, conclusion.state);
    object.insert("title"_L1, conclusion.stateTitle);
    putDate(object, "on"_L1, conclusion.on);
    object.insert("as_written"_L1, conclusion.asWritten);
    object.insert("operated"_L1, conclusion.operated);
    object.insert("after_law_checked"_L1, conclusion.afterLawChecked);
    if (const language::LawState *state = rules.state(conclusion.state)) {
        put(object, "act"_L1, state->act);
        put(object, "regulation"_L1, state->regulation);
        put(object, "list"_L1, state->list);
        object.insert("list_held"_L1, state->listHeld);
        putDate(object, "operates_from"_L1, state->operatesFrom);
        putDate(object, "operates_until"_L1, state->operatesUntil);
        put(object, "note"_L1, state->note);
    }
    return object;
}

QJsonObject conclusionToJson(const Conclusion &conclusion, const RuleBook &rules, bool withProof)
{
    QJsonObject object;
    object.insert("warnings_answered"_L1, conclusion.warningsAnswered);
    object.insert("list_opened"_L1, conclusion.listOpened);
    object.insert("outcome"_L1, reasoning::outcomeName(conclusion.outcome));
    object.insert("because"_L1, conclusion.because);
    QJsonArray requirements;
    for (const auto &finding : conclusion.requirements)
        requirements.append(requirementToJson(finding));
    object.insert("requirements"_L1, requirements);
    QJsonArray duties;
    for (const auto &finding : conclusion.duties)
        duties.append(dutyToJson(finding));
    object.insert("duties"_L1, duties);
    QJsonArray warnings;
    for (const auto &finding : conclusion.warnings)
        warnings.append(warningToJson(finding));
    object.insert("warnings"_L1, warnings);
    QJsonArray findings;
    for (const auto &finding : conclusion.findings)
        findings.append(findingToJson(finding, conclusion, rules, withProof));
    object.insert("findings"_L1, findings);
    QJsonArray open;
    for (const auto &fact : conclusion.open)
        open.append(openToJson(fact));
    object.insert("open"_L1, open);
    QJsonArray leansOn;
    for (const auto &leaning : conclusion.leansOn)
        leansOn.append(leaningToJson(leaning));
    object.insert("leans_on"_L1, leansOn);
    object.insert("notes"_L1, QJsonArray::fromStringList(conclusion.notes));
    return object;
}

} // namespace clearway::assessment
