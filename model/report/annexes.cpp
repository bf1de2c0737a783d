// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/annexes.h"

#include "model/assessment/comparison.h"
#include "model/assessment/summary.h"
#include "model/reasoning/answersjson.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using language::FactDefinition;
using language::Scope;
using reasoning::FactKey;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Annexes)
};

using Emphasis = Paragraph::Emphasis;

// What a tree says, as one text: equal texts, equal trees.
QString inOneText(const TreeNode &node)
{
    QString text = node.truth + u'|' + node.text + u'|' + node.detail + u'(';
    for (const TreeNode &child : node.children)
        text += inOneText(child);
    return text + u')';
}

// What was shown once is not shown again in full.
void foldRepeated(TreeNode &node, QSet<QString> &shown)
{
    if (node.children.isEmpty())
        return;
    const QString text = inOneText(node);
    if (shown.contains(text)) {
        node.children.clear();
        node.detail = joined({node.detail, Words::tr("as above")}, u"; "_s);
        return;
    }
    for (TreeNode &child : node.children)
        foldRepeated(child, shown);
    shown.insert(text);
}

/// What one provision says to all combinations to which it says the same, for the same reasons.
struct ReasonedAlike {
    const reasoning::Finding *finding = nullptr;
    QList<reasoning::Combination> combinations;
    QList<TreeNode> roots;
    QString text;
};

QString notSure(bool verified)
{
    return verified ? QString() : Words::tr("not verified");
}

QString changedFrom(const QString &text, bool differs)
{
    return differs ? Words::tr("%1 [differs]").arg(text) : text;
}

} // namespace

QString combinationInWords(const reasoning::Combination &combination, const Wording &wording)
{
    return joined({wording.activity(combination.activity), wording.item(combination.item),
                   wording.recipient(combination.recipient)},
                  u" – "_s);
}

Section answersAnnex(const Wording &wording)
{
    Section section{u"answers"_s, Words::tr("Answers"), {}};
    const assessment::Assessment &assessment = wording.assessment();
    if (!assessment.technicalAnnex) {
        section.blocks.append(
            Paragraph{Words::tr("Answers about people's nationality and technical values, and the notes "
                                "and sources, are left out of this copy."),
                      Emphasis::Quiet});
    }
    const language::RuleBook &rules = wording.rules();
    const auto &all = assessment.answers.all();
    const bool supported = std::ranges::any_of(all, [](const reasoning::Answer &answer) {
        return !answer.note.isEmpty() || !answer.source.isEmpty() || !answer.saidBy.isEmpty();
    });
    if (assessment.technicalAnnex && !supported)
        section.blocks.append(Paragraph{Words::tr("No note or source was given with any answer."), Emphasis::Quiet});
    // one table for the case and one for each activity, item, point and recipient
    QStringList holders = {QString()};
    for (const auto &activity : assessment.answers.activities)
        holders.append(activity.id);
    for (const auto &item : assessment.answers.items)
        holders.append(item.id);
    for (const auto &recipient : assessment.answers.recipients)
        holders.append(recipient.id);
    holders.removeDuplicates();
    for (const Scope scope : {Scope::Case, Scope::Activity, Scope::Item, Scope::Recipient}) {
        for (const QString &holder : std::as_const(holders)) {
            QMap<int, Table> tables; // by operating point
            for (const QString &id : rules.factOrder) {
                const auto fact = rules.facts.constFind(id);
                if (fact == rules.facts.cend())
                    continue;
                const Scope factScope = fact->scope == Scope::Point ? Scope::Item : fact->scope;
                if (factScope != scope)
                    continue;
                for (auto it = all.lowerBound(FactKey{id, holder, -1});
                     it != all.cend() && it.key().fact == id && it.key().holder == holder; ++it) {
                    QString answer = reasoning::valueToText(it->value, *fact, rules);
                    if (it->needsAnotherLook)
                        answer += u" – "_s + Words::tr("needs another look");
                    Table &table = tables[it.key().point];
                    QStringList row = {fact->prompt, answer, joined({fact->why, fact->cite}, u" – "_s)};
                    if (supported)
                        row.append(joined({it->note, it->source, it->saidBy}, u"; "_s));
                    table.rows.append(row);
                }
            }
            for (auto it = tables.begin(); it != tables.end(); ++it) {
                FactKey key;
                key.holder = holder;
                it->header = {Words::tr("Question"), Words::tr("Answer"), Words::tr("Why it was asked, provision")};
                it->widths = {34, 26, 40};
                if (supported) {
                    it->header.append(Words::tr("Note, source, said by"));
                    it->widths = {30, 18, 26, 26};
                }
                switch (scope) {
                case Scope::Case: it->caption = Words::tr("The case as a whole"); break;
                case Scope::Activity: it->caption = Words::tr("Activity: %1").arg(wording.activity(holder)); break;
                case Scope::Recipient: it->caption = wording.recipient(holder); break;
                case Scope::Item:
                case Scope::Point:
                    it->caption = it.key() < 0 ? Words::tr("Item: %1").arg(wording.item(holder))
                                               : Words::tr("Item: %1, operating point %2")
                                                     .arg(wording.item(holder), QString::number(it.key() + 1));
                    break;
                }
                section.blocks.append(*it);
            }
        }
    }
    return section;
}

