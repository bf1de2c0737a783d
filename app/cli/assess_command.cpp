// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/officeregister.h"
#include "model/assessment/aboutjson.h"
#include "model/assessment/assess.h"
#include "model/assessment/comparison.h"
#include "model/assessment/json.h"
#include "model/assessment/nextsteps.h"
#include "model/assessment/summary.h"
#include "model/assessment/supplylog.h"
#include "model/overlay/applying.h"
#include "model/reasoning/answersjson.h"
#include "model/report/application.h"
#include "model/report/html.h"
#include "model/report/markdown.h"
#include "model/report/nextstepwords.h"
#include "model/report/pdf.h"
#include "model/report/supplystub.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using assessment::Assessment;
using language::RuleBook;
using reasoning::Answers;
using reasoning::Certainty;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr auto form =
    "assess ANSWERS.json [--on YYYY-MM-DD | --law ID] [--compare] [--json] [--pdf FILE] [--html FILE] "
    "[--markdown FILE] [--summary] [--about FILE] [--application FILE] [--supply-log FILE] "
    "[--overlay FILE | --register PATH | --no-overlay]"_L1;

int usageError(const QString &message)
{
    complain(message);
    complain(Text::tr("usage: clearway-cli %1").arg(form));
    return Usage;
}

QString withCite(const QString &title, const QString &cite)
{
    return cite.isEmpty() ? title : u"%1 (%2)"_s.arg(title, cite);
}

QString stateIds(const RuleBook &rules)
{
    QStringList ids;
    for (const language::LawState &state : rules.states)
        ids.append(state.id);
    return ids.join(u", "_s);
}

void printBlock(const QString &heading, const QStringList &lines, const QString &mark = u"- "_s)
{
    if (lines.isEmpty())
        return;
    say(QString());
    say(heading);
    for (const QString &line : lines)
        say(u"  "_s + mark + line);
}

/// "“Sending the draft” with “Drawings”, to “Co-author”": what a line is about, where there is more than one of it.
QString about(const reasoning::Combination &combination, const Answers &answers)
{
    QStringList parts;
    const reasoning::ActivityScope *activity = answers.activity(combination.activity);
    if (answers.activities.size() > 1 && activity)
        parts.append(u"“%1”"_s.arg(activity->title.isEmpty() ? activity->id : activity->title));
    const reasoning::ItemScope *item = answers.item(combination.item);
    if (answers.items.size() > 1 && item)
        parts.append(u"“%1”"_s.arg(item->title.isEmpty() ? item->id : item->title));
    for (const reasoning::RecipientScope &recipient : answers.recipients) {
        if (answers.recipients.size() > 1 && recipient.id == combination.recipient)
            parts.append(u"“%1”"_s.arg(recipient.title.isEmpty() ? recipient.id : recipient.title));
    }
    return parts.isEmpty() ? QString() : parts.join(u", "_s) + u": "_s;
}

QStringList requirementLines(const Assessment &made)
{
    QStringList lines;
    for (const reasoning::RequirementFinding &found : made.conclusion.requirements) {
        QString line = about(found.combination, made.answers)
                       + Text::tr("%1, because of: %2", "a permit, a provision")
                             .arg(found.requirement.title, withCite(found.provisionTitle, found.cite));
        if (!found.requirement.decidedBy.isEmpty())
            line += Text::tr(". Who decides: %1").arg(found.requirement.decidedBy);
        if (found.certainty == Certainty::Possible)
            line += Text::tr(" (only if an open question goes that way)");
        lines.append(line);
    }
    lines.removeDuplicates();
    return lines;
}

QStringList exceptionLines(const Assessment &made)
{
    QStringList lines;
    for (const reasoning::Finding &finding : made.conclusion.findings) {
        if (!finding.operates || finding.exceptionTitle.isEmpty())
            continue;
        QString line =
            about(finding.combination, made.answers)
            + Text::tr("%1, an exception to: %2", "exception, provision")
                  .arg(withCite(finding.exceptionTitle, finding.exceptionCite), withCite(finding.title, finding.cite));
        if (!finding.thenDo.isEmpty())
            line += u". "_s + finding.thenDo;
        lines.append(line);
    }
    lines.removeDuplicates();
    return lines;
}

