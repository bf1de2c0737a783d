// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/conclusion.h"

#include "model/reasoning/reasons.h"
#include "model/reasoning/statediagrams.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::LawState;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Conclusion)
};

constexpr std::array outcomeNames{
    "stop-and-refer"_L1, "permit-likely-required"_L1, "approval-likely-required"_L1, "advice-needed"_L1,
    "notify"_L1,         "covered-by-permit"_L1,      "permit-unlikely"_L1,          "not-controlled"_L1};

bool certain(Diagram::Node node)
{
    return node == Diagram::True;
}
bool possible(Diagram::Node node)
{
    return node != Diagram::False;
}
bool settled(Diagram::Node node)
{
    return Diagram::isConstant(node);
}

ProvisionStatus statusOf(const ProvisionDiagram &placed)
{
    if (!possible(placed.elements))
        return ProvisionStatus::NotRegulated;
    if (certain(placed.applies))
        return ProvisionStatus::Applies;
    if (possible(placed.applies))
        return ProvisionStatus::Open;
    // The requirement does not stand, whatever is still open; which way out takes it, if one does for certain?
    if (possible(placed.notified))
        return possible(placed.covered) || possible(placed.freed) ? ProvisionStatus::Open : ProvisionStatus::Notifies;
    if (possible(placed.covered))
        return possible(placed.freed) ? ProvisionStatus::Open : ProvisionStatus::Covered;
    return ProvisionStatus::Excepted;
}

/// The first exception that holds wherever the elements do.
const language::Exception *decidingException(const ProvisionDiagram &placed, Diagram &diagram)
{
    for (qsizetype i = 0; i < placed.exceptions.size(); ++i) {
        if (diagram.both(placed.elements, diagram.opposite(placed.exceptions[i])) == Diagram::False)
            return &placed.provision->exceptions[i];
    }
    return nullptr;
}

/// `proofs`: null where only truths are asked for.
Finding findingFor(const ProvisionDiagram &placed, StateDiagrams &diagrams, const Context &context,
                   RememberedProofs *proofs)
{
    const language::Provision &provision = *placed.provision;
    Finding finding;
    finding.provision = provision.id;
    finding.title = provision.title;
    finding.cite = provision.cite;
    finding.combination = placed.combination;
    finding.operates = placed.operates;
    finding.status = statusOf(placed);
    const bool takenOut = finding.status == ProvisionStatus::Excepted || finding.status == ProvisionStatus::Covered
                          || finding.status == ProvisionStatus::Notifies;
    if (takenOut) {
        if (const language::Exception *exception = decidingException(placed, diagrams.completion.diagram())) {
            finding.exception = exception->condition.id;
            finding.exceptionTitle = exception->condition.title;
            finding.exceptionCite = exception->condition.cite;
            finding.thenDo = exception->thenDo;
        }
    }
    finding.proof = proofs ? proveProvision(provision, context, proofs) : provisionTruths(provision, context);
    return finding;
}

void addRequirement(Conclusion &conclusion, const ProvisionDiagram &placed)
{
    if (!placed.operates)
        return;
    const language::Provision &provision = *placed.provision;
    RequirementFinding found;
    found.requirement = provision.requirement;
    found.provision = provision.id;
    found.provisionTitle = provision.title;
    found.cite = provision.cite;
    found.combination = placed.combination;
    if (possible(placed.applies)) {
        found.certainty = certain(placed.applies) ? Certainty::Certain : Certainty::Possible;
        conclusion.requirements.append(found);
    }
    if (possible(placed.notified)) {
        found.certainty = certain(placed.notified) ? Certainty::Certain : Certainty::Possible;
        found.requirement.kind = u"notification"_s;
        found.requirement.id = provision.id + u"-notification"_s;
        found.requirement.title = Text::tr("A notification before it happens");
        // Nobody decides on a notification, and what is said of the permit that it spares says nothing of it.
        found.requirement.decidedBy.clear();
        found.requirement.usualTime.clear();
        found.requirement.cite.clear();
        found.requirement.steps.clear();
        for (const language::Exception &exception : provision.exceptions) {
            if (exception.effect == language::ExceptionEffect::Notifies && !exception.thenDo.isEmpty()) {
                found.requirement.steps = exception.thenDo;
                found.requirement.cite = exception.condition.cite;
            }
        }
        conclusion.requirements.append(found);
    }
}