Section requirementsAnnex(const Wording &wording)
{
    Section section{u"requirements-in-full"_s, Words::tr("Requirements, duties and warnings in full"), {}};
    const reasoning::Conclusion &conclusion = wording.assessment().conclusion;
    for (const reasoning::RequirementFinding &finding : conclusion.requirements) {
        QString title = finding.requirement.title;
        if (finding.certainty == reasoning::Certainty::Possible)
            title = Words::tr("Possibly: %1").arg(title);
        section.blocks.append(Paragraph{title, Emphasis::Strong});
        section.blocks.append(KeyValues{
            {{Words::tr("For"), combinationInWords(finding.combination, wording)},
             {Words::tr("Because of"), joined({finding.provisionTitle, finding.cite}, u", "_s)},
             {Words::tr("Given under"), finding.requirement.cite.isEmpty() ? finding.cite : finding.requirement.cite},
             {Words::tr("Decided by"), finding.requirement.decidedBy}}});
    }
    for (const reasoning::DutyFinding &finding : conclusion.duties) {
        QString title = Words::tr("Duty: %1").arg(finding.duty.title);
        if (finding.certainty == reasoning::Certainty::Possible)
            title = Words::tr("Possible duty: %1").arg(finding.duty.title);
        section.blocks.append(Paragraph{title, Emphasis::Strong});
        section.blocks.append(Paragraph{finding.duty.text});
        QStringList combinations;
        for (const reasoning::Combination &combination : finding.combinations)
            combinations.append(combinationInWords(combination, wording));
        KeyValues rows;
        rows.rows.append(
            {Words::tr("Provision"), joined({finding.duty.cite, notSure(finding.duty.verified)}, u", "_s)});
        if (!finding.duty.keepUntil.isEmpty())
            rows.rows.append({Words::tr("Keep until"), finding.duty.keepUntil});
        if (!combinations.isEmpty())
            rows.rows.append({Words::tr("For"), combinations.join(u"; "_s)});
        section.blocks.append(rows);
    }
    for (const reasoning::WarningFinding &finding : conclusion.warnings) {
        section.blocks.append(Paragraph{finding.warning.stops ? Words::tr("Stop: %1").arg(finding.warning.title)
                                                              : Words::tr("Warning: %1").arg(finding.warning.title),
                                        Emphasis::Strong});
        section.blocks.append(Paragraph{finding.warning.text});
        section.blocks.append(
            Paragraph{joined({finding.warning.cite, finding.warning.refersTo}, u" – "_s), Emphasis::Quiet});
    }
    for (const reasoning::Finding &finding : conclusion.findings) {
        if (finding.exception.isEmpty() || finding.thenDo.isEmpty())
            continue;
        section.blocks.append(Paragraph{
            Words::tr("Exception relied on: %1 (%2), for %3")
                .arg(finding.exceptionTitle, finding.exceptionCite, combinationInWords(finding.combination, wording)),
            Emphasis::Strong});
        section.blocks.append(Paragraph{finding.thenDo});
    }
    return section;
}

// Of several that join, those that bring what comes of them: one that holds is enough of any, one that does not of all.
bool decides(const reasoning::Proof &part, const reasoning::Proof &whole)
{
    using enum reasoning::ProofKind;
    switch (whole.kind) {
    case All:
    case Any:
    case Element:
    case Exception:
    case Rule: // the parts of these stand directly below them
        return part.truth == whole.truth
               || std::ranges::none_of(whole.children, [&](const auto &one) { return one.truth == whole.truth; });
    default: return true;
    }
}

