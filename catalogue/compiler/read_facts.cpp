// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"
#include "catalogue/language/helptext.h"

#include <algorithm>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

constexpr int longestPrompt = 25; // words; a longer question is not read to its end

const QStringList scopes{u"case"_s, u"activity"_s, u"item"_s, u"point"_s, u"recipient"_s};
const QStringList kinds{u"yes_no"_s,  u"choice"_s, u"choices"_s, u"quantity"_s,
                        u"country"_s, u"date"_s,   u"entries"_s, u"judgement"_s};

} // namespace

void Compilation::checkPrompt(const SourcePosition &at, const QString &prompt)
{
    if (const int words = countWords(prompt); words > longestPrompt)
        error(at, u"the question has %1 words"_s.arg(words), u"at most %1"_s.arg(longestPrompt));
}

void Compilation::readFact(const Document &, const Node &node)
{
    MapReader map(node, u"a fact"_s, m_errors);
    if (!map.isMap())
        return;
    FactDefinition fact;
    fact.id = identifier(map, u"fact"_s, true);
    fact.scope = scopeFromName(map.oneOf(u"scope"_s, scopes, Need::Required)).value_or(Scope::Case);
    const QString kind = map.oneOf(u"kind"_s, kinds, Need::Required);
    fact.kind = factKindFromName(kind).value_or(FactKind::YesNo);
    fact.derived = map.flag(u"derived"_s);
    fact.conduct = map.flag(u"conduct"_s);
    fact.prompt = map.text(u"prompt"_s, Need::Required);
    checkPrompt(map.place(u"prompt"_s), fact.prompt);
    fact.help = map.text(u"help"_s);
    // A parameter of the list is asked because of the entries that name it, and they are cited with it.
    const bool parameter = !fact.id.contains(u'.') && (fact.scope == Scope::Item || fact.scope == Scope::Point);
    fact.why = map.text(u"why"_s, fact.derived ? Need::Optional : Need::Required);
    fact.cite = map.text(u"cite"_s, fact.derived || parameter ? Need::Optional : Need::Required);
    fact.cost = map.number(u"cost"_s, 1, 1000, 1);
    fact.page = map.text(u"page"_s);
    fact.assumed = map.text(u"assumed"_s);
    fact.settledBy = map.text(u"settled_by"_s);
    readChoices(map, fact);
    if (!kind.isEmpty())
        checkFactForm(map, fact);
    map.finish();
    if (fact.id.isEmpty())
        return;
    const QString prefix = fact.id.section(u'.', 0, 0);
    if (prefix == "meets"_L1 && fact.id.contains(u'.')) {
        error(map.place(u"id"_s), u"“%1” is kept for the questions of entries"_s.arg(fact.id), u"another id"_s);
    } else if (fact.id.contains(u'.') && prefix != scopeName(fact.scope)) {
        error(map.place(u"id"_s), u"fact “%1” has the scope %2"_s.arg(fact.id, scopeName(fact.scope)),
              u"`%1.…`, or no dot"_s.arg(scopeName(fact.scope)));
    }
    if (declare(m_facts, u"fact"_s, fact.id, map.place(u"id"_s))) {
        m_book.factOrder.append(fact.id);
        m_book.facts.insert(fact.id, fact);
    }
}

void Compilation::readChoices(MapReader &map, FactDefinition &fact)
{
    QStringList ids;
    for (const Node *item : map.list(u"choices"_s)) {
        MapReader choiceMap(*item, u"a choice of "_s + map.what(), m_errors);
        if (!choiceMap.isMap())
            continue;
        Choice choice;
        choice.id = identifier(choiceMap, u"choice"_s, false);
        choice.text = choiceMap.text(u"text"_s, Need::Required);
        choice.help = choiceMap.text(u"help"_s);
        choice.exclusive = choiceMap.flag(u"exclusive"_s);
        choiceMap.finish();
        if (choice.exclusive && fact.kind != FactKind::Choices) {
            error(choiceMap.place(u"exclusive"_s), u"choice “%1” is exclusive"_s.arg(choice.id),
                  u"that only in a fact of kind choices"_s);
        }
        if (choice.id.isEmpty())
            continue;
        if (ids.contains(choice.id))
            error(choiceMap.place(u"id"_s), u"choice “%1” is here twice"_s.arg(choice.id), u"it once"_s);
        ids.append(choice.id);
        fact.choices.append(choice);
    }
}

// What goes with which kind of fact.
void Compilation::checkFactForm(MapReader &map, FactDefinition &fact)
{
    const bool picked = fact.kind == FactKind::Choice || fact.kind == FactKind::Choices;
    if (picked && !map.node(u"choices"_s)) {
        error(map.at(), u"%1 has no choices"_s.arg(map.what()), u"`choices:` with an id and a text each"_s);
    } else if (!picked && map.node(u"choices"_s)) {
        error(map.place(u"choices"_s), u"%1 has choices"_s.arg(map.what()),
              u"them only in the kinds choice and choices"_s);
    }
    if (!fact.assumed.isEmpty()) {
        QStringList known{u"yes"_s, u"no"_s};
        if (picked) {
            known.clear();
            for (const Choice &choice : std::as_const(fact.choices))
                known.append(choice.id);
        }
        if (!known.contains(fact.assumed))
            error(map.place(u"assumed"_s), u"there is no choice “%1”"_s.arg(fact.assumed),
                  expectedOneOf(fact.assumed, known));
    }
    const bool quantity = fact.kind == FactKind::Quantity;
    fact.unitKind = map.text(u"unit_kind"_s, quantity ? Need::Required : Need::Optional);
    fact.defaultUnit = map.text(u"unit"_s);
    fact.measure = map.text(u"measure"_s);
    if (!quantity) {
        for (const QString &key : {u"unit_kind"_s, u"unit"_s, u"measure"_s}) {
            if (map.node(key))
                error(map.place(key), u"%1 has a `%2`"_s.arg(map.what(), key), u"it only in the kind quantity"_s);
        }
        return;
    }
    const UnitKind *unitKind = m_book.units.kind(fact.unitKind);
    if (fact.unitKind.isEmpty())
        return;
    if (!unitKind) {
        error(map.place(u"unit_kind"_s), u"there is no kind “%1” of quantities"_s.arg(fact.unitKind),
              expectedOneOf(fact.unitKind, m_kinds.keys()));
    } else if (fact.defaultUnit.isEmpty()) {
        fact.defaultUnit = unitKind->baseUnit;
    } else if (!m_book.units.unit(fact.defaultUnit, fact.unitKind)) {
        QStringList names;
        for (const Unit &unit : m_book.units.unitsOf(fact.unitKind))
            names.append(unit.name);
        error(map.place(u"unit"_s), u"the kind “%1” has no unit “%2”"_s.arg(fact.unitKind, fact.defaultUnit),
              u"one of "_s + names.join(u", "_s));
    }
}

// Groups of countries come after the facts whose help names them.
void Compilation::checkHelp()
{
    for (const FactDefinition &fact : std::as_const(m_book.facts)) {
        for (const QString &group : groupsNamedIn(fact.help)) {
            if (!m_book.countryGroups.contains(group))
                error(m_facts.value(fact.id),
                      u"the help of fact “%1” names the country group “%2”, which there is not"_s.arg(fact.id, group),
                      expectedOneOf(group, m_groups.keys()));
        }
    }
}

} // namespace clearway::compiler
