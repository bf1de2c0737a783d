// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/reasons.h"

#include "model/reasoning/answersjson.h"
#include "model/reasoning/entrypatterns.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::FactDefinition;
using language::FactKind;
using language::Grade;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

QString withCite(const QString &title, const QString &cite)
{
    return cite.isEmpty() ? title : u"%1 (%2)"_s.arg(title, cite);
}

/// "sending “draft.pdf”" is what the sentence is about.
QString subject(const RuleBook &rules, const Answers &answers, const Combination &combination)
{
    return Text::tr("%1, with %2", "activity, item")
        .arg(activityName(rules, answers, combination.activity), itemName(answers, combination.item));
}

/// The innermost named rule that decides a proof's truth: "fundamental research" behind "not DSGL technology".
const Proof *decidingRule(const Proof &proof)
{
    const Proof *found = proof.kind == ProofKind::Rule ? &proof : nullptr;
    const Truth wanted = proof.kind == ProofKind::Not ? opposite(proof.truth) : proof.truth;
    for (const Proof &child : proof.children) {
        if (child.truth != wanted)
            continue;
        const Proof *below = decidingRule(child);
        return below ? below : found;
    }
    return found;
}

const Proof *firstFalseElement(const Finding &finding)
{
    for (const Proof &child : finding.proof.children) {
        if (child.kind == ProofKind::Element && child.truth == Truth::False)
            return &child;
    }
    return nullptr;
}

/// The provision that comes nearest to regulating the conduct tells best why it does not: one whose conduct takes place
/// (its first element) before one that is about something else, then the one with the fewest elements that fail.
const Finding *nearestFinding(const Conclusion &conclusion)
{
    const Finding *nearest = nullptr;
    std::pair<bool, qsizetype> fewest;
    for (const Finding &finding : conclusion.findings) {
        if (!finding.operates || finding.status != ProvisionStatus::NotRegulated)
            continue;
        const qsizetype failing = std::ranges::count_if(finding.proof.children, [](const Proof &child) {
            return child.kind == ProofKind::Element && child.truth == Truth::False;
        });
        if (failing == 0)
            continue;
        const std::pair distance{finding.proof.children.first().truth == Truth::False, failing};
        if (!nearest || distance < fewest) {
            nearest = &finding;
            fewest = distance;
        }
    }
    return nearest;
}

QString notControlledBecause(const Conclusion &conclusion, const RuleBook &rules, const Answers &answers)
{
    const Finding *nearest = nearestFinding(conclusion);
    const Proof *element = nearest ? firstFalseElement(*nearest) : nullptr;
    if (!element) {
        return conclusion.operated
                   ? Text::tr("On these answers nothing that is regulated takes place.")
                   : Text::tr(
                         "On that day no offence of the Act operated, so no permit or approval under it was required.");
    }
    const Proof *rule = decidingRule(*element);
    if (rule && rule != element && rule->truth == Truth::True) {
        return Text::tr("On these answers %1 is not controlled: %2 takes it out of \"%3\".")
            .arg(subject(rules, answers, nearest->combination), withCite(rule->title, rule->cite), element->title);
    }
    return Text::tr("On these answers %1 is not controlled under %2: \"%3\" does not hold.")
        .arg(subject(rules, answers, nearest->combination), nearest->cite, element->title);
}

QString exceptedBecause(const Conclusion &conclusion, const RuleBook &rules, const Answers &answers,
                        ProvisionStatus status)
{
    for (const Finding &finding : conclusion.findings) {
        if (finding.status != status || !finding.operates)
            continue;
        const QString about = subject(rules, answers, finding.combination);
        const QString exception = finding.exceptionTitle.isEmpty()
                                      ? Text::tr("one of several exceptions")
                                      : withCite(finding.exceptionTitle, finding.exceptionCite);
        if (status == ProvisionStatus::Notifies)
            return Text::tr("On these answers no permit is needed for %1, but %2 wants a notification first.")
                .arg(about, exception);
        if (status == ProvisionStatus::Covered)
            return Text::tr("On these answers %1 is covered by what you already hold: %2.").arg(about, exception);
        const bool listedKnown =
            !finding.proof.children.isEmpty() && std::ranges::none_of(finding.proof.children, [](const Proof &child) {
                return child.kind == ProofKind::Element && child.truth == Truth::Unknown;
            });
        return (listedKnown
                    ? Text::tr("On these answers a permit is unlikely to be required for %1: the exception %2 applies.")
                    : Text::tr(
                          "On these answers a permit is unlikely to be required for %1, whether or not the item is "
                          "listed: the exception %2 applies."))
            .arg(about, exception);
    }
    return Text::tr("On these answers a permit is unlikely to be required: an exception applies.");
}

