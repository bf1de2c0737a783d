// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/nextsteps.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::Application;
using language::RuleBook;
using reasoning::Certainty;
using reasoning::Combination;
using reasoning::Conclusion;
using reasoning::Outcome;
using Kind = NextStep::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NextSteps)
};

QString withOffice()
{
    return Words::tr("You, through your export controls office");
}

QString you()
{
    return Words::tr("You");
}

QString dayInWords(QDate day)
{
    return QLocale().toString(day, u"d MMMM yyyy"_s);
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

void addOnce(QList<Combination> &combinations, const Combination &combination)
{
    if (!combinations.contains(combination))
        combinations.append(combination);
}

class Planner {
public:
    Planner(const RuleBook &rules, const Assessment &assessment)
        : m_rules(rules)
        , m_assessment(assessment)
        , m_conclusion(assessment.conclusion)
    {}

    QList<NextStep> steps()
    {
        if (!m_conclusion.warningsAnswered && m_conclusion.outcome != Outcome::StopAndRefer) {
            answerWarnings();
            return m_steps;
        }
        refer();
        obtain(Certainty::Certain);
        settle();
        ask();
        obtain(Certainty::Possible);
        rely();
        keep();
        lookAgain();
        return m_steps;
    }

private:
    void answerWarnings()
    {
        NextStep step;
        step.kind = Kind::Answer;
        step.title = Words::tr("Answer the warning questions");
        step.details = {Words::tr("Do not begin before there is a result.")};
        for (const reasoning::OpenFact &open : m_conclusion.open) {
            if (!m_assessment.answers.find(open.key) && !step.details.contains(open.prompt))
                step.details.append(open.prompt);
        }
        step.acts = you();
        m_steps.append(step);
    }

    void refer()
    {
        for (const reasoning::WarningFinding &found : m_conclusion.warnings) {
            if (!found.warning.stops)
                continue;
            NextStep step;
            step.kind = Kind::Refer;
            step.title = Words::tr("Stop, and refer it: %1").arg(found.warning.title);
            step.details = linesOf(found.warning.text);
            step.acts = you();
            step.decides = found.warning.refersTo;
            step.cite = found.warning.cite;
            step.certainty = found.certainty;
            m_steps.append(step);
        }
    }

    // Each open question, or rule to be read: who can answer it, and where it stands.
    void settle()
    {
        for (const reasoning::OpenFact &open : m_conclusion.open) {
            NextStep step;
            step.kind = Kind::Settle;
            step.title = open.rule.isEmpty() ? Words::tr("Have this question settled: %1").arg(open.prompt)
                                             : Words::tr("Have this read and confirmed: %1").arg(open.prompt);
            step.details = {Words::tr("Do not begin before it is settled.")};
            if (!open.rule.isEmpty()) {
                step.details.append(open.cite.isEmpty()
                                        ? Words::tr("The rule that decides was not verified; it does not decide alone.")
                                        : Words::tr("The rule that decides was not verified; it does not decide alone. "
                                                    "Read: %1.")
                                              .arg(open.cite));
            } else if (open.unsure) {
                step.details.append(Words::tr("It was answered “not sure”. Find out, then change the answer."));
            } else {
                step.details.append(Words::tr("It was not answered."));
            }
            const auto fact = m_rules.facts.constFind(open.key.fact);
            if (fact != m_rules.facts.cend() && !fact->settledBy.isEmpty() && fact->settledBy != open.whoCanAnswer)
                step.details.append(Words::tr("Settled by: %1.").arg(fact->settledBy));
            step.acts = you();
            step.decides = open.whoCanAnswer;
            step.cite = open.cite;
            step.question = open.key;
            m_steps.append(step);
        }
    }

    void ask()
    {
        if (m_conclusion.outcome != Outcome::AdviceNeeded)
            return;
        for (const Application &application : m_rules.applications) {
            if (!application.whenUnsure)
                continue;
            NextStep step;
            step.kind = Kind::Ask;
            step.title = Words::tr("Where it cannot be settled here: %1").arg(application.title);
            step.details = linesOf(application.summary);
            step.acts = withOffice();
            step.decides = application.lodgedWith;
            step.usualTime = application.usualTime;
            step.cite = application.cite;
            step.application = application.id;
            m_steps.append(step);
        }
    }

    void obtain(Certainty certainty)
    {
        const qsizetype first = m_steps.size();
        QStringList ids;
        for (const reasoning::RequirementFinding &found : m_conclusion.requirements) {
            if (found.certainty != certainty)
                continue;
            const qsizetype known = ids.indexOf(found.requirement.id);
            if (known >= 0) {
                NextStep &step = m_steps[first + known];
                addOnce(step.combinations, found.combination);
                if (!step.cite.contains(found.cite))
                    step.cite += u"; "_s + found.cite;
                continue;
            }
            ids.append(found.requirement.id);
            NextStep step;
            const bool notice = found.requirement.kind == "notification"_L1;
            step.kind = notice ? Kind::Notify : Kind::Obtain;
            step.title = certainty == Certainty::Possible
                             ? Words::tr("If an open question goes that way: %1").arg(found.requirement.title)
                             : found.requirement.title;
            step.details = linesOf(found.requirement.steps);
            step.acts = withOffice();
            step.decides = found.requirement.decidedBy;
            step.usualTime = found.requirement.usualTime;
            step.cite = found.requirement.cite.isEmpty() || found.requirement.cite == found.cite
                            ? found.cite
                            : found.requirement.cite + u"; "_s + found.cite;
            if (const Application *application = m_rules.applicationFor(found.requirement.id)) {
                step.application = application->id;
                if (step.usualTime.isEmpty())
                    step.usualTime = application->usualTime;
            }
            step.combinations = {found.combination};
            step.certainty = certainty;
            m_steps.append(step);
        }
    }

    // What the exceptions and permits relied on ask of the person.
    void rely()
    {
        const qsizetype first = m_steps.size();
        QStringList ids;
        for (const reasoning::Finding &found : m_conclusion.findings) {
            if (found.exception.isEmpty() || found.thenDo.isEmpty() || !found.operates
                || found.status == reasoning::ProvisionStatus::Notifies)
                continue;
            const QString id = found.exception + u'\n' + found.thenDo;
            const qsizetype known = ids.indexOf(id);
            if (known >= 0) {
                NextStep &step = m_steps[first + known];
                addOnce(step.combinations, found.combination);
                if (!step.cite.contains(found.exceptionCite))
                    step.cite += u"; "_s + found.exceptionCite;
                continue;
            }
            ids.append(id);
            NextStep step;
            step.kind = Kind::Rely;
            step.title = found.status == reasoning::ProvisionStatus::Covered
                             ? Words::tr("Keep within what is held: %1").arg(found.exceptionTitle)
                             : Words::tr("Keep within the exception: %1").arg(found.exceptionTitle);
            step.details = linesOf(found.thenDo);
            if (found.status == reasoning::ProvisionStatus::Covered)
                step.details.append(permitLines());
            step.acts = you();
            step.cite = found.exceptionCite;
            step.combinations = {found.combination};
            m_steps.append(step);
        }
    }

    // What is held, and on which conditions.
    QStringList permitLines() const
    {
        QStringList lines;
        for (const PermitHeld &permit : running(m_assessment.about.permits, m_assessment.answers.on)) {
            lines << Words::tr("What is held: %1.").arg(assessment::inWords(permit));
            for (const QString &condition : linesOf(permit.conditions))
                lines << Words::tr("Its condition: %1").arg(condition);
        }
        if (lines.isEmpty())
            lines << Words::tr("Enter its number, its days and its conditions: this record does not name it yet.");
        return lines;
    }

    void keep()
    {
        const QList<Retention> periods = retentions(m_assessment);
        for (const reasoning::DutyFinding &found : m_conclusion.duties) {
            NextStep step;
            step.kind = Kind::Keep;
            step.title = found.certainty == Certainty::Possible ? Words::tr("Possibly: %1").arg(found.duty.title)
                                                                : found.duty.title;
            step.details = linesOf(found.duty.text);
            if (!found.duty.keepUntil.isEmpty())
                step.details.append(Words::tr("How long: %1.").arg(found.duty.keepUntil));
            const auto period = std::ranges::find(periods, found.duty.title, &Retention::duty);
            if (period != periods.end() && period->until.isValid())
                step.details.append(inWords(*period));
            if (!found.duty.verified)
                step.details.append(Words::tr("This duty was not verified in the section."));
            step.acts = you();
            step.cite = found.duty.cite;
            step.combinations = found.combinations;
            step.certainty = found.certainty;
            m_steps.append(step);
        }
    }

    static QString inWords(const Retention &period)
    {
        QString text =
            Words::tr("Do not delete before %1, worked out from the day of the conduct.").arg(dayInWords(period.until));
        if (!period.countsFrom.isEmpty())
            text += u' ' + Words::tr("It counts from %1.").arg(period.countsFrom);
        if (!period.verified)
            text += u' ' + Words::tr("The period was not verified.");
        return text;
    }

    void lookAgain()
    {
        NextStep step;
        step.kind = Kind::LookAgain;
        step.title = Words::tr("Look at it again in time");
        if (m_assessment.holdsUntil.isValid()) {
            step.details.append(
                Words::tr("This result holds until %1 at most; sooner with a new recipient, scope, agreement, "
                          "list or law.")
                    .arg(dayInWords(m_assessment.holdsUntil)));
        }
        step.details.append(Words::tr("Do not add items, files or recipients without assessing them."));
        const CatalogueIdentity &catalogue = m_assessment.catalogue;
        if (catalogue.lawChecked.isValid()) {
            step.details.append(Words::tr("The law was last checked on %1. What came later is not in it.")
                                    .arg(dayInWords(catalogue.lawChecked)));
        }
        step.acts = you();
        m_steps.append(step);
    }

    const RuleBook &m_rules;
    const Assessment &m_assessment;
    const Conclusion &m_conclusion;
    QList<NextStep> m_steps;
};

} // namespace

QList<NextStep> nextSteps(const RuleBook &rules, const Assessment &assessment)
{
    return Planner(rules, assessment).steps();
}

QList<Retention> retentions(const Assessment &assessment)
{
    QList<Retention> found;
    const Conclusion &conclusion = assessment.conclusion;
    for (const reasoning::DutyFinding &finding : conclusion.duties) {
        const language::Duty &duty = finding.duty;
        if (duty.keepYears <= 0)
            continue;
        Retention retention{duty.title, duty.cite,     duty.keepYears,
                            {},         duty.keepFrom, duty.verified && duty.keepVerified};
        if (conclusion.on.isValid())
            retention.until = conclusion.on.addYears(duty.keepYears);
        found.append(retention);
    }
    return found;
}

QDate keepUntil(const Assessment &assessment)
{
    QDate latest;
    for (const Retention &retention : retentions(assessment)) {
        if (retention.until.isValid() && (!latest.isValid() || retention.until > latest))
            latest = retention.until;
    }
    return latest;
}

} // namespace clearway::assessment
