// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/wording.h"

#include "model/assessment/summary.h"
#include "model/reasoning/answersjson.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using assessment::Assessment;
using language::FactKind;
using language::RuleBook;
using language::Scope;
using reasoning::FactKey;
using reasoning::Outcome;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

QString quoted(const QString &text)
{
    return Words::tr("“%1”").arg(text);
}

QString namesInShort(const QStringList &names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(u", "_s);
    return Words::tr("%1 and %2 more").arg(names.first(most).join(u", "_s), QString::number(names.size() - most));
}

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

QString withStop(QString text)
{
    text = text.trimmed();
    if (!text.isEmpty() && !u".!?。؟"_s.contains(text.back()))
        text += u'.';
    return text;
}

} // namespace

QString dayInWords(QDate day)
{
    return day.isValid() ? QLocale().toString(day, u"d MMMM yyyy"_s) : QString();
}

QString momentInWords(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime utc = when.toUTC();
    return Words::tr("%1, %2 UTC").arg(dayInWords(utc.date()), utc.time().toString(u"HH:mm"_s));
}

QString truthInWords(reasoning::Truth truth)
{
    switch (truth) {
    case reasoning::Truth::True: return Words::tr("true");
    case reasoning::Truth::False: return Words::tr("false");
    case reasoning::Truth::Unknown: break;
    }
    return Words::tr("unknown");
}

QString stateInWords(const Assessment &assessment, qsizetype reviews)
{
    if (assessment.state == assessment::State::Draft)
        return Words::tr("draft");
    if (reviews > 1)
        return Words::tr("countersigned");
    return reviews == 1 ? Words::tr("reviewed") : Words::tr("finished");
}

QString shortened(const QString &text, qsizetype longest)
{
    const QString line = text.simplified();
    if (line.size() <= longest)
        return line;
    qsizetype cut = std::max<qsizetype>(longest - 1, 1);
    if (line.at(cut - 1).isHighSurrogate())
        --cut;
    return line.first(cut).trimmed() + u'…';
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList kept;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            kept.append(part);
    }
    return kept.join(separator);
}

Wording::Wording(const Assessment &assessment, const RuleBook &rules)
    : m_assessment(assessment)
    , m_rules(rules)
{}

// The first choice answered about it, in the catalogue's order: what kind of activity or thing it is.
QString Wording::described(Scope scope, const QString &id) const
{
    for (const QString &fact : m_rules.factOrder) {
        const auto definition = m_rules.facts.constFind(fact);
        if (definition == m_rules.facts.cend() || definition->scope != scope || definition->derived)
            continue;
        if (definition->kind != FactKind::Choice && definition->kind != FactKind::Choices)
            continue;
        if (const reasoning::Answer *answer = m_assessment.answers.find({fact, id, -1})) {
            if (std::holds_alternative<language::Picked>(answer->value))
                return reasoning::valueToText(answer->value, *definition, m_rules);
        }
    }
    return {};
}

QString Wording::activity(const QString &id) const
{
    const reasoning::ActivityScope *scope = m_assessment.answers.activity(id);
    if (scope && !scope->title.trimmed().isEmpty())
        return scope->title.simplified();
    const QString kind = described(Scope::Activity, id);
    if (!kind.isEmpty())
        return kind;
    return id.isEmpty() ? QString() : Words::tr("activity %1").arg(id);
}

QString Wording::item(const QString &id) const
{
    const reasoning::ItemScope *scope = m_assessment.answers.item(id);
    if (scope && !scope->title.trimmed().isEmpty())
        return scope->title.simplified();
    const QString kind = described(Scope::Item, id);
    if (!kind.isEmpty())
        return m_assessment.answers.items.size() > 1 ? Words::tr("item %1: %2").arg(id, kind) : kind;
    return id.isEmpty() ? QString() : Words::tr("item %1").arg(id);
}

