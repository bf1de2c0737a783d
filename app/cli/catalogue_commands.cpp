// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

#include "catalogue/compiler/compile.h"
#include "model/verification/prolog.h"
#include "model/verification/verification.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

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

QJsonObject toJson(const verification::Verification &found)
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
    for (const verification::UnverifiedRule &rule : found.unverified)
        unverified.append(QJsonObject{{u"state"_s, rule.state},
                                      {u"where"_s, rule.where},
                                      {u"title"_s, rule.title},
                                      {u"read"_s, rule.cite},
                                      {u"leans_on"_s, rule.leansOn}});
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
            {u"categories"_s, categories},
            {u"parts"_s, parts},
            {u"definitions"_s, found.definitions},
            {u"facts"_s, found.facts},
            {u"rules"_s, found.rules},
            {u"interviews_walked"_s, found.interviewsWalked},
            {u"longest_interview_pages"_s, found.longestInterview},
            {u"problems"_s, problems}};
}

void print(const verification::Verification &found)
{
    say(Text::tr("%1 facts, %2 rules, %3 definitions")
            .arg(found.facts)
            .arg(found.rules)
            .arg(found.definitions));
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
        say(Text::tr("Unverified: %1 %2, \"%3\"; read %4").arg(rule.state, rule.where, rule.title, rule.cite));
    for (const verification::Problem &problem : found.problems)
        say(Text::tr("Problem: %1 %2: %3").arg(problem.state, problem.where, problem.text));
    say(found.problems.isEmpty() ? Text::tr("No problem found.")
                                 : Text::tr("%n problem(s) found.", nullptr, int(found.problems.size())));
}

int verify(const Command &command)
{
    const QString form = u"catalogue verify [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {}, form);
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
    const verification::Verification found = verification::verify(opened->rules());
    if (parsed->has(u"json"_s))
        printJson(toJson(found));
    else
        print(found);
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
    complain(Text::tr("usage: clearway-cli catalogue verify [--json] | catalogue prolog [--law ID] |\n"
                      "  catalogue build SOURCES OUT.sqlite |\n"
                      "  catalogue import-official FILE [--compare FILE] [--database PATH] [--json] |\n"
                      "  catalogue official CODE [--database PATH] [--json] |\n"
                      "  catalogue numbers [--database PATH] [--allowances FILE] [--json]"));
    return Usage;
}

} // namespace clearway::cli
