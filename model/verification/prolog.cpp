// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/prolog.h"

#include "catalogue/language/names.h"
#include "model/verification/prologterm.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace clearway::verification {

using language::Condition;
using language::ConditionPtr;
using language::Entry;

namespace {

/// Every name that the conditions lead to, directly or through others.
class Reached {
public:
    Reached(const language::RuleBook &book, const language::LawState &state)
        : m_rules(book)
        , m_state(state)
    {}

    void add(const ConditionPtr &condition)
    {
        if (!condition)
            return;
        for (const QString &fact : language::factsOf(*condition))
            facts.insert(fact);
        const language::References references = language::referencesOf(*condition);
        for (const QString &id : references.rules)
            addRule(id);
        for (const QString &code : references.entries)
            addEntry(code);
        addCodes(*condition);
    }

    /// An entry is met where those above it are and, mostly, one below it is.
    void addEntry(const QString &code)
    {
        const auto found = m_rules.entries.constFind(code);
        if (found == m_rules.entries.cend() || entries.contains(code))
            return;
        entries.insert(code);
        add(found->when);
        for (const language::Note &note : found->notes)
            add(note.when);
        addEntry(found->parent);
        for (const QString &child : found->children)
            addEntry(child);
    }

    QSet<QString> facts;
    QSet<QString> rules;
    QSet<QString> entries;

private:
    void addRule(const QString &id)
    {
        if (rules.contains(id))
            return;
        rules.insert(id);
        if (const language::Rule *rule = m_rules.rule(id, &m_state))
            add(rule->when);
    }

    /// Whoever is found to meet a heading may meet a position below it that a condition names.
    void addCodes(const Condition &condition)
    {
        if (const auto *within = std::get_if<Condition::EntriesWithin>(&condition.node)) {
            for (const QString &code : within->codes)
                addEntry(code);
        } else if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
            for (const ConditionPtr &part : all->of)
                addCodes(*part);
        } else if (const auto *any = std::get_if<Condition::Any>(&condition.node)) {
            for (const ConditionPtr &part : any->of)
                addCodes(*part);
        } else if (const auto *negated = std::get_if<Condition::Not>(&condition.node)) {
            addCodes(*negated->of);
        } else if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node)) {
            addCodes(*point->of);
        }
    }

    const language::RuleBook &m_rules;
    const language::LawState &m_state;
};

PrologTerm verifiedTerm(bool verified)
{
    return atomTerm(verified ? u"verified"_s : u"unverified"_s);
}

PrologTerm dateTerm(QDate date)
{
    return atomTerm(date.isValid() ? date.toString(Qt::ISODate) : u"open"_s);
}

PrologTerm conditionTerm(const ConditionPtr &condition)
{
    return condition ? termOf(*condition) : atomTerm(u"true"_s);
}

/// Writes the program, part by part.
class Program {
public:
    Program(const language::RuleBook &rules, const language::LawState &state)
        : m_rules(rules)
        , m_state(state)
        , m_law(rules, state)
    {
        for (const language::Provision &provision : state.provisions) {
            for (const language::Element &element : provision.elements)
                m_law.add(element.when);
            for (const language::Exception &exception : provision.exceptions)
                m_law.add(exception.condition.when);
        }
        for (const language::Duty &duty : state.duties)
            m_law.add(duty.when);
        for (const language::Warning &warning : state.warnings)
            m_law.add(warning.when);
        for (const language::Category &category : rules.categories)
            m_law.add(category.inQuestion);
        for (const Entry &entry : rules.entries) {
            if (!entry.sensitive && !entry.verySensitive)
                continue;
            m_law.addEntry(entry.code);
            m_law.add(entry.sensitiveWhen);
            m_law.add(entry.verySensitiveWhen);
        }
    }

    QString text()
    {
        head();
        facts();
        countries();
        categories();
        sharedRules();
        for (const language::Provision &provision : m_state.provisions)
            provisionClauses(provision);
        dutiesAndWarnings();
        list();
        return m_text;
    }

private:
    void comment(const QString &text) { m_text += commentText(text); }
    void clause(const QString &functor, std::vector<PrologTerm> arguments)
    {
        m_text += clauseText(compoundTerm(functor, std::move(arguments)));
    }
    void gap() { m_text += u'\n'; }

