// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

void Compilation::readCatalogue(const Document &document, const Node &node)
{
    MapReader map(node, u"`catalogue`"_s, m_errors);
    if (m_hasCatalogue)
        error(node.at, u"a second file says which catalogue this is"_s, u"`catalogue:` in one file"_s);
    m_hasCatalogue = true;
    if (!map.isMap())
        return;
    m_book.version = map.text(u"version"_s, Need::Required);
    m_book.lawChecked = map.date(u"law_checked"_s, Need::Required);
    m_book.lawCheckedAgainst = map.text(u"law_checked_against"_s, Need::Required);
    m_book.dateFact = map.text(u"date"_s, Need::Required);
    const SourcePosition dateAt = map.place(u"date"_s);
    if (const Node *list = map.node(u"list"_s, Need::Required)) {
        MapReader listMap(*list, u"`list`"_s, m_errors);
        m_book.listName = listMap.text(u"name"_s, Need::Required);
        m_book.listId = listMap.text(u"id"_s, Need::Required);
        m_book.listFrom = listMap.date(u"from"_s, Need::Required);
        m_book.listFinding = listMap.text(u"finding"_s, Need::Required);
        m_roles.append({m_book.listFinding, FactKind::Entries, false, listMap.place(u"finding"_s)});
        listMap.finish();
    }
    m_roles.append({m_book.dateFact, FactKind::Date, true, dateAt});
    for (const Node *item : map.list(u"categories"_s, Need::Required))
        readCategory(document, *item);
    map.finish();
}

// The facts that the program itself reads or fills must be there, and of the kind that it takes them for.
void Compilation::checkRoles()
{
    for (const Role &role : m_roles) {
        if (role.fact.isEmpty())
            continue; // said already
        const auto fact = m_book.facts.constFind(role.fact);
        const QString expected =
            u"a %1fact of kind %2"_s.arg(role.derived ? u"derived "_s : QString(), factKindName(role.kind));
        if (fact == m_book.facts.cend())
            error(role.at, u"there is no fact “%1”"_s.arg(role.fact), expected);
        else if (fact->kind != role.kind || (role.derived && !fact->derived))
            error(role.at, u"the fact “%1” cannot serve here"_s.arg(role.fact), expected);
    }
}

void Compilation::readCategory(const Document &document, const Node &node)
{
    MapReader map(node, u"a category"_s, m_errors);
    if (!map.isMap())
        return;
    Category category;
    category.id = identifier(map, u"category"_s, false);
    category.part = map.number(u"part"_s, 1, 2, 2);
    category.title = map.text(u"title"_s, Need::Required);
    category.scope = map.text(u"scope"_s, Need::Required);
    category.complete = map.flag(u"complete"_s);
    const Node *inQuestion = map.node(u"in_question"_s);
    map.finish();
    if (category.id.isEmpty() || !declare(m_categories, u"category"_s, category.id, map.place(u"id"_s)))
        return;
    if (inQuestion) {
        later(document, *inQuestion, {}, [this, place = m_book.categories.size()](ConditionPtr condition) {
            m_book.categories[place].inQuestion = std::move(condition);
        });
    }
    m_book.categories.append(category);
}

void Compilation::readKind(const Document &, const Node &node)
{
    MapReader map(node, u"a kind"_s, m_errors);
    if (!map.isMap())
        return;
    UnitKind kind;
    kind.id = identifier(map, u"kind"_s, true);
    kind.title = map.text(u"title"_s, Need::Required);
    kind.baseUnit = map.text(u"base_unit"_s, Need::Required);
    kind.dimension = {{kind.id, 1}}; // a base kind, unless it says of what it is made
    if (const Node *dimension = map.node(u"dimension"_s)) {
        kind.dimension.clear();
        // "none" is the dimension of counts and ratios.
        if (dimension->kind != Node::Kind::Text || dimension->text != "none"_L1) {
            MapReader exponents(*dimension, u"`dimension`"_s, m_errors);
            for (const Member &member : dimension->members) {
                const int exponent = exponents.number(member.key, -20, 20, 0);
                if (exponent == 0)
                    error(member.value.at, u"the exponent of “%1” is 0"_s.arg(member.key),
                          u"another, or no such line"_s);
                kind.dimension.insert(member.key, exponent);
            }
        }
    }
    map.finish();
    if (kind.id.isEmpty() || !declare(m_kinds, u"kind"_s, kind.id, map.place(u"id"_s)))
        return;
    if (!m_book.units.add(kind))
        error(map.place(u"id"_s), u"the kind “%1” cannot be added"_s.arg(kind.id), u"another id"_s);
}

