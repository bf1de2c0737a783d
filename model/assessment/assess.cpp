// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"

#include "model/assessment/overlayjson.h"
#include "model/assessment/overlayleanings.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::Condition;
using language::FactDefinition;
using language::LawState;
using language::RuleBook;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Assessment)
};

// The facts of a condition and of every rule behind it.
void collectFacts(const RuleBook &rules, const LawState &state, const Condition &condition, QSet<QString> &facts,
                  QSet<QString> &seenRules)
{
    const QStringList own = language::factsOf(condition);
    for (const QString &fact : own)
        facts.insert(fact);
    const QStringList references = language::referencesOf(condition).rules;
    for (const QString &id : references) {
        if (seenRules.contains(id))
            continue;
        seenRules.insert(id);
        const language::Rule *rule = rules.rule(id, &state);
        if (rule && rule->when)
            collectFacts(rules, state, *rule->when, facts, seenRules);
    }
}

QSet<QString> stoppingFacts(const RuleBook &rules, const LawState &state)
{
    QSet<QString> facts;
    QSet<QString> seen;
    for (const language::Warning &warning : state.warnings) {
        if (warning.stops && warning.when)
            collectFacts(rules, state, *warning.when, facts, seen);
    }
    return facts;
}

bool isAssumption(const FactDefinition &fact, const language::Value &value)
{
    const auto *picked = std::get_if<language::Picked>(&value);
    return picked && !fact.assumed.isEmpty() && picked->ids.contains(fact.assumed);
}

} // namespace

CatalogueIdentity identityOf(const RuleBook &rules, const overlay::Overlay &overlay)
{
    return {rules.version, rules.sourcesHash, rules.lawChecked,     rules.lawCheckedAgainst,
            rules.listId,  rules.listName,    overlayHash(overlay), static_cast<int>(overlay.size())};
}

QStringList warningQuestions(const RuleBook &rules, const LawState &state)
{
    const QSet<QString> stopping = stoppingFacts(rules, state);
    QSet<QString> pages;
    for (const QString &id : stopping) {
        const auto fact = rules.facts.constFind(id);
        if (fact != rules.facts.cend() && !fact->page.isEmpty())
            pages.insert(fact->page);
    }
    QStringList questions;
    for (const QString &id : rules.factOrder) {
        const auto fact = rules.facts.constFind(id);
        if (fact == rules.facts.cend() || fact->derived)
            continue;
        if (stopping.contains(id) || (!fact->page.isEmpty() && pages.contains(fact->page)))
            questions.append(id);
    }
    return questions;
}

QStringList reasonsForDraft(const RuleBook &rules, const Assessment &assessment)
{
    QStringList reasons;
    const reasoning::Conclusion &conclusion = assessment.conclusion;
    if (!conclusion.warningsAnswered)
        reasons.append(Words::tr("Not all of the warning questions have been answered."));
    if (const LawState *state = rules.state(conclusion.state)) {
        const QSet<QString> stopping = stoppingFacts(rules, *state);
        for (auto it = assessment.answers.all().cbegin(); it != assessment.answers.all().cend(); ++it) {
            const auto fact = rules.facts.constFind(it.key().fact);
            if (fact == rules.facts.cend() || !stopping.contains(it.key().fact) || !isAssumption(*fact, it->value))
                continue;
            const QString settledBy = fact->settledBy.isEmpty()
                                          ? QString()
                                          : u" "_s + Words::tr("It would be settled by: %1.").arg(fact->settledBy);
            reasons.append(Words::tr("“%1” is answered by an assumption only.").arg(fact->prompt) + settledBy);
        }
    }
    if (conclusion.afterLawChecked) {
        reasons.append(
            Words::tr("The conduct falls after %1, the day the law was last checked: someone must confirm that "
                      "nothing has changed since.")
                .arg(rules.lawChecked.toString(Qt::ISODate)));
    }
    const QDate day = assessment.answers.on;
    if (restsOnPermit(conclusion) && !assessment.about.permits.isEmpty() && day.isValid()
        && running(assessment.about.permits, day).isEmpty()) {
        for (const PermitHeld &permit : assessment.about.permits)
            reasons.append(
                Words::tr("The result rests on what is held, but this does not run on %1, the day of the conduct: %2.")
                    .arg(day.toString(Qt::ISODate), inWords(permit)));
    }
    const auto &all = assessment.answers.all();
    const auto waiting = std::ranges::count_if(all, [](const reasoning::Answer &a) { return a.needsAnotherLook; });
    if (waiting > 0)
        reasons.append(
            Words::tr("Answers that need another look because an earlier one was changed: %1.").arg(waiting));
    return reasons;
}