QStringList stepLines(const RuleBook &rules, const Assessment &made)
{
    const report::Wording wording(made, rules);
    QStringList lines;
    const QList<assessment::NextStep> steps = assessment::nextSteps(rules, made);
    for (const assessment::NextStep &step : steps) {
        QString line = u"%1. %2"_s.arg(QString::number(lines.size() + 1), step.title);
        if (!step.decides.isEmpty())
            line += Text::tr(". %1: %2", "who decides, Defence").arg(report::deciderLabel(step.kind), step.decides);
        if (!step.usualTime.isEmpty())
            line += Text::tr(". Usual time: %1").arg(step.usualTime);
        lines.append(line);
    }
    return lines;
}

void printConclusion(const RuleBook &rules, const Assessment &made)
{
    const reasoning::Conclusion &conclusion = made.conclusion;
    say(Text::tr("Outcome: %1").arg(reasoning::outcomeName(conclusion.outcome)));
    say(conclusion.because);
    say(Text::tr("Under %1%2.")
            .arg(conclusion.stateTitle, conclusion.on.isValid()
                                            ? Text::tr(", on %1").arg(conclusion.on.toString(Qt::ISODate))
                                            : Text::tr(", as written")));
    printBlock(Text::tr("What to do next"), stepLines(rules, made), {}); // numbered
    printBlock(Text::tr("Required"), requirementLines(made));
    printBlock(Text::tr("Exceptions that apply"), exceptionLines(made));

    QStringList lines;
    for (const reasoning::OpenFact &open : conclusion.open)
        lines.append(withCite(open.prompt, open.cite) + u" — "_s + open.whoCanAnswer);
    printBlock(Text::tr("What tips it, and who can answer"), lines);

    lines.clear();
    for (const reasoning::DutyFinding &found : conclusion.duties)
        lines.append(
            withCite(found.duty.title, found.duty.cite)
            + (found.duty.keepUntil.isEmpty() ? QString() : Text::tr(". How long: %1").arg(found.duty.keepUntil))
            + (found.certainty == Certainty::Possible ? Text::tr(" (only if an open question goes that way)")
                                                      : QString()));
    printBlock(Text::tr("Duties"), lines);

    lines.clear();
    for (const reasoning::WarningFinding &found : conclusion.warnings)
        lines.append(withCite(found.warning.title, found.warning.cite));
    printBlock(Text::tr("Warnings"), lines);

    lines.clear();
    for (const reasoning::Change &change : made.changes) {
        QStringList steps;
        for (const reasoning::Change::Step &step : change.steps)
            steps.append(step.text);
        lines.append(Text::tr("%1: then %2", "a change of conduct, an outcome")
                         .arg(steps.join(Text::tr("; and ")), reasoning::outcomeName(change.outcome)));
    }
    printBlock(Text::tr("What would change it"), lines);

    lines.clear();
    for (const reasoning::Leaning &leaning : conclusion.leansOn)
        lines.append(leaning.text);
    printBlock(Text::tr("What it leans on"), lines);
    printBlock(Text::tr("Notes"), conclusion.notes);
    if (made.state == assessment::State::Draft)
        printBlock(Text::tr("It stays a draft"), made.draftBecause);
}

void printComparison(const RuleBook &rules, const Assessment &made)
{
    const assessment::Comparison comparison = assessment::compare(rules, made.compared);
    say(QString());
    say(Text::tr("The states of the Act, each as written"));
    for (const assessment::ComparedState &state : comparison.states) {
        say(u"  %1  %2"_s.arg(state.id, reasoning::outcomeName(state.outcome)));
        say(u"        "_s + state.because);
    }
    for (const assessment::Amendment &amendment : comparison.amendments) {
        if (amendment.changesOutcome)
            say(u"  "_s
                + Text::tr("%1 → %2: “%3” makes the difference: %4 before, %5 since.")
                      .arg(amendment.before, amendment.after, amendment.title,
                           reasoning::outcomeName(amendment.outcomeBefore),
                           reasoning::outcomeName(amendment.outcomeAfter)));
        for (const QString &difference : amendment.differences)
            say(u"  %1 → %2: %3"_s.arg(amendment.before, amendment.after, difference));
    }
}