QString requiredBecause(const Conclusion &conclusion, const RuleBook &rules, const Answers &answers)
{
    const bool approval = conclusion.outcome == Outcome::ApprovalLikelyRequired;
    const RequirementFinding *named = nullptr;
    for (const RequirementFinding &found : conclusion.requirements) {
        if ((found.requirement.kind == "approval"_L1) != approval || found.requirement.kind == "refer"_L1
            || found.requirement.kind == "notification"_L1)
            continue;
        // Where only all that is open together makes it certain, none of them is.
        if (!named || (named->certainty == Certainty::Possible && found.certainty == Certainty::Certain))
            named = &found;
    }
    if (named) {
        return (approval
                    ? Text::tr(
                          "On these answers an approval is likely required before %1: %2 applies and nothing takes "
                          "the conduct out of it.")
                    : Text::tr(
                          "On these answers a permit is likely required before %1: %2 applies and nothing takes the "
                          "conduct out of it."))
            .arg(subject(rules, answers, named->combination), withCite(named->provisionTitle, named->cite));
    }
    return approval ? Text::tr("On these answers an approval is likely required.")
                    : Text::tr("On these answers a permit is likely required.");
}

int costOf(const RuleBook &rules, const FactKey &key)
{
    const auto fact = rules.facts.constFind(key.fact);
    return fact == rules.facts.cend() ? 1000 : fact->cost;
}

} // namespace

QString itemName(const Answers &answers, const QString &id)
{
    const ItemScope *item = answers.item(id);
    return item && !item->title.isEmpty() ? u"“%1”"_s.arg(item->title) : Text::tr("the item");
}

QString activityName(const RuleBook &rules, const Answers &answers, const QString &id)
{
    const ActivityScope *activity = answers.activity(id);
    if (activity && !activity->title.isEmpty())
        return u"“%1”"_s.arg(activity->title);
    for (const QString &factId : rules.factOrder) {
        const auto fact = rules.facts.constFind(factId);
        if (fact == rules.facts.cend() || fact->scope != language::Scope::Activity || fact->kind != FactKind::Choice)
            continue;
        if (const Answer *answer = answers.find({factId, id, -1}))
            return u"“%1”"_s.arg(valueToText(answer->value, *fact, rules));
        break;
    }
    return Text::tr("the activity");
}

QString reasonFor(const Conclusion &conclusion, const RuleBook &rules, const Answers &answers)
{
    switch (conclusion.outcome) {
    case Outcome::StopAndRefer:
        for (const WarningFinding &found : conclusion.warnings) {
            if (found.warning.stops && found.certainty == Certainty::Certain)
                return Text::tr("Stop, and do nothing further until this is settled: %1. Who can settle it: %2.")
                    .arg(found.warning.title, found.warning.refersTo);
        }
        return Text::tr("Stop, and do nothing further until the warnings below are settled.");
    case Outcome::PermitLikelyRequired:
    case Outcome::ApprovalLikelyRequired: return requiredBecause(conclusion, rules, answers);
    case Outcome::AdviceNeeded:
        if (!conclusion.open.isEmpty()) {
            const OpenFact &first = conclusion.open.first();
            return (first.rule.isEmpty()
                        ? Text::tr("What must be done turns on a question that is open: %1")
                        : Text::tr("What must be done turns on a rule that nobody has verified yet: %1"))
                .arg(withCite(first.prompt, first.cite));
        }
        return Text::tr("What must be done turns on a question that is open.");
    case Outcome::Notify: return exceptedBecause(conclusion, rules, answers, ProvisionStatus::Notifies);
    case Outcome::CoveredByPermit: return exceptedBecause(conclusion, rules, answers, ProvisionStatus::Covered);
    case Outcome::PermitUnlikely: return exceptedBecause(conclusion, rules, answers, ProvisionStatus::Excepted);
    case Outcome::NotControlled: return notControlledBecause(conclusion, rules, answers);
    }
    Q_UNREACHABLE_RETURN({});
}

QList<OpenFact> openFacts(const StateDiagrams &diagrams, const QList<Diagram::Node> &unsettled, const RuleBook &rules,
                          const Answers &answers)
{
    QList<OpenFact> result;
    for (const Diagram::Node node : unsettled) {
        for (const OpenVariable &open : diagrams.completion.support(node)) {
            const auto same = [&](const OpenFact &other) { return other.key == open.key && other.rule == open.rule; };
            if (std::ranges::any_of(result, same))
                continue;
            OpenFact fact;
            fact.key = open.key;
            fact.rule = open.rule;
            if (!open.rule.isEmpty()) {
                fact.prompt = open.title;
                fact.cite = open.cite;
                fact.whoCanAnswer = Text::tr(
                    "Your export controls office, or Defence Export Controls: the text named here must be read.");
            } else if (const auto definition = rules.facts.constFind(open.key.fact); definition != rules.facts.cend()) {
                fact.prompt = definition->prompt;
                fact.cite = definition->cite;
                fact.whoCanAnswer = definition->settledBy.isEmpty()
                                        ? Text::tr("You, or your export controls office")
                                        : Text::tr("You, with: %1").arg(definition->settledBy);
                const Answer *answer = answers.find(open.key);
                fact.unsure = answer && std::holds_alternative<language::Unsure>(answer->value);
            }
            result.append(fact);
        }
    }
    std::ranges::stable_sort(
        result, {}, [&](const OpenFact &fact) { return std::pair(!fact.rule.isEmpty(), costOf(rules, fact.key)); });
    return result;
}

