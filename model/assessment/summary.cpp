// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::FactDefinition;
using language::FactKind;
using language::RuleBook;
using language::Scope;
using reasoning::Answers;
using reasoning::Conclusion;
using reasoning::FactKey;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Assessment)
};

// The catalogue's scale of costs: from here on a question about a person touches on nationality or standing.
constexpr int intrusive = 50;

class Redaction {
public:
    Redaction(const Assessment &assessment, const RuleBook &rules)
        : m_rules(rules)
    {
        for (const reasoning::RecipientScope &recipient : assessment.answers.recipients)
            replace(recipient.title, recipientRole(assessment.answers, recipient.id));
        replace(assessment.about.assessor, Words::tr("the assessor"));
        replace(assessment.about.contact, Words::tr("the assessor"));
        for (const reasoning::Answer &answer : assessment.answers.all()) {
            replace(answer.saidBy, Words::tr("the assessor"));
            if (const auto *quantity = std::get_if<language::Quantity>(&answer.value))
                replace(quantity->written, leftOut());
        }
        // the longest first, so that a name within another leaves no rest of the longer one
        std::ranges::stable_sort(m_replacements, std::ranges::greater(), [](const auto &r) { return r.first.size(); });
    }

    QString operator()(QString text) const
    {
        for (const auto &[from, to] : m_replacements)
            text.replace(from, to, Qt::CaseInsensitive);
        return text;
    }

    bool isTechnicalKey(const FactKey &key) const
    {
        const auto fact = m_rules.facts.constFind(key.fact);
        return !key.fact.isEmpty() && (fact == m_rules.facts.cend() || isTechnical(*fact));
    }

    static QString leftOut() { return Words::tr("(left out of this copy)"); }

private:
    void replace(const QString &from, const QString &to)
    {
        if (from.trimmed().size() > 1)
            m_replacements.append({from, to});
    }

    const RuleBook &m_rules;
    QList<std::pair<QString, QString>> m_replacements;
};

Answers summaryOf(const Answers &answers, const Redaction &redact)
{
    Answers summary;
    summary.on = answers.on;
    summary.law = answers.law;
    summary.activities = answers.activities;
    for (reasoning::ActivityScope &activity : summary.activities)
        activity.title = redact(activity.title);
    for (const reasoning::ItemScope &item : answers.items)
        summary.items.append({item.id, redact(item.title), 0, {}});
    for (const reasoning::RecipientScope &recipient : answers.recipients)
        summary.recipients.append({recipient.id, {}});
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        if (it.key().point < 0 && !redact.isTechnicalKey(it.key()))
            summary.set(it.key(), reasoning::Answer{.value = it->value,
                                                    .note = {},
                                                    .source = {},
                                                    .saidBy = {},
                                                    .needsAnotherLook = it->needsAnotherLook});
    }
    return summary;
}

void summarise(Conclusion &conclusion, const Redaction &redact)
{
    conclusion.because = redact(conclusion.because);
    for (reasoning::Finding &finding : conclusion.findings) {
        finding.proof.detail.clear();
        for (reasoning::Proof &part : finding.proof.children) {
            part.children.clear();
            part.detail.clear();
        }
    }
    for (reasoning::OpenFact &open : conclusion.open) {
        if (redact.isTechnicalKey(open.key)) {
            open.key = {};
            open.prompt = Words::tr("A technical question, left out of this copy");
        }
        open.prompt = redact(open.prompt);
    }
    for (reasoning::Leaning &leaning : conclusion.leansOn) {
        if (leaning.kind == reasoning::Leaning::Kind::VerifiedByOffice)
            leaning.text =
                Words::tr("A rule or list that the office read beside the text; by whom is left out of this copy");
        if (redact.isTechnicalKey(leaning.key)) {
            leaning.key = {};
            leaning.id.clear();
            leaning.text = Words::tr("A technical answer, left out of this copy");
        }
        leaning.text = redact(leaning.text);
    }
    for (QString &note : conclusion.notes)
        note = redact(note);
}

} // namespace

bool isPersonal(const FactDefinition &fact)
{
    if (fact.scope != Scope::Recipient)
        return false;
    // where someone is and in what role may be told
    const bool placeOrRole = fact.kind == FactKind::Country || fact.kind == FactKind::Choice;
    return !placeOrRole || fact.cost >= intrusive;
}

bool isTechnical(const FactDefinition &fact)
{
    if (fact.kind == FactKind::Entries)
        return false;
    if (fact.kind == FactKind::Quantity || fact.kind == FactKind::Judgement || fact.scope == Scope::Point)
        return true;
    if (isPersonal(fact))
        return true;
    // parameters of the list bear no scope in their id
    return fact.scope == Scope::Item && !fact.id.startsWith(language::scopeName(Scope::Item) + u'.');
}

QString recipientRole(const Answers &answers, const QString &id)
{
    const auto at = std::ranges::find(answers.recipients, id, &reasoning::RecipientScope::id);
    if (at == answers.recipients.end())
        return {};
    return Words::tr("Recipient %1").arg(std::distance(answers.recipients.begin(), at) + 1);
}

Assessment withoutTechnicalAnnex(const Assessment &assessment, const RuleBook &rules)
{
    const Redaction redact(assessment, rules);
    Assessment copy = assessment;
    copy.technicalAnnex = false;
    copy.worksheets.clear();
    copy.overlay = {}; // names and notes stand in it; its hash stays
    copy.title = redact(assessment.title);
    copy.about.assessor.clear();
    copy.about.contact.clear();
    for (PermitHeld &permit : copy.about.permits) {
        permit.holder.clear();
        permit.covers = redact(permit.covers);
        permit.conditions.clear(); // they name technology and people
    }
    for (QString About::*part : {&About::project, &About::agreement, &About::sponsor, &About::purpose})
        copy.about.*part = redact(assessment.about.*part);
    copy.answers = summaryOf(assessment.answers, redact);
    for (LateChange &change : copy.lateChanges) {
        change.reason.clear();
        if (redact.isTechnicalKey(change.key)) {
            // that an answer was changed stays on record; which one does not
            change.key = {};
            change.before = language::Unsure{};
            change.after = language::Unsure{};
        }
    }
    summarise(copy.conclusion, redact);
    for (Conclusion &conclusion : copy.compared)
        summarise(conclusion, redact);
    copy.changes.removeIf([&](const reasoning::Change &change) {
        return std::ranges::any_of(change.steps, [&](const auto &step) { return redact.isTechnicalKey(step.key); });
    });
    for (reasoning::Change &change : copy.changes) {
        for (reasoning::Change::Step &step : change.steps)
            step.text = redact(step.text);
    }
    for (QString &reason : copy.draftBecause)
        reason = redact(reason);
    return copy;
}

} // namespace clearway::assessment