// Of a provision that does not apply, the elements that are not there say why; of one that an exception takes the
// conduct out of, the other exceptions say nothing.
bool saysWhy(const reasoning::Proof &part, reasoning::ProvisionStatus status)
{
    using enum reasoning::ProvisionStatus;
    const bool exception = part.kind == reasoning::ProofKind::Exception;
    switch (status) {
    case NotRegulated: return !exception && part.truth == reasoning::Truth::False;
    case Excepted:
    case Covered:
    case Notifies: return !exception || part.truth == reasoning::Truth::True;
    default: return true;
    }
}

TreeNode treeOf(const reasoning::Proof &proof, const Wording &wording)
{
    using reasoning::ProofKind;
    TreeNode node;
    node.truth = truthInWords(proof.truth);
    node.text = proof.title;
    switch (proof.kind) {
    case ProofKind::Exception: node.text = Words::tr("Unless: %1").arg(proof.title); break;
    case ProofKind::All: node.text = proof.title.isEmpty() ? Words::tr("All of these") : proof.title; break;
    case ProofKind::Any: node.text = proof.title.isEmpty() ? Words::tr("At least one of these") : proof.title; break;
    case ProofKind::Not: node.text = proof.title.isEmpty() ? Words::tr("Not this") : proof.title; break;
    case ProofKind::Point:
        node.text = proof.title.isEmpty() ? Words::tr("At some operating point") : proof.title;
        break;
    case ProofKind::Entry: node.text = joined({proof.id, proof.title}, u" "_s); break;
    case ProofKind::DecontrolNote: node.text = Words::tr("Decontrol note: %1").arg(proof.title); break;
    default: break;
    }
    if (node.text.isEmpty())
        node.text = proof.id;
    node.detail = joined({proof.cite, proof.detail, proof.verified ? QString() : Words::tr("not verified"),
                          proof.leansOn.isEmpty() ? QString() : Words::tr("after: %1").arg(proof.leansOn)},
                         u"; "_s);
    for (const reasoning::Proof &child : proof.children)
        if (decides(child, proof))
            node.children.append(treeOf(child, wording));
    return node;
}

Section reasoningAnnex(const Wording &wording)
{
    Section section{u"reasoning"_s, Words::tr("Reasoning"), {}};
    QList<ReasonedAlike> all;
    for (const reasoning::Finding &finding : wording.assessment().conclusion.findings) {
        ReasonedAlike alike{&finding, {finding.combination}, {}, finding.provision};
        for (const reasoning::Proof &part : finding.proof.children) {
            if (!saysWhy(part, finding.status))
                continue;
            alike.roots.append(treeOf(part, wording));
            alike.text += inOneText(alike.roots.last());
        }
        const auto known = std::ranges::find(all, alike.text, &ReasonedAlike::text);
        if (known != all.end())
            known->combinations.append(finding.combination);
        else
            all.append(alike);
    }
    std::ranges::stable_sort(all, {}, [](const ReasonedAlike &alike) {
        return alike.finding->status == reasoning::ProvisionStatus::NotRegulated;
    });
    QSet<QString> shown;
    for (ReasonedAlike &alike : all) {
        const reasoning::Finding &finding = *alike.finding;
        QString head =
            Words::tr("%1 (%2): %3").arg(finding.title, finding.cite, assessment::statusTitle(finding.status));
        if (!finding.exceptionTitle.isEmpty())
            head += u" – "_s + joined({finding.exceptionTitle, finding.exceptionCite}, u", "_s);
        if (!finding.operates)
            head += u". "_s + Words::tr("This offence did not operate on that day.");
        section.blocks.append(Paragraph{head, Emphasis::Strong});
        QStringList about;
        for (const reasoning::Combination &combination : std::as_const(alike.combinations))
            about.append(combinationInWords(combination, wording));
        section.blocks.append(Paragraph{joined(about, u"; "_s), Emphasis::Quiet});
        Tree tree;
        for (TreeNode &root : alike.roots) {
            foldRepeated(root, shown);
            tree.roots.append(root);
        }
        if (!tree.roots.isEmpty())
            section.blocks.append(tree);
    }
    return section;
}

