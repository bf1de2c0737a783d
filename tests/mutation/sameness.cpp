// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sameness.h"

#include "model/reasoning/statediagrams.h"

#include "conditionmutants.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

using language::ConditionPtr;
using language::LawState;
using language::Provision;
using language::RuleBook;
using reasoning::Diagram;
using reasoning::ProvisionDiagram;

namespace {

/// One state of the law beside the same state changed, so that what both say are functions of the same open facts.
/// What the change cannot reach is left out.
class BothStates {
public:
    BothStates(const RuleBook &book, const RuleBook &mutated, const Mutant &mutant, const LawState &state)
        : m_mutant(mutant)
        , m_book(book)
        , m_state(state)
        , m_changed(*mutated.state(state.id))
    {
        m_together = state;
        renameRules(mutated);
        keepWhatIsReached();
        m_rules = book;
        m_rules.states = {m_together};
    }

    bool same() const
    {
        reasoning::Answers answers = reasoning::Answers::single();
        answers.law = m_together.id;
        const reasoning::PreparedRules prepared(m_rules);
        reasoning::StateDiagrams diagrams(prepared, m_rules.states.first(), answers, true);
        const qsizetype provisions = diagrams.provisions.size() / 2;
        for (qsizetype i = 0; i < provisions; ++i) {
            if (!same(diagrams.provisions[i], diagrams.provisions[i + provisions], diagrams.completion.diagram()))
                return false;
        }
        const qsizetype duties = m_together.duties.size() / 2;
        for (qsizetype i = 0; i < duties; ++i) {
            if (m_together.duties[i].verified != m_together.duties[i + duties].verified
                || nodeOf(diagrams.duties, i) != nodeOf(diagrams.duties, i + duties))
                return false;
        }
        const qsizetype warnings = m_together.warnings.size() / 2;
        for (qsizetype i = 0; i < warnings; ++i) {
            if (m_together.warnings[i].stops != m_together.warnings[i + warnings].stops
                || nodeOf(diagrams.warnings, i) != nodeOf(diagrams.warnings, i + warnings))
                return false;
        }
        return true;
    }

private:
    static Diagram::Node nodeOf(const QList<reasoning::StateDiagrams::Placed> &placed, qsizetype index)
    {
        const auto found = std::ranges::find_if(placed, [&](const auto &one) { return one.index == index; });
        return found == placed.end() ? Diagram::False : found->node;
    }

    static bool same(const ProvisionDiagram &a, const ProvisionDiagram &b, Diagram &diagram)
    {
        if (a.elements != b.elements || a.freed != b.freed || a.covered != b.covered || a.notified != b.notified
            || a.applies != b.applies)
            return false;
        if (a.exceptions.size() != b.exceptions.size())
            return true;
        for (qsizetype i = 0; i < a.exceptions.size(); ++i) {
            if (diagram.both(a.elements, a.exceptions[i]) != diagram.both(b.elements, b.exceptions[i]))
                return false;
        }
        return true;
    }

    /// The rule that is changed, and those that lead to it, stand a second time under names of their own.
    void renameRules(const RuleBook &mutated)
    {
        QString changed;
        if (m_mutant.where.contains(u" rule "_s))
            changed = m_mutant.where.section(u' ', -1);
        if (changed.isEmpty())
            return;
        const QStringList all = rulesOfLaw(m_book, m_state);
        m_renamed.insert(changed, changed + u"'"_s);
        for (bool more = true; more;) {
            more = false;
            for (const QString &id : all) {
                const language::Rule *rule = m_book.rule(id, &m_state);
                if (rule && !m_renamed.contains(id) && reaches(rule->when)) {
                    m_renamed.insert(id, id + u"'"_s);
                    more = true;
                }
            }
        }
        for (auto name = m_renamed.cbegin(); name != m_renamed.cend(); ++name) {
            language::Rule rule = *mutated.rule(name.key(), &m_changed);
            rule.id = *name;
            rule.when = redirected(rule.when, m_renamed);
            m_together.rules.append(rule);
        }
    }

    bool reaches(const ConditionPtr &condition) const
    {
        if (!condition)
            return false;
        const QStringList rules = language::referencesOf(*condition).rules;
        return std::ranges::any_of(rules, [&](const QString &id) { return m_renamed.contains(id); });
    }

