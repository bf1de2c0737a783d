// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"
#include "model/assessment/summary.h"
#include "model/report/frontsheet.h"

#include <algorithm>

namespace clearway::report {

using reasoning::FactKey;
using reasoning::Finding;
using reasoning::Proof;
using reasoning::ProofKind;
using reasoning::ProvisionStatus;
using reasoning::Truth;

namespace {

constexpr int deepest = 300;

// Walks down those branches that made a node what it is, and collects the facts at their ends.
void collect(const Proof &proof, QList<FactKey> &facts, int depth = 0)
{
    if (depth > deepest)
        return;
    if (proof.kind == ProofKind::Fact) {
        if (!proof.key.fact.isEmpty() && !facts.contains(proof.key))
            facts.append(proof.key);
        return;
    }
    const bool oneIsEnough = (proof.kind == ProofKind::Any && proof.truth == Truth::True)
                             || (proof.kind == ProofKind::All && proof.truth == Truth::False);
    const Truth wanted = proof.kind == ProofKind::Not ? reasoning::opposite(proof.truth) : proof.truth;
    bool found = false;
    for (const Proof &child : proof.children) {
        if (child.truth != wanted || (found && oneIsEnough))
            continue;
        found = true;
        collect(child, facts, depth + 1);
    }
    if (!found) {
        for (const Proof &child : proof.children)
            collect(child, facts, depth + 1);
    }
}

int gravity(ProvisionStatus status)
{
    switch (status) {
    case ProvisionStatus::Applies: return 0;
    case ProvisionStatus::Open: return 1;
    case ProvisionStatus::Notifies: return 2;
    case ProvisionStatus::Covered: return 3;
    case ProvisionStatus::Excepted: return 4;
    case ProvisionStatus::NotRegulated: break;
    }
    return 5;
}

void collectDeciding(const Finding &finding, QList<FactKey> &facts)
{
    for (const Proof &part : finding.proof.children) {
        switch (finding.status) {
        case ProvisionStatus::Excepted:
        case ProvisionStatus::Covered:
        case ProvisionStatus::Notifies:
            if (part.kind == ProofKind::Exception && part.id == finding.exception)
                collect(part, facts);
            break;
        case ProvisionStatus::NotRegulated:
            if (part.kind == ProofKind::Element && part.truth == Truth::False) {
                collect(part, facts);
                return;
            }
            break;
        case ProvisionStatus::Open:
            if (part.truth == Truth::Unknown)
                collect(part, facts);
            break;
        case ProvisionStatus::Applies:
            if (part.kind == ProofKind::Element)
                collect(part, facts);
            break;
        }
    }
}

} // namespace

QList<FactKey> decidingFacts(const Wording &wording, qsizetype most)
{
    const reasoning::Conclusion &conclusion = wording.assessment().conclusion;
    QList<FactKey> facts;
    if (conclusion.outcome == reasoning::Outcome::StopAndRefer && wording.state()) {
        const QStringList questions = assessment::warningQuestions(wording.rules(), *wording.state());
        for (const QString &fact : questions) {
            if (wording.assessment().answers.find({fact, {}, -1}))
                facts.append({fact, {}, -1});
        }
    }
    QList<const Finding *> findings;
    for (const Finding &finding : conclusion.findings)
        findings.append(&finding);
    std::ranges::stable_sort(findings, {}, [](const Finding *finding) { return gravity(finding->status); });
    for (const Finding *finding : std::as_const(findings))
        collectDeciding(*finding, facts);
    facts.removeIf([&](const FactKey &key) {
        const language::FactDefinition fact = wording.rules().facts.value(key.fact);
        return fact.id.isEmpty() || fact.derived || assessment::isTechnical(fact) || assessment::isPersonal(fact);
    });
    // what was answered tells more than what was not
    std::ranges::stable_partition(
        facts, [&](const FactKey &key) { return wording.assessment().answers.find(key) != nullptr; });
    if (facts.size() > most)
        facts.resize(most);
    return facts;
}

} // namespace clearway::report
