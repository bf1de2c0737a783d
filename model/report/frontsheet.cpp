// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/frontsheet.h"

#include "model/assessment/assess.h"
#include "model/assessment/nextsteps.h"
#include "model/assessment/summary.h"
#include "model/reasoning/answersjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using language::FactDefinition;
using language::Scope;
using reasoning::FactKey;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FrontSheet)
};

using Emphasis = Paragraph::Emphasis;

class FrontSheet {
public:
    FrontSheet(const Wording &wording, const QList<ItemListFinding> &lists, const Report &report,
               const ReportOptions &options, const Brevity &brevity)
        : m_wording(wording)
        , m_lists(lists)
        , m_report(report)
        , m_options(options)
        , m_brevity(brevity)
        , m_assessment(wording.assessment())
        , m_conclusion(m_assessment.conclusion)
    {}

    QList<Section> sections() const
    {
        return {band(),    result(),           doAndDoNot(), requirements(), whatWhoWhereWhen(), facts(),
                leansOn(), warningsAnswered(), lawAndList(), keep(),         holdsUntil(),       signatures(),
                footer()};
    }

private:
    QString brief(const QString &text) const { return shortened(text, m_brevity.text); }
    QString cell(const QString &text) const { return shortened(text, m_brevity.cell); }
    QString wideCell(const QString &text) const
    {
        return shortened(text, std::max<qsizetype>(std::min(m_brevity.cell, Wording::whole / 5) * 5 / 2, 40));
    }
    // The result and what to do are sentences: names in them are cut before they are.
    QString sentence(const QString &text) const { return shortened(text, std::max<qsizetype>(m_brevity.text, 190)); }

    // One line more where rows were left out, so that none goes unmentioned.
    static QString moreOf(qsizetype count) { return Words::tr("… and %1 more, listed in the annexes").arg(count); }

    Section band() const
    {
        KeyValues rows;
        rows.rows = {{Words::tr("State"), m_report.state},
                     {Words::tr("Reference"),
                      Words::tr("%1, revision %2").arg(m_assessment.reference, QString::number(m_assessment.revision))},
                     {Words::tr("Fingerprint"), m_report.fingerprint.first(8)},
                     {Words::tr("Handling"), m_report.handling}};
        return {
            u"band"_s,
            Words::tr("Record"),
            {Paragraph{Words::tr("Self-assessment record. Not a permit or approval, not legal advice, not a decision "
                                 "of Defence."),
                       Emphasis::Strong},
             rows}};
    }

    Section result() const
    {
        QList<Block> blocks = {
            Paragraph{sentence(m_wording.result(std::max<qsizetype>(m_brevity.text / 2, 24))), Emphasis::Strong}};
        if (!m_conclusion.because.isEmpty() && m_conclusion.warningsAnswered)
            blocks.append(Paragraph{
                shortened(m_wording.reason(), std::max<qsizetype>(m_brevity.text, m_brevity.text < 80 ? 90 : 180)),
                Emphasis::Plain});
        for (qsizetype i = 0; i < std::min(m_conclusion.notes.size(), m_brevity.others); ++i)
            blocks.append(Paragraph{brief(m_conclusion.notes.at(i)), Emphasis::Plain});
        return {u"result"_s, Words::tr("Result"), blocks};
    }

    Section doAndDoNot() const
    {
        return {u"do"_s, Words::tr("Do / do not"), {Paragraph{sentence(m_wording.doAndDoNot()), Emphasis::Strong}}};
    }

