// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "catalogue/language/helptext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using language::FactDefinition;
using language::LawState;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Every fact that some rule of the state turns on, behind all references.
class FactsOfState {
public:
    FactsOfState(const RuleBook &rules, const LawState &state)
        : m_rules(rules)
        , m_state(state)
    {
        for (const language::Provision &provision : state.provisions) {
            for (const language::Element &element : provision.elements)
                add(element.when);
            for (const language::Exception &exception : provision.exceptions)
                add(exception.condition.when);
        }
        for (const language::Duty &duty : state.duties)
            add(duty.when);
        for (const language::Warning &warning : state.warnings)
            add(warning.when);
        for (const language::Category &category : rules.categories)
            add(category.inQuestion);
        for (const language::Entry &entry : rules.entries) {
            add(entry.when);
            for (const language::Note &note : entry.notes)
                add(note.when);
        }
    }
    bool contains(const QString &fact) const { return m_facts.contains(fact); }

private:
    void add(const language::ConditionPtr &condition)
    {
        if (!condition)
            return;
        for (const QString &fact : language::factsOf(*condition))
            m_facts.insert(fact);
        for (const QString &id : language::referencesOf(*condition).rules) {
            const language::Rule *rule = m_rules.rule(id, &m_state);
            if (rule && !m_seen.contains(id)) {
                m_seen.insert(id);
                add(rule->when);
            }
        }
    }

    const RuleBook &m_rules;
    const LawState &m_state;
    QSet<QString> m_facts;
    QSet<QString> m_seen;
};

QJsonObject factJson(const FactDefinition &fact, const RuleBook &rules)
{
    QJsonObject object{{u"id"_s, fact.id},
                       {u"scope"_s, language::scopeName(fact.scope)},
                       {u"kind"_s, language::factKindName(fact.kind)},
                       {u"prompt"_s, fact.prompt},
                       {u"help"_s, language::helpText(fact.help, rules)},
                       {u"why"_s, fact.why},
                       {u"cite"_s, fact.cite},
                       {u"cost"_s, fact.cost}};
    if (!fact.page.isEmpty())
        object["page"_L1] = fact.page;
    if (!fact.choices.isEmpty()) {
        QJsonArray choices;
        for (const language::Choice &choice : fact.choices) {
            QJsonObject one{{u"id"_s, choice.id}, {u"text"_s, choice.text}};
            if (choice.exclusive)
                one["exclusive"_L1] = true;
            choices.append(one);
        }
        object["choices"_L1] = choices;
    }
    if (fact.kind == language::FactKind::Quantity) {
        object["unit"_L1] = fact.defaultUnit;
        object["unit_kind"_L1] = fact.unitKind;
        object["measure"_L1] = fact.measure;
    }
    return object;
}

} // namespace

int facts(const Command &command)
{
    const QString form = u"facts [--law ID] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"law"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const RuleBook &rules = opened->rules();
    const LawState *state = nullptr;
    if (parsed->has(u"law"_s)) {
        state = rules.state(parsed->value(u"law"_s));
        if (!state) {
            QStringList ids;
            for (const LawState &one : rules.states)
                ids.append(one.id);
            complain(Text::tr("--law: unknown state of the law \"%1\"; expected one of %2")
                         .arg(parsed->value(u"law"_s), ids.join(u", "_s)));
            return Usage;
        }
    }
    const std::optional<FactsOfState> used =
        state ? std::optional<FactsOfState>(std::in_place, rules, *state) : std::nullopt;
    QJsonArray array;
    for (const QString &id : rules.factOrder) {
        const FactDefinition &fact = *rules.facts.constFind(id);
        if (fact.derived || (used && !used->contains(id)))
            continue;
        if (parsed->has(u"json"_s)) {
            array.append(factJson(fact, rules));
        } else {
            say(u"%1  (%2, %3)  %4"_s.arg(fact.id, language::scopeName(fact.scope), language::factKindName(fact.kind),
                                          fact.prompt));
            for (const language::Choice &choice : fact.choices)
                say(u"    %1  %2"_s.arg(choice.id, choice.text));
        }
    }
    if (parsed->has(u"json"_s))
        printJson(array);
    return Done;
}

int about(const Command &command)
{
    const QString form = u"about [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const RuleBook &rules = opened->rules();
    QJsonArray missing;
    for (const language::Category &category : rules.categories) {
        if (!category.complete)
            missing.append(category.id);
    }
    const QJsonObject object{{u"version"_s, QCoreApplication::applicationVersion()},
                             {u"catalogue"_s, QJsonObject{{u"version"_s, rules.version},
                                                          {u"sources_sha256"_s, rules.sourcesHash},
                                                          {u"list"_s, rules.listName},
                                                          {u"list_id"_s, rules.listId},
                                                          {u"law_checked"_s, rules.lawChecked.toString(Qt::ISODate)},
                                                          {u"law_checked_against"_s, rules.lawCheckedAgainst},
                                                          {u"codes"_s, rules.entries.size()},
                                                          {u"categories_not_held"_s, missing}}},
                             {u"network"_s, u"none"_s}};
    if (parsed->has(u"json"_s)) {
        printJson(object);
        return Done;
    }
    say(Text::tr("Clearway %1, catalogue %2 (%3)")
            .arg(QCoreApplication::applicationVersion(), rules.version, rules.sourcesHash.left(16)));
    say(Text::tr("%1, %2 codes held; the law was last checked on %3 against %4")
            .arg(rules.listName)
            .arg(rules.entries.size())
            .arg(rules.lawChecked.toString(Qt::ISODate), rules.lawCheckedAgainst));
    say(Text::tr("Opens no network connection. No legal advice."));
    return Done;
}

} // namespace clearway::cli
