// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/application.h"

#include "model/assessment/json.h"
#include "model/report/annexes.h"
#include "model/report/applicationvalues.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using language::Application;
using reasoning::Certainty;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Application)
};

using Emphasis = Paragraph::Emphasis;

constexpr int linesForThePen = 3;

ApplicationDraft *draftOf(QList<ApplicationDraft> &drafts, const QString &id)
{
    const auto found =
        std::ranges::find_if(drafts, [&](const ApplicationDraft &draft) { return draft.application.id == id; });
    return found == drafts.end() ? nullptr : &*found;
}

QString forWhat(const ApplicationDraft &draft, const Wording &wording)
{
    QStringList parts;
    for (const reasoning::Combination &combination : draft.combinations)
        parts.append(combinationInWords(combination, wording));
    return parts.join(u"; "_s);
}

Section sectionOf(const ApplicationDraft &draft, const Wording &wording)
{
    const Application &application = draft.application;
    Section section{application.id,
                    draft.possible ? Words::tr("%1 (if an open question goes that way)").arg(application.title)
                                   : application.title,
                    {}};
    if (!application.summary.isEmpty())
        section.blocks.append(Paragraph{application.summary.simplified()});
    KeyValues rows;
    for (const auto &[key, value] : {std::pair(Words::tr("For"), forWhat(draft, wording)),
                                     std::pair(Words::tr("Lodged with"), application.lodgedWith),
                                     std::pair(Words::tr("Usual time"), application.usualTime),
                                     std::pair(Words::tr("Provision"), application.cite)}) {
        if (!value.isEmpty())
            rows.rows.append({key, value});
    }
    section.blocks.append(rows);
    if (!application.verified) {
        section.blocks.append(Paragraph{
            joined({Words::tr("The form itself was not seen; what it asks for may differ."),
                    application.leansOn.isEmpty() ? QString() : Words::tr("After: %1.").arg(application.leansOn)},
                   u" "_s),
            Emphasis::Quiet});
    }
    Fields fields;
    for (const DraftField &field : draft.fields)
        fields.rows.append(QList<Fields::Field>{
            Fields::Field{field.field.title, field.value.join(u'\n'), field.field.help.simplified(), linesForThePen}});
    section.blocks.append(fields);
    return section;
}

Section aboutThis(const Wording &wording, const Report &report, bool complete)
{
    Section section{u"about-this-draft"_s, Words::tr("About this draft"), {}};
    QStringList items = {
        Words::tr("It was filled in from self-assessment %1, revision %2. What the record does not say is "
                  "left blank: complete "
                  "it, and check every line.")
            .arg(report.reference, QString::number(report.revision)),
        Words::tr("Lodge it through your export controls office. Whether a permit, approval or assessment is "
                  "given is for "
                  "Defence alone to say."),
        Words::tr("It names people and may hold what must not leave Australia: pass it to the office only.")};
    if (wording.assessment().state == assessment::State::Draft)
        items.append(Words::tr("The self-assessment is a draft still; finish it before this is lodged."));
    if (!complete)
        items.append(Words::tr("Some of what is asked for was not in the record."));
    section.blocks.append(Bullets{items, false});
    KeyValues rows;
    rows.rows.append({Words::tr("Result of the self-assessment"), wording.result()});
    const assessment::CatalogueIdentity &catalogue = wording.assessment().catalogue;
    rows.rows.append(
        {Words::tr("Law and list"),
         joined({wording.state() ? wording.state()->act : QString(),
                 joined({catalogue.listName, catalogue.listId}, u", "_s),
                 catalogue.lawChecked.isValid() ? Words::tr("last checked on %1").arg(dayInWords(catalogue.lawChecked))
                                                : QString()},
                u"; "_s)});
    rows.rows.append({Words::tr("Fingerprint of the record"), report.fingerprint});
    section.blocks.append(rows);
    return section;
}

} // namespace

