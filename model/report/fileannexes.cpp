// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/summary.h"
#include "model/reasoning/answersjson.h"
#include "model/report/annexes.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using language::RuleBook;
using reasoning::Truth;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Annexes)
};

using Emphasis = Paragraph::Emphasis;

constexpr int deepest = 300;

// The titles of those parts that made an entry false: its failing criteria.
void collectFailing(const reasoning::Proof &proof, QStringList &failing, int depth = 0)
{
    if (depth > deepest || proof.truth != Truth::False || failing.size() >= 4)
        return;
    bool deeper = false;
    for (const reasoning::Proof &child : proof.children) {
        if (child.truth == Truth::False) {
            deeper = true;
            collectFailing(child, failing, depth + 1);
        }
    }
    if (deeper)
        return;
    const QString text = joined({proof.title, proof.detail}, u": "_s);
    if (!text.isEmpty() && !failing.contains(text))
        failing.append(text);
}

const reasoning::Proof *holdingNote(const reasoning::Proof &proof, int depth = 0)
{
    if (depth > deepest)
        return nullptr;
    if (proof.kind == reasoning::ProofKind::DecontrolNote && proof.truth == Truth::True)
        return &proof;
    for (const reasoning::Proof &child : proof.children) {
        if (const reasoning::Proof *note = holdingNote(child, depth + 1))
            return note;
    }
    return nullptr;
}

} // namespace

Section listAnnex(const Wording &wording, const QList<ItemListFinding> &lists)
{
    Section section{u"list"_s, Words::tr("Finding on the list"), {}};
    const reasoning::Answers &answers = wording.assessment().answers;
    const RuleBook &rules = wording.rules();
    for (const ItemListFinding &list : lists) {
        const reasoning::ItemScope *item = answers.item(list.item);
        if (!item)
            continue;
        section.blocks.append(Paragraph{wording.item(list.item), Emphasis::Strong});
        KeyValues rows;
        rows.rows.append({Words::tr("Finding"), list.summary});
        if (!list.howFound.isEmpty())
            rows.rows.append({Words::tr("How found"), list.howFound});
        if (!item->looked.searches.isEmpty())
            rows.rows.append({Words::tr("Searches"), item->looked.searches.join(u"; "_s)});
        if (!item->looked.opened.isEmpty())
            rows.rows.append({Words::tr("Entries opened"), item->looked.opened.join(u", "_s)});
        section.blocks.append(rows);

        Table table;
        table.header = {Words::tr("Entry considered"), Words::tr("Result"), Words::tr("Why")};
        table.widths = {34, 14, 52};
        reasoning::Combination combination{{}, list.item, {}};
        for (const reasoning::Combination &one : answers.combinations()) {
            if (one.item == list.item) {
                combination = one;
                break;
            }
        }
        const reasoning::Context context{&rules, wording.state(), &answers, combination, -1};
        QStringList considered = list.finding.met + list.finding.contested + item->looked.opened;
        for (const reasoning::Looked::Rejection &rejection : item->looked.rejected)
            considered.append(rejection.code);
        considered.removeDuplicates();
        QStringList related;
        for (const QString &code : std::as_const(considered)) {
            const auto entry = rules.entries.constFind(code);
            const QString title = entry == rules.entries.cend() ? QString() : entry->title;
            const auto rejection = std::ranges::find(item->looked.rejected, code, &reasoning::Looked::Rejection::code);
            const bool rejected = rejection != item->looked.rejected.end();
            QString result = Words::tr("opened");
            QStringList why;
            if (rejected && !rejection->because.isEmpty())
                why.append(rejection->because);
            if (entry != rules.entries.cend() && wording.state()) {
                const reasoning::Proof proof = reasoning::proveEntry(code, context);
                if (proof.truth == Truth::False) {
                    if (const reasoning::Proof *note = holdingNote(proof)) {
                        result = Words::tr("decontrolled");
                        why.append(note->title);
                    } else {
                        result = Words::tr("rejected");
                        collectFailing(proof, why);
                    }
                } else if (rejected) {
                    result = Words::tr("rejected by the assessor");
                }
                for (const QString &reference : entry->references) {
                    if (!related.contains(reference))
                        related.append(reference);
                }
            } else if (rejected) {
                result = Words::tr("rejected by the assessor");
            }
            if (list.finding.met.contains(code)) {
                result = Words::tr("matched");
                if (list.finding.proved.contains(code))
                    why.append(Words::tr("every criterion is met by the values given"));
                else
                    why.append(Words::tr("as stated by the assessor"));
            }
            if (list.finding.contested.contains(code))
                result = Words::tr("stated, contradicted");
            table.rows.append({joined({entryInWords(code, rules), title}, u" "_s), result, why.join(u"; "_s)});
        }
        if (!table.rows.isEmpty())
            section.blocks.append(table);
        if (!related.isEmpty())
            section.blocks.append(
                Paragraph{Words::tr("Related entries that the list points to: %1").arg(related.join(u", "_s))});
    }
    return section;
}

