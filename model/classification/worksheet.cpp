// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/worksheet.h"

#include "model/classification/worksheetbuilding.h"

#include <algorithm>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using language::Entry;
using language::RuleBook;
using reasoning::Context;
using reasoning::Truth;
using Kind = WorksheetRow::Kind;
using State = WorksheetRow::State;

namespace {

/// What a row of a position's own says to the position.
Truth contribution(const WorksheetRow &row)
{
    return row.kind == Kind::Note ? reasoning::opposite(row.truth) : row.truth;
}

bool isOwn(const WorksheetRow &row)
{
    return row.kind != Kind::Position;
}

/// Whether one of a position's own criteria or notes speaks against it.
bool failsItself(const WorksheetRow &position)
{
    return std::ranges::any_of(position.children,
                               [](const WorksheetRow &row) { return isOwn(row) && contribution(row) == Truth::False; });
}

WorksheetRow positionRow(const Entry &entry, const Context &context)
{
    WorksheetRow row;
    row.kind = Kind::Position;
    row.code = entry.code;
    row.title = entry.title;
    row.combination = entry.combination;
    row.truth = reasoning::evaluateEntry(entry.code, context);
    row.children = ownRows(entry, context);
    for (const QString &code : entry.children) {
        const auto below = context.rules->entries.constFind(code);
        if (below != context.rules->entries.cend() && !below->reserved)
            row.children.append(positionRow(*below, context));
    }
    return row;
}

State stateOf(Truth truth, bool open)
{
    return truth == Truth::True ? State::Met : truth == Truth::False ? State::Missed : open ? State::Open : State::Idle;
}

/// `open`: what stands above is not decided yet.
void settleOwn(WorksheetRow &row, bool open, bool matters, Truth above)
{
    row.state = stateOf(row.truth, open);
    row.matters = matters && (above == Truth::Unknown ? row.state != State::Idle : contribution(row) == above);
    const bool below = open && row.truth == Truth::Unknown;
    for (WorksheetRow &child : row.children) {
        settleOwn(child, below, row.matters, row.truth);
        // What goes into a formula matters as the formula does.
        if (child.kind == Kind::Input)
            child.matters = row.matters;
    }
}

/// `failed`: a position above is out by its own criteria, so that those below it need no look.
void settlePosition(WorksheetRow &row, bool matters, bool failed)
{
    row.state = stateOf(row.truth, true);
    row.matters = matters;
    const bool open = row.truth == Truth::Unknown;
    const bool out = failed || failsItself(row);
    for (WorksheetRow &child : row.children) {
        if (isOwn(child)) {
            settleOwn(child, open, row.matters, row.truth);
            continue;
        }
        const bool childMatters = row.matters && !out && (row.truth != Truth::True || child.truth != Truth::False);
        settlePosition(child, childMatters, out);
        // Below a position that is still open, one that is decided is told in a line.
        if (open && child.truth == Truth::False) {
            for (WorksheetRow &detail : child.children)
                detail.matters = false;
        }
    }
}

int openCriteria(const WorksheetRow &row)
{
    int count = row.kind == Kind::Criterion && row.state == State::Open ? 1 : 0;
    for (const WorksheetRow &child : row.children)
        count += openCriteria(child);
    return count;
}

bool hasAnswer(const WorksheetRow &row)
{
    if (row.answer && !std::holds_alternative<language::Unsure>(row.answer->value))
        return true;
    return std::ranges::any_of(row.children, hasAnswer);
}

void keepEssence(WorksheetRow &row)
{
    if (row.kind == Kind::Position && row.truth == Truth::Unknown && !hasAnswer(row)) {
        row.unanswered = openCriteria(row);
        row.children.clear();
        return;
    }
    row.children.removeIf([](const WorksheetRow &child) { return !child.matters; });
    for (WorksheetRow &child : row.children)
        keepEssence(child);
}

void collectOpen(const WorksheetRow &row, QList<reasoning::FactKey> &facts)
{
    const bool given = row.answer.has_value();
    if (row.state == State::Open && row.asked && !given && !facts.contains(row.key))
        facts.append(row.key);
    for (const WorksheetRow &child : row.children)
        collectOpen(child, facts);
}

} // namespace