std::optional<Rational> Compilation::exact(MapReader &map, const QString &key, const Rational &otherwise)
{
    const QString text = map.text(key);
    if (text.isEmpty())
        return otherwise;
    const auto number = parseRational(text);
    if (!number)
        error(map.place(key), u"`%1` is “%2”"_s.arg(key, text), u"an exact number, as 0.0254, 1e-9 or 101325/760"_s);
    return number;
}

void Compilation::readUnit(const Document &, const Node &node)
{
    MapReader map(node, u"a unit"_s, m_errors);
    if (!map.isMap())
        return;
    Unit unit;
    unit.name = map.text(u"name"_s, Need::Required);
    map.setWhat(u"unit “%1”"_s.arg(unit.name));
    unit.aliases = map.texts(u"aliases"_s);
    unit.kind = map.text(u"kind"_s, Need::Required);
    const QString scale = map.oneOf(u"scale"_s, {u"linear"_s, u"logarithmic"_s});
    unit.scale = scale == "logarithmic"_L1 ? UnitScale::Logarithmic : UnitScale::Linear;
    const auto factor = exact(map, u"factor"_s, 1);
    const auto offset = exact(map, u"offset"_s, 0);
    const auto divisor = exact(map, u"divisor"_s, 10);
    map.finish();
    if (unit.name.isEmpty() || unit.kind.isEmpty() || !factor || !offset || !divisor)
        return;
    unit.factor = *factor;
    unit.offset = *offset;
    unit.divisor = *divisor;
    if (unit.factor <= 0 || unit.divisor <= 0) {
        error(map.place(unit.factor <= 0 ? u"factor"_s : u"divisor"_s), u"unit “%1” has no size"_s.arg(unit.name),
              u"a number above 0"_s);
    } else if (!m_kinds.contains(unit.kind)) {
        error(map.place(u"kind"_s), u"there is no kind “%1”"_s.arg(unit.kind),
              expectedOneOf(unit.kind, m_kinds.keys()));
    } else if (!m_book.units.add(unit)) {
        error(map.place(u"name"_s), u"“%1” or one of its aliases is taken in kind %2"_s.arg(unit.name, unit.kind),
              u"spellings that no other unit of the kind has"_s);
    }
}

void Compilation::checkUnits()
{
    for (const UnitKind &kind : m_book.units.kinds()) {
        const SourcePosition at = m_kinds.value(kind.id);
        const Unit *base = m_book.units.unit(kind.baseUnit, kind.id);
        if (!base) {
            error(at, u"kind “%1” has no unit “%2”"_s.arg(kind.id, kind.baseUnit), u"its base unit among `units`"_s);
        } else if (base->factor != 1 || base->offset != 0 || base->scale != UnitScale::Linear) {
            error(at, u"“%1” cannot be the base unit of “%2”"_s.arg(kind.baseUnit, kind.id),
                  u"a linear unit of factor 1 without an offset"_s);
        }
        for (const QString &of : kind.dimension.keys()) {
            const UnitKind *basic = m_book.units.kind(of);
            if (!basic || basic->dimension != QMap<QString, int>{{of, 1}}) {
                error(at, u"kind “%1” is made of “%2”, which is no base kind"_s.arg(kind.id, of),
                      u"kinds that have no `dimension`"_s);
            }
        }
    }
}

} // namespace clearway::compiler