/// Whether all that is open lies beyond the list and nobody was asked (a permit that nobody spoke of). Who is "not
/// sure" was.
bool neverAsked(const StateDiagrams &diagrams, Diagram::Node node, const RuleBook &rules, const Answers &answers)
{
    const auto costOf = [&](const QString &fact) {
        const auto found = rules.facts.constFind(fact);
        return found == rules.facts.cend() ? 0 : found->cost;
    };
    const QList<OpenVariable> open = diagrams.completion.support(node);
    return !open.isEmpty() && std::ranges::all_of(open, [&](const OpenVariable &variable) {
        return costOf(variable.key.fact) > costOf(rules.listFinding) && !answers.find(variable.key);
    });
}

void addDuties(Conclusion &conclusion, const StateDiagrams &diagrams, const LawState &state, const RuleBook &rules,
               const Answers &answers)
{
    for (qsizetype i = 0; i < state.duties.size(); ++i) {
        DutyFinding found{state.duties[i], {}, Certainty::Possible};
        for (const StateDiagrams::Placed &placed : diagrams.duties) {
            if (placed.index != i || !possible(placed.node) || neverAsked(diagrams, placed.node, rules, answers))
                continue;
            found.combinations.append(placed.combination);
            if (certain(placed.node) && state.duties[i].verified)
                found.certainty = Certainty::Certain;
        }
        if (!found.combinations.isEmpty())
            conclusion.duties.append(found);
    }
}

void addWarnings(Conclusion &conclusion, const StateDiagrams &diagrams, const LawState &state)
{
    for (qsizetype i = 0; i < state.warnings.size(); ++i) {
        bool isPossible = false;
        bool isCertain = false;
        for (const StateDiagrams::Placed &placed : diagrams.warnings) {
            if (placed.index != i)
                continue;
            isPossible = isPossible || possible(placed.node);
            isCertain = isCertain || certain(placed.node);
        }
        // An unanswered stop question is a question, not a warning; other warnings are said while they may hold.
        if (isCertain || (isPossible && !state.warnings[i].stops))
            conclusion.warnings.append({state.warnings[i], isCertain ? Certainty::Certain : Certainty::Possible});
    }
}

Outcome headline(StateDiagrams &diagrams)
{
    if (certain(diagrams.stop))
        return Outcome::StopAndRefer;
    const Truth permit = diagrams.permitNeeded();
    if (permit == Truth::True)
        return Outcome::PermitLikelyRequired;
    const Truth approval = diagrams.approvalNeeded();
    if (approval == Truth::True)
        return Outcome::ApprovalLikelyRequired;
    if (!settled(diagrams.stop) || permit == Truth::Unknown || approval == Truth::Unknown || possible(diagrams.refer))
        return Outcome::AdviceNeeded;
    const Truth notify = diagrams.notificationNeeded();
    const Truth covered = diagrams.coveredByPermit();
    if (notify == Truth::Unknown || covered == Truth::Unknown)
        return Outcome::AdviceNeeded;
    if (notify == Truth::True)
        return Outcome::Notify;
    if (covered == Truth::True)
        return Outcome::CoveredByPermit;
    // Listed or not, nothing is required: said as the exception that applies where the elements may hold.
    return diagrams.someExcepted() == Truth::False ? Outcome::NotControlled : Outcome::PermitUnlikely;
}

QList<Diagram::Node> unsettledNodes(const StateDiagrams &diagrams)
{
    QList<Diagram::Node> result;
    const auto add = [&](Diagram::Node node) {
        if (!settled(node) && !result.contains(node))
            result.append(node);
    };
    add(diagrams.stop);
    // A provision that the catalogue does not hold whole tips by itself, also where nothing else is open.
    add(diagrams.refer);
    for (const ProvisionDiagram &placed : diagrams.provisions) {
        if (!placed.operates)
            continue;
        add(placed.applies);
        add(placed.notified);
        add(placed.covered);
    }
    return result;
}