reasoning::Combination combinationOf(const reasoning::Answers &answers, const QString &item)
{
    const QList<reasoning::Combination> all = answers.combinations();
    const auto found = std::ranges::find(all, item, &reasoning::Combination::item);
    return found == all.cend() ? reasoning::Combination{{}, item, {}} : *found;
}

Worksheet worksheetOf(const QString &code, const Context &context)
{
    Worksheet sheet;
    sheet.code = code;
    sheet.item = context.combination.item;
    const RuleBook &rules = *context.rules;
    const auto entry = rules.entries.constFind(code);
    if (entry == rules.entries.cend())
        return sheet;
    sheet.truth = reasoning::evaluateEntry(code, context);
    bool failed = false;
    for (auto above = rules.entries.constFind(entry->parent); above != rules.entries.cend();
         above = rules.entries.constFind(above->parent)) {
        WorksheetRow row;
        row.kind = Kind::Position;
        row.code = above->code;
        row.title = above->title;
        row.combination = above->combination;
        row.above = true;
        row.children = ownRows(*above, context);
        if (row.children.isEmpty())
            continue;
        row.truth = Truth::True;
        for (const WorksheetRow &own : std::as_const(row.children))
            row.truth = reasoning::both(row.truth, contribution(own));
        const bool open = sheet.truth == Truth::Unknown;
        row.state = stateOf(row.truth, open);
        row.matters = open ? row.state != State::Idle : row.truth == sheet.truth;
        for (WorksheetRow &own : row.children)
            settleOwn(own, open && row.truth == Truth::Unknown, row.matters, row.truth);
        failed = failed || row.truth == Truth::False;
        sheet.rows.prepend(row);
    }
    WorksheetRow own = positionRow(*entry, context);
    settlePosition(own, true, failed);
    sheet.rows.append(own);
    return sheet;
}

Worksheet essence(const Worksheet &worksheet)
{
    Worksheet kept = worksheet;
    kept.rows.removeIf([](const WorksheetRow &row) { return !row.matters; });
    for (WorksheetRow &row : kept.rows)
        keepEssence(row);
    return kept;
}

QList<reasoning::FactKey> openFacts(const Worksheet &worksheet)
{
    QList<reasoning::FactKey> facts;
    for (const WorksheetRow &row : worksheet.rows)
        collectOpen(row, facts);
    return facts;
}

bool isAnswered(const Worksheet &worksheet)
{
    return std::ranges::any_of(worksheet.rows, hasAnswer);
}

QList<Worksheet> worksheetsOf(const reasoning::Answers &answers, const RuleBook &rules, const language::LawState *state)
{
    QList<Worksheet> sheets;
    if (!state)
        return sheets;
    for (const reasoning::ItemScope &item : answers.items) {
        const Context context{&rules, state, &answers, combinationOf(answers, item.id), -1};
        QStringList codes = reasoning::listFinding(context).met;
        for (const reasoning::Looked::Rejection &rejection : item.looked.rejected)
            codes << rejection.code;
        codes.removeDuplicates();
        // What was opened on the way to a position found or rejected is told with that.
        for (const QString &opened : item.looked.opened) {
            const auto leadsTo = [&](const QString &other) {
                return RuleBook::within(other, opened) || RuleBook::within(opened, other);
            };
            const auto leadsFurther = [&](const QString &other) {
                return other != opened && RuleBook::within(other, opened);
            };
            if (std::ranges::none_of(codes, leadsTo) && std::ranges::none_of(item.looked.opened, leadsFurther)
                && isAnswered(worksheetOf(opened, context)))
                codes << opened;
        }
        for (const QString &code : std::as_const(codes)) {
            if (const auto entry = rules.entries.constFind(code); entry == rules.entries.cend() || entry->reserved)
                continue;
            sheets.append(essence(worksheetOf(code, context)));
        }
    }
    return sheets;
}

} // namespace clearway::classification
