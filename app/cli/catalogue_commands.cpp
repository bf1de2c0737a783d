// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/officeregister.h"
#include "catalogue/compiler/compile.h"
#include "model/assessment/overlayjson.h"
#include "model/overlay/applying.h"
#include "model/verification/prolog.h"
#include "model/verification/verification.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace clearway::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonObject toJson(const verification::CategoryCount &count)
{
    return {{u"part"_s, count.part},
            {u"complete"_s, count.complete},
            {u"positions"_s, count.positions},
            {u"reserved"_s, count.reserved},
            {u"criteria"_s, count.criteria},
            {u"notes"_s, count.notes},
            {u"decontrol_notes"_s, count.decontrolNotes},
            {u"sensitive"_s, count.sensitive},
            {u"very_sensitive"_s, count.verySensitive},
            {u"narrowed"_s, count.narrowed}};
}

/// "157 positions, 14 reserved, …"
QString inWords(const verification::CategoryCount &count)
{
    const QStringList numbers{
        Text::tr("%n position(s)", nullptr, count.positions),
        Text::tr("%1 reserved").arg(count.reserved),
        Text::tr("%1 comparisons with a number").arg(count.criteria),
        Text::tr("%n note(s)", nullptr, count.notes),
        Text::tr("%n decontrol note(s)", nullptr, count.decontrolNotes),
        Text::tr("%1 on the Sensitive List, %2 on the Very Sensitive List, %3 of these rows narrowed")
            .arg(count.sensitive)
            .arg(count.verySensitive)
            .arg(count.narrowed)};
    return numbers.join(u", "_s);
}

/// Beside what nobody has verified in the catalogue: what the office has read of it.
class OfficeMarks {
public:
    OfficeMarks(const overlay::Overlay &overlay, const language::RuleBook &rules)
        : m_overlay(overlay)
        , m_again(overlay::toReadAgain(rules, overlay))
    {}

    std::optional<overlay::Reading> of(const QString &subject) const { return m_overlay.find(subject); }
    bool holds(const QString &subject) const
    {
        return std::ranges::none_of(
            m_again, [&](const overlay::ToReadAgain &again) { return overlay::subjectOf(again.reading) == subject; });
    }
    qsizetype toBeReadAgain() const { return m_again.size(); }

    void mark(QJsonObject &object, const QString &subject) const
    {
        if (const auto reading = of(subject)) {
            object["office"_L1] = assessment::readingToJson(*reading);
            object["office_holds"_L1] = holds(subject);
        }
    }

    /// Empty where the office has not read it.
    QString inWords(const QString &subject) const
    {
        const auto reading = of(subject);
        if (!reading)
            return {};
        const auto *rule = std::get_if<overlay::RuleReading>(&*reading);
        const auto [by, on, compilation] =
            std::visit([](const auto &one) { return std::tuple(one.by, one.on, one.compilation); }, *reading);
        const QString who = Text::tr("by %1 on %2 against %3").arg(by, on.toString(Qt::ISODate), compilation);
        if (!holds(subject))
            return Text::tr("to be read again, it was read %1").arg(who);
        return rule && rule->verdict == overlay::Verdict::SaysOtherwise
                   ? Text::tr("the text says otherwise, %1").arg(who)
                   : Text::tr("verified %1").arg(who);
    }

private:
    const overlay::Overlay &m_overlay;
    QList<overlay::ToReadAgain> m_again;
};