    Section requirements() const
    {
        Section section{u"requirements"_s, Words::tr("Requirements"), {}};
        Table table;
        table.header = {Words::tr("What is needed"), Words::tr("Item"), Words::tr("Recipient"), Words::tr("Provision"),
                        Words::tr("Who decides")};
        table.widths = {30, 22, 18, 14, 16};
        QList<reasoning::RequirementFinding> requirements = m_conclusion.requirements;
        std::ranges::stable_sort(requirements, {},
                                 [](const auto &one) { return one.certainty == reasoning::Certainty::Possible; });
        for (const reasoning::RequirementFinding &finding : std::as_const(requirements)) {
            QString what = finding.requirement.title;
            if (!finding.requirement.cite.isEmpty() && !what.contains(finding.requirement.cite))
                what += u" ("_s + finding.requirement.cite + u')';
            if (finding.certainty == reasoning::Certainty::Possible)
                what = Words::tr("possibly: %1").arg(what);
            table.rows.append({wideCell(what), cell(m_wording.item(finding.combination.item)),
                               cell(m_wording.recipient(finding.combination.recipient)), cell(finding.cite),
                               cell(finding.requirement.decidedBy)});
        }
        for (const reasoning::DutyFinding &finding : m_conclusion.duties) {
            QStringList items;
            QStringList recipients;
            for (const reasoning::Combination &combination : finding.combinations) {
                const QString item = m_wording.item(combination.item);
                const QString recipient = m_wording.recipient(combination.recipient);
                if (!item.isEmpty() && !items.contains(item))
                    items.append(item);
                if (!recipient.isEmpty() && !recipients.contains(recipient))
                    recipients.append(recipient);
            }
            const QString what = finding.certainty == reasoning::Certainty::Possible
                                     ? Words::tr("possibly: %1").arg(finding.duty.title)
                                     : finding.duty.title;
            table.rows.append({wideCell(what), cell(items.join(u", "_s)), cell(recipients.join(u", "_s)),
                               cell(finding.duty.cite), Words::tr("a duty")});
        }
        for (const reasoning::WarningFinding &finding : m_conclusion.warnings) {
            if (finding.warning.stops)
                table.rows.append({wideCell(Words::tr("Stop: %1").arg(finding.warning.title)), Words::tr("all"),
                                   Words::tr("all"), cell(finding.warning.cite), cell(finding.warning.refersTo)});
        }
        if (table.rows.isEmpty()) {
            section.blocks.append(Paragraph{m_conclusion.outcome == reasoning::Outcome::AdviceNeeded
                                                ? Words::tr("Not settled: see “what it leans on”.")
                                                : Words::tr("None on these answers.")});
            return section;
        }
        const qsizetype left = table.rows.size() - m_brevity.requirements;
        if (left > 0)
            table.rows.remove(m_brevity.requirements, left);
        section.blocks.append(table);
        if (left > 0)
            section.blocks.append(Paragraph{moreOf(left), Emphasis::Strong});
        return section;
    }

    Section whatWhoWhereWhen() const
    {
        KeyValues rows;
        const auto &answers = m_assessment.answers;
        const auto add = [&](const QString &key, const QString &value) {
            if (!value.isEmpty())
                rows.rows.append({key, brief(value)});
        };
        for (qsizetype i = 0; i < std::min(m_lists.size(), m_brevity.others); ++i) {
            const ItemListFinding &list = m_lists.at(i);
            add(Words::tr("Item"), joined({joined({m_wording.item(list.item), m_wording.itemKind(list.item)}, u", "_s),
                                           Words::tr("list: %1").arg(joined({list.summary, list.howFound}, u"; "_s))},
                                          u". "_s));
        }
        if (m_lists.size() > m_brevity.others)
            add(Words::tr("Items"), moreOf(m_lists.size() - m_brevity.others));
        QStringList recipients;
        for (const reasoning::RecipientScope &recipient : answers.recipients)
            recipients.append(m_wording.recipient(recipient.id));
        add(Words::tr("Recipients"),
            recipients.isEmpty() ? Words::tr("nobody in particular") : recipients.join(u", "_s));
        for (qsizetype i = 0; i < std::min(answers.activities.size(), m_brevity.others); ++i) {
            const reasoning::ActivityScope &activity = answers.activities.at(i);
            add(Words::tr("Activity and means"),
                joined({m_wording.activity(activity.id), m_wording.means(activity.id)}, u". "_s));
        }
        add(Words::tr("When"), m_wording.day());
        add(Words::tr("Purpose and end use"), m_assessment.about.purpose);
        add(Words::tr("Project and agreement"),
            joined({m_assessment.about.project, m_assessment.about.agreement, m_assessment.about.sponsor}, u"; "_s));
        QStringList permits;
        for (const assessment::PermitHeld &permit : m_assessment.about.permits)
            permits.append(assessment::inWords(permit));
        if (permits.size() > m_brevity.others)
            permits = permits.first(m_brevity.others) << moreOf(permits.size() - m_brevity.others);
        add(Words::tr("Permits held"), permits.join(u"; "_s));
        add(Words::tr("By"), joined({m_assessment.about.assessor, m_assessment.about.role, m_assessment.about.unit,
                                     m_assessment.about.institution},
                                    u", "_s));
        return {u"what"_s, Words::tr("What, who, where, when"), {rows}};
    }