    void head()
    {
        comment(u"Clearway: "_s + m_state.title + u", as Prolog. Generated from catalogue "_s + m_rules.version
                + u" ("_s + m_rules.sourcesHash + u")."_s);
        comment(u"The conditions stand as the sources have them; what they mean is said in the catalogue's "
                u"own description "
                "of its language. 3r2 is 3/2. Not the text of any law, and no legal advice."_s);
        gap();
        // Clauses of one provision stand together, not those of one predicate.
        const std::vector<std::pair<QString, int>> predicates{{u"fact"_s, 6},           {u"exclusive"_s, 2},
                                                              {u"country_group"_s, 2},  {u"category"_s, 4},
                                                              {u"rule"_s, 3},           {u"provision"_s, 3},
                                                              {u"operates"_s, 3},       {u"element"_s, 4},
                                                              {u"exception"_s, 5},      {u"duty"_s, 3},
                                                              {u"warning"_s, 3},        {u"position"_s, 5},
                                                              {u"sensitive_list"_s, 2}, {u"very_sensitive_list"_s, 2},
                                                              {u"entry_when"_s, 2},     {u"entry_parts"_s, 3},
                                                              {u"released_by"_s, 3},    {u"reserved"_s, 1},
                                                              {u"table_row"_s, 4}};
        // Declared even where a state has none of them, so that asking for them is no error.
        for (const auto &[name, arity] : predicates) {
            m_text += u":- discontiguous %1/%2.\n"_s.arg(name).arg(arity);
            m_text += u":- dynamic %1/%2.\n"_s.arg(name).arg(arity);
        }
        gap();
        comment(u"The state, and from when to when it operates; its duties likewise."_s);
        clause(u"state"_s, {atomTerm(m_state.id), dateTerm(m_state.operatesFrom), dateTerm(m_state.operatesUntil)});
        comment(u"The list of the catalogue is, or is not, the one of this state; its first day."_s);
        clause(u"list"_s, {atomTerm(m_state.listHeld ? u"held"_s : u"another"_s), dateTerm(m_rules.listFrom)});
        clause(u"list_finding"_s, {atomTerm(m_rules.listFinding)});
        clause(u"date_of_conduct"_s, {atomTerm(m_rules.dateFact)});
        gap();
    }

    void facts()
    {
        comment(u"The questions: fact(Id, Scope, Kind, Page, Cost, Choices); an exclusive choice stands alone."_s);
        for (const QString &id : m_rules.factOrder) {
            if (!m_law.facts.contains(id) && id != m_rules.listFinding && id != m_rules.dateFact)
                continue;
            const language::FactDefinition &fact = *m_rules.facts.constFind(id);
            QStringList choices;
            for (const language::Choice &choice : fact.choices)
                choices.append(choice.id);
            clause(u"fact"_s, {atomTerm(id), atomTerm(scopeName(fact.scope)), atomTerm(factKindName(fact.kind)),
                               atomTerm(fact.page), plainTerm(QString::number(fact.cost)), atomsTerm(choices)});
            for (const language::Choice &choice : fact.choices) {
                if (choice.exclusive)
                    clause(u"exclusive"_s, {atomTerm(id), atomTerm(choice.id)});
            }
        }
        gap();
    }

    void countries()
    {
        clause(u"countries"_s, {atomsTerm(m_rules.countries.keys())});
        for (const language::CountryGroup &group : m_rules.countryGroups) {
            comment(group.instrument);
            clause(u"country_group"_s, {atomTerm(group.id), atomsTerm(group.countries)});
        }
        gap();
    }

    void categories()
    {
        comment(u"category(Id, Part, Completeness, When): When is false of an item that is nothing of the category."_s);
        for (const language::Category &category : m_rules.categories) {
            clause(u"category"_s,
                   {atomTerm(category.id), plainTerm(QString::number(category.part)),
                    atomTerm(category.complete ? u"complete"_s : u"incomplete"_s), conditionTerm(category.inQuestion)});
        }
        gap();
    }

    void sharedRules()
    {
        QSet<QString> ids = m_law.rules;
        for (const language::Rule &rule : m_state.rules)
            ids.insert(rule.id);
        QStringList sorted = ids.values();
        sorted.sort();
        comment(u"Named conditions, as this state has them."_s);
        for (const QString &id : std::as_const(sorted)) {
            const language::Rule *rule = m_rules.rule(id, &m_state);
            if (!rule)
                continue;
            comment(rule->title + (rule->cite.isEmpty() ? QString() : u": "_s + rule->cite));
            clause(u"rule"_s, {atomTerm(id), verifiedTerm(rule->verified), conditionTerm(rule->when)});
        }
        gap();
    }

