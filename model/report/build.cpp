// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/json.h"
#include "model/assessment/summary.h"
#include "model/report/annexes.h"
#include "model/report/frontsheet.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

} // namespace

// What names people or tells what was supplied is not for a copy that goes round.
static ReportOptions withoutNames(ReportOptions options)
{
    for (Review &review : options.reviews) {
        review.name.clear();
        review.reason.clear();
        review.conditions.clear();
    }
    options.supplyLog.clear();
    return options;
}

Report build(const assessment::Assessment &assessment, const language::RuleBook &rules, const ReportOptions &given)
{
    // What was found on the list is told from all answers, also on a front sheet whose copy leaves values out.
    const QList<ItemListFinding> lists = listFindings(assessment, rules);
    const bool technical = given.technicalAnnex && assessment.technicalAnnex;
    const ReportOptions options = technical ? given : withoutNames(given);
    const assessment::Assessment shown = technical ? assessment : assessment::withoutTechnicalAnnex(assessment, rules);
    const Wording wording(shown, rules);

    Report report;
    // the C locale speaks English and has no name of its own that a browser knows
    report.language = QLocale().language() == QLocale::C ? u"en"_s : QLocale().bcp47Name();
    report.rightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    report.reference = shown.reference;
    report.revision = shown.revision;
    const bool agreed = std::ranges::all_of(options.reviews, &Review::agrees);
    report.state =
        stateInWords(shown, agreed ? options.reviews.size() : std::min<qsizetype>(options.reviews.size(), 1));
    report.handling = technical ? Words::tr("contains technical detail") : Words::tr("summary only");
    report.author = shown.about.assessor;
    report.producer = shown.madeBy;
    report.made = shown.finished.isValid() ? shown.finished : shown.started;
    report.document = assessment::toJson(shown, rules);
    report.fingerprint = report.document.value("fingerprint"_L1).toString();
    report.attachment = assessment::toBytes(report.document);
    report.subject =
        Words::tr("Self-assessment record %1, revision %2").arg(shown.reference, QString::number(shown.revision));
    report.caution = Words::tr("Self-assessment record. Not a permit or approval, not legal advice, not a decision of "
                               "Defence.");
    report.title = joined({report.subject, shown.title.simplified()}, u": "_s);

    const QList<Brevity> levels = Brevity::levels();
    for (const Brevity &brevity : levels)
        report.fronts.append(frontSheet(wording, lists, report, options, brevity));

    QList<Section> annexes = {stepsAnnex(wording), matrixAnnex(wording), answersAnnex(wording),
                              requirementsAnnex(wording)};
    if (technical)
        annexes.append(reasoningAnnex(wording));
    annexes.append({statesAnnex(wording), changesAnnex(wording)});
    if (technical)
        annexes.append(
            {listAnnex(wording, lists), worksheetsAnnex(wording), measuredAnnex(wording), peopleAnnex(wording)});
    annexes.append({unverifiedAnnex(wording), lateChangesAnnex(wording)});
    if (technical)
        annexes.append(evidenceAnnex(wording));
    annexes.append({recordsAnnex(wording, options, technical), cautionsAnnex(wording), verifyAnnex(wording, report)});
    for (Section &annex : annexes) {
        if (!annex.blocks.isEmpty())
            report.annexes.append(std::move(annex));
    }
    return report;
}

} // namespace clearway::report
