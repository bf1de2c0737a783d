// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"
#include "catalogue/language/names.h"

#include <algorithm>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

void Compilation::readDates(MapReader &map, QDate &from, QDate &until)
{
    from = map.date(u"operates_from"_s);
    until = map.date(u"operates_until"_s);
    if (from.isValid() && until.isValid() && until < from)
        error(map.place(u"operates_until"_s), u"%1 ends before it begins"_s.arg(map.what()), u"a later day"_s);
}

void Compilation::readState(const Document &document, const Node &node)
{
    MapReader map(node, u"`state`"_s, m_errors);
    if (!map.isMap())
        return;
    LawState state;
    state.id = identifier(map, u"state"_s, false);
    state.title = map.text(u"title"_s, Need::Required);
    state.act = map.text(u"act"_s, Need::Required);
    state.regulation = map.text(u"regulation"_s, Need::Required);
    state.list = map.text(u"list"_s, Need::Required);
    state.listHeld = map.flag(u"list_held"_s);
    readDates(map, state.operatesFrom, state.operatesUntil);
    state.note = map.text(u"note"_s);
    if (!state.operatesFrom.isValid() && state.operatesUntil.isValid())
        error(map.place(u"operates_until"_s), u"a state that never began has an end"_s, u"`operates_from` with it"_s);
    const bool known = !state.id.isEmpty() && declare(m_states, u"state"_s, state.id, map.place(u"id"_s));
    // Read all of it in any case: what is wrong in it is told in the same run.
    const QString id = known ? state.id : u"state in "_s + document.file;
    state.id = id;
    const qsizetype place = m_book.states.size();
    m_book.states.append(state);

    for (const Node *item : map.list(u"rules"_s)) {
        const qsizetype number = m_book.states[place].rules.size();
        const auto rule = ruleFrom(document, *item, id, [this, place, number](ConditionPtr condition) {
            if (number < m_book.states[place].rules.size())
                m_book.states[place].rules[number].when = std::move(condition);
        });
        if (rule)
            m_book.states[place].rules.append(*rule);
    }
    QSet<QString> ids;
    for (const Node *item : map.list(u"provisions"_s, Need::Required))
        readProvision(document, *item, place, ids);
    ids.clear();
    for (const Node *item : map.list(u"duties"_s))
        readDuty(document, *item, place, ids);
    ids.clear();
    for (const Node *item : map.list(u"warnings"_s))
        readWarning(document, *item, place, ids);
    map.finish();
}

Requirement Compilation::requirementFrom(const Node &node)
{
    MapReader map(node, u"`requires`"_s, m_errors);
    Requirement required;
    if (!map.isMap())
        return required;
    required.id = identifier(map, u"requirement"_s, false);
    required.kind =
        map.oneOf(u"kind"_s, {u"permit"_s, u"approval"_s, u"notification"_s, u"stop"_s, u"refer"_s}, Need::Required);
    required.title = map.text(u"title"_s, Need::Required);
    required.decidedBy = map.text(u"decided_by"_s, Need::Required);
    required.cite = map.text(u"cite"_s, Need::Required);
    required.steps = map.text(u"steps"_s, Need::Required);
    required.usualTime = map.text(u"usual_time"_s);
    map.finish();
    return required;
}

bool Compilation::unique(MapReader &map, QSet<QString> &ids, const QString &id)
{
    if (!ids.contains(id)) {
        ids.insert(id);
        return true;
    }
    if (!id.isEmpty())
        error(map.place(u"id"_s), u"%1 is here twice"_s.arg(map.what()), u"it once"_s);
    return false;
}

// What elements and exceptions share.
Element Compilation::elementFrom(MapReader &map, const QString &what)
{
    Element element;
    element.id = identifier(map, what, false);
    element.title = map.text(u"title"_s, Need::Required);
    element.cite = map.text(u"cite"_s, Need::Required);
    readGrade(map, element.grade, element.verified);
    element.leansOn = map.text(u"leans_on"_s);
    // Secondary guidance decides, and the record says on what it leans.
    if (element.grade == Grade::Secondary && element.leansOn.isEmpty())
        error(map.place(u"grade"_s), u"%1 has the grade secondary"_s.arg(map.what()), u"`leans_on:` with the source"_s);
    return element;
}