Section statesAnnex(const Wording &wording)
{
    Section section{u"states"_s, Words::tr("The same answers under every state of the Act, as written"), {}};
    const assessment::Comparison comparison = assessment::compare(wording.rules(), wording.assessment().compared);
    if (comparison.states.isEmpty())
        return section;
    section.blocks.append(Paragraph{
        Words::tr("Each state is taken as it was written, also where it never operated or not on the day of the "
                  "conduct. Only the list of one state is in the program. What a state treats otherwise than "
                  "the one before it bears the word “differs”."),
        Emphasis::Quiet});
    Table table;
    table.header = {Words::tr("Question")};
    table.widths = {34};
    QStringList outcomes = {Words::tr("Outcome")};
    QStringList needed = {Words::tr("What is needed")};
    for (qsizetype i = 0; i < comparison.states.size(); ++i) {
        const assessment::ComparedState &state = comparison.states.at(i);
        table.header.append(state.everOperated ? state.title : Words::tr("%1 (never operated)").arg(state.title));
        table.widths.append(static_cast<int>(66 / comparison.states.size()));
        outcomes.append(changedFrom(assessment::outcomeTitle(state.outcome),
                                    i > 0 && comparison.amendments.at(i - 1).changesOutcome));
        needed.append(state.requirements.isEmpty() ? Words::tr("nothing") : state.requirements.join(u"; "_s));
    }
    table.rows.append(outcomes);
    table.rows.append(needed);
    // Combinations that all states treat alike share a row; what none of them regulates is named below.
    QStringList silent;
    QList<std::pair<QString, QString>> rows; // the provision and its cells, of each row from the third on
    for (const assessment::ComparedFinding &finding : comparison.findings) {
        const bool saysNothing = std::ranges::all_of(finding.cells, [](const assessment::ComparedCell &cell) {
            return !cell.exists || cell.status == reasoning::ProvisionStatus::NotRegulated;
        });
        if (saysNothing && !finding.differs) {
            if (!silent.contains(finding.title))
                silent.append(finding.title);
            continue;
        }
        QStringList row;
        for (const assessment::ComparedCell &cell : finding.cells) {
            QString text;
            if (!cell.exists) {
                text = Words::tr("no such provision");
            } else {
                text = joined({cell.cite, assessment::statusTitle(cell.status),
                               joined({cell.exceptionTitle, cell.exceptionCite}, u", "_s)},
                              u": "_s);
            }
            row.append(changedFrom(text, cell.differs));
        }
        const QString about = combinationInWords(finding.combination, wording);
        const std::pair key(finding.provision, row.join(u'\n'));
        if (const qsizetype known = rows.indexOf(key); known >= 0) {
            table.rows[known + 2].first() += u"; "_s + about;
            continue;
        }
        rows.append(key);
        row.prepend(joined({finding.title, about}, u": "_s));
        table.rows.append(row);
    }
    section.blocks.append(table);
    for (const assessment::ComparedFinding &finding : comparison.findings)
        if (std::ranges::contains(rows, finding.provision, &std::pair<QString, QString>::first))
            silent.removeAll(finding.title);
    if (!silent.isEmpty())
        section.blocks.append(Paragraph{
            Words::tr("Under no state does any of these apply: %1.").arg(silent.join(u"; "_s)), Emphasis::Quiet});
    for (const assessment::Amendment &amendment : comparison.amendments) {
        QString text;
        if (amendment.changesOutcome) {
            text = Words::tr("“%1” makes the difference: %2 before, %3 since.")
                       .arg(amendment.title, assessment::outcomeTitle(amendment.outcomeBefore),
                            assessment::outcomeTitle(amendment.outcomeAfter));
        } else {
            text = Words::tr("“%1” leaves the outcome as it was: %2.")
                       .arg(amendment.title, assessment::outcomeTitle(amendment.outcomeAfter));
        }
        section.blocks.append(Paragraph{text, Emphasis::Strong});
        if (!amendment.differences.isEmpty())
            section.blocks.append(Bullets{amendment.differences, false});
    }
    return section;
}

Section changesAnnex(const Wording &wording)
{
    Section section{u"changes"_s, Words::tr("What would change this"), {}};
    QStringList items;
    for (const reasoning::Change &change : wording.assessment().changes) {
        QStringList steps;
        for (const reasoning::Change::Step &step : change.steps)
            steps.append(step.text);
        items.append(
            Words::tr("%1. Then: %2.").arg(steps.join(Words::tr("; and ")), assessment::outcomeTitle(change.outcome)));
    }
    if (items.isEmpty())
        return section;
    section.blocks.append(
        Paragraph{Words::tr("Only the conduct is varied, never who someone is, what is known, or what an "
                            "agreement says. Each is a suggestion to be assessed anew."),
                  Emphasis::Quiet});
    section.blocks.append(Bullets{items, false});
    return section;
}

} // namespace clearway::report