Section measuredAnnex(const Wording &wording)
{
    Section section{u"measured"_s, Words::tr("Measured values"), {}};
    Table table;
    table.header = {Words::tr("Item"), Words::tr("Value of"), Words::tr("Value and unit"), Words::tr("Source")};
    table.widths = {24, 34, 18, 24};
    const auto &all = wording.assessment().answers.all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!std::holds_alternative<language::Quantity>(it->value))
            continue;
        const QString source = joined({it->source, it->note}, u"; "_s);
        table.rows.append({wording.holder(it.key()), wording.prompt(it.key().fact), wording.answer(it.key()),
                           source.isEmpty() ? Words::tr("no source named") : source});
    }
    if (!table.rows.isEmpty())
        section.blocks.append(table);
    return section;
}

Section peopleAnnex(const Wording &wording)
{
    Section section{u"people"_s, Words::tr("Recipients by name"), {}};
    Table table;
    table.header = {Words::tr("Recipient"), Words::tr("Name or description"),
                    Words::tr("What was answered about them")};
    table.widths = {24, 30, 46};
    const reasoning::Answers &answers = wording.assessment().answers;
    for (const reasoning::RecipientScope &recipient : answers.recipients) {
        QStringList personal;
        for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
            const auto fact = wording.rules().facts.constFind(it.key().fact);
            if (it.key().holder == recipient.id && fact != wording.rules().facts.cend()
                && assessment::isPersonal(*fact))
                personal.append(joined({fact->prompt, wording.answer(it.key())}, u" "_s));
        }
        if (!recipient.title.isEmpty() || !personal.isEmpty())
            table.rows.append({wording.recipient(recipient.id), recipient.title, personal.join(u"; "_s)});
    }
    if (!table.rows.isEmpty())
        section.blocks.append(table);
    return section;
}

Section unverifiedAnnex(const Wording &wording)
{
    using Kind = reasoning::Leaning::Kind;
    Section section{u"unverified"_s, Words::tr("On what it leans, and what must be read"), {}};
    Table table;
    table.header = {Words::tr("What"), Words::tr("Provision to be read"), Words::tr("Settled by")};
    table.widths = {54, 20, 26};
    for (const reasoning::Leaning &leaning : wording.assessment().conclusion.leansOn) {
        QString kind;
        switch (leaning.kind) {
        case Kind::Unsure: kind = Words::tr("Not sure"); break;
        case Kind::Assumed: kind = Words::tr("Assumed"); break;
        case Kind::UnverifiedRule: kind = Words::tr("Not verified"); break;
        case Kind::SecondarySource: kind = Words::tr("Secondary source"); break;
        case Kind::AnotherList: kind = Words::tr("Another list"); break;
        case Kind::Contested: kind = Words::tr("Contradicted"); break;
        case Kind::NotHeld: kind = Words::tr("Not in the catalogue"); break;
        case Kind::VerifiedByOffice: kind = Words::tr("Verified by the office"); break;
        }
        table.rows.append({joined({kind, leaning.text}, u": "_s), leaning.cite, leaning.settledBy});
    }
    for (const reasoning::OpenFact &open : wording.assessment().conclusion.open) {
        table.rows.append(
            {joined({open.unsure ? Words::tr("Open, not sure") : Words::tr("Open"), open.prompt}, u": "_s), open.cite,
             open.whoCanAnswer});
    }
    if (!table.rows.isEmpty())
        section.blocks.append(table);
    if (!wording.assessment().draftBecause.isEmpty()) {
        section.blocks.append(Paragraph{Words::tr("Why it stays a draft"), Emphasis::Strong});
        section.blocks.append(Bullets{wording.assessment().draftBecause, false});
    }
    return section;
}