QJsonObject toJson(const verification::Verification &found, const OfficeMarks &office)
{
    QJsonArray provisions;
    for (const verification::ProvisionCount &count : found.provisions)
        provisions.append(QJsonObject{{u"state"_s, count.state},
                                      {u"provision"_s, count.provision},
                                      {u"title"_s, count.title},
                                      {u"paths"_s, count.paths},
                                      {u"nodes"_s, qint64(count.nodes)},
                                      {u"facts"_s, count.facts},
                                      {u"elements"_s, count.elements},
                                      {u"exceptions"_s, count.exceptions},
                                      {u"unverified"_s, count.unverified}});
    QJsonArray outcomes;
    for (const reasoning::Outcome outcome : found.outcomes)
        outcomes.append(reasoning::outcomeName(outcome));
    QJsonArray unverified;
    for (const verification::UnverifiedRule &rule : found.unverified) {
        QJsonObject object{{u"state"_s, rule.state},
                           {u"where"_s, rule.where},
                           {u"title"_s, rule.title},
                           {u"read"_s, rule.cite},
                           {u"leans_on"_s, rule.leansOn}};
        office.mark(object, overlay::subjectOf(overlay::RuleName{rule.state, rule.where}));
        unverified.append(object);
    }
    QJsonArray groups;
    for (const verification::UnverifiedGroup &group : found.unverifiedGroups) {
        QJsonObject object{{u"group"_s, group.group}, {u"title"_s, group.title}, {u"read"_s, group.instrument}};
        office.mark(object, overlay::subjectOfGroup(group.group));
        groups.append(object);
    }
    QJsonArray categories;
    for (const verification::CategoryCount &count : found.categories) {
        QJsonObject category = toJson(count);
        category["category"_L1] = count.category;
        category["title"_L1] = count.title;
        category["definitions"_L1] = count.definitions;
        categories.append(category);
    }
    QJsonArray parts;
    for (const verification::CategoryCount &count : found.parts)
        parts.append(toJson(count));
    QJsonArray problems;
    for (const verification::Problem &problem : found.problems)
        problems.append(
            QJsonObject{{u"state"_s, problem.state}, {u"where"_s, problem.where}, {u"text"_s, problem.text}});
    return {{u"provisions"_s, provisions},
            {u"outcomes"_s, outcomes},
            {u"unverified"_s, unverified},
            {u"unverified_groups"_s, groups},
            {u"to_be_read_again"_s, office.toBeReadAgain()},
            {u"categories"_s, categories},
            {u"parts"_s, parts},
            {u"definitions"_s, found.definitions},
            {u"facts"_s, found.facts},
            {u"rules"_s, found.rules},
            {u"interviews_walked"_s, found.interviewsWalked},
            {u"longest_interview_pages"_s, found.longestInterview},
            {u"problems"_s, problems}};
}

/// "; verified by …" behind a line.
QString behind(const QString &mark)
{
    return mark.isEmpty() ? QString() : u"; "_s + mark;
}

void print(const verification::Verification &found, const OfficeMarks &office)
{
    say(Text::tr("%1 facts, %2 rules, %3 definitions").arg(found.facts).arg(found.rules).arg(found.definitions));
    for (const verification::CategoryCount &count : found.parts)
        say(Text::tr("Part %1: %2, %3")
                .arg(count.part)
                .arg(inWords(count), count.complete ? Text::tr("complete") : Text::tr("not complete")));
    for (const verification::CategoryCount &count : found.categories) {
        if (count.positions > 0)
            say(Text::tr("Category %1 %2: %3, %n definition(s) apply, %4", nullptr, count.definitions)
                    .arg(count.category, count.title, inWords(count),
                         count.complete ? Text::tr("complete") : Text::tr("not complete")));
        else
            say(Text::tr("Category %1 %2: not held").arg(count.category, count.title));
    }
    for (const verification::ProvisionCount &count : found.provisions)
        say(Text::tr("%1 %2: %3 paths on %4 nodes over %5 questions; %6 elements, %7 exceptions, %8 of them unverified")
                .arg(count.state, count.provision, count.paths)
                .arg(count.nodes)
                .arg(count.facts)
                .arg(count.elements)
                .arg(count.exceptions)
                .arg(count.unverified));
    QStringList outcomes;
    for (const reasoning::Outcome outcome : found.outcomes)
        outcomes.append(reasoning::outcomeName(outcome));
    say(Text::tr("Outcomes reached: %1").arg(outcomes.join(u", "_s)));
    say(Text::tr("Every interview ends: each page asks something unanswered; %1 random ones were walked, the longest "
                 "had %2 pages")
            .arg(found.interviewsWalked)
            .arg(found.longestInterview));
    for (const verification::UnverifiedRule &rule : found.unverified)
        say(Text::tr("Unverified: %1 %2, \"%3\"; read %4")
                .arg(rule.state.isEmpty() ? QString(overlay::everyState) : rule.state, rule.where, rule.title,
                     rule.cite)
            + behind(office.inWords(overlay::subjectOf(overlay::RuleName{rule.state, rule.where}))));
    for (const verification::UnverifiedGroup &group : found.unverifiedGroups)
        say(Text::tr("Unverified: group %1, \"%2\"; read %3").arg(group.group, group.title, group.instrument)
            + behind(office.inWords(overlay::subjectOfGroup(group.group))));
    if (office.toBeReadAgain() > 0)
        say(Text::tr(
            "%n reading(s) of the office do not hold any more; \"clearway-cli catalogue overlay list\" names them",
            nullptr, int(office.toBeReadAgain())));
    for (const verification::Problem &problem : found.problems)
        say(Text::tr("Problem: %1 %2: %3").arg(problem.state, problem.where, problem.text));
    say(found.problems.isEmpty() ? Text::tr("No problem found.")
                                 : Text::tr("%n problem(s) found.", nullptr, int(found.problems.size())));
}