using Render = bool (*)(const report::Report &, QIODevice &);

/// The form that a file's name asks for; nullptr where it is none of ours.
Render renderFor(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "pdf"_L1)
        return report::writePdf;
    if (suffix == "html"_L1)
        return report::writeHtml;
    return suffix == "md"_L1 ? report::writeMarkdown : nullptr;
}

/// One form of the report into a file; what was there stays until all of it is written.
int render(const report::Report &made, Render write, const QString &path)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !write(made, buffer)) {
        complain(Text::tr("%1: the report could not be made").arg(path));
        return Storage;
    }
    const auto stored = writeOutput(path, buffer.data());
    return stored ? Done : stored.error();
}

/// What is to be applied for, drafted; says so where that is nothing.
int draftApplication(const RuleBook &rules, const Assessment &made, const QString &path)
{
    const QList<report::ApplicationDraft> drafts = report::applicationDrafts(made, rules);
    if (drafts.isEmpty()) {
        complain(
            Text::tr("--application: on these answers there is nothing to apply for; %1 was not written").arg(path));
        return Done;
    }
    if (path.endsWith(".json"_L1, Qt::CaseInsensitive)) {
        const auto stored = writeOutput(path, QJsonDocument(report::toJson(drafts, made, rules)).toJson());
        return stored ? Done : stored.error();
    }
    return render(report::build(drafts, made, rules), renderFor(path), path);
}

/// The supply log before anything is in it: a line for each supply, to be completed and kept.
int writeSupplyLog(const RuleBook &rules, const Assessment &made, bool named, const QString &path)
{
    const Assessment shown = named ? made : assessment::withoutTechnicalAnnex(made, rules);
    QList<assessment::LoggedSupply> log;
    const QList<assessment::SupplyEntry> entries = report::supplyStub(report::Wording(shown, rules), named);
    for (const assessment::SupplyEntry &entry : entries)
        log.append({0, {}, {}, 0, false, entry});
    const auto stored = writeOutput(path, assessment::supplyLogToCsv(log));
    return stored ? Done : stored.error();
}

} // namespace

