// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answersets.h"

#include "model/verification/prologterm.h"
#include "model/verification/randomanswers.h"

using namespace Qt::StringLiterals;

namespace clearway::testing {

using language::FactDefinition;
using language::FactKind;
using language::Scope;
using language::Value;
using reasoning::Answers;
using reasoning::FactKey;
using verification::atomsTerm;
using verification::atomTerm;
using verification::compoundTerm;
using verification::listTerm;
using verification::PrologTerm;

AnswerSets::AnswerSets(const language::RuleBook &rules, const language::LawState &state, quint32 seed)
    : m_rules(rules)
    , m_state(state)
    , m_random(seed)
{
    for (const language::Provision &provision : state.provisions) {
        for (const language::Element &element : provision.elements)
            addFacts(element.when);
        for (const language::Exception &exception : provision.exceptions)
            addFacts(exception.condition.when);
    }
    for (const language::Duty &duty : state.duties)
        addFacts(duty.when);
    for (const language::Warning &warning : state.warnings)
        addFacts(warning.when);
    for (const language::Category &category : rules.categories)
        addFacts(category.inQuestion);
    m_facts.insert(rules.dateFact);
    for (const Scope scope : {Scope::Case, Scope::Activity, Scope::Item, Scope::Recipient})
        m_byScope[scope] = {};
    for (const QString &id : rules.factOrder) {
        if (m_facts.contains(id))
            m_byScope[rules.facts.constFind(id)->scope].append(id);
    }
}

void AnswerSets::addFacts(const language::ConditionPtr &condition)
{
    if (!condition)
        return;
    for (const QString &fact : language::factsOf(*condition))
        m_facts.insert(fact);
    for (const QString &id : language::referencesOf(*condition).rules) {
        if (const language::Rule *rule = m_rules.rule(id, &m_state))
            addFacts(rule->when);
    }
}

QDate AnswerSets::randomDay()
{
    // Days before the Act operated are put to the first state that did.
    const bool early = m_rules.stateOn(m_state.operatesFrom.addDays(-1)) == nullptr && m_random.bounded(8) == 0;
    const QDate first = early ? m_state.operatesFrom.addDays(-800) : m_state.operatesFrom;
    const QDate last = m_state.operatesUntil.isValid() ? m_state.operatesUntil : m_state.operatesFrom.addDays(500);
    return first.addDays(m_random.bounded(int(first.daysTo(last)) + 1));
}

Value AnswerSets::randomAnswer(const FactDefinition &fact)
{
    // Warning questions are mostly answered no: else hardly anything but stops would be seen.
    if (fact.page == "warnings"_L1 && m_random.bounded(10) > 0)
        return language::Picked{{u"no"_s}};
    // "None of these" as often as all else, as it is in life; the random values know no exclusive choice.
    if (fact.kind == FactKind::Choices && m_random.bounded(2) == 0) {
        for (const language::Choice &choice : fact.choices) {
            if (choice.exclusive)
                return language::Picked{{choice.id}};
        }
        return language::Picked{{fact.choices.at(m_random.bounded(int(fact.choices.size()))).id}};
    }
    Value value = language::Unsure{};
    while (std::holds_alternative<language::Unsure>(value))
        value = verification::randomValue(fact, m_rules, m_random);
    return value;
}

Answers AnswerSets::next()
{
    Answers answers = Answers::single();
    if (!m_state.operatesFrom.isValid() || m_random.bounded(4) == 0)
        answers.law = m_state.id;
    else
        answers.on = randomDay();
    reasoning::ActivityScope &activity = answers.activities.first();
    switch (m_random.bounded(24)) {
    case 0:
        answers.items.append({.id = u"i2"_s, .title = {}, .points = 0, .looked = {}});
        activity.items.append(u"i2"_s);
        break;
    case 1:
        answers.recipients.append({u"r2"_s, {}});
        activity.recipients.append(u"r2"_s);
        break;
    case 2: answers.activities.append({u"a2"_s, {}, {u"i1"_s}, {u"r1"_s}}); break;
    case 3:
        answers.recipients.clear();
        activity.recipients.clear();
        break;
    default: break;
    }
    for (reasoning::ItemScope &item : answers.items) {
        switch (m_random.bounded(4)) {
        case 0: break;
        case 1: item.looked.opened = {m_rules.entryOrder.at(m_random.bounded(int(m_rules.entryOrder.size())))}; break;
        default: item.looked.searches = {u"laser"_s};
        }
    }
    QList<FactKey> given;
    const auto give = [&](Scope scope, const QString &holder) {
        for (const QString &id : factsOf(scope)) {
            const FactDefinition &fact = *m_rules.facts.constFind(id);
            if (fact.derived)
                continue;
            given.append({id, holder, -1});
            answers.set(given.last(), randomAnswer(fact));
        }
    };
    give(Scope::Case, {});
    for (const reasoning::ActivityScope &one : std::as_const(answers.activities))
        give(Scope::Activity, one.id);
    for (const reasoning::ItemScope &one : std::as_const(answers.items))
        give(Scope::Item, one.id);
    for (const reasoning::RecipientScope &one : std::as_const(answers.recipients))
        give(Scope::Recipient, one.id);
    // Every fourth set has a few open questions.
    if (m_random.bounded(4) == 0) {
        for (int open = m_random.bounded(1, 5); open > 0; --open) {
            const FactKey key = given.at(m_random.bounded(int(given.size())));
            const QList<language::Choice> &choices = m_rules.facts.constFind(key.fact)->choices;
            // Where "not sure" is a choice of its own, there is no other.
            if (m_random.bounded(2) == 0
                || std::ranges::any_of(choices, [](const auto &one) { return one.id == "unsure"_L1; }))
                answers.remove(key);
            else
                answers.set(key, Value(language::Unsure{}));
        }
    }
    return answers;
}

namespace {

PrologTerm valueTerm(const reasoning::Answer *answer, const FactDefinition &fact)
{
    struct Printer {
        const FactDefinition &fact;
        PrologTerm operator()(const language::Unsure &) const { return atomTerm(u"?"_s); }
        PrologTerm operator()(bool value) const { return atomTerm(value ? u"true"_s : u"false"_s); }
        PrologTerm operator()(const language::Picked &picked) const
        {
            return fact.kind == FactKind::Choices ? atomsTerm(picked.ids) : atomTerm(picked.ids.first());
        }
        PrologTerm operator()(const language::Quantity &) const { qFatal("no condition of the law is on a quantity"); }
        PrologTerm operator()(const language::Country &country) const { return atomTerm(country.code); }
        PrologTerm operator()(QDate date) const { return atomTerm(date.toString(Qt::ISODate)); }
        PrologTerm operator()(const language::EntryCodes &codes) const { return atomsTerm(codes.codes); }
    };
    return answer ? std::visit(Printer{fact}, answer->value) : atomTerm(u"-"_s);
}

QString inBrackets(const QStringList &parts)
{
    return u'[' + parts.join(u", "_s) + u']';
}

QString listOf(const QStringList &atoms)
{
    return verification::lineText(atomsTerm(atoms));
}

} // namespace

QString AnswerSets::valuesOf(const Answers &answers, Scope scope, const QString &holder) const
{
    QStringList values;
    for (const QString &id : factsOf(scope)) {
        const FactDefinition &fact = *m_rules.facts.constFind(id);
        if (id == m_rules.dateFact && answers.on.isValid())
            values.append(u'\'' + answers.on.toString(Qt::ISODate) + u'\'');
        else
            values.append(verification::lineText(valueTerm(answers.find({id, holder, -1}), fact)));
    }
    return inBrackets(values);
}

QString AnswerSets::world(const Answers &answers, int number) const
{
    QStringList activities;
    for (const reasoning::ActivityScope &one : answers.activities)
        activities.append(u"activity(%1, %2, %3, "_s.arg(one.id, listOf(one.items), listOf(one.recipients))
                          + valuesOf(answers, Scope::Activity, one.id) + u')');
    QStringList items;
    for (const reasoning::ItemScope &one : answers.items) {
        std::vector<PrologTerm> looked;
        if (!one.looked.searches.isEmpty())
            looked.push_back(atomTerm(u"searched"_s));
        for (const QString &code : one.looked.opened)
            looked.push_back(compoundTerm(u"opened"_s, {atomTerm(code)}));
        items.append(u"item(%1, %2, "_s.arg(one.id, verification::lineText(listTerm(std::move(looked))))
                     + valuesOf(answers, Scope::Item, one.id) + u')');
    }
    QStringList recipients;
    for (const reasoning::RecipientScope &one : answers.recipients)
        recipients.append(u"recipient(%1, "_s.arg(one.id) + valuesOf(answers, Scope::Recipient, one.id) + u')');
    const QString day =
        answers.on.isValid() ? QString(u'\'' + answers.on.toString(Qt::ISODate) + u'\'') : u"as_written"_s;
    return u"world(%1, %2, "_s.arg(QString::number(number), day) + valuesOf(answers, Scope::Case, {}) + u", "_s
           + inBrackets(activities) + u", "_s + inBrackets(items) + u", "_s + inBrackets(recipients) + u").\n"_s;
}

QString AnswerSets::order() const
{
    QStringList scopes;
    for (const Scope scope : {Scope::Case, Scope::Activity, Scope::Item, Scope::Recipient})
        scopes.append(listOf(factsOf(scope)));
    return u"order("_s + scopes.join(u", "_s) + u").\n"_s;
}

namespace {

QString nameOf(reasoning::ProvisionStatus status)
{
    switch (status) {
    case reasoning::ProvisionStatus::NotRegulated: return u"not-regulated"_s;
    case reasoning::ProvisionStatus::Excepted: return u"excepted"_s;
    case reasoning::ProvisionStatus::Covered: return u"covered"_s;
    case reasoning::ProvisionStatus::Notifies: return u"notifies"_s;
    case reasoning::ProvisionStatus::Applies: return u"applies"_s;
    case reasoning::ProvisionStatus::Open: return u"open"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString nameOf(reasoning::Certainty certainty)
{
    return certainty == reasoning::Certainty::Certain ? u"certain"_s : u"possible"_s;
}

QString nameOf(const reasoning::Combination &combination)
{
    return combination.activity + u'/' + combination.item + u'/' + combination.recipient;
}

} // namespace

QString verdict(const reasoning::Conclusion &conclusion, int number)
{
    QStringList words;
    for (const reasoning::Finding &finding : conclusion.findings)
        words.append(nameOf(finding.combination) + u':' + finding.provision + u'=' + nameOf(finding.status));
    for (const reasoning::RequirementFinding &found : conclusion.requirements)
        words.append(nameOf(found.combination) + u':' + found.provision + u'>' + found.requirement.kind + u'='
                     + nameOf(found.certainty));
    for (const reasoning::DutyFinding &found : conclusion.duties) {
        QStringList where;
        for (const reasoning::Combination &combination : found.combinations)
            where.append(nameOf(combination));
        words.append(u"duty:"_s + found.duty.id + u'=' + nameOf(found.certainty) + u'@' + where.join(u','));
    }
    for (const reasoning::WarningFinding &found : conclusion.warnings)
        words.append(u"warning:"_s + found.warning.id + u'=' + nameOf(found.certainty));
    words.sort();
    words.removeDuplicates();
    return QString::number(number) + u' ' + reasoning::outcomeName(conclusion.outcome) + u' ' + words.join(u' ');
}

} // namespace clearway::testing
