// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"

#include <algorithm>

// What helps people before and after the questions: starting points, and what applications ask for.

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

QStringList choiceIds(const FactDefinition *fact)
{
    QStringList ids;
    if (fact)
        std::ranges::transform(fact->choices, std::back_inserter(ids), &Choice::id);
    return ids;
}

} // namespace

std::optional<StartingItem> Compilation::startingItemFrom(const Node &node, const StartingPoint &point)
{
    MapReader map(node, u"an item of "_s + u"starting point “%1”"_s.arg(point.id), m_errors);
    if (!map.isMap())
        return {};
    StartingItem item;
    item.kind = map.oneOf(u"kind"_s, choiceIds(StartFacts::of(m_book).item), Need::Required);
    item.title = map.text(u"title"_s, Need::Required);
    item.activities = map.texts(u"with"_s);
    for (const Node *with : map.list(u"with"_s)) {
        const QString activity = with->text.trimmed();
        if (with->kind == Node::Kind::Text && !activity.isEmpty() && !point.activities.contains(activity)) {
            error(with->at, u"the starting point has no activity “%1”"_s.arg(activity),
                  expectedOneOf(activity, point.activities));
        }
    }
    map.finish();
    // The start page shows each kind once.
    if (!item.kind.isEmpty() && std::ranges::contains(point.items, item.kind, &StartingItem::kind))
        error(map.place(u"kind"_s), u"the kind “%1” is here twice"_s.arg(item.kind), u"one item of each kind"_s);
    return item;
}

void Compilation::readStartFacts(MapReader &map, StartingPoint &point)
{
    const Node *node = map.node(u"facts"_s);
    if (!node)
        return;
    MapReader facts(*node, u"`facts` of "_s + map.what(), m_errors);
    if (!facts.isMap())
        return;
    for (const FactDefinition *fact : StartFacts::of(m_book).others) {
        if (fact->kind == FactKind::Choice || fact->kind == FactKind::YesNo) {
            const QString value = facts.oneOf(
                fact->id, fact->kind == FactKind::Choice ? choiceIds(fact) : QStringList{u"yes"_s, u"no"_s});
            if (!value.isEmpty())
                point.facts.insert(fact->id, value);
        }
    }
    facts.finish();
}

void Compilation::readStartingPoint(const Document &, const Node &node)
{
    MapReader map(node, u"a starting point"_s, m_errors);
    if (!map.isMap())
        return;
    StartingPoint point;
    point.id = identifier(map, u"starting point"_s, false);
    point.title = map.text(u"title"_s, Need::Required);
    point.summary = map.text(u"summary"_s, Need::Required);
    point.hint = map.text(u"hint"_s, Need::Required);
    point.activities = map.texts(u"activities"_s, Need::Required);
    const QStringList known = choiceIds(StartFacts::of(m_book).activity);
    for (const Node *item : map.list(u"activities"_s)) {
        const QString activity = item->text.trimmed();
        if (item->kind == Node::Kind::Text && !activity.isEmpty() && !known.contains(activity))
            error(item->at, u"there is no activity “%1”"_s.arg(activity), expectedOneOf(activity, known));
    }
    for (const Node *item : map.list(u"items"_s, Need::Required)) {
        if (const auto one = startingItemFrom(*item, point))
            point.items.append(*one);
    }
    // An activity with which nothing goes would be assessed with everything.
    for (const QString &activity : std::as_const(point.activities)) {
        const auto goes = [&](const StartingItem &item) { return point.goesWith(item, activity); };
        if (!point.items.isEmpty() && std::ranges::none_of(point.items, goes))
            error(map.place(u"items"_s), u"nothing goes with the activity “%1”"_s.arg(activity),
                  u"an item that does"_s);
    }
    readStartFacts(map, point);
    map.finish();
    if (!point.id.isEmpty() && declare(m_startingPoints, u"starting point"_s, point.id, map.place(u"id"_s)))
        m_book.startingPoints.append(point);
}

std::optional<ApplicationField> Compilation::fieldFrom(const Node &node, const QString &of, QSet<QString> &ids)
{
    MapReader map(node, u"a field of "_s + of, m_errors);
    if (!map.isMap())
        return {};
    ApplicationField field;
    field.id = identifier(map, u"field"_s, false);
    unique(map, ids, field.id);
    field.title = map.text(u"title"_s, Need::Required);
    field.help = map.text(u"help"_s);
    field.from = map.text(u"from"_s);
    if (!field.from.isEmpty() && !recordParts().contains(field.from) && !m_facts.contains(field.from)) {
        error(map.place(u"from"_s), u"a record has no “%1”"_s.arg(field.from),
              expectedOneOf(field.from, recordParts()) + u", or a fact"_s);
    }
    map.finish();
    return field;
}

// What the application is for must be there, and of one application only.
void Compilation::checkServed(MapReader &map, const Application &application)
{
    QStringList known;
    for (const LawState &state : std::as_const(m_book.states)) {
        for (const Provision &provision : state.provisions)
            known.append(provision.requirement.id);
    }
    known.removeDuplicates();
    for (const Node *item : map.list(u"requirements"_s)) {
        const QString id = item->text.trimmed();
        if (item->kind != Node::Kind::Text || id.isEmpty())
            continue;
        if (!known.contains(id))
            error(item->at, u"no provision requires “%1”"_s.arg(id), expectedOneOf(id, known));
        else if (const Application *other = m_book.applicationFor(id))
            error(item->at, u"“%1” is served by “%2” already"_s.arg(id, other->id), u"one application for it"_s);
    }
    if (application.requirements.isEmpty() && !application.whenUnsure) {
        error(map.at(), u"%1 serves nothing"_s.arg(map.what()),
              u"`requirements:` with what it is for, or `when_unsure: true`"_s);
    }
}

void Compilation::readApplication(const Document &, const Node &node)
{
    MapReader map(node, u"an application"_s, m_errors);
    if (!map.isMap())
        return;
    Application application;
    application.id = identifier(map, u"application"_s, false);
    application.title = map.text(u"title"_s, Need::Required);
    application.summary = map.text(u"summary"_s, Need::Required);
    application.requirements = map.texts(u"requirements"_s);
    application.whenUnsure = map.flag(u"when_unsure"_s);
    application.lodgedWith = map.text(u"lodged_with"_s, Need::Required);
    application.usualTime = map.text(u"usual_time"_s);
    application.cite = map.text(u"cite"_s, Need::Required);
    readGrade(map, application.grade, application.verified);
    application.leansOn = map.text(u"leans_on"_s, application.verified ? Need::Optional : Need::Required);
    checkServed(map, application);
    QSet<QString> ids;
    for (const Node *item : map.list(u"fields"_s, Need::Required)) {
        if (const auto field = fieldFrom(*item, map.what(), ids))
            application.fields.append(*field);
    }
    map.finish();
    if (!application.id.isEmpty() && declare(m_applications, u"application"_s, application.id, map.place(u"id"_s)))
        m_book.applications.append(application);
}

} // namespace clearway::compiler