    Section facts() const
    {
        Section section{u"facts"_s, Words::tr("Facts that decided it"), {}};
        Table table;
        table.header = {Words::tr("Question"), Words::tr("Answer"), Words::tr("Said by, evidence"),
                        Words::tr("Provision")};
        table.widths = {44, 20, 20, 16};
        const QList<FactKey> keys = decidingFacts(m_wording, m_brevity.facts);
        for (const FactKey &key : keys) {
            const reasoning::Answer *answer = m_assessment.answers.find(key);
            const QString said = answer ? joined({answer->saidBy, answer->source, answer->note}, u"; "_s) : QString();
            const QString text = m_wording.answer(key);
            const QString holder = m_wording.isOneOfSeveral(key) ? m_wording.holder(key) : QString();
            table.rows.append({wideCell(joined({holder, m_wording.prompt(key.fact)}, u": "_s)),
                               cell(text.isEmpty() ? Words::tr("not answered") : text),
                               cell(said.isEmpty() ? Words::tr("none named") : said),
                               cell(m_wording.rules().facts.value(key.fact).cite)});
        }
        if (table.rows.isEmpty())
            section.blocks.append(Paragraph{Words::tr("None that can stand on a front sheet; see the reasoning.")});
        else
            section.blocks.append(table);
        return section;
    }

    Section leansOn() const
    {
        QStringList items;
        for (const QString &reason : m_assessment.draftBecause)
            items.append(brief(Words::tr("It stays a draft: %1").arg(reason)));
        for (const reasoning::OpenFact &open : m_conclusion.open)
            items.append(brief(Words::tr("Open: %1").arg(joined({open.prompt, open.whoCanAnswer}, u" – "_s))));
        for (const reasoning::Leaning &leaning : m_conclusion.leansOn) {
            QString text = leaning.text;
            if (!leaning.settledBy.isEmpty())
                text += u' ' + Words::tr("(settled by: %1)").arg(leaning.settledBy);
            items.append(brief(text));
        }
        const qsizetype left = items.size() - m_brevity.others;
        if (left > 0) {
            items.remove(m_brevity.others, left);
            items.append(moreOf(left));
        }
        items.append(Words::tr("Answers changed after a result was shown: %1").arg(m_assessment.lateChanges.size()));
        return {u"leans"_s, Words::tr("What it leans on"), {Bullets{items, false}}};
    }

    Section warningsAnswered() const
    {
        Section section{u"warnings"_s, Words::tr("Warnings answered"), {}};
        Table table;
        table.header = {Words::tr("Question"), Words::tr("Answer"), Words::tr("Checked by, date")};
        table.widths = {61, 20, 19};
        if (const language::LawState *state = m_wording.state()) {
            const QStringList questions = assessment::warningQuestions(m_wording.rules(), *state);
            const auto &all = m_assessment.answers.all();
            for (const QString &fact : questions) {
                bool asked = false;
                for (auto it = all.cbegin(); it != all.cend(); ++it) {
                    if (it.key().fact != fact)
                        continue;
                    asked = true;
                    const QString checked = joined({it->saidBy, it->source, it->note}, u"; "_s);
                    table.rows.append({wideCell(m_wording.prompt(fact)), cell(m_wording.answer(it.key())),
                                       cell(joined({checked, dayInWords(m_report.made.date())}, u"; "_s))});
                }
                if (!asked)
                    table.rows.append({wideCell(m_wording.prompt(fact)), Words::tr("not answered"), QString()});
            }
        }
        if (table.rows.isEmpty())
            section.blocks.append(Paragraph{Words::tr("This state of the law has no warning questions.")});
        else
            section.blocks.append(table);
        for (const reasoning::WarningFinding &finding : m_conclusion.warnings) {
            if (!finding.warning.stops)
                section.blocks.append(Paragraph{brief(joined({finding.warning.title, finding.warning.text}, u": "_s))});
        }
        return section;
    }