int verify(const Command &command)
{
    const QString form = u"catalogue verify [--overlay FILE | --register PATH | --no-overlay] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s, u"no-overlay"_s}, {u"overlay"_s, u"register"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    if (const auto whole = opened->verifyIntegrity(); !whole) {
        complain(whole.error().detail);
        return Storage;
    }
    const auto read = chosenOverlay(*parsed);
    if (!read)
        return read.error();
    // What follows from the rules is proved of the catalogue as it is; the office's readings are only shown beside it.
    const verification::Verification found = verification::verify(opened->rules());
    const OfficeMarks office(*read, opened->rules());
    if (parsed->has(u"json"_s))
        printJson(toJson(found, office));
    else
        print(found, office);
    return Done;
}

/// The rules of one state, of the latest where none is named, as a program for another reader.
int prolog(const Command &command)
{
    const QString form = u"catalogue prolog [--law ID]"_s;
    const auto parsed = parse(command, {}, {u"law"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const QList<language::LawState> &states = opened->rules().states;
    if (states.isEmpty()) {
        complain(Text::tr("the catalogue has no state of the law"));
        return BadInput;
    }
    const language::LawState *state =
        parsed->has(u"law"_s) ? opened->rules().state(parsed->value(u"law"_s)) : &states.last();
    if (!state) {
        QStringList ids;
        for (const language::LawState &known : states)
            ids.append(known.id);
        complain(Text::tr("--law: unknown state of the law \"%1\"; expected one of %2")
                     .arg(parsed->value(u"law"_s), ids.join(u", "_s)));
        return Usage;
    }
    say(verification::toProlog(opened->rules(), *state).chopped(1));
    return Done;
}

int build(const Command &command)
{
    const auto parsed = parse(command, {}, {}, u"catalogue build SOURCES OUT.sqlite"_s);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 2) {
        complain(Text::tr("usage: clearway-cli %1").arg(u"catalogue build SOURCES OUT.sqlite"_s));
        return Usage;
    }
    const auto refuse = [](const QList<language::SourceError> &errors) {
        for (const language::SourceError &error : errors)
            complain(error.toText());
        return BadInput;
    };
    const auto sources = compiler::readSources(parsed->rest.first());
    if (!sources)
        return refuse(sources.error());
    const auto rules = compiler::compile(*sources);
    if (!rules)
        return refuse(rules.error());
    if (const auto written = compiler::write(*rules, *sources, parsed->rest.last()); !written) {
        complain(written.error().detail);
        return Storage;
    }
    return Done;
}

} // namespace

int catalogue(const Command &command)
{
    Command inner = command;
    const QString what = inner.arguments.isEmpty() ? QString() : inner.arguments.takeFirst();
    if (what == "verify"_L1)
        return verify(inner);
    if (what == "prolog"_L1)
        return prolog(inner);
    if (what == "build"_L1)
        return build(inner);
    if (what == "import-official"_L1)
        return importOfficial(inner);
    if (what == "official"_L1)
        return showOfficial(inner);
    if (what == "numbers"_L1)
        return checkOfficialNumbers(inner);
    if (what == "overlay"_L1)
        return catalogueOverlay(inner);
    complain(Text::tr("usage: clearway-cli catalogue verify [--overlay FILE | --no-overlay] [--json] |\n"
                      "  catalogue prolog [--law ID] | catalogue build SOURCES OUT.sqlite |\n"
                      "  catalogue import-official FILE [--compare FILE] [--database PATH] [--json] |\n"
                      "  catalogue official CODE|CITATION [--law ID] [--database PATH] [--json] |\n"
                      "  catalogue numbers [--database PATH] [--allowances FILE] [--json] |\n"
                      "  catalogue overlay list|mark|countries|withdraw|export|import …"));
    return Usage;
}

} // namespace clearway::cli