QDate holdsUntil(const RuleBook &rules, QDate made, QDate conduct)
{
    QDate until = made.addMonths(12);
    const QDate base = conduct.isValid() ? std::max(made, conduct) : made;
    const auto consider = [&](QDate firstDayOfOther) {
        if (firstDayOfOther.isValid() && firstDayOfOther > base)
            until = std::min(until, firstDayOfOther.addDays(-1));
    };
    for (const LawState &state : rules.states) {
        consider(state.operatesFrom);
        consider(state.operatesUntil.isValid() ? state.operatesUntil.addDays(1) : QDate());
        for (const language::Provision &provision : state.provisions) {
            consider(provision.operatesFrom);
            consider(provision.operatesUntil.isValid() ? provision.operatesUntil.addDays(1) : QDate());
        }
    }
    return until;
}

void conclude(const reasoning::PreparedRules &rules, Assessment &assessment, int changesLimit)
{
    assessment.conclusion = reasoning::conclude(rules, assessment.answers);
    addOverlayLeanings(rules.rules(), assessment.overlay, assessment.conclusion);
    assessment.compared.clear();
    for (const LawState &state : rules.rules().states) {
        // As written: without the day, so that a state that never operated speaks too.
        reasoning::Answers asWritten = assessment.answers;
        asWritten.law = state.id;
        assessment.compared.append(reasoning::conclude(rules, asWritten, state.id));
        addOverlayLeanings(rules.rules(), assessment.overlay, assessment.compared.last());
    }
    assessment.worksheets = classification::worksheetsOf(assessment.answers, rules.rules(),
                                                         rules.rules().state(assessment.conclusion.state));
    assessment.changes.clear();
    if (changesLimit > 0)
        assessment.changes = reasoning::whatWouldChange(rules, assessment.answers, assessment.conclusion, changesLimit);
}

Assessment assess(const RuleBook &rules, const reasoning::Answers &answers, const AssessOptions &options)
{
    Assessment assessment;
    assessment.reference = options.reference;
    assessment.revision = options.revision;
    assessment.title = options.title;
    assessment.madeBy = options.madeBy;
    assessment.started = (options.started.isValid() ? options.started : options.now).toUTC();
    assessment.about = options.about;
    assessment.lateChanges = options.lateChanges;
    assessment.catalogue = identityOf(rules, options.overlay);
    assessment.overlay = options.overlay;
    assessment.answers = answers;
    conclude(rules, assessment, options.changesLimit);
    assessment.draftBecause = reasonsForDraft(rules, assessment);
    assessment.holdsUntil = holdsUntil(rules, options.now.toUTC().date(), answers.on);
    if (restsOnPermit(assessment.conclusion)) {
        for (const PermitHeld &permit : running(assessment.about.permits, answers.on))
            if (permit.until.isValid())
                assessment.holdsUntil = std::min(assessment.holdsUntil, permit.until);
    }
    if (options.finish && assessment.draftBecause.isEmpty()) {
        assessment.state = State::Finished;
        assessment.finished = options.now.toUTC();
    }
    return assessment;
}

QString newReference(QRandomGenerator &random)
{
    // Without 0 O, 1 I L, 5 S, 8 B, 2 Z taken as pairs: one of each pair, or none, is left.
    constexpr QLatin1StringView letters = "234679ACDEFGHJKMNPQRTUVWXY"_L1;
    QString reference = u"CW"_s;
    for (int i = 0; i < 8; ++i) {
        if (i % 4 == 0)
            reference.append(u'-');
        reference.append(letters[random.bounded(static_cast<int>(letters.size()))]);
    }
    return reference;
}

} // namespace clearway::assessment