void Compilation::readProvision(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids)
{
    MapReader map(node, u"a provision"_s, m_errors);
    if (!map.isMap())
        return;
    Provision provision;
    provision.id = identifier(map, u"provision"_s, false);
    unique(map, ids, provision.id);
    provision.title = map.text(u"title"_s, Need::Required);
    provision.summary = map.text(u"summary"_s);
    provision.cite = map.text(u"cite"_s, Need::Required);
    provision.regulates = map.text(u"regulates"_s, Need::Required);
    readDates(map, provision.operatesFrom, provision.operatesUntil);
    if (const Node *required = map.node(u"requires"_s, Need::Required))
        provision.requirement = requirementFrom(*required);

    const QString stateId = m_book.states[state].id;
    const qsizetype place = m_book.states[state].provisions.size();
    QSet<QString> elementIds;
    for (const Node *item : map.list(u"elements"_s, Need::Required)) {
        MapReader elementMap(*item, u"an element of "_s + map.what(), m_errors);
        if (!elementMap.isMap())
            continue;
        const Element element = elementFrom(elementMap, u"element"_s);
        unique(elementMap, elementIds, element.id);
        requireCondition(elementMap, document, stateId,
                         [this, state, place, number = provision.elements.size()](ConditionPtr condition) {
                             m_book.states[state].provisions[place].elements[number].when = std::move(condition);
                         });
        elementMap.finish();
        provision.elements.append(element);
    }
    for (const Node *item : map.list(u"exceptions"_s)) {
        MapReader exceptionMap(*item, u"an exception of "_s + map.what(), m_errors);
        if (!exceptionMap.isMap())
            continue;
        Exception exception;
        exception.condition = elementFrom(exceptionMap, u"exception"_s);
        unique(exceptionMap, elementIds, exception.condition.id);
        const QString effect = exceptionMap.oneOf(u"effect"_s, {u"frees"_s, u"notifies"_s, u"covers"_s});
        exception.effect = effectFromName(effect).value_or(ExceptionEffect::Frees);
        exception.thenDo = exceptionMap.text(u"then"_s);
        exception.wouldChange = exceptionMap.text(u"would_change"_s);
        requireCondition(exceptionMap, document, stateId,
                         [this, state, place, number = provision.exceptions.size()](ConditionPtr condition) {
                             m_book.states[state].provisions[place].exceptions[number].condition.when =
                                 std::move(condition);
                         });
        exceptionMap.finish();
        provision.exceptions.append(exception);
    }
    map.finish();
    m_book.states[state].provisions.append(provision);
}

void Compilation::readDuty(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids)
{
    MapReader map(node, u"a duty"_s, m_errors);
    if (!map.isMap())
        return;
    Duty duty;
    duty.id = identifier(map, u"duty"_s, false);
    unique(map, ids, duty.id);
    duty.title = map.text(u"title"_s, Need::Required);
    duty.text = map.text(u"text"_s, Need::Required);
    duty.cite = map.text(u"cite"_s, Need::Required);
    duty.keepUntil = map.text(u"keep_until"_s);
    duty.keepYears = map.number(u"keep_years"_s, 1, 99, 0);
    duty.keepFrom = map.text(u"keep_from"_s, duty.keepYears > 0 ? Need::Required : Need::Optional);
    duty.keepVerified = map.flag(u"keep_verified"_s, true);
    if (duty.keepYears > 0 && duty.keepUntil.isEmpty())
        map.error(map.place(u"keep_years"_s), u"%1 has `keep_years` and no `keep_until`"_s.arg(map.what()),
                  u"the period in words with it"_s);
    readGrade(map, duty.grade, duty.verified);
    requireCondition(map, document, m_book.states[state].id,
                     [this, state, number = m_book.states[state].duties.size()](ConditionPtr condition) {
                         m_book.states[state].duties[number].when = std::move(condition);
                     });
    map.finish();
    m_book.states[state].duties.append(duty);
}

void Compilation::readWarning(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids)
{
    MapReader map(node, u"a warning"_s, m_errors);
    if (!map.isMap())
        return;
    Warning warning;
    warning.id = identifier(map, u"warning"_s, false);
    unique(map, ids, warning.id);
    warning.title = map.text(u"title"_s, Need::Required);
    warning.text = map.text(u"text"_s, Need::Required);
    warning.cite = map.text(u"cite"_s, Need::Required);
    warning.stops = map.flag(u"stops"_s);
    warning.refersTo = map.text(u"refers_to"_s, warning.stops ? Need::Required : Need::Optional);
    requireCondition(map, document, m_book.states[state].id,
                     [this, state, number = m_book.states[state].warnings.size()](ConditionPtr condition) {
                         m_book.states[state].warnings[number].when = std::move(condition);
                     });
    map.finish();
    m_book.states[state].warnings.append(warning);
}

// Oldest first; one that never operated stands before those that did.
void Compilation::checkStates()
{
    std::ranges::stable_sort(m_book.states, {}, [](const LawState &state) {
        return std::pair(state.operatesFrom.isValid() ? state.operatesFrom.toJulianDay() : 0, state.id);
    });
    for (qsizetype later = 1; later < m_book.states.size(); ++later) {
        const LawState &after = m_book.states[later];
        const LawState &before = m_book.states[later - 1];
        if (!before.operatesFrom.isValid() || !after.operatesFrom.isValid())
            continue;
        if (!before.operatesUntil.isValid() || before.operatesUntil >= after.operatesFrom) {
            error(m_states.value(after.id), u"the states “%1” and “%2” overlap"_s.arg(before.id, after.id),
                  u"“%1” to end before %2"_s.arg(before.id, after.operatesFrom.toString(Qt::ISODate)));
        }
    }
}

} // namespace clearway::compiler
