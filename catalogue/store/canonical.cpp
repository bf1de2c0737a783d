// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/canonical.h"

#include "catalogue/language/names.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <ranges>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

void writeText(QByteArray &out, const QString &text)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    out += '"';
}

// The depth is that of the functions below, never that of any input.
void write(QByteArray &out, const QJsonValue &value)
{
    if (value.isBool()) {
        out += value.toBool() ? "true" : "false";
    } else if (value.isString()) {
        writeText(out, value.toString());
    } else if (value.isArray()) {
        out += '[';
        bool first = true;
        for (const QJsonValue &element : value.toArray()) {
            if (!std::exchange(first, false))
                out += ',';
            write(out, element);
        }
        out += ']';
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject(); // keeps its members sorted by name
        out += '{';
        bool first = true;
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!std::exchange(first, false))
                out += ',';
            writeText(out, member.key());
            out += ':';
            write(out, member.value());
        }
        out += '}';
    } else {
        out += "null";
    }
}

template<typename List, typename Function>
QJsonArray arrayOf(const List &list, Function function)
{
    QJsonArray array;
    for (const auto &element : list)
        array.append(function(element));
    return array;
}

QJsonValue textOf(const ConditionPtr &condition)
{
    return condition ? QJsonValue(toText(*condition)) : QJsonValue();
}

