// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/knowninstruments.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

QStringList allIn(const QRegularExpression &form, const QString &text)
{
    QStringList found;
    for (auto at = form.globalMatch(text); at.hasNext();)
        found.append(at.next().captured(1));
    return found;
}

/// Every text of the rules in which an instrument may be named.
QStringList textsOf(const language::RuleBook &rules)
{
    QStringList texts{rules.listName, rules.listId, rules.lawCheckedAgainst};
    const auto take = [&](const language::Element &element) { texts << element.cite << element.leansOn; };
    for (const language::LawState &state : rules.states) {
        texts << state.act << state.regulation << state.list;
        for (const language::Provision &provision : state.provisions) {
            texts << provision.cite << provision.requirement.cite;
            for (const language::Element &element : provision.elements)
                take(element);
            for (const language::Exception &exception : provision.exceptions)
                take(exception.condition);
        }
        for (const language::Duty &duty : state.duties)
            texts << duty.cite;
        for (const language::Warning &warning : state.warnings)
            texts << warning.cite;
        for (const language::Rule &rule : state.rules)
            texts << rule.cite;
    }
    for (const language::Rule &rule : rules.rules)
        texts << rule.cite;
    for (const language::FactDefinition &fact : rules.facts)
        texts << fact.cite;
    for (const language::CountryGroup &group : rules.countryGroups)
        texts << group.instrument;
    return texts;
}

} // namespace

QStringList titlesIn(const QString &text)
{
    static const QRegularExpression form(
        u"(\\p{Lu}[\\p{L}’'-]*(?: (?:of|and|the|for|to|in|on|\\(?\\p{Lu}[\\p{L}’'-]*\\)?))*?"
        " (?:Act|Regulations?|Rules|Instrument|Determination|Order|List|Declaration|Notice) \\d{4})"_s);
    return allIn(form, text);
}

QStringList registerIdsIn(const QString &text)
{
    static const QRegularExpression form(u"\\b([FC]\\d{4}[A-Z]\\d{5})\\b"_s);
    return allIn(form, text);
}

QStringList listNamesIn(const QString &text)
{
    static const QRegularExpression form(u"(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)+ List)\\b"_s);
    return allIn(form, text);
}

bool KnownInstruments::knows(const Instrument &instrument) const
{
    if (!instrument.registerId.isEmpty() && registerIds.contains(instrument.registerId))
        return true;
    if (instrument.title.isEmpty())
        return false;
    return titles.contains(instrument.title, Qt::CaseInsensitive)
           || std::ranges::any_of(
               listNames, [&](const QString &name) { return instrument.title.contains(name, Qt::CaseInsensitive); });
}

KnownInstruments knownInstruments(const language::RuleBook &rules)
{
    KnownInstruments known;
    known.theList = rules.listName;
    const QStringList texts = textsOf(rules);
    for (const QString &text : texts) {
        known.titles += titlesIn(text);
        known.registerIds += registerIdsIn(text);
        known.listNames += listNamesIn(text);
    }
    for (QStringList *names : {&known.titles, &known.registerIds, &known.listNames}) {
        names->removeDuplicates();
        names->sort();
    }
    known.registerIds.removeAll(rules.listId);
    known.titles.removeAll(rules.listName);
    // The list of codes is another kind of text, under whatever part of its name it is spoken of.
    known.listNames.removeIf([&](const QString &name) { return rules.listName.contains(name, Qt::CaseInsensitive); });
    return known;
}

} // namespace clearway::official
