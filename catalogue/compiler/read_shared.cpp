// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"
#include "catalogue/language/names.h"

#include <algorithm>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

std::optional<Quantity> Compilation::quantity(MapReader &map, const QString &key, const QString &kind)
{
    const QString text = map.text(key, Need::Required);
    if (text.isEmpty() || !m_book.units.kind(kind))
        return std::nullopt;
    auto read = m_book.units.parse(text, kind);
    if (!read) {
        // It says in one sentence what is wrong and what was expected.
        QString why = read.error();
        if (why.endsWith(u'.'))
            why.chop(1);
        const QString between = u"; expected "_s;
        const qsizetype cut = why.indexOf(between);
        const QString expected = cut < 0 ? u"a quantity of kind "_s + kind : why.sliced(cut + between.size());
        error(map.place(key), u"`"_s + key + u"`: "_s + (cut < 0 ? why : why.first(cut)), expected);
        return std::nullopt;
    }
    read->written = text; // the store keeps it, and reads it again
    return *read;
}

void Compilation::readTable(const Document &, const Node &node)
{
    MapReader map(node, u"a table"_s, m_errors);
    if (!map.isMap())
        return;
    Table table;
    table.id = identifier(map, u"table"_s, true);
    table.title = map.text(u"title"_s, Need::Required);
    table.keyKind = map.oneOf(u"key"_s, m_kinds.keys(), Need::Required);
    table.valueKind = map.oneOf(u"value"_s, m_kinds.keys(), Need::Required);
    for (const Node *item : map.list(u"rows"_s, Need::Required)) {
        MapReader row(*item, u"a row of "_s + map.what(), m_errors);
        if (!row.isMap())
            continue;
        const auto upTo = quantity(row, u"up_to"_s, table.keyKind);
        const bool inclusive = row.flag(u"inclusive"_s, true);
        const auto value = quantity(row, u"value"_s, table.valueKind);
        row.finish();
        if (!upTo || !value)
            continue;
        if (!table.rows.isEmpty()) {
            // Two rows may have one limit where the first ends before it and the second includes it.
            const TableRow &last = table.rows.last();
            const int order = compare(last.upTo, *upTo);
            if (order > 0 || (order == 0 && (last.inclusive || !inclusive))) {
                error(row.place(u"up_to"_s),
                      u"the row up to %1 follows the one up to %2"_s.arg(upTo->written, last.upTo.written),
                      u"rows in rising order"_s);
            }
        }
        table.rows.append({*upTo, inclusive, *value});
    }
    map.finish();
    if (!table.id.isEmpty() && declare(m_tables, u"table"_s, table.id, map.place(u"id"_s)))
        m_book.tables.insert(table.id, table);
}

void Compilation::readCountry(const Member &member)
{
    const auto upper = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (member.key.size() != 2 || !std::ranges::all_of(member.key, upper)) {
        error(member.at, u"“%1” is no country code"_s.arg(member.key), u"two capital letters of ISO 3166-1"_s);
    } else if (member.value.kind != Node::Kind::Text || member.value.text.trimmed().isEmpty()) {
        error(member.value.at, u"country %1 has no name"_s.arg(member.key), u"its English short name"_s);
    } else if (m_book.countries.contains(member.key)) {
        error(member.at, u"country %1 is declared twice"_s.arg(member.key), u"it once"_s);
    } else {
        m_book.countries.insert(member.key, member.value.text.trimmed());
    }
}

void Compilation::readCountryGroup(const Document &, const Node &node)
{
    MapReader map(node, u"a country group"_s, m_errors);
    if (!map.isMap())
        return;
    CountryGroup group;
    group.id = identifier(map, u"country group"_s, true);
    group.title = map.text(u"title"_s, Need::Required);
    group.instrument = map.text(u"instrument"_s, Need::Required);
    group.asAt = map.date(u"as_at"_s, Need::Required);
    group.verified = map.flag(u"verified"_s);
    group.countries = map.texts(u"members"_s, Need::Required);
    for (const Node *item : map.list(u"members"_s)) {
        if (item->kind == Node::Kind::Text && !m_book.countries.contains(item->text.trimmed())) {
            error(item->at, u"there is no country “%1”"_s.arg(item->text.trimmed()),
                  u"a code that stands under `countries`"_s);
        }
    }
    map.finish();
    if (!group.id.isEmpty() && declare(m_groups, u"country group"_s, group.id, map.place(u"id"_s)))
        m_book.countryGroups.insert(group.id, group);
}

void Compilation::readGrade(MapReader &map, Grade &grade, bool &verified)
{
    static const QStringList grades{nameOf(Grade::Statute), nameOf(Grade::Official), nameOf(Grade::Secondary),
                                    nameOf(Grade::Inference), nameOf(Grade::Unread)};
    grade = gradeFromName(map.oneOf(u"grade"_s, grades)).value_or(Grade::Statute);
    verified = map.flag(u"verified"_s, true);
    if (verified && (grade == Grade::Inference || grade == Grade::Unread)) {
        error(map.place(u"grade"_s), u"%1 has the grade %2 and counts as verified"_s.arg(map.what(), nameOf(grade)),
              u"`verified: false`"_s);
    }
}

std::optional<Rule> Compilation::ruleFrom(const Document &document, const Node &node, const QString &state,
                                          const Later &take)
{
    MapReader map(node, u"a rule"_s, m_errors);
    if (!map.isMap())
        return std::nullopt;
    Rule rule;
    rule.id = identifier(map, u"rule"_s, true);
    rule.title = map.text(u"title"_s, Need::Required);
    rule.summary = map.text(u"summary"_s);
    rule.cite = map.text(u"cite"_s, Need::Required);
    readGrade(map, rule.grade, rule.verified);
    requireCondition(map, document, state, take);
    map.finish();
    if (rule.id.isEmpty())
        return std::nullopt;
    const QString owner = state.isEmpty() ? rule.id : state + u'/' + rule.id;
    if (!declare(m_rules, u"rule"_s, owner, map.place(u"id"_s)))
        return std::nullopt;
    // A bare name in a condition is a fact or a rule, never both.
    if (const auto fact = m_facts.constFind(rule.id); fact != m_facts.cend()) {
        error(map.place(u"id"_s), u"rule “%1” has the name of a fact"_s.arg(rule.id),
              u"another name; the fact is in %1:%2"_s.arg(fact->file).arg(fact->line));
    }
    return rule;
}

void Compilation::readRule(const Document &document, const Node &node)
{
    const Member *id = node.member(u"id"_s);
    const QString name = id ? id->value.text.trimmed() : QString();
    const auto rule = ruleFrom(document, node, {}, [this, name](ConditionPtr condition) {
        if (const auto found = m_book.rules.find(name); found != m_book.rules.end())
            found->when = std::move(condition);
    });
    if (rule)
        m_book.rules.insert(rule->id, *rule);
}

} // namespace clearway::compiler