QList<Leaning> leanings(const Conclusion &conclusion, const StateDiagrams &diagrams, const RuleBook &rules,
                        const Answers &answers)
{
    QList<Leaning> result;
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        const auto fact = rules.facts.constFind(it.key().fact);
        if (fact == rules.facts.cend())
            continue;
        if (std::holds_alternative<language::Unsure>(it->value)) {
            result.append({Leaning::Kind::Unsure, fact->id,
                           Text::tr("\"%1\" was answered \"not sure\".").arg(fact->prompt), fact->cite, fact->settledBy,
                           it.key()});
        } else if (const auto *picked = std::get_if<language::Picked>(&it->value);
                   picked && !fact->assumed.isEmpty() && picked->ids.contains(fact->assumed)) {
            result.append({Leaning::Kind::Assumed, fact->id,
                           Text::tr("\"%1\" was answered \"%2\", which is an assumption.")
                               .arg(fact->prompt, valueToText(it->value, *fact, rules)),
                           fact->cite, fact->settledBy, it.key()});
        }
    }

    const auto addRule = [&](Leaning::Kind kind, const QString &id, const QString &text, const QString &cite) {
        const auto same = [&](const Leaning &other) { return other.kind == kind && other.id == id; };
        if (std::ranges::none_of(result, same))
            result.append({kind, id, text, cite, {}, {}});
    };
    for (const ProvisionDiagram &placed : diagrams.provisions) {
        if (!placed.operates || placed.elements == Diagram::False)
            continue;
        for (const OpenVariable &open : diagrams.completion.support(placed.applies)) {
            if (!open.rule.isEmpty())
                addRule(Leaning::Kind::UnverifiedRule, open.rule,
                        Text::tr("\"%1\" has not been verified against the text.").arg(open.title), open.cite);
        }
        const language::Provision &provision = *placed.provision;
        for (const language::Element &element : provision.elements) {
            if (element.grade == Grade::Secondary)
                addRule(Leaning::Kind::SecondarySource, provision.id + u'/' + element.id,
                        Text::tr("\"%1\" rests on secondary guidance: %2").arg(element.title, element.leansOn),
                        element.cite);
        }
    }
    for (const Finding &finding : conclusion.findings) {
        if (finding.exception.isEmpty() || !finding.operates)
            continue;
        for (const ProvisionDiagram &placed : diagrams.provisions) {
            if (placed.provision->id != finding.provision)
                continue;
            for (const language::Exception &exception : placed.provision->exceptions) {
                const language::Element &condition = exception.condition;
                if (condition.id == finding.exception && condition.grade == Grade::Secondary)
                    addRule(Leaning::Kind::SecondarySource, finding.provision + u'/' + condition.id,
                            Text::tr("The exception \"%1\" rests on secondary guidance: %2")
                                .arg(condition.title, condition.leansOn),
                            condition.cite);
            }
        }
    }

    const language::LawState &state = diagrams.classes.state();
    for (const ItemScope &item : answers.items) {
        const Context context{&rules, &state, &answers, {{}, item.id, {}}, -1};
        const ListFinding finding = listFinding(context);
        if (!finding.met.isEmpty() && finding.otherList)
            addRule(Leaning::Kind::AnotherList, item.id,
                    Text::tr("%1 was found on the %2; the list of that time is not in this program.")
                        .arg(itemName(answers, item.id), rules.listName),
                    {});
        for (const QString &code : finding.contested)
            addRule(Leaning::Kind::Contested, code,
                    Text::tr("%1 was stated for %2, but the values given speak against it.")
                        .arg(code, itemName(answers, item.id)),
                    code);
        if (finding.answered && finding.met.isEmpty() && !finding.notListed) {
            const QString missing = titlesOf(finding.categoriesMissing, rules).join(u"; "_s);
            const QString why = !finding.looked     ? Text::tr("nothing shows what was searched, opened or rejected")
                                : finding.otherList ? Text::tr("the list of that time is not in this program")
                                : !missing.isEmpty()
                                    ? Text::tr("the program does not hold these parts yet: %1").arg(missing)
                                    : Text::tr("nothing shows that these parts were looked through: %1")
                                          .arg(titlesOf(finding.categoriesUnseen, rules).join(u"; "_s));
            addRule(Leaning::Kind::NotHeld, item.id,
                    Text::tr("\"Not listed\" cannot be concluded for %1: %2.").arg(itemName(answers, item.id), why),
                    {});
        }
    }
    return result;
}

} // namespace clearway::reasoning