    Section lawAndList() const
    {
        KeyValues rows;
        const language::LawState *state = m_wording.state();
        const assessment::CatalogueIdentity &catalogue = m_assessment.catalogue;
        rows.rows.append({Words::tr("Conduct"), brief(m_wording.day())});
        if (state) {
            rows.rows.append({Words::tr("Act"), brief(joined({state->title, state->act}, u"; "_s))});
            if (!state->regulation.isEmpty())
                rows.rows.append({Words::tr("Regulation"), brief(state->regulation)});
            rows.rows.append({Words::tr("List"),
                              brief(state->listHeld ? joined({catalogue.listName, catalogue.listId}, u", "_s)
                                                    : Words::tr("%1 (not in the program; entries are those of %2)")
                                                          .arg(state->list, catalogue.listId))});
        }
        rows.rows.append({Words::tr("Catalogue"),
                          Words::tr("version %1, sources %2")
                              .arg(catalogue.version,
                                   catalogue.sourcesHash.first(std::min<qsizetype>(8, catalogue.sourcesHash.size())))});
        if (!catalogue.overlayHash.isEmpty())
            rows.rows.append(
                {Words::tr("Read by the office"),
                 Words::tr("%n rule(s) or list(s) of countries, readings %1", nullptr, catalogue.overlayEntries)
                     .arg(catalogue.overlayHash.first(std::min<qsizetype>(8, catalogue.overlayHash.size())))});
        rows.rows.append({Words::tr("Last checked by a person"),
                          brief(joined({dayInWords(catalogue.lawChecked), catalogue.lawCheckedAgainst}, u", "_s))});
        return {u"law"_s, Words::tr("Law and list"), {rows}};
    }

    Section keep() const
    {
        QStringList items;
        for (const reasoning::DutyFinding &finding : m_conclusion.duties) {
            items.append(brief(joined(
                {finding.duty.title, finding.duty.cite,
                 finding.duty.keepUntil.isEmpty() ? QString() : Words::tr("until: %1").arg(finding.duty.keepUntil)},
                u"; "_s)));
        }
        const qsizetype left = items.size() - m_brevity.others;
        if (left > 0) {
            items.remove(m_brevity.others, left);
            items.append(moreOf(left));
        }
        if (items.isEmpty())
            items.append(Words::tr("No record is prescribed on these answers; keep this sheet and its evidence."));
        const QDate until = assessment::keepUntil(m_assessment);
        if (until.isValid())
            items.append(Words::tr("Do not delete before: %1; from when it counts is said in the annexes")
                             .arg(dayInWords(until)));
        items.append(Words::tr("Number in the supply log: %1").arg(logNumbers()));
        return {u"keep"_s, Words::tr("Keep"), {Bullets{items, false}}};
    }

    // What stands in the log already, else a place for the pen.
    QString logNumbers() const
    {
        QStringList numbers;
        for (const assessment::LoggedSupply &logged : assessment::standing(m_options.supplyLog))
            numbers.append(m_assessment.reference + u'/' + QString::number(logged.number));
        if (numbers.isEmpty())
            return m_options.supplyLogNumber.isEmpty() ? u"____________"_s : m_options.supplyLogNumber;
        return brief(numbers.join(u", "_s));
    }

    Section holdsUntil() const
    {
        const QString day = dayInWords(m_assessment.holdsUntil);
        return {u"holds"_s,
                Words::tr("Holds until"),
                {Paragraph{
                    day.isEmpty()
                        ? Words::tr("Until there is a new recipient, scope, agreement, list or law.")
                        : Words::tr("%1, or sooner: with a new recipient, scope, agreement, list or law.").arg(day)}}};
    }