QString Wording::itemKind(const QString &id) const
{
    for (const QString &fact : m_rules.factOrder) {
        const auto definition = m_rules.facts.constFind(fact);
        if (definition == m_rules.facts.cend() || definition->scope != Scope::Item
            || definition->kind != FactKind::Choice || assessment::isTechnical(*definition))
            continue;
        // the first says what kind of thing it is
        if (const QString said = answer({fact, id, -1}); !said.isEmpty())
            return item(id).endsWith(said) ? QString() : said;
    }
    return {};
}

QString Wording::recipient(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const QString role = assessment::recipientRole(m_assessment.answers, id);
    QStringList places;
    for (const QString &fact : m_rules.factOrder) {
        const auto definition = m_rules.facts.constFind(fact);
        if (definition == m_rules.facts.cend() || definition->scope != Scope::Recipient
            || assessment::isTechnical(*definition))
            continue;
        if (definition->kind != FactKind::Country)
            continue;
        if (const reasoning::Answer *answer = m_assessment.answers.find({fact, id, -1}))
            places.append(reasoning::valueToText(answer->value, *definition, m_rules));
    }
    return places.isEmpty() ? role : Words::tr("%1 (%2)").arg(role, places.join(u", "_s));
}

QString Wording::means(const QString &activity) const
{
    QStringList parts;
    for (const QString &id : m_rules.factOrder) {
        const auto fact = m_rules.facts.constFind(id);
        if (fact == m_rules.facts.cend() || fact->scope != Scope::Activity || fact->derived
            || assessment::isTechnical(*fact))
            continue;
        if (fact->kind != FactKind::Choice && fact->kind != FactKind::Choices)
            continue;
        const QString said = answer({id, activity, -1});
        if (!said.isEmpty() && said != this->activity(activity))
            parts.append(said);
    }
    return parts.join(u"; "_s);
}

QString Wording::holder(const FactKey &key) const
{
    const auto definition = m_rules.facts.constFind(key.fact);
    if (definition == m_rules.facts.cend() || key.holder.isEmpty())
        return {};
    switch (definition->scope) {
    case Scope::Activity: return activity(key.holder);
    case Scope::Recipient: return recipient(key.holder);
    case Scope::Item:
    case Scope::Point:
        return key.point < 0
                   ? item(key.holder)
                   : Words::tr("%1, operating point %2").arg(item(key.holder), QString::number(key.point + 1));
    case Scope::Case: break;
    }
    return {};
}

bool Wording::isOneOfSeveral(const FactKey &key) const
{
    const auto definition = m_rules.facts.constFind(key.fact);
    if (definition == m_rules.facts.cend())
        return false;
    switch (definition->scope) {
    case Scope::Activity: return m_assessment.answers.activities.size() > 1;
    case Scope::Recipient: return m_assessment.answers.recipients.size() > 1;
    case Scope::Item:
    case Scope::Point: return m_assessment.answers.items.size() > 1;
    case Scope::Case: break;
    }
    return false;
}

QString Wording::answer(const FactKey &key) const
{
    const auto definition = m_rules.facts.constFind(key.fact);
    const reasoning::Answer *answer = m_assessment.answers.find(key);
    if (!answer || definition == m_rules.facts.cend())
        return {};
    return reasoning::valueToText(answer->value, *definition, m_rules);
}

QString Wording::prompt(const QString &fact) const
{
    const auto definition = m_rules.facts.constFind(fact);
    return definition == m_rules.facts.cend() ? fact : definition->prompt;
}

// Whether a requirement of that kind is what the outcome names.
static bool makes(Outcome outcome, const QString &kind)
{
    switch (outcome) {
    case Outcome::PermitLikelyRequired: return kind != "approval"_L1 && kind != "notification"_L1 && kind != "refer"_L1;
    case Outcome::ApprovalLikelyRequired: return kind == "approval"_L1;
    case Outcome::Notify: return kind == "notification"_L1;
    case Outcome::AdviceNeeded: return true;
    default: return false;
    }
}