void addNotes(Conclusion &conclusion, const LawState &state, const RuleBook &rules, bool anythingOperates)
{
    if (conclusion.asWritten)
        conclusion.notes.append(
            Text::tr("This puts the facts to %1 as it was written; it does not say what was required on a given day.")
                .arg(state.title));
    if (!conclusion.asWritten && !conclusion.operated) {
        conclusion.notes.append(
            anythingOperates
                ? Text::tr("On %1 no offence of the Act operated; only what lies outside the Act counted.")
                      .arg(conclusion.on.toString(Qt::ISODate))
                : Text::tr("On %1 none of these provisions operated.").arg(conclusion.on.toString(Qt::ISODate)));
    }
    if (!state.listHeld)
        conclusion.notes.append(
            Text::tr(
                "Only the %1 is in this program. The list of that time (%2) may differ, so \"not listed\" cannot be "
                "concluded.")
                .arg(rules.listName, state.list));
    if (!state.note.isEmpty())
        conclusion.notes.append(state.note);
    if (conclusion.afterLawChecked)
        conclusion.notes.append(
            Text::tr("The law was last checked on %1 (%2). The conduct is later: a draft until someone confirms that "
                     "nothing has changed.")
                .arg(rules.lawChecked.toString(Qt::ISODate), rules.lawCheckedAgainst));
}

} // namespace

QString outcomeName(Outcome outcome)
{
    return outcomeNames.at(std::size_t(outcome));
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    for (std::size_t i = 0; i < outcomeNames.size(); ++i) {
        if (name == outcomeNames.at(i))
            return Outcome(i);
    }
    return std::nullopt;
}

Conclusion conclude(const PreparedRules &prepared, const Answers &given, const QString &stateId, Detail detail)
{
    const RuleBook &rules = prepared.rules();
    Conclusion conclusion;
    const Answers answers = withDerivedFacts(rules, given);
    const LawState *state = stateFor(rules, answers, stateId);
    if (!state)
        return conclusion;
    conclusion.state = state->id;
    conclusion.stateTitle = state->title;
    conclusion.asWritten = !stateId.isEmpty() || !answers.law.isEmpty();
    if (!conclusion.asWritten)
        conclusion.on = answers.on;
    conclusion.afterLawChecked = !conclusion.asWritten && rules.lawChecked.isValid() && answers.on > rules.lawChecked;

    StateDiagrams diagrams(prepared, *state, answers, conclusion.asWritten);
    conclusion.operated = conclusion.asWritten || (state->operatesFrom.isValid() && answers.on >= state->operatesFrom);

    Remembered remembered;
    RememberedProofs proofs;
    for (const ProvisionDiagram &placed : std::as_const(diagrams.provisions)) {
        const Context context{&rules, state, &answers, placed.combination, -1, &remembered};
        conclusion.findings.append(findingFor(placed, diagrams, context, detail == Detail::Whole ? &proofs : nullptr));
        addRequirement(conclusion, placed);
    }
    addDuties(conclusion, diagrams, *state, rules, answers);
    addWarnings(conclusion, diagrams, *state);
    addNotes(conclusion, *state, rules, diagrams.anythingOperates());

    for (const ItemScope &item : answers.items) {
        if (!item.looked.isEmpty() || answers.find({rules.listFinding, item.id, -1}))
            conclusion.listOpened = true;
    }
    conclusion.outcome = headline(diagrams);
    for (const FactKey &key : warningFacts(rules, *state)) {
        if (!answers.find(key))
            conclusion.warningsAnswered = false;
    }
    // No headline before the warning questions are answered, unless one of them already stops everything.
    if (!conclusion.warningsAnswered && conclusion.outcome != Outcome::StopAndRefer)
        conclusion.outcome = Outcome::AdviceNeeded;
    if (detail == Detail::Findings)
        return conclusion;
    if (conclusion.outcome == Outcome::AdviceNeeded) {
        conclusion.open = openFacts(diagrams, unsettledNodes(diagrams), rules, answers);
        if (!conclusion.warningsAnswered) {
            for (const FactKey &key : warningFacts(rules, *state)) {
                const auto same = [&](const OpenFact &open) { return open.key == key; };
                if (!answers.find(key) && std::ranges::none_of(conclusion.open, same)) {
                    const language::FactDefinition &fact = *rules.facts.constFind(key.fact);
                    conclusion.open.append({key, {}, fact.prompt, fact.cite, fact.settledBy, false});
                }
            }
        }
    }
    conclusion.leansOn = leanings(conclusion, diagrams, rules, answers);
    conclusion.because = reasonFor(conclusion, rules, answers);
    return conclusion;
}

} // namespace clearway::reasoning