    Section signatures() const
    {
        Fields fields;
        const QString name = m_assessment.about.assessor;
        fields.rows.append({{Words::tr("Researcher: the answers are mine. Name"), brief(name)},
                            {Words::tr("Signature"), {}},
                            {Words::tr("Date"), {}}});
        const auto officer = [&](const Review &review, const QString &label) {
            fields.rows.append({{Words::tr("%1: agrees, differs on …, returned, referred").arg(label),
                                 brief(joined({review.finding, review.conditions}, u"; "_s))},
                                {Words::tr("Reason"), brief(review.reason)},
                                {Words::tr("Next review"), dayInWords(review.nextReview)}});
            fields.rows.append(
                {{Words::tr("Reviewed by: name, role"), brief(joined({review.name, review.role}, u", "_s))},
                 {Words::tr("Signature"), {}},
                 {Words::tr("Date"), review.when.isValid() ? dayInWords(review.when.date()) : QString()}});
        };
        officer(m_options.reviews.value(0), Words::tr("Officer"));
        if (m_options.secondSignature || m_options.reviews.size() > 1)
            officer(m_options.reviews.value(1), Words::tr("Second officer"));
        return {u"signatures"_s, Words::tr("Signatures"), {fields}};
    }

    Section footer() const
    {
        return {u"footer"_s,
                Words::tr("Made and verified"),
                {Paragraph{
                    Words::tr("Made offline by %1: no network connection but to an office's own register. The "
                              "record goes with this sheet as assessment.json; the last annexes say how to verify it.")
                        .arg(m_report.producer.isEmpty() ? u"Clearway"_s : m_report.producer),
                    Emphasis::Plain}}};
    }

    const Wording &m_wording;
    const QList<ItemListFinding> &m_lists;
    const Report &m_report;
    const ReportOptions &m_options;
    const Brevity &m_brevity;
    const assessment::Assessment &m_assessment;
    const reasoning::Conclusion &m_conclusion;
};

} // namespace

QList<Brevity> Brevity::levels()
{
    // A line of its own holds some 92 characters, so below that only what shares a line or a column gains.
    return {{},
            {.text = 400, .cell = 120, .requirements = 14, .facts = 5, .others = 6},
            {.text = 260, .cell = 70, .requirements = 12, .facts = 5, .others = 5},
            {.text = 180, .cell = 50, .requirements = 11, .facts = 5, .others = 4},
            {.text = 130, .cell = 40, .requirements = 10, .facts = 4, .others = 4},
            {.text = 110, .cell = 34, .requirements = 9, .facts = 4, .others = 3},
            {.text = 92, .cell = 26, .requirements = 8, .facts = 4, .others = 3},
            {.text = 92, .cell = 22, .requirements = 7, .facts = 3, .others = 3},
            {.text = 92, .cell = 20, .requirements = 6, .facts = 3, .others = 2},
            {.text = 84, .cell = 20, .requirements = 5, .facts = 3, .others = 2},
            {.text = 84, .cell = 20, .requirements = 4, .facts = 3, .others = 1},
            {.text = 72, .cell = 20, .requirements = 4, .facts = 3, .others = 1},
            {.text = 72, .cell = 20, .requirements = 3, .facts = 3, .others = 1},
            {.text = 56, .cell = 20, .requirements = 3, .facts = 3, .others = 1},
            {.text = 44, .cell = 20, .requirements = 3, .facts = 3, .others = 1},
            {.text = 36, .cell = 18, .requirements = 3, .facts = 3, .others = 1},
            {.text = 30, .cell = 16, .requirements = 3, .facts = 3, .others = 1},
            {.text = 24, .cell = 14, .requirements = 3, .facts = 3, .others = 1}};
}

QList<Section> frontSheet(const Wording &wording, const QList<ItemListFinding> &lists, const Report &report,
                          const ReportOptions &options, const Brevity &brevity)
{
    return FrontSheet(wording, lists, report, options, brevity).sections();
}

} // namespace clearway::report