const reasoning::RequirementFinding *Wording::gravest() const
{
    const reasoning::Conclusion &conclusion = m_assessment.conclusion;
    const reasoning::RequirementFinding *found = nullptr;
    for (const reasoning::RequirementFinding &one : conclusion.requirements) {
        if (!makes(conclusion.outcome, one.requirement.kind))
            continue;
        if (!found
            || (found->certainty == reasoning::Certainty::Possible && one.certainty == reasoning::Certainty::Certain))
            found = &one;
    }
    return found;
}

QList<reasoning::Combination> Wording::concerned() const
{
    const reasoning::Conclusion &conclusion = m_assessment.conclusion;
    QList<reasoning::Combination> all;
    const auto add = [&all](const reasoning::Combination &combination) {
        if (!all.contains(combination))
            all.append(combination);
    };
    if (const reasoning::RequirementFinding *first = gravest()) {
        for (const reasoning::RequirementFinding &one : conclusion.requirements)
            if (one.certainty == first->certainty && makes(conclusion.outcome, one.requirement.kind))
                add(one.combination);
    } else if (conclusion.outcome == Outcome::CoveredByPermit) {
        for (const reasoning::Finding &finding : conclusion.findings)
            if (finding.operates && finding.status == reasoning::ProvisionStatus::Covered)
                add(finding.combination);
    }
    return all;
}

QString Wording::conduct(qsizetype longest) const
{
    const qsizetype most = longest < 40 ? 1 : 3;
    const QList<reasoning::Combination> about = concerned();
    const auto isMeant = [&about](const QString &activity, const QString &item) {
        return about.isEmpty() || std::ranges::any_of(about, [&](const reasoning::Combination &one) {
                   return one.activity == activity && (item.isNull() || one.item == item);
               });
    };
    QStringList conducts;
    for (const reasoning::ActivityScope &scope : m_assessment.answers.activities) {
        if (!isMeant(scope.id, {}))
            continue;
        QStringList items;
        for (const QString &id : scope.items)
            if (isMeant(scope.id, id))
                items.append(quoted(shortened(item(id), longest)));
        const QString name = quoted(shortened(activity(scope.id), longest));
        conducts.append(items.isEmpty() ? name : Words::tr("%1 with %2").arg(name, namesInShort(items, most)));
    }
    if (conducts.isEmpty())
        return Words::tr("this conduct");
    return namesInShort(conducts, most);
}

QString Wording::day() const
{
    const reasoning::Conclusion &conclusion = m_assessment.conclusion;
    if (conclusion.asWritten || !conclusion.on.isValid())
        return Words::tr("under “%1”, taken as written").arg(conclusion.stateTitle);
    return Words::tr("on %1").arg(dayInWords(conclusion.on));
}

QString Wording::result(qsizetype longest) const
{
    if (!m_assessment.conclusion.warningsAnswered)
        return Words::tr("There is no result yet for %1 %2: the warning questions are not all answered.")
            .arg(conduct(longest), day());
    QString sentence;
    switch (m_assessment.conclusion.outcome) {
    case Outcome::StopAndRefer:
        sentence = Words::tr("On these answers, stop: %1 %2 must be referred first; no permit question is answered "
                             "before that is settled.");
        break;
    case Outcome::PermitLikelyRequired:
        sentence = Words::tr("On these answers a permit is likely required before %1 %2.");
        break;
    case Outcome::ApprovalLikelyRequired:
        sentence = Words::tr("On these answers an approval is likely required before %1 %2.");
        break;
    case Outcome::AdviceNeeded:
        sentence = Words::tr("These answers do not settle what is required before %1 %2: advice is needed.");
        break;
    case Outcome::Notify:
        sentence = Words::tr("On these answers no permit is likely required for %1 %2, but a notification is, before "
                             "it is done.");
        break;
    case Outcome::CoveredByPermit:
        sentence = Words::tr("On these answers a permit or approval already held likely covers %1 %2, within its "
                             "conditions.");
        break;
    case Outcome::PermitUnlikely:
        sentence = Words::tr("On these answers a permit is unlikely to be required for %1 %2.");
        break;
    case Outcome::NotControlled: sentence = Words::tr("On these answers %1 %2 is not controlled."); break;
    }
    return sentence.arg(conduct(longest), day());
}