QJsonValue textOf(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject objectOf(const UnitKind &kind)
{
    QJsonObject dimension;
    for (const auto &[base, exponent] : kind.dimension.asKeyValueRange())
        dimension.insert(base, QString::number(exponent));
    return {{u"id"_s, kind.id}, {u"title"_s, kind.title}, {u"base_unit"_s, kind.baseUnit}, {u"dimension"_s, dimension}};
}

QJsonObject objectOf(const Unit &unit)
{
    return {{u"name"_s, unit.name},
            {u"aliases"_s, QJsonArray::fromStringList(unit.aliases)},
            {u"kind"_s, unit.kind},
            {u"scale"_s, unit.scale == UnitScale::Linear ? u"linear"_s : u"logarithmic"_s},
            {u"factor"_s, toText(unit.factor)},
            {u"offset"_s, toText(unit.offset)},
            {u"divisor"_s, toText(unit.divisor)}};
}

QJsonObject objectOf(const Choice &choice)
{
    return {
        {u"id"_s, choice.id}, {u"text"_s, choice.text}, {u"help"_s, choice.help}, {u"exclusive"_s, choice.exclusive}};
}

QJsonObject objectOf(const FactDefinition &fact)
{
    return {{u"id"_s, fact.id},
            {u"scope"_s, scopeName(fact.scope)},
            {u"kind"_s, factKindName(fact.kind)},
            {u"prompt"_s, fact.prompt},
            {u"help"_s, fact.help},
            {u"why"_s, fact.why},
            {u"cite"_s, fact.cite},
            {u"cost"_s, QString::number(fact.cost)},
            {u"page"_s, fact.page},
            {u"choices"_s, arrayOf(fact.choices, [](const Choice &choice) { return objectOf(choice); })},
            {u"unit_kind"_s, fact.unitKind},
            {u"unit"_s, fact.defaultUnit},
            {u"measure"_s, fact.measure},
            {u"assumed"_s, fact.assumed},
            {u"settled_by"_s, fact.settledBy},
            {u"derived"_s, fact.derived},
            {u"conduct"_s, fact.conduct}};
}

QJsonObject objectOf(const Rule &rule)
{
    return {{u"id"_s, rule.id},
            {u"title"_s, rule.title},
            {u"summary"_s, rule.summary},
            {u"cite"_s, rule.cite},
            {u"grade"_s, nameOf(rule.grade)},
            {u"verified"_s, rule.verified},
            {u"when"_s, textOf(rule.when)}};
}

QJsonObject objectOf(const Table &table)
{
    const auto row = [](const TableRow &r) {
        return QJsonObject{{u"up_to"_s, r.upTo.written}, {u"inclusive"_s, r.inclusive}, {u"value"_s, r.value.written}};
    };
    return {{u"id"_s, table.id},
            {u"title"_s, table.title},
            {u"key"_s, table.keyKind},
            {u"value"_s, table.valueKind},
            {u"rows"_s, arrayOf(table.rows, row)}};
}

QJsonObject objectOf(const CountryGroup &group)
{
    return {{u"id"_s, group.id},
            {u"title"_s, group.title},
            {u"instrument"_s, group.instrument},
            {u"as_at"_s, textOf(group.asAt)},
            {u"verified"_s, group.verified},
            {u"members"_s, QJsonArray::fromStringList(group.countries)}};
}

QJsonObject objectOf(const Element &element)
{
    return {{u"id"_s, element.id},
            {u"title"_s, element.title},
            {u"cite"_s, element.cite},
            {u"grade"_s, nameOf(element.grade)},
            {u"verified"_s, element.verified},
            {u"leans_on"_s, element.leansOn},
            {u"when"_s, textOf(element.when)}};
}

QJsonObject objectOf(const Exception &exception)
{
    QJsonObject object = objectOf(exception.condition);
    object.insert(u"effect"_s, nameOf(exception.effect));
    object.insert(u"then"_s, exception.thenDo);
    object.insert(u"would_change"_s, exception.wouldChange);
    return object;
}

QJsonObject objectOf(const Requirement &requirement)
{
    return {{u"id"_s, requirement.id},
            {u"kind"_s, requirement.kind},
            {u"title"_s, requirement.title},
            {u"decided_by"_s, requirement.decidedBy},
            {u"cite"_s, requirement.cite},
            {u"steps"_s, requirement.steps},
            {u"usual_time"_s, requirement.usualTime}};
}

QJsonObject objectOf(const Provision &provision)
{
    return {{u"id"_s, provision.id},
            {u"title"_s, provision.title},
            {u"summary"_s, provision.summary},
            {u"cite"_s, provision.cite},
            {u"regulates"_s, provision.regulates},
            {u"operates_from"_s, textOf(provision.operatesFrom)},
            {u"operates_until"_s, textOf(provision.operatesUntil)},
            {u"requires"_s, objectOf(provision.requirement)},
            {u"elements"_s, arrayOf(provision.elements, [](const Element &e) { return objectOf(e); })},
            {u"exceptions"_s, arrayOf(provision.exceptions, [](const Exception &e) { return objectOf(e); })}};
}

QJsonObject objectOf(const Duty &duty)
{
    return {{u"id"_s, duty.id},
            {u"title"_s, duty.title},
            {u"text"_s, duty.text},
            {u"cite"_s, duty.cite},
            {u"keep_until"_s, duty.keepUntil},
            {u"keep_years"_s, QString::number(duty.keepYears)},
            {u"keep_from"_s, duty.keepFrom},
            {u"keep_verified"_s, duty.keepVerified},
            {u"grade"_s, nameOf(duty.grade)},
            {u"verified"_s, duty.verified},
            {u"when"_s, textOf(duty.when)}};
}

QJsonObject objectOf(const Warning &warning)
{
    return {{u"id"_s, warning.id},
            {u"title"_s, warning.title},
            {u"text"_s, warning.text},
            {u"cite"_s, warning.cite},
            {u"stops"_s, warning.stops},
            {u"refers_to"_s, warning.refersTo},
            {u"when"_s, textOf(warning.when)}};
}

QJsonObject objectOf(const LawState &state)
{
    return {{u"id"_s, state.id},
            {u"title"_s, state.title},
            {u"act"_s, state.act},
            {u"regulation"_s, state.regulation},
            {u"list"_s, state.list},
            {u"list_held"_s, state.listHeld},
            {u"operates_from"_s, textOf(state.operatesFrom)},
            {u"operates_until"_s, textOf(state.operatesUntil)},
            {u"note"_s, state.note},
            {u"provisions"_s, arrayOf(state.provisions, [](const Provision &p) { return objectOf(p); })},
            {u"duties"_s, arrayOf(state.duties, [](const Duty &d) { return objectOf(d); })},
            {u"warnings"_s, arrayOf(state.warnings, [](const Warning &w) { return objectOf(w); })},
            {u"rules"_s, arrayOf(state.rules, [](const Rule &r) { return objectOf(r); })}};
}

QJsonObject objectOf(const Category &category)
{
    return {{u"id"_s, category.id},
            {u"part"_s, QString::number(category.part)},
            {u"title"_s, category.title},
            {u"scope"_s, category.scope},
            {u"complete"_s, category.complete},
            {u"in_question"_s, textOf(category.inQuestion)}};
}

QJsonObject objectOf(const Note &note)
{
    return {{u"kind"_s, nameOf(note.kind)},
            {u"title"_s, note.title},
            {u"text"_s, note.text},
            {u"verified"_s, note.verified},
            {u"when"_s, textOf(note.when)}};
}

QJsonObject objectOf(const Entry &entry)
{
    return {{u"code"_s, entry.code},
            {u"parent"_s, entry.parent},
            {u"part"_s, QString::number(entry.part)},
            {u"category"_s, entry.category},
            {u"group"_s, entry.group},
            {u"title"_s, entry.title},
            {u"summary"_s, entry.summary},
            {u"regime"_s, entry.regime},
            {u"reserved"_s, entry.reserved},
            {u"sensitive"_s, entry.sensitive},
            {u"very_sensitive"_s, entry.verySensitive},
            {u"sensitive_note"_s, entry.sensitiveNote},
            {u"sensitive_when"_s, textOf(entry.sensitiveWhen)},
            {u"very_sensitive_when"_s, textOf(entry.verySensitiveWhen)},
            {u"keywords"_s, QJsonArray::fromStringList(entry.keywords)},
            {u"see"_s, QJsonArray::fromStringList(entry.references)},
            {u"combination"_s, nameOf(entry.combination)},
            {u"children"_s, QJsonArray::fromStringList(entry.children)},
            {u"when"_s, textOf(entry.when)},
            {u"notes"_s, arrayOf(entry.notes, [](const Note &n) { return objectOf(n); })}};
}

QJsonObject objectOf(const Definition &definition)
{
    return {{u"term"_s, definition.term},        {u"also"_s, QJsonArray::fromStringList(definition.forms)},
            {u"text"_s, definition.text},        {u"applies_to"_s, QJsonArray::fromStringList(definition.appliesTo)},
            {u"cite"_s, definition.cite},        {u"see"_s, QJsonArray::fromStringList(definition.references)},
            {u"verified"_s, definition.verified}};
}

QJsonObject objectOf(const EquivalentList &list)
{
    const auto rule = [](const EquivalentRule &r) {
        return QJsonObject{{u"codes"_s, QJsonArray::fromStringList(r.codes)},
                           {u"number"_s, r.number},
                           {u"note"_s, r.note},
                           {u"verified"_s, r.verified}};
    };
    return {{u"id"_s, list.id},
            {u"title"_s, list.title},
            {u"edition"_s, list.edition},
            {u"note"_s, list.note},
            {u"rules"_s, arrayOf(list.rules, rule)}};
}

QJsonObject objectOf(const StartingPoint &point)
{
    const auto item = [](const StartingItem &i) {
        return QJsonObject{
            {u"kind"_s, i.kind}, {u"title"_s, i.title}, {u"with"_s, QJsonArray::fromStringList(i.activities)}};
    };
    QJsonObject facts;
    for (const auto &[fact, value] : point.facts.asKeyValueRange())
        facts.insert(fact, value);
    return {{u"id"_s, point.id},
            {u"title"_s, point.title},
            {u"summary"_s, point.summary},
            {u"activities"_s, QJsonArray::fromStringList(point.activities)},
            {u"items"_s, arrayOf(point.items, item)},
            {u"facts"_s, facts},
            {u"hint"_s, point.hint}};
}

QJsonObject objectOf(const Application &application)
{
    const auto field = [](const ApplicationField &f) {
        return QJsonObject{{u"id"_s, f.id}, {u"title"_s, f.title}, {u"help"_s, f.help}, {u"from"_s, f.from}};
    };
    return {{u"id"_s, application.id},
            {u"title"_s, application.title},
            {u"summary"_s, application.summary},
            {u"requirements"_s, QJsonArray::fromStringList(application.requirements)},
            {u"when_unsure"_s, application.whenUnsure},
            {u"lodged_with"_s, application.lodgedWith},
            {u"usual_time"_s, application.usualTime},
            {u"cite"_s, application.cite},
            {u"grade"_s, nameOf(application.grade)},
            {u"verified"_s, application.verified},
            {u"leans_on"_s, application.leansOn},
            {u"fields"_s, arrayOf(application.fields, field)}};
}

} // namespace

