// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lawmutants.h"

#include "catalogue/language/names.h"

#include "conditionmutants.h"

#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

using language::ConditionPtr;
using language::Exception;
using language::ExceptionEffect;
using language::LawState;
using language::Provision;
using language::RuleBook;

namespace {

QString yesNo(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

class LawMutations {
public:
    explicit LawMutations(const RuleBook &book)
        : m_book(book)
    {}

    QList<Mutant> all()
    {
        for (qsizetype i = 0; i < m_book.states.size(); ++i)
            addState(i);
        addSharedRules();
        addCategories();
        addGroups();
        return m_mutants;
    }

private:
    Mutant &add(Mutant::About about, const QString &where, const QString &kind, const QString &change,
                const QStringList &states, std::function<void(RuleBook &)> apply)
    {
        return addAt(about, {}, where, kind, change, states, std::move(apply));
    }
    Mutant &addAt(Mutant::About about, const std::optional<Site> &site, const QString &where, const QString &kind,
                  const QString &change, const QStringList &states, std::function<void(RuleBook &)> apply)
    {
        Mutant mutant;
        mutant.about = about;
        mutant.where = where;
        mutant.kind = kind;
        mutant.change = change;
        mutant.states = states;
        mutant.apply = std::move(apply);
        if (site) {
            RuleBook book = m_book;
            mutant.site = *site;
            mutant.original = conditionAt(book, *site);
        }
        m_mutants.append(mutant);
        return m_mutants.last();
    }

    /// `leaveOut`: kinds of change that say nothing here.
    void addConditions(const Site &site, const QString &where, const QStringList &states, const QString &leaveOut = {})
    {
        RuleBook book = m_book;
        const ConditionPtr condition = conditionAt(book, site);
        if (!condition)
            return;
        for (const ConditionMutant &one : mutantsOf(condition, m_book)) {
            if (one.kind == leaveOut)
                continue;
            addAt(Mutant::About::Condition, site, where, one.kind, one.change, states,
                  [site, changed = one.condition](RuleBook &mutated) { conditionAt(mutated, site) = changed; })
                .changed = one.condition;
        }
    }

    void addVerified(const Site &site, const QString &where, const QStringList &states, bool verified,
                     std::function<void(RuleBook &, bool)> set)
    {
        addAt(Mutant::About::Verification, site, where, u"verified"_s, yesNo(verified) + u" → "_s + yesNo(!verified),
              states, [set = std::move(set), verified](RuleBook &mutated) { set(mutated, !verified); });
    }

    void addDay(const QString &where, const QStringList &states, const QString &what, QDate day,
                const std::function<QDate &(RuleBook &)> &at)
    {
        if (!day.isValid())
            return;
        for (const int step : {-1, 1}) {
            const QDate moved = day.addDays(step);
            add(Mutant::About::Day, where, what, day.toString(Qt::ISODate) + u" → "_s + moved.toString(Qt::ISODate),
                states, [at, moved](RuleBook &mutated) { at(mutated) = moved; });
        }
    }

    void addState(qsizetype index)
    {
        const LawState &state = m_book.states[index];
        QStringList ids; // a day moves conduct from one state to another
        for (const LawState &one : m_book.states)
            ids.append(one.id);
        addDay(state.id, ids, u"operates from"_s, state.operatesFrom,
               [index](RuleBook &book) -> QDate & { return book.states[index].operatesFrom; });
        addDay(state.id, ids, u"operates until"_s, state.operatesUntil,
               [index](RuleBook &book) -> QDate & { return book.states[index].operatesUntil; });
        for (qsizetype i = 0; i < state.provisions.size(); ++i)
            addProvision(index, i);
        for (qsizetype i = 0; i < state.duties.size(); ++i) {
            const QString where = state.id + u" duty "_s + state.duties[i].id;
            const Site site{Site::Kind::Duty, index, -1, i, {}};
            addConditions(site, where, {state.id});
            addVerified(site, where, {state.id}, state.duties[i].verified, [index, i](RuleBook &book, bool verified) {
                book.states[index].duties[i].verified = verified;
            });
        }
        for (qsizetype i = 0; i < state.warnings.size(); ++i) {
            const QString where = state.id + u" warning "_s + state.warnings[i].id;
            const Site site{Site::Kind::Warning, index, -1, i, {}};
            addConditions(site, where, {state.id});
            const bool stops = state.warnings[i].stops;
            addAt(Mutant::About::Stops, site, where, u"stops"_s, yesNo(stops) + u" → "_s + yesNo(!stops), {state.id},
                  [index, i, stops](RuleBook &book) { book.states[index].warnings[i].stops = !stops; });
        }
        for (qsizetype i = 0; i < state.rules.size(); ++i) {
            const QString where = state.id + u" rule "_s + state.rules[i].id;
            const Site site{Site::Kind::StateRule, index, -1, i, {}};
            addConditions(site, where, {state.id});
            addVerified(site, where, {state.id}, state.rules[i].verified,
                        [index, i](RuleBook &book, bool verified) { book.states[index].rules[i].verified = verified; });
        }
    }

    void addProvision(qsizetype stateIndex, qsizetype index)
    {
        const LawState &state = m_book.states[stateIndex];
        const Provision &provision = state.provisions[index];
        const QString name = state.id + u' ' + provision.id;
        const auto at = [stateIndex, index](RuleBook &book) -> Provision & {
            return book.states[stateIndex].provisions[index];
        };
        addDay(name, {state.id}, u"operates from"_s, provision.operatesFrom,
               [at](RuleBook &book) -> QDate & { return at(book).operatesFrom; });
        addDay(name, {state.id}, u"operates until"_s, provision.operatesUntil,
               [at](RuleBook &book) -> QDate & { return at(book).operatesUntil; });
        for (qsizetype i = 0; i < provision.elements.size(); ++i) {
            const QString where = name + u'/' + provision.elements[i].id;
            const Site site{Site::Kind::Element, stateIndex, index, i, {}};
            addConditions(site, where, {state.id});
            addVerified(site, where, {state.id}, provision.elements[i].verified,
                        [at, i](RuleBook &book, bool verified) { at(book).elements[i].verified = verified; });
            addAt(Mutant::About::Dropped, site, where, u"dropped"_s, provision.elements[i].title, {state.id},
                  [at, i](RuleBook &book) { at(book).elements.removeAt(i); })
                .isVerified = provision.elements[i].verified;
        }
        for (qsizetype i = 0; i < provision.exceptions.size(); ++i) {
            const Exception &exception = provision.exceptions[i];
            const QString where = name + u'/' + exception.condition.id;
            const Site site{Site::Kind::Exception, stateIndex, index, i, {}};
            addConditions(site, where, {state.id});
            addVerified(site, where, {state.id}, exception.condition.verified, [at, i](RuleBook &book, bool verified) {
                at(book).exceptions[i].condition.verified = verified;
            });
            addAt(Mutant::About::Dropped, site, where, u"dropped"_s, exception.condition.title, {state.id},
                  [at, i](RuleBook &book) { at(book).exceptions.removeAt(i); });
            using enum ExceptionEffect;
            for (const ExceptionEffect effect : {Frees, Notifies, Covers}) {
                if (effect == exception.effect)
                    continue;
                addAt(Mutant::About::Effect, site, where, u"effect"_s,
                      nameOf(exception.effect) + u" → "_s + nameOf(effect), {state.id},
                      [at, i, effect](RuleBook &book) { at(book).exceptions[i].effect = effect; });
            }
        }
    }

    void addSharedRules()
    {
        QMap<QString, QStringList> states; // by rule: those whose law names it
        for (const LawState &state : m_book.states) {
            for (const QString &id : rulesOfLaw(m_book, state)) {
                const bool hidden =
                    std::ranges::any_of(state.rules, [&](const language::Rule &own) { return own.id == id; });
                if (!hidden)
                    states[id].append(state.id);
            }
        }
        for (auto rule = states.cbegin(); rule != states.cend(); ++rule) {
            const QString where = u"shared rule "_s + rule.key();
            const Site site{Site::Kind::SharedRule, -1, -1, -1, rule.key()};
            addConditions(site, where, *rule);
            addVerified(site, where, *rule, m_book.rules.constFind(rule.key())->verified,
                        [id = rule.key()](RuleBook &book, bool verified) { book.rules[id].verified = verified; });
        }
    }

    /// To ask for one part of the list more changes nothing that can be seen: of another category the same is open.
    void addCategories()
    {
        QStringList states;
        for (const LawState &state : m_book.states)
            states.append(state.id);
        for (qsizetype i = 0; i < m_book.categories.size(); ++i) {
            const QString where = u"shared category "_s + m_book.categories[i].id;
            addConditions({Site::Kind::Category, -1, -1, i, {}}, where, states, u"id added"_s);
        }
    }

    void addGroups()
    {
        QStringList states;
        for (const LawState &state : m_book.states)
            states.append(state.id);
        const auto changed = [&](const QString &group, const QString &kind, const QString &country,
                                 const QStringList &countries) {
            const auto set = [group, countries](RuleBook &book) { book.countryGroups[group].countries = countries; };
            add(Mutant::About::Country, u"shared group "_s + group, kind, country, states, set).country = country;
        };
        for (auto group = m_book.countryGroups.cbegin(); group != m_book.countryGroups.cend(); ++group) {
            for (const QString &country : group->countries) {
                QStringList fewer = group->countries;
                fewer.removeOne(country);
                changed(group.key(), u"country dropped"_s, country, fewer);
            }
            for (auto other = m_book.countryGroups.cbegin(); other != m_book.countryGroups.cend(); ++other) {
                for (const QString &country : other->countries) {
                    if (!group->countries.contains(country))
                        changed(group.key(), u"country added"_s, country, group->countries + QStringList{country});
                }
            }
        }
    }

    const RuleBook &m_book;
    QList<Mutant> m_mutants;
};

} // namespace

ConditionPtr &conditionAt(RuleBook &book, const Site &site)
{
    switch (site.kind) {
    case Site::Kind::Element: return book.states[site.state].provisions[site.provision].elements[site.index].when;
    case Site::Kind::Exception:
        return book.states[site.state].provisions[site.provision].exceptions[site.index].condition.when;
    case Site::Kind::Duty: return book.states[site.state].duties[site.index].when;
    case Site::Kind::Warning: return book.states[site.state].warnings[site.index].when;
    case Site::Kind::StateRule: return book.states[site.state].rules[site.index].when;
    case Site::Kind::SharedRule: return book.rules[site.rule].when;
    case Site::Kind::Category: return book.categories[site.index].inQuestion;
    }
    Q_UNREACHABLE_RETURN(book.states[site.state].rules[site.index].when);
}

QStringList rulesOfLaw(const RuleBook &book, const LawState &state)
{
    QStringList found;
    const auto follow = [&](const auto &self, const ConditionPtr &condition) -> void {
        if (!condition)
            return;
        for (const QString &id : language::referencesOf(*condition).rules) {
            if (found.contains(id))
                continue;
            found.append(id);
            if (const language::Rule *rule = book.rule(id, &state))
                self(self, rule->when);
        }
    };
    for (const Provision &provision : state.provisions) {
        for (const language::Element &element : provision.elements)
            follow(follow, element.when);
        for (const Exception &exception : provision.exceptions)
            follow(follow, exception.condition.when);
    }
    for (const language::Duty &duty : state.duties)
        follow(follow, duty.when);
    for (const language::Warning &warning : state.warnings)
        follow(follow, warning.when);
    return found;
}

QList<Mutant> mutantsOfLaw(const RuleBook &book)
{
    return LawMutations(book).all();
}

} // namespace clearway::mutation