    void cited(const language::Element &element)
    {
        comment(element.cite + u": "_s + element.title
                + (element.leansOn.isEmpty() ? QString() : u". Leans on: "_s + element.leansOn));
    }

    void provisionClauses(const language::Provision &provision)
    {
        const PrologTerm id = atomTerm(provision.id);
        comment(provision.cite + u": "_s + provision.title);
        clause(u"provision"_s, {id, atomTerm(provision.requirement.kind), atomTerm(provision.requirement.id)});
        clause(u"operates"_s,
               {id, dateTerm(provision.operatesFrom.isValid() ? provision.operatesFrom : m_state.operatesFrom),
                dateTerm(provision.operatesUntil.isValid() ? provision.operatesUntil : m_state.operatesUntil)});
        for (const language::Element &element : provision.elements) {
            cited(element);
            clause(u"element"_s,
                   {id, atomTerm(element.id), verifiedTerm(element.verified), conditionTerm(element.when)});
        }
        for (const language::Exception &exception : provision.exceptions) {
            cited(exception.condition);
            clause(u"exception"_s,
                   {id, atomTerm(exception.condition.id), atomTerm(nameOf(exception.effect)),
                    verifiedTerm(exception.condition.verified), conditionTerm(exception.condition.when)});
        }
        gap();
    }

    void dutiesAndWarnings()
    {
        for (const language::Duty &duty : m_state.duties) {
            comment(duty.cite + u": "_s + duty.title);
            clause(u"duty"_s, {atomTerm(duty.id), verifiedTerm(duty.verified), conditionTerm(duty.when)});
        }
        for (const language::Warning &warning : m_state.warnings) {
            comment(warning.cite + u": "_s + warning.title);
            clause(u"warning"_s, {atomTerm(warning.id), atomTerm(warning.stops ? u"stops"_s : u"speaks"_s),
                                  conditionTerm(warning.when)});
        }
        gap();
    }

    void list()
    {
        comment(u"The list: position(Code, Parent, Part, Category, Group)."_s);
        for (const QString &code : m_rules.entryOrder) {
            const Entry &entry = *m_rules.entries.constFind(code);
            clause(u"position"_s, {atomTerm(code), atomTerm(entry.parent), plainTerm(QString::number(entry.part)),
                                   atomTerm(entry.category), atomTerm(entry.group)});
            if (entry.reserved)
                clause(u"reserved"_s, {atomTerm(code)});
        }
        gap();
        comment(u"Rows of the two lists at the end of Part 2, with what narrows them."_s);
        for (const QString &code : m_rules.entryOrder) {
            const Entry &entry = *m_rules.entries.constFind(code);
            if (entry.sensitive)
                clause(u"sensitive_list"_s, {atomTerm(code), conditionTerm(entry.sensitiveWhen)});
            if (entry.verySensitive)
                clause(u"very_sensitive_list"_s, {atomTerm(code), conditionTerm(entry.verySensitiveWhen)});
        }
        gap();
        comment(u"What the positions ask for that the conditions above lead to: entry_when(Code, When), "
                "entry_parts(Code, Which, Children), released_by(Code, Verified, When)."_s);
        for (const QString &code : m_rules.entryOrder) {
            if (!m_law.entries.contains(code))
                continue;
            const Entry &entry = *m_rules.entries.constFind(code);
            if (entry.when)
                clause(u"entry_when"_s, {atomTerm(code), termOf(*entry.when)});
            if (!entry.children.isEmpty())
                clause(u"entry_parts"_s,
                       {atomTerm(code), atomTerm(nameOf(entry.combination)), atomsTerm(entry.children)});
            for (const language::Note &note : entry.notes) {
                if (note.when)
                    clause(u"released_by"_s, {atomTerm(code), verifiedTerm(note.verified), termOf(*note.when)});
            }
        }
        gap();
        comment(u"table_row(Table, Limit, inclusive or exclusive, Value), in rising order."_s);
        for (const language::Table &table : m_rules.tables) {
            for (const language::TableRow &row : table.rows)
                clause(u"table_row"_s, {atomTerm(table.id), termOf(row.upTo),
                                        atomTerm(row.inclusive ? u"inclusive"_s : u"exclusive"_s), termOf(row.value)});
        }
    }

    const language::RuleBook &m_rules;
    const language::LawState &m_state;
    Reached m_law;
    QString m_text;
};

} // namespace

QString toProlog(const language::RuleBook &rules, const language::LawState &state)
{
    return Program(rules, state).text();
}

} // namespace clearway::verification