Section lateChangesAnnex(const Wording &wording)
{
    Section section{u"late-changes"_s, Words::tr("Answers changed after a result was shown"), {}};
    Table table;
    table.header = {Words::tr("Question"), Words::tr("Before"), Words::tr("After"), Words::tr("When, and why")};
    table.widths = {34, 18, 18, 30};
    for (const assessment::LateChange &change : wording.assessment().lateChanges) {
        const auto fact = wording.rules().facts.constFind(change.key.fact);
        const bool known = fact != wording.rules().facts.cend();
        const auto text = [&](const language::Value &value) {
            return known ? reasoning::valueToText(value, *fact, wording.rules()) : QString();
        };
        const QString question =
            change.key.fact.isEmpty() ? Words::tr("(left out of this copy)") : wording.prompt(change.key.fact);
        table.rows.append({joined({wording.holder(change.key), question}, u": "_s), text(change.before),
                           text(change.after), joined({momentInWords(change.when), change.reason}, u"; "_s)});
    }
    if (!table.rows.isEmpty())
        section.blocks.append(table);
    return section;
}

Section evidenceAnnex(const Wording &wording)
{
    Section section{u"evidence"_s, Words::tr("Evidence"), {}};
    Table table;
    table.header = {Words::tr("Document, clause or measurement"), Words::tr("Supports the answer to")};
    table.widths = {45, 55};
    QMap<QString, QStringList> bySource;
    const auto &all = wording.assessment().answers.all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!it->source.trimmed().isEmpty())
            bySource[it->source.simplified()].append(
                joined({wording.holder(it.key()), wording.prompt(it.key().fact)}, u": "_s));
    }
    for (auto it = bySource.cbegin(); it != bySource.cend(); ++it)
        table.rows.append({it.key(), it->join(u"; "_s)});
    if (table.rows.isEmpty()) {
        section.blocks.append(Paragraph{Words::tr("No document was named as evidence for an answer.")});
        return section;
    }
    section.blocks.append(Paragraph{
        Words::tr("Named by the assessor; the documents themselves are not part of this record."), Emphasis::Quiet});
    section.blocks.append(table);
    return section;
}

Section cautionsAnnex(const Wording &wording)
{
    Section section{u"cautions"_s, Words::tr("Standing cautions"), {}};
    const QString checked = dayInWords(wording.assessment().catalogue.lawChecked);
    section.blocks.append(Bullets{
        {Words::tr(
             "This result rests on the answers given and on the law of the day named; when either changes, so may "
             "the result."),
         checked.isEmpty() ? Words::tr("The catalogue does not say when its law was last checked.")
                           : Words::tr("The law was last checked on %1. What came later is not in it.").arg(checked),
         Words::tr(
             "Sanctions, weapons of mass destruction and military end use are to be checked also for what is on no "
             "list."),
         Words::tr("Have someone who knows the technology check the technical answers."),
         Words::tr("Other rules may apply beside these: biosecurity, nuclear material, chemicals, privacy, the law of "
                   "other countries."),
         Words::tr(
             "The record itself may contain what must not leave Australia. A copy without the technical annex can "
             "be made."),
         Words::tr(
             "Only Defence gives permits, approvals and assessments. In doubt, ask your export control officer.")},
        false});
    return section;
}

Section verifyAnnex(const Wording &wording, const Report &report)
{
    Section section{u"verify"_s, Words::tr("How to verify this record"), {}};
    KeyValues rows;
    rows.rows = {{Words::tr("Fingerprint"), report.fingerprint},
                 {Words::tr("Catalogue sources"), wording.assessment().catalogue.sourcesHash},
                 {Words::tr("Made"), joined({momentInWords(report.made), report.producer}, u", "_s)}};
    section.blocks.append(rows);
    section.blocks.append(Bullets{
        {Words::tr("Open this file, or assessment.json, in Clearway: it compares the fingerprint and assesses the "
                   "answers again."),
         Words::tr("Without Clearway: save the attachment assessment.json, remove its member “fingerprint”, write "
                   "it in the canonical form of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785) and take the "
                   "SHA-256 of those bytes. It must be the fingerprint above, whose first 8 digits stand on every "
                   "page."),
         wording.assessment().technicalAnnex
             ? Words::tr("A copy without the technical annex is a document of its own and has another "
                         "fingerprint; reference and revision are the same.")
             : Words::tr("This copy leaves out the technical annex and has a fingerprint of its own; the full "
                         "record has the same reference and revision.")},
        true});
    return section;
}

} // namespace clearway::report
