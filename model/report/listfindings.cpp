// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/listfindings.h"

#include "model/reasoning/entrypatterns.h"

#include <QCoreApplication>

namespace clearway::report {

using namespace Qt::StringLiterals;
using language::RuleBook;
using reasoning::Combination;
using reasoning::Outcome;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

Combination combinationWith(const reasoning::Answers &answers, const QString &item)
{
    const QList<Combination> all = answers.combinations();
    for (const Combination &combination : all) {
        if (combination.item == item)
            return combination;
    }
    return {{}, item, {}};
}

// Whether the outcome leaves open what is on the list without that being a gap.
bool sameEitherWay(const reasoning::Conclusion &conclusion)
{
    switch (conclusion.outcome) {
    case Outcome::PermitUnlikely:
    case Outcome::NotControlled:
    case Outcome::CoveredByPermit:
    case Outcome::Notify: return true;
    default: return false;
    }
}

QString whyOpenInWords(const reasoning::ListFinding &finding, const reasoning::Conclusion &conclusion,
                       const RuleBook &rules)
{
    if (!finding.answered) {
        return sameEitherWay(conclusion) ? Words::tr("not opened: what must be done is the same either way")
                                         : Words::tr("not opened");
    }
    if (finding.otherList) {
        return Words::tr("cannot be concluded: another list was in force, and the catalogue holds only %1")
            .arg(rules.listName);
    }
    if (!finding.looked)
        return Words::tr("cannot be concluded: said to be on no entry, but no search or rejected entry shows it");
    if (!finding.categoriesMissing.isEmpty()) {
        return Words::tr("cannot be concluded: the catalogue does not hold the whole of %1")
            .arg(reasoning::titlesOf(finding.categoriesMissing, rules).join(u", "_s));
    }
    if (!finding.categoriesUnseen.isEmpty()) {
        return Words::tr("cannot be concluded: said to be on no entry, but nothing shows a look at %1")
            .arg(reasoning::titlesOf(finding.categoriesUnseen, rules).join(u", "_s));
    }
    return Words::tr("open");
}

QString lookedInWords(const reasoning::Looked &looked)
{
    return Words::tr("searches %1, entries opened %2, rejected %3")
        .arg(looked.searches.size())
        .arg(looked.opened.size())
        .arg(looked.rejected.size());
}

} // namespace

QString entryInWords(const QString &code, const RuleBook &rules)
{
    const auto entry = rules.entries.constFind(code);
    if (entry == rules.entries.cend())
        return code;
    QString text = Words::tr("%1 (Part %2").arg(code, QString::number(entry->part));
    if (entry->verySensitive)
        text += u", "_s + Words::tr("Very Sensitive List");
    else if (entry->sensitive)
        text += u", "_s + Words::tr("Sensitive List");
    return text + u')';
}

QList<ItemListFinding> listFindings(const assessment::Assessment &assessment, const RuleBook &rules)
{
    QList<ItemListFinding> findings;
    const language::LawState *state = rules.state(assessment.conclusion.state);
    for (const reasoning::ItemScope &item : assessment.answers.items) {
        ItemListFinding found;
        found.item = item.id;
        const reasoning::Context context{&rules, state, &assessment.answers,
                                         combinationWith(assessment.answers, item.id), -1};
        if (state)
            found.finding = reasoning::listFinding(context);
        const reasoning::ListFinding &finding = found.finding;
        const QString open = whyOpenInWords(finding, assessment.conclusion, rules);
        if (!finding.met.isEmpty()) {
            QStringList codes;
            qsizetype proved = 0;
            for (const QString &code : finding.met) {
                codes.append(entryInWords(code, rules));
                proved += finding.proved.contains(code) ? 1 : 0;
            }
            found.summary = codes.join(u"; "_s);
            found.howFound = proved == finding.met.size() ? Words::tr("every criterion is met by the values given")
                             : proved > 0                 ? Words::tr("in part by the values given, in part as stated")
                                                          : Words::tr("as stated by the assessor");
            if (!item.looked.isEmpty())
                found.howFound += u"; "_s + lookedInWords(item.looked);
        } else if (finding.notListed) {
            found.summary = Words::tr("no entry is met");
            found.howFound = lookedInWords(item.looked);
        } else {
            found.summary = open;
            if (!item.looked.isEmpty())
                found.howFound = lookedInWords(item.looked);
        }
        if (!finding.contested.isEmpty()) {
            const QString contested =
                Words::tr("stated, but the values given speak against it: %1").arg(finding.contested.join(u", "_s));
            found.howFound = found.howFound.isEmpty() ? contested : found.howFound + u"; "_s + contested;
        }
        findings.append(found);
    }
    return findings;
}

} // namespace clearway::report