QList<ApplicationDraft> applicationDrafts(const assessment::Assessment &assessment, const language::RuleBook &rules)
{
    const reasoning::Conclusion &conclusion = assessment.conclusion;
    QList<ApplicationDraft> drafts;
    if (!conclusion.warningsAnswered)
        return drafts;
    // those that are needed in any case come first
    for (const Certainty certainty : {Certainty::Certain, Certainty::Possible}) {
        for (const reasoning::RequirementFinding &found : conclusion.requirements) {
            const Application *application = rules.applicationFor(found.requirement.id);
            if (!application || found.certainty != certainty)
                continue;
            ApplicationDraft *draft = draftOf(drafts, application->id);
            if (!draft) {
                drafts.append({*application, {}, certainty == Certainty::Possible, {}});
                draft = &drafts.last();
            }
            if (!draft->combinations.contains(found.combination))
                draft->combinations.append(found.combination);
        }
        if (certainty == Certainty::Possible || conclusion.outcome != reasoning::Outcome::AdviceNeeded)
            continue;
        for (const Application &application : rules.applications) {
            if (application.whenUnsure && !draftOf(drafts, application.id))
                drafts.append({application, assessment.answers.combinations(), false, {}});
        }
    }
    const Wording wording(assessment, rules);
    for (ApplicationDraft &draft : drafts) {
        const ApplicationValues values(wording, draft.combinations);
        for (const language::ApplicationField &field : std::as_const(draft.application.fields))
            draft.fields.append({field, field.from.isEmpty() ? QStringList() : values.of(field.from)});
    }
    return drafts;
}

Report build(const QList<ApplicationDraft> &drafts, const assessment::Assessment &assessment,
             const language::RuleBook &rules)
{
    const Wording wording(assessment, rules);
    Report report;
    report.language = QLocale().language() == QLocale::C ? u"en"_s : QLocale().bcp47Name();
    report.rightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    report.reference = assessment.reference;
    report.revision = assessment.revision;
    report.state = Words::tr("draft");
    report.handling = Words::tr("contains names and technical detail");
    report.author = assessment.about.assessor;
    report.producer = assessment.madeBy;
    report.made = assessment.finished.isValid() ? assessment.finished : assessment.started;
    report.document = toJson(drafts, assessment, rules);
    report.fingerprint = report.document["fingerprint"_L1].toString();
    report.attachment = QJsonDocument(report.document).toJson(QJsonDocument::Indented);
    report.attachmentName = u"application.json"_s;
    report.subject = Words::tr("Draft of an application, from self-assessment %1, revision %2")
                         .arg(assessment.reference, QString::number(assessment.revision));
    report.title = joined({report.subject, assessment.title.simplified()}, u": "_s);
    report.caution =
        Words::tr("A draft to be completed and lodged by a person. Not a form of Defence, not legal advice.");
    report.lettered = false;
    bool complete = true;
    for (const ApplicationDraft &draft : drafts) {
        report.annexes.append(sectionOf(draft, wording));
        complete = complete
                   && std::ranges::none_of(draft.fields, [](const DraftField &field) { return field.value.isEmpty(); });
    }
    report.annexes.append(aboutThis(wording, report, complete));
    return report;
}

QJsonObject toJson(const QList<ApplicationDraft> &drafts, const assessment::Assessment &assessment,
                   const language::RuleBook &rules)
{
    QJsonArray applications;
    for (const ApplicationDraft &draft : drafts) {
        const Application &application = draft.application;
        QJsonArray fields;
        for (const DraftField &field : draft.fields) {
            fields.append(QJsonObject{{u"id"_s, field.field.id},
                                      {u"title"_s, field.field.title},
                                      {u"help"_s, field.field.help.simplified()},
                                      {u"from"_s, field.field.from},
                                      {u"value"_s, QJsonArray::fromStringList(field.value)}});
        }
        QJsonArray combinations;
        for (const reasoning::Combination &combination : draft.combinations) {
            combinations.append(QJsonObject{{u"activity"_s, combination.activity},
                                            {u"item"_s, combination.item},
                                            {u"recipient"_s, combination.recipient}});
        }
        applications.append(QJsonObject{{u"id"_s, application.id},
                                        {u"title"_s, application.title},
                                        {u"lodged_with"_s, application.lodgedWith},
                                        {u"usual_time"_s, application.usualTime},
                                        {u"cite"_s, application.cite},
                                        {u"form_seen"_s, application.verified},
                                        {u"certainty"_s, draft.possible ? u"possible"_s : u"certain"_s},
                                        {u"combinations"_s, combinations},
                                        {u"fields"_s, fields}});
    }
    return {{u"format"_s, u"clearway.application/1"_s},
            {u"reference"_s, assessment.reference},
            {u"revision"_s, assessment.revision},
            {u"fingerprint"_s, assessment::toJson(assessment, rules)["fingerprint"_L1]},
            {u"applications"_s, applications}};
}

} // namespace clearway::report
