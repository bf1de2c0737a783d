// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/entrypatterns.h"

#include "model/reasoning/sensitivity.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Category;
using language::Condition;
using language::Entry;
using language::RuleBook;

QString categoryOf(const QString &code, const RuleBook &rules)
{
    if (const auto held = rules.entries.constFind(code); held != rules.entries.cend())
        return held->category;
    const QString entry = code.section(u'.', 0, 0);
    if (const auto held = rules.entries.constFind(entry); held != rules.entries.cend())
        return held->category;
    // A category's id begins as its codes do; the longest that fits is meant.
    const Category *best = nullptr;
    for (const Category &category : rules.categories) {
        if (code.startsWith(category.id) && (!best || category.id.size() > best->id.size()))
            best = &category;
    }
    return best ? best->id : QString();
}

QStringList titlesOf(const QStringList &categories, const RuleBook &rules)
{
    QStringList titles;
    for (const QString &id : categories) {
        const Category *category = rules.category(id);
        titles.append(category ? category->title : id);
    }
    return titles;
}

static bool hasProperty(const QString &code, const Condition::EntriesWith &atom, const RuleBook &rules)
{
    const Category *category = rules.category(categoryOf(code, rules));
    if (atom.property == "part"_L1)
        return category && QString::number(category->part) == atom.value;
    if (atom.property == "category"_L1)
        return category && (category->id == atom.value || category->id.startsWith(atom.value + u'P'));
    if (atom.property == "group"_L1)
        return category && category->part == 2 && code.size() > 1 && code.mid(1, 1) == atom.value;
    return false;
}

Truth codeMatches(const QString &code, const Condition &atom, const RuleBook &rules)
{
    if (const auto *within = std::get_if<Condition::EntriesWithin>(&atom.node)) {
        return truth(std::ranges::any_of(within->codes, [&](const QString &of) { return RuleBook::within(code, of); }));
    }
    if (const auto *with = std::get_if<Condition::EntriesWith>(&atom.node)) {
        if (const auto list = sensitiveListNamed(with->property))
            return onList(code, *list, rules);
        return truth(hasProperty(code, *with, rules));
    }
    return Truth::False;
}

/// The positions below a code that a condition names.
static QStringList namedBelow(const QString &code, const Condition &atom)
{
    QStringList below;
    if (const auto *within = std::get_if<Condition::EntriesWithin>(&atom.node)) {
        std::ranges::copy_if(within->codes, std::back_inserter(below),
                             [&](const QString &of) { return RuleBook::within(of, code); });
    }
    return below;
}

Truth namedMatches(const QString &code, const Condition &atom, const RuleBook &rules)
{
    const Truth itself = codeMatches(code, atom, rules);
    return itself == Truth::False && !namedBelow(code, atom).isEmpty() ? Truth::Unknown : itself;
}

Truth metMatches(const QString &code, const Condition &atom, const Context &context)
{
    if (const auto *with = std::get_if<Condition::EntriesWith>(&atom.node)) {
        if (const auto list = sensitiveListNamed(with->property))
            return itemOnList(code, *list, context);
    }
    Truth result = codeMatches(code, atom, *context.rules);
    for (const QString &below : namedBelow(code, atom)) {
        if (result == Truth::True)
            break;
        result = either(result, evaluateEntry(below, context));
    }
    return result;
}

/// Each pattern with one more truth: both where it is open.
static QList<QList<bool>> longerBy(const QList<QList<bool>> &patterns, Truth value)
{
    QList<QList<bool>> longer;
    for (const QList<bool> &pattern : patterns) {
        if (value != Truth::True)
            longer.append(pattern + QList<bool>{false});
        if (value != Truth::False)
            longer.append(pattern + QList<bool>{true});
    }
    return longer;
}

/// Places between which no atom can tell the codes of a category apart: one code of each stretch stands for all of it.
static std::set<qsizetype> boundsOf(const Category &category, const QList<const Condition *> &atoms,
                                    const RuleBook &rules)
{
    const language::EntryIndex &index = rules.entryIndex;
    std::set<qsizetype> bounds;
    const bool byCode = std::ranges::any_of(atoms, [](const Condition *atom) {
        const auto *with = std::get_if<Condition::EntriesWith>(&atom->node);
        return with && (with->property == "sensitive_list"_L1 || with->property == "very_sensitive_list"_L1);
    });
    for (const language::EntryIndex::Stretch &stretch : index.stretches()) {
        if (stretch.category != category.id)
            continue;
        bounds.insert(stretch.begin);
        bounds.insert(stretch.end);
        for (qsizetype place = stretch.begin; byCode && place < stretch.end; ++place)
            bounds.insert(place);
    }
    for (const Condition *atom : atoms) {
        const auto *within = std::get_if<Condition::EntriesWithin>(&atom->node);
        for (const QString &code : within ? within->codes : QStringList()) {
            if (const qsizetype place = index.placeOf(code); place >= 0) {
                bounds.insert(place);
                bounds.insert(index.endOf(place));
            }
        }
    }
    return bounds;
}

/// The first code of the category between two places that is no reserved position; empty where there is none.
static QString firstHeld(qsizetype begin, qsizetype end, const Category &category, const RuleBook &rules)
{
    for (qsizetype place = begin; place < end; ++place) {
        const Entry &entry = *rules.entries.constFind(rules.entryOrder[place]);
        if (entry.category != category.id)
            return {};
        if (!entry.reserved)
            return entry.code;
    }
    return {};
}

QList<QList<bool>> patternsOf(const Category &category, const QList<const Condition *> &atoms, const RuleBook &rules)
{
    QSet<QList<bool>> patterns;
    const std::set<qsizetype> bounds = boundsOf(category, atoms, rules);
    for (auto bound = bounds.cbegin(); bound != bounds.cend(); ++bound) {
        const auto next = std::next(bound);
        const QString code = next == bounds.cend() ? QString() : firstHeld(*bound, *next, category, rules);
        if (code.isEmpty())
            continue;
        QList<QList<bool>> ofCode{{}};
        for (const Condition *atom : atoms)
            ofCode = longerBy(ofCode, codeMatches(code, *atom, rules));
        for (const QList<bool> &pattern : std::as_const(ofCode))
            patterns.insert(pattern);
    }
    if (!category.complete) {
        // What is not held could have any property but another part or category.
        QList<QList<bool>> open{{}};
        for (const Condition *atom : atoms) {
            const auto *with = std::get_if<Condition::EntriesWith>(&atom->node);
            const auto *within = std::get_if<Condition::EntriesWithin>(&atom->node);
            const bool elsewhere = within && std::ranges::none_of(within->codes, [&](const QString &code) {
                                       return categoryOf(code, rules) == category.id;
                                   });
            const bool fixed = elsewhere || (with && (with->property == "part"_L1 || with->property == "category"_L1));
            const Truth value = elsewhere ? Truth::False
                                : fixed   ? codeMatches(category.id, *atom, rules)
                                          : Truth::Unknown;
            open = longerBy(open, value);
        }
        for (const QList<bool> &pattern : std::as_const(open))
            patterns.insert(pattern);
    }
    QList<QList<bool>> sorted(patterns.cbegin(), patterns.cend());
    std::ranges::sort(
        sorted, [](const QList<bool> &a, const QList<bool> &b) { return std::ranges::lexicographical_compare(a, b); });
    return sorted;
}

bool mayBeRuledOut(const Category &category, const Context &context, const ListFinding &finding)
{
    return finding.looked && !finding.categoriesUnseen.contains(category.id) && category.complete && context.state
           && context.state->listHeld;
}

} // namespace clearway::reasoning