QByteArray canonicalForm(const RuleBook &rules)
{
    QJsonObject countries;
    for (const auto &[code, name] : rules.countries.asKeyValueRange())
        countries.insert(code, name);
    const auto facts = arrayOf(rules.factOrder, [&](const QString &id) { return objectOf(rules.facts.value(id)); });
    const auto entries =
        arrayOf(rules.entryOrder, [&](const QString &code) { return objectOf(rules.entries.value(code)); });
    const QJsonObject list{{u"name"_s, rules.listName},
                           {u"id"_s, rules.listId},
                           {u"from"_s, textOf(rules.listFrom)},
                           {u"finding"_s, rules.listFinding}};
    const QJsonObject whole{
        {u"form"_s, u"clearway.catalogue/3"_s},
        {u"version"_s, rules.version},
        {u"law_checked"_s, textOf(rules.lawChecked)},
        {u"law_checked_against"_s, rules.lawCheckedAgainst},
        {u"list"_s, list},
        {u"date"_s, rules.dateFact},
        {u"kinds"_s, arrayOf(rules.units.kinds(), [](const UnitKind &kind) { return objectOf(kind); })},
        {u"units"_s, arrayOf(rules.units.units(), [](const Unit &unit) { return objectOf(unit); })},
        {u"facts"_s, facts},
        {u"rules"_s, arrayOf(rules.rules, [](const Rule &rule) { return objectOf(rule); })},
        {u"tables"_s, arrayOf(rules.tables, [](const Table &table) { return objectOf(table); })},
        {u"countries"_s, countries},
        {u"country_groups"_s, arrayOf(rules.countryGroups, [](const CountryGroup &group) { return objectOf(group); })},
        {u"states"_s, arrayOf(rules.states, [](const LawState &state) { return objectOf(state); })},
        {u"categories"_s, arrayOf(rules.categories, [](const Category &category) { return objectOf(category); })},
        {u"entries"_s, entries},
        {u"definitions"_s, arrayOf(rules.definitions, [](const Definition &d) { return objectOf(d); })},
        {u"equivalents"_s, arrayOf(rules.equivalents, [](const EquivalentList &l) { return objectOf(l); })},
        {u"starting_points"_s,
         arrayOf(rules.startingPoints, [](const StartingPoint &point) { return objectOf(point); })},
        {u"applications"_s, arrayOf(rules.applications, [](const Application &a) { return objectOf(a); })},
    };
    QByteArray out;
    write(out, whole);
    return out;
}

QString canonicalHash(const RuleBook &rules)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonicalForm(rules), QCryptographicHash::Sha256).toHex());
}

} // namespace clearway::store