int assess(const Command &command)
{
    const auto parsed = parse(command, {u"compare"_s, u"json"_s, u"summary"_s, u"no-overlay"_s},
                              {u"on"_s, u"law"_s, u"pdf"_s, u"html"_s, u"markdown"_s, u"about"_s, u"application"_s,
                               u"supply-log"_s, u"overlay"_s, u"register"_s},
                              form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1)
        return usageError(Text::tr("one file of answers is expected"));
    if (parsed->has(u"on"_s) && parsed->has(u"law"_s))
        return usageError(Text::tr("--on and --law exclude each other"));
    if (parsed->has(u"overlay"_s) && parsed->has(u"no-overlay"_s))
        return usageError(Text::tr("--overlay and --no-overlay exclude each other"));
    int fromStandardInput = parsed->rest.first() == "-"_L1 ? 1 : 0;
    for (const QString &name : {u"overlay"_s, u"about"_s})
        fromStandardInput += parsed->value(name) == "-"_L1 ? 1 : 0;
    if (fromStandardInput > 1)
        return usageError(Text::tr("only one file can come from standard input"));
    const QString onText = parsed->value(u"on"_s);
    const QDate on = QDate::fromString(onText, u"yyyy-MM-dd"_s);
    if (parsed->has(u"on"_s) && !on.isValid())
        return usageError(
            Text::tr("--on: \"%1\" is no day of the calendar; expected a date such as 2025-06-01").arg(onText));
    QStringList toStandardOutput;
    if (parsed->has(u"json"_s))
        toStandardOutput.append(u"--json"_s);
    const QString application = parsed->value(u"application"_s);
    if (parsed->has(u"application"_s) && !renderFor(application)
        && !application.endsWith(".json"_L1, Qt::CaseInsensitive))
        return usageError(
            Text::tr("--application: \"%1\" has no known form; expected a name that ends in .pdf, .html, .md or "
                     ".json")
                .arg(application));
    for (const QString &name : {u"pdf"_s, u"html"_s, u"markdown"_s, u"supply-log"_s}) {
        if (parsed->value(name) == "-"_L1)
            toStandardOutput.append(u"--"_s + name);
    }
    if (toStandardOutput.size() > 1)
        return usageError(Text::tr("only one of %1 can go to standard output").arg(toStandardOutput.join(u", "_s)));

    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const auto read = chosenOverlay(*parsed);
    if (!read)
        return read.error();
    const overlay::OfficeRules office = overlay::officeRules(opened->sharedRules(), *read);
    for (const overlay::ToReadAgain &again : office.toReadAgain)
        complain(Text::tr("%1 is to be read again and was left out of account").arg(overlay::subjectOf(again.reading)));
    const RuleBook &rules = *office.rules;
    const QString &path = parsed->rest.first();
    const auto bytes = readInput(path, 20 * 1024 * 1024);
    if (!bytes)
        return bytes.error();
    auto answers = reasoning::readAnswers(*bytes, rules);
    if (!answers) {
        for (const reasoning::InputError &error : answers.error())
            complain(error.toText(path));
        return BadInput;
    }
    if (on.isValid()) {
        answers->law.clear();
        answers->on = on;
    }
    if (parsed->has(u"law"_s)) {
        answers->law = parsed->value(u"law"_s);
        if (!rules.state(answers->law))
            return usageError(Text::tr("--law: unknown state of the law \"%1\"; expected one of %2")
                                  .arg(answers->law, stateIds(rules)));
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!answers->on.isValid() && answers->law.isEmpty())
        answers->on = now.date();

    assessment::AssessOptions options;
    options.now = now;
    options.reference = assessment::newReference(*QRandomGenerator::system());
    options.madeBy = u"Clearway "_s + QCoreApplication::applicationVersion();
    options.overlay = office.overlay;
    if (parsed->has(u"about"_s)) {
        const QString aboutPath = parsed->value(u"about"_s);
        const auto aboutBytes = readInput(aboutPath, 1024 * 1024);
        if (!aboutBytes)
            return aboutBytes.error();
        const auto about = assessment::readAbout(*aboutBytes);
        if (!about) {
            complain(about.error().toText(aboutPath));
            return BadInput;
        }
        for (const assessment::PermitHeld &permit : about->permits)
            if (const QStringList problems = assessment::problemsIn(permit); !problems.isEmpty()) {
                complain(aboutPath + u": /permits: "_s + problems.join(u' '));
                return BadInput;
            }
        options.about = *about;
    }
    options.title = answers->activities.isEmpty() ? QString() : answers->activities.first().title;
    const Assessment made = assessment::assess(rules, *answers, options);

    int status = Done;
    report::ReportOptions reportOptions;
    reportOptions.technicalAnnex = !parsed->has(u"summary"_s);
    if (parsed->has(u"pdf"_s) || parsed->has(u"html"_s) || parsed->has(u"markdown"_s) || parsed->has(u"summary"_s)) {
        const report::Report printed = report::build(made, rules, reportOptions);
        const std::pair<QString, Render> forms[] = {
            {u"pdf"_s, report::writePdf}, {u"html"_s, report::writeHtml}, {u"markdown"_s, report::writeMarkdown}};
        for (const auto &[name, write] : forms) {
            if (parsed->has(name))
                status = std::max(status, render(printed, write, parsed->value(name)));
        }
        if (parsed->has(u"json"_s))
            printJson(printed.document);
    } else if (parsed->has(u"json"_s)) {
        printJson(assessment::toJson(made, rules));
    }
    if (parsed->has(u"application"_s))
        status = std::max(status, draftApplication(rules, made, application));
    if (parsed->has(u"supply-log"_s))
        status =
            std::max(status, writeSupplyLog(rules, made, reportOptions.technicalAnnex, parsed->value(u"supply-log"_s)));
    if (toStandardOutput.isEmpty()) {
        printConclusion(rules, made);
        if (parsed->has(u"compare"_s))
            printComparison(rules, made);
        say(QString());
        say(Text::tr("A self-assessment on the answers given; no legal advice."));
    }
    return status;
}

} // namespace clearway::cli
