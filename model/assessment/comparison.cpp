// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/comparison.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::RuleBook;
using reasoning::Conclusion;
using reasoning::Finding;
using reasoning::Outcome;
using reasoning::ProvisionStatus;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

bool hasProvision(const RuleBook &rules, const QString &stateId, const QString &provision)
{
    const language::LawState *state = rules.state(stateId);
    return state && std::ranges::contains(state->provisions, provision, &language::Provision::id);
}

const Finding *findingOf(const Conclusion &conclusion, const QString &provision,
                         const reasoning::Combination &combination)
{
    const auto at = std::ranges::find_if(conclusion.findings, [&](const Finding &finding) {
        return finding.provision == provision && finding.combination == combination;
    });
    return at == conclusion.findings.end() ? nullptr : &*at;
}

QString cellInWords(const ComparedCell &cell)
{
    if (!cell.exists)
        return Words::tr("there is no such provision");
    QString text = statusTitle(cell.status);
    if (!cell.exceptionTitle.isEmpty()) {
        text += u": "_s + cell.exceptionTitle;
        if (!cell.exceptionCite.isEmpty())
            text += u" ("_s + cell.exceptionCite + u')';
    }
    return text;
}

bool treatsOtherwise(const ComparedCell &a, const ComparedCell &b)
{
    const auto effective = [](const ComparedCell &cell) {
        return cell.exists ? cell.status : ProvisionStatus::NotRegulated;
    };
    return effective(a) != effective(b) || a.exception != b.exception;
}

} // namespace

QString outcomeTitle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StopAndRefer: return Words::tr("Stop and refer");
    case Outcome::PermitLikelyRequired: return Words::tr("Permit likely required");
    case Outcome::ApprovalLikelyRequired: return Words::tr("Approval likely required");
    case Outcome::AdviceNeeded: return Words::tr("Advice needed");
    case Outcome::Notify: return Words::tr("Notification first");
    case Outcome::CoveredByPermit: return Words::tr("Covered by a permit held");
    case Outcome::PermitUnlikely: return Words::tr("Permit unlikely");
    case Outcome::NotControlled: break;
    }
    return Words::tr("Not controlled");
}

QString statusTitle(ProvisionStatus status)
{
    switch (status) {
    case ProvisionStatus::NotRegulated: return Words::tr("does not apply");
    case ProvisionStatus::Excepted: return Words::tr("an exception applies");
    case ProvisionStatus::Covered: return Words::tr("covered by a permit or approval held");
    case ProvisionStatus::Notifies: return Words::tr("an exception applies after a notification");
    case ProvisionStatus::Applies: return Words::tr("applies");
    case ProvisionStatus::Open: break;
    }
    return Words::tr("open");
}

bool Comparison::differs() const
{
    return std::ranges::any_of(findings, &ComparedFinding::differs)
           || std::ranges::any_of(amendments, &Amendment::changesOutcome);
}

Comparison compare(const RuleBook &rules, const QList<Conclusion> &compared)
{
    Comparison comparison;
    for (const Conclusion &conclusion : compared) {
        ComparedState column{.id = conclusion.state,
                             .title = conclusion.stateTitle,
                             .act = {},
                             .everOperated = true,
                             .outcome = conclusion.outcome,
                             .because = conclusion.because,
                             .requirements = {}};
        if (const language::LawState *state = rules.state(conclusion.state)) {
            column.act = state->act;
            column.everOperated = state->operatesFrom.isValid();
        }
        for (const reasoning::RequirementFinding &finding : conclusion.requirements) {
            if (!column.requirements.contains(finding.requirement.title))
                column.requirements.append(finding.requirement.title);
        }
        comparison.states.append(column);
        for (const Finding &finding : conclusion.findings) {
            const auto row = std::ranges::find_if(comparison.findings, [&](const ComparedFinding &known) {
                return known.provision == finding.provision && known.combination == finding.combination;
            });
            if (row == comparison.findings.end())
                comparison.findings.append({finding.provision, finding.title, finding.combination, {}, false});
            else
                row->title = finding.title;
        }
    }

    for (ComparedFinding &row : comparison.findings) {
        for (const Conclusion &conclusion : compared) {
            ComparedCell cell;
            cell.exists = hasProvision(rules, conclusion.state, row.provision);
            if (const Finding *finding = findingOf(conclusion, row.provision, row.combination)) {
                cell.exists = true;
                cell.cite = finding->cite;
                cell.status = finding->status;
                cell.exception = finding->exception;
                cell.exceptionTitle = finding->exceptionTitle;
                cell.exceptionCite = finding->exceptionCite;
            }
            cell.differs = !row.cells.isEmpty() && treatsOtherwise(row.cells.last(), cell);
            row.differs = row.differs || cell.differs;
            row.cells.append(cell);
        }
    }

    for (qsizetype i = 1; i < comparison.states.size(); ++i) {
        const ComparedState &before = comparison.states.at(i - 1);
        const ComparedState &after = comparison.states.at(i);
        Amendment amendment{.before = before.id,
                            .after = after.id,
                            .title = after.act.isEmpty() ? after.title : after.act,
                            .outcomeBefore = before.outcome,
                            .outcomeAfter = after.outcome,
                            .changesOutcome = before.outcome != after.outcome,
                            .differences = {}};
        for (const ComparedFinding &row : std::as_const(comparison.findings)) {
            if (!row.cells.at(i).differs)
                continue;
            const QString cite = row.cells.at(i).cite.isEmpty() ? row.cells.at(i - 1).cite : row.cells.at(i).cite;
            const QString sentence =
                Words::tr("%1 (%2): before: %3; since: %4.")
                    .arg(row.title, cite, cellInWords(row.cells.at(i - 1)), cellInWords(row.cells.at(i)));
            if (!amendment.differences.contains(sentence))
                amendment.differences.append(sentence);
        }
        comparison.amendments.append(amendment);
    }
    return comparison;
}

} // namespace clearway::assessment
