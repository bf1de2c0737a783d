// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hunt.h"

#include "model/reasoning/statediagrams.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

using language::ConditionPtr;
using language::RuleBook;
using reasoning::Combination;
using reasoning::Context;
using reasoning::PreparedRules;
using reasoning::Remembered;
using reasoning::Truth;

Bench::Bench(const RuleBook &book, const QList<testing::LawCase> &cases)
    : m_book(book)
{
    m_places.reserve(std::size_t(cases.size()));
    for (const testing::LawCase &one : cases) {
        Place place;
        place.one = &one;
        place.answers = reasoning::withDerivedFacts(book, one.answers);
        place.combinations = place.answers.combinations();
        for (const Combination &combination : std::as_const(place.combinations)) {
            const Context context{&book, book.state(one.state), &place.answers, combination, -1, nullptr};
            place.findings[combination] = reasoning::listFinding(context);
        }
        place.truths = truthsOf(place, book);
        m_places.push_back(std::move(place));
    }
}

namespace {

char letterOf(Truth truth)
{
    return truth == Truth::True ? 't' : truth == Truth::False ? 'f' : 'u';
}

} // namespace

QByteArray Bench::truthsOf(const Place &place, const RuleBook &book)
{
    const language::LawState *state = book.state(place.one->state);
    QByteArray truths;
    Remembered remembered;
    remembered.findings = place.findings;
    for (const Combination &combination : place.combinations) {
        const Context context{&book, state, &place.answers, combination, -1, &remembered};
        const auto letter = [&](const ConditionPtr &condition) {
            return condition ? letterOf(reasoning::evaluate(*condition, context)) : 't';
        };
        for (const language::Provision &provision : state->provisions) {
            QByteArray ofProvision;
            for (const language::Element &element : provision.elements)
                ofProvision.append(letter(element.when));
            if (ofProvision.contains('f')) {
                truths.append('n');
                continue;
            }
            for (const language::Exception &exception : provision.exceptions)
                ofProvision.append(letter(exception.condition.when));
            truths.append(ofProvision);
        }
        for (const language::Duty &duty : state->duties)
            truths.append(letter(duty.when));
        for (const language::Warning &warning : state->warnings)
            truths.append(letter(warning.when));
    }
    return truths;
}

Truth Bench::truthOf(const Place &place, const Combination &combination, const ConditionPtr &condition) const
{
    if (!condition)
        return Truth::True;
    Remembered remembered;
    remembered.findings = place.findings;
    const Context context{&m_book, m_book.state(place.one->state), &place.answers, combination, -1, &remembered};
    return reasoning::evaluate(*condition, context);
}

/// One mutant, with what is worked out about its rules.
class Hunt::Attempt {
public:
    Attempt(const Bench &bench, const Mutant &mutant)
        : m_bench(bench)
        , m_rules(bench.book())
        , m_prepared((mutant.apply(m_rules), m_rules))
    {}

    const RuleBook &rules() const { return m_rules; }

    bool fails(const Bench::Place &place)
    {
        const testing::LawCase &one = *place.one;
        return !testing::differences(one, reasoning::conclude(preparedFor(one), one.answers)).isEmpty();
    }

private:
    /// Cases of one office share the rules as it has verified them.
    const PreparedRules &preparedFor(const testing::LawCase &one)
    {
        if (one.verified.isEmpty())
            return m_prepared;
        const std::pair office{one.state, one.verified};
        const auto known = m_offices.find(office);
        if (known != m_offices.end())
            return known->second;
        auto rules = std::make_shared<const RuleBook>(testing::asVerified(m_rules, one));
        return m_offices.emplace(office, PreparedRules(std::move(rules))).first->second;
    }

    const Bench &m_bench;
    RuleBook m_rules;
    PreparedRules m_prepared;
    std::map<std::pair<QString, QStringList>, PreparedRules> m_offices;
};

Hunt::Hunt(const Bench &bench)
    : m_bench(bench)
    , m_order(bench.places().size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
}

/// Whether no other element of the provision in which something changes is false.
bool Hunt::mayApply(const Bench::Place &place, const Combination &combination, const Mutant &mutant) const
{
    const bool inElement = mutant.site.kind == Site::Kind::Element;
    if (!inElement && mutant.site.kind != Site::Kind::Exception)
        return true;
    const auto &elements = m_bench.book().states[mutant.site.state].provisions[mutant.site.provision].elements;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        if (!(inElement && i == mutant.site.index)
            && m_bench.truthOf(place, combination, elements[i].when) == Truth::False)
            return false;
    }
    return true;
}

bool Hunt::canMeet(const Bench::Place &place, const Mutant &mutant) const
{
    if (!mutant.states.contains(place.one->state))
        return false;
    if (mutant.about == Mutant::About::Day)
        return place.one->answers.on.isValid();
    if (mutant.about == Mutant::About::Country) {
        return std::ranges::any_of(place.answers.all(), [&](const reasoning::Answer &answer) {
            const auto *country = std::get_if<language::Country>(&answer.value);
            return country && country->code == mutant.country;
        });
    }
    // What is known of the condition alike before and after leaves everything else as it was; whether it is verified
    // and what it does count only where it may hold, and an element left out only where it need not.
    const bool leavesElementOut =
        mutant.about == Mutant::About::Dropped && mutant.site.kind == Site::Kind::Element && mutant.isVerified;
    return std::ranges::any_of(place.combinations, [&](const Combination &combination) {
        if (mutant.about != Mutant::About::Condition && !mayApply(place, combination, mutant))
            return false;
        const Truth before = m_bench.truthOf(place, combination, mutant.original);
        if (mutant.about == Mutant::About::Condition)
            return before == Truth::Unknown || before != m_bench.truthOf(place, combination, mutant.changed);
        return leavesElementOut ? before != Truth::True : before != Truth::False;
    });
}

QString Hunt::killerOf(const Mutant &mutant)
{
    Attempt attempt(m_bench, mutant);
    const auto caughtBy = [&](std::size_t index) {
        const auto found = std::ranges::find(m_order, index);
        std::rotate(m_order.begin(), found, found + 1);
        return m_bench.places()[index].one->name;
    };
    // A change that moves no truth can still move what is open.
    const bool movesTruths = (mutant.about == Mutant::About::Condition && mutant.site.kind != Site::Kind::Category)
                             || mutant.about == Mutant::About::Country;
    std::vector<std::size_t> later;
    for (const std::size_t index : m_order) {
        const Bench::Place &place = m_bench.places()[index];
        if (!canMeet(place, mutant))
            continue;
        if (movesTruths && Bench::truthsOf(place, attempt.rules()) == place.truths) {
            if (place.truths.contains('u'))
                later.push_back(index);
        } else if (attempt.fails(place)) {
            return caughtBy(index);
        }
    }
    for (const std::size_t index : later) {
        if (attempt.fails(m_bench.places()[index]))
            return caughtBy(index);
    }
    return {};
}

} // namespace clearway::mutation
