// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"
#include "catalogue/language/equivalents.h"
#include "catalogue/store/listcode.h"

#include <algorithm>

// What stands beside the rules and decides nothing: definitions, and the numbers of lists abroad.

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

// Whether what one applies to may be what the other does: "ML8" is of the category ML.
bool overlap(const Definition &a, const Definition &b)
{
    if (a.appliesTo.isEmpty() || b.appliesTo.isEmpty())
        return true;
    return std::ranges::any_of(a.appliesTo, [&](const QString &one) {
        return std::ranges::any_of(
            b.appliesTo, [&](const QString &other) { return one.startsWith(other) || other.startsWith(one); });
    });
}

// A position, or a first-level code with "?" for some of its characters.
bool isPattern(QString pattern)
{
    if (!pattern.contains(u'?'))
        return store::isListCode(pattern);
    const bool munitions = pattern.startsWith("ML"_L1);
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == u'?')
            pattern[at] = at == 1 && !munitions ? u'A' : u'1';
    }
    return store::isFirstLevelCode(pattern);
}

} // namespace

void Compilation::readScope(MapReader &map, Definition &definition)
{
    const Node *scope = map.node(u"applies_to"_s, Need::Required);
    if (!scope || (scope->kind == Node::Kind::Text && scope->text.trimmed() == "all"_L1))
        return;
    if (scope->kind == Node::Kind::Text) {
        error(scope->at, u"`applies_to` is “%1”"_s.arg(scope->text.trimmed()), u"`all`, or a list of categories"_s);
        return;
    }
    const QStringList named = map.texts(u"applies_to"_s);
    for (const Node *item : map.list(u"applies_to"_s)) {
        const QString name = item->text.trimmed();
        if (item->kind != Node::Kind::Text || name.isEmpty() || m_categories.contains(name))
            continue;
        if (name == "all"_L1 && named.size() > 1)
            error(item->at, u"“all” stands beside others"_s, u"it alone"_s);
        else if (store::isListCode(name))
            m_references.emplace_back(name, item->at);
        else if (name != "all"_L1)
            error(item->at, u"there is no category “%1”"_s.arg(name), expectedOneOf(name, m_categories.keys()));
    }
    if (named != QStringList{u"all"_s})
        definition.appliesTo = named;
}

void Compilation::readDefinition(const Document &, const Node &node)
{
    MapReader map(node, u"a definition"_s, m_errors);
    if (!map.isMap())
        return;
    Definition definition;
    definition.term = map.text(u"term"_s, Need::Required).simplified();
    map.setWhat(u"definition “%1”"_s.arg(definition.term));
    definition.forms = map.texts(u"also"_s);
    definition.text = map.text(u"text"_s, Need::Required);
    readScope(map, definition);
    definition.cite = map.text(u"cite"_s, Need::Required);
    definition.references = map.texts(u"see"_s);
    for (const Node *item : map.list(u"see"_s)) {
        if (item->kind == Node::Kind::Text)
            m_references.emplace_back(item->text.trimmed(), item->at);
    }
    definition.verified = map.flag(u"verified"_s, true);
    map.finish();
    if (definition.term.isEmpty())
        return;
    const qsizetype place = m_book.definitions.size();
    m_book.definitions.append(definition);
    checkSpelling(place, definition.term, map.place(u"term"_s));
    for (const Node *item : map.list(u"also"_s)) {
        if (item->kind == Node::Kind::Text && !item->text.trimmed().isEmpty())
            checkSpelling(place, item->text, item->at);
    }
}

// A word in a text must lead to one definition.
void Compilation::checkSpelling(qsizetype definition, const QString &spelling, const SourcePosition &at)
{
    const QString folded = spelling.simplified().toCaseFolded();
    if (folded.isEmpty() || !folded[0].isLetterOrNumber()) {
        error(at, u"“%1” is no term"_s.arg(spelling), u"a word that begins with a letter or a digit"_s);
        return;
    }
    const auto [begin, end] = m_spellings.equal_range(folded);
    for (auto other = begin; other != end; ++other) {
        if (!overlap(m_book.definitions[definition], m_book.definitions[other->first]))
            continue;
        const SourcePosition &first = other->second;
        error(at, u"“%1” is defined twice"_s.arg(spelling.simplified()),
              u"it once where both apply; the first is in %1:%2"_s.arg(first.file).arg(first.line));
        return;
    }
    m_spellings.insert(folded, {definition, at});
}

std::optional<EquivalentRule> Compilation::equivalentRuleFrom(const Node &node, const QString &list)
{
    MapReader map(node, u"a rule of “%1”"_s.arg(list), m_errors);
    if (!map.isMap())
        return std::nullopt;
    EquivalentRule rule;
    rule.codes = map.texts(u"codes"_s, Need::Required);
    for (const Node *item : map.list(u"codes"_s)) {
        const QString pattern = item->text.trimmed();
        if (item->kind != Node::Kind::Text)
            continue;
        if (!isPattern(pattern)) {
            error(item->at, u"“%1” takes no code"_s.arg(pattern),
                  u"a code, or a first-level code with ? for some of its characters, as ?A0??"_s);
        } else if (!pattern.contains(u'?')) {
            m_references.emplace_back(pattern, item->at);
        }
    }
    rule.number = map.text(u"number"_s);
    if (!numberFor(rule.number, u"5A001"_s)) {
        error(map.place(u"number"_s), u"`number` is “%1”"_s.arg(rule.number),
              u"text with {code}, {category}, {group} and {number} in it"_s);
    }
    rule.note = map.text(u"note"_s, Need::Required);
    rule.verified = map.flag(u"verified"_s, true);
    map.finish();
    return rule;
}

void Compilation::readEquivalentList(const Document &, const Node &node)
{
    MapReader map(node, u"a list abroad"_s, m_errors);
    if (!map.isMap())
        return;
    EquivalentList list;
    list.id = identifier(map, u"list abroad"_s, false);
    list.title = map.text(u"title"_s, Need::Required);
    list.edition = map.text(u"edition"_s, Need::Required);
    list.note = map.text(u"note"_s);
    for (const Node *item : map.list(u"rules"_s, Need::Required)) {
        const auto rule = equivalentRuleFrom(*item, list.id);
        if (!rule)
            continue;
        for (const QString &pattern : rule->codes) {
            for (const EquivalentRule &before : std::as_const(list.rules)) {
                const auto wider = std::ranges::find_if(
                    before.codes, [&](const QString &earlier) { return covers(earlier, pattern); });
                if (wider == before.codes.cend())
                    continue;
                error(item->at, u"the rule for %1 is never reached"_s.arg(pattern),
                      u"it before the one for %1"_s.arg(*wider));
                break;
            }
        }
        list.rules.append(*rule);
    }
    map.finish();
    if (!list.id.isEmpty() && declare(m_equivalents, u"list abroad"_s, list.id, map.place(u"id"_s)))
        m_book.equivalents.append(list);
}

} // namespace clearway::compiler