QString Wording::reason() const
{
    // The reason names activity and item before its colon, as the headline above it does.
    const QString said = m_assessment.conclusion.because;
    const qsizetype names = said.lastIndexOf(u'”');
    const qsizetype colon = names < 0 ? -1 : said.indexOf(u": "_s, names);
    if (colon < 0)
        return said;
    QString rest = said.mid(colon + 2).trimmed();
    if (rest.isEmpty())
        return said;
    rest.front() = rest.front().toUpper();
    return rest;
}

QString Wording::doAndDoNot() const
{
    const reasoning::Conclusion &conclusion = m_assessment.conclusion;
    if (!conclusion.warningsAnswered)
        return Words::tr("Do: answer the warning questions. Do not begin before there is a result.");
    QString before;
    if (conclusion.on.isValid() && !conclusion.asWritten)
        before = u' ' + Words::tr("By: before %1.").arg(dayInWords(conclusion.on));
    const reasoning::RequirementFinding *first = gravest();
    // the first two steps say what not to do and what to do
    const QStringList lines = first ? first->requirement.steps.split(u'\n', Qt::SkipEmptyParts) : QStringList();
    QStringList steps;
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), 2); ++i)
        steps.append(withStop(lines.at(i)));
    const QString step = joined(steps, u" "_s);
    const QString decider = first ? first->requirement.decidedBy : QString();
    const auto who = [](const QString &name) {
        return name.isEmpty() ? QString() : u' ' + Words::tr("Decides: %1.").arg(name);
    };
    switch (conclusion.outcome) {
    case Outcome::StopAndRefer: {
        QString refersTo;
        for (const reasoning::WarningFinding &finding : conclusion.warnings) {
            if (finding.warning.stops && refersTo.isEmpty())
                refersTo = finding.warning.refersTo;
        }
        return Words::tr("Do not go on, send or open anything. Do: refer it.") + who(refersTo);
    }
    case Outcome::PermitLikelyRequired:
        return (step.isEmpty()
                    ? Words::tr("Do not begin before the permit is given. Do: ask your export control officer.")
                    : step)
               + who(decider) + before;
    case Outcome::ApprovalLikelyRequired:
        return (step.isEmpty()
                    ? Words::tr("Do not publish before the approval is given. Do: ask your export control officer.")
                    : step)
               + who(decider) + before;
    case Outcome::AdviceNeeded: {
        const reasoning::OpenFact open = conclusion.open.value(0);
        if (open.prompt.isEmpty())
            return Words::tr("Do not begin yet. Do: ask your export control officer.") + before;
        return Words::tr("Do not begin yet. Do: have this settled: “%1”").arg(open.prompt)
               + (open.whoCanAnswer.isEmpty() ? QString() : u' ' + Words::tr("Can answer: %1.").arg(open.whoCanAnswer))
               + before;
    }
    case Outcome::Notify:
        return (step.isEmpty() ? Words::tr("Do not begin before the notification is made that the exception asks for.")
                               : step)
               + who(decider) + before;
    case Outcome::CoveredByPermit:
        return Words::tr("Do: keep to the conditions, names and dates of the permit or approval. Do not go beyond it.");
    case Outcome::PermitUnlikely:
    case Outcome::NotControlled: break;
    }
    for (const reasoning::Finding &finding : conclusion.findings) {
        if (finding.status == reasoning::ProvisionStatus::Excepted && !finding.thenDo.isEmpty())
            return Words::tr("Do: %1 Do not add items, files or recipients without assessing them.")
                .arg(withStop(firstLine(finding.thenDo)));
    }
    return Words::tr("Do: keep this record. Do not add items, files or recipients without assessing them.");
}

} // namespace clearway::report