    bool reaches(const Provision &provision) const
    {
        return std::ranges::any_of(provision.elements, [&](const auto &one) { return reaches(one.when); })
               || std::ranges::any_of(provision.exceptions,
                                      [&](const auto &one) { return reaches(one.condition.when); });
    }

    void keepWhatIsReached()
    {
        m_together.provisions.clear();
        m_together.duties.clear();
        m_together.warnings.clear();
        const QString at = m_mutant.where.section(u' ', 1); // after the state
        const auto isMeant = [&](const QString &name) { return at == name || at.startsWith(name + u'/'); };
        QList<Provision> provisions;
        for (qsizetype i = 0; i < m_state.provisions.size(); ++i) {
            if (!isMeant(m_state.provisions[i].id) && !reaches(m_state.provisions[i]))
                continue;
            m_together.provisions.append(m_state.provisions[i]);
            Provision changed = m_changed.provisions[i];
            for (language::Element &element : changed.elements)
                element.when = redirected(element.when, m_renamed);
            for (language::Exception &exception : changed.exceptions)
                exception.condition.when = redirected(exception.condition.when, m_renamed);
            provisions.append(changed);
        }
        m_together.provisions += provisions;
        keep(m_together.duties, m_state.duties, m_changed.duties, u"duty "_s, isMeant);
        keep(m_together.warnings, m_state.warnings, m_changed.warnings, u"warning "_s, isMeant);
    }

    template<typename One>
    void keep(QList<One> &together, const QList<One> &original, const QList<One> &changed, const QString &kind,
              const auto &isMeant) const
    {
        QList<One> seconds;
        for (qsizetype i = 0; i < original.size(); ++i) {
            if (!isMeant(kind + original[i].id) && !reaches(original[i].when))
                continue;
            together.append(original[i]);
            One second = changed[i];
            second.when = redirected(second.when, m_renamed);
            seconds.append(second);
        }
        together += seconds;
    }

    const Mutant &m_mutant;
    const RuleBook &m_book;
    const LawState &m_state;
    const LawState &m_changed;
    QMap<QString, QString> m_renamed;
    LawState m_together;
    RuleBook m_rules;
};

bool operatesOn(const Provision &provision, const LawState &state, QDate day)
{
    const QDate from = provision.operatesFrom.isValid() ? provision.operatesFrom : state.operatesFrom;
    const QDate until = provision.operatesUntil.isValid() ? provision.operatesUntil : state.operatesUntil;
    return from.isValid() && day >= from && (!until.isValid() || day <= until);
}

/// Which state and which of its provisions operate on that day, as text.
QString operatingOn(const RuleBook &book, QDate day)
{
    reasoning::Answers answers = reasoning::Answers::single(day);
    const LawState *state = reasoning::stateFor(book, answers, {});
    if (!state)
        return {};
    QString text = state->id + (state->operatesFrom.isValid() && day >= state->operatesFrom ? u"+"_s : u"-"_s);
    for (const Provision &provision : state->provisions)
        text += operatesOn(provision, *state, day) ? u'+' : u'-';
    return text;
}

bool sameDays(const RuleBook &book, const RuleBook &mutated)
{
    QSet<QDate> days;
    const auto add = [&](QDate day) {
        for (int step = -2; day.isValid() && step <= 2; ++step)
            days.insert(day.addDays(step));
    };
    for (const LawState &state : book.states) {
        add(state.operatesFrom);
        add(state.operatesUntil);
        for (const Provision &provision : state.provisions) {
            add(provision.operatesFrom);
            add(provision.operatesUntil);
        }
    }
    return std::ranges::all_of(days, [&](QDate day) { return operatingOn(book, day) == operatingOn(mutated, day); });
}

} // namespace

bool saysTheSame(const RuleBook &book, const Mutant &mutant)
{
    RuleBook mutated = book;
    mutant.apply(mutated);
    switch (mutant.about) {
    case Mutant::About::Day: return sameDays(book, mutated);
    case Mutant::About::Country: return false;
    default: break;
    }
    if (mutant.about == Mutant::About::Condition && mutant.site.kind == Site::Kind::Category)
        return false;
    return std::ranges::all_of(
        mutant.states, [&](const QString &id) { return BothStates(book, mutated, mutant, *book.state(id)).same(); });
}

} // namespace clearway::mutation
