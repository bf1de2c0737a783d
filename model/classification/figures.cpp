// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/figures.h"

#include <algorithm>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

constexpr qsizetype reach = 8;       // words to either side of a figure that may say what it is of
constexpr float enough = 4;          // of what these words tell
constexpr float enoughOfCommon = 7;  // of a kind that many parameters have: lengths, shares
constexpr float enoughOfCounted = 2; // of the word that is counted
constexpr float nearlyAsWell = 0.7F; // a parameter that fits a figure so well beside the best may be meant as well
constexpr int commonKind = 15;
constexpr int rareKind = 5;           // a kind that so few parameters have needs no words
constexpr qsizetype mostFigures = 60; // of a text; more is a table

Comparison turned(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessOrEqual: return Comparison::GreaterOrEqual;
    case Comparison::GreaterOrEqual: return Comparison::LessOrEqual;
    case Comparison::Greater: return Comparison::Less;
    default: return comparison;
    }
}

bool holds(int order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    case Comparison::Equal: return order == 0;
    case Comparison::NotEqual: return order != 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::Greater: return order > 0;
    }
    return false;
}

/// Calls with every comparison of one fact with one limit that the condition asks for, and whether it is one of several
/// alternatives, which need not hold. What is denied is left out.
template<typename Take>
void eachCriterion(const Condition &condition, const RuleBook &rules, bool alternative, const Take &take, int depth = 0)
{
    constexpr int deepest = 20; // rules within rules
    if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
        for (const ConditionPtr &part : all->of)
            eachCriterion(*part, rules, alternative, take, depth);
    } else if (const auto *any = std::get_if<Condition::Any>(&condition.node)) {
        for (const ConditionPtr &part : any->of)
            eachCriterion(*part, rules, true, take, depth);
    } else if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node)) {
        eachCriterion(*point->of, rules, alternative, take, depth);
    } else if (const auto *named = std::get_if<Condition::RuleReference>(&condition.node)) {
        const auto rule = std::ranges::find(rules.rules, named->rule, &Rule::id);
        if (rule != rules.rules.cend() && rule->when && depth < deepest)
            eachCriterion(*rule->when, rules, alternative, take, depth + 1);
    } else if (const auto *compared = std::get_if<Condition::Compared>(&condition.node)) {
        const auto *fact = std::get_if<Arithmetic::FactValue>(&compared->left->node);
        const auto *limit = std::get_if<Arithmetic::Literal>(&compared->right->node);
        if (fact && limit)
            return take(fact->fact, compared->comparison, limit->quantity, alternative);
        fact = std::get_if<Arithmetic::FactValue>(&compared->right->node);
        limit = std::get_if<Arithmetic::Literal>(&compared->left->node);
        if (fact && limit)
            take(fact->fact, turned(compared->comparison), limit->quantity, alternative);
    }
}

} // namespace

Figures::Figures(const RuleBook &rules, const WordIndex &words)
    : m_rules(&rules)
    , m_words(&words)
{
    const auto addParameter = [&](const QString &id) {
        if (m_parameters.contains(id))
            return;
        const auto fact = rules.facts.constFind(id);
        if (fact == rules.facts.cend())
            return;
        Parameter parameter;
        parameter.kind = fact->unitKind;
        ++m_parametersOfKind[fact->unitKind];
        for (const Word &word : words.reader().read(QString(id).replace(u'_', u' ') + u' ' + fact->prompt))
            parameter.words.insert(word.stem, words.telling(word.stem));
        for (const Word &word : words.reader().read(fact->measure + u' ' + fact->help)) {
            if (!parameter.words.contains(word.stem))
                parameter.words.insert(word.stem, words.telling(word.stem) / 3);
        }
        m_parameters.insert(id, parameter);
    };
    for (const QString &code : rules.entryOrder) {
        const Entry &entry = *rules.entries.constFind(code);
        Position position{code, {}, {}, {}};
        QString first = code;
        for (QString above = entry.parent; !above.isEmpty(); above = rules.entries.constFind(above)->parent) {
            position.above.append(above);
            first = above;
        }
        // Where all of several positions must hold, each is judged with the others.
        for (QString below = code; !rules.entries.constFind(below)->parent.isEmpty();) {
            const Entry &parent = *rules.entries.constFind(rules.entries.constFind(below)->parent);
            for (const QString &other : parent.combination == Combination::All ? parent.children : QStringList()) {
                if (other != below)
                    position.siblings.append(other);
            }
            below = parent.code;
        }
        if (entry.when) {
            eachCriterion(*entry.when, rules, false,
                          [&](const QString &fact, Comparison comparison, const Quantity &limit, bool alternative) {
                              addParameter(fact);
                              position.own.append({fact, comparison, limit, alternative});
                          });
        }
        if (position.own.isEmpty())
            continue;
        m_place.insert(code, m_positions[first].size());
        m_positions[first].append(position);
    }
}

float Figures::nearness(const Parameter &parameter, const TextQuantity &quantity, const QList<Word> &near) const
{
    const auto at = std::ranges::lower_bound(near, quantity.from, {}, &Word::from) - near.begin();
    float sum = 0;
    QSet<QString> seen;
    for (qsizetype place = std::max(qsizetype(0), at - reach); place < std::min(near.size(), at + reach + 2); ++place) {
        const Word &word = near[place];
        const bool within = word.from >= quantity.from && word.from < quantity.from + quantity.length;
        // Of what is counted the word itself must fit: "five-axis".
        if (!quantity.counted.isEmpty() && !within)
            continue;
        if (seen.contains(word.stem))
            continue;
        seen.insert(word.stem);
        const qsizetype away = place < at ? at - place : place - at;
        sum += parameter.words.value(word.stem) * (away <= reach / 2 ? 1.0F : 0.6F);
    }
    return sum;
}

QList<FigureFinding> Figures::compare(const QString &firstLevel, const QList<TextQuantity> &quantities,
                                      const QList<Word> &near) const
{
    const auto positions = m_positions.constFind(firstLevel);
    if (positions == m_positions.cend() || quantities.isEmpty())
        return {};

    // Which figures belong to which parameter: of those of its kind the ones whose questions speak most of what stands
    // near.
    struct Held {
        qsizetype quantity;
        Quantity value;
    };
    QSet<QString> parameters;
    for (const Position &position : *positions) {
        for (const Criterion &criterion : position.own)
            parameters.insert(criterion.fact);
    }
    QHash<QString, QList<Held>> held;
    for (qsizetype place = 0; place < std::min(quantities.size(), mostFigures); ++place) {
        struct Fitting {
            QString parameter;
            const Quantity *reading;
            float fits;
        };
        QList<Fitting> fitting;
        float best = 0;
        for (const QString &id : std::as_const(parameters)) {
            const Parameter &parameter = *m_parameters.constFind(id);
            const int ofKind = m_parametersOfKind.value(parameter.kind);
            const bool isCounted = !quantities[place].counted.isEmpty();
            const float needed = isCounted ? enoughOfCounted : ofKind >= commonKind ? enoughOfCommon : enough;
            for (const Quantity &reading : quantities[place].readings) {
                if (reading.kind != parameter.kind)
                    continue;
                const bool isRare = !isCounted && ofKind <= rareKind;
                const float fits = nearness(parameter, quantities[place], near) + (isRare ? enough : 0);
                if (fits < needed)
                    continue;
                fitting.append({id, &reading, fits});
                best = std::max(best, fits);
            }
        }
        for (const Fitting &one : std::as_const(fitting)) {
            if (one.fits >= best * nearlyAsWell)
                held[one.parameter].append({place, *one.reading});
        }
    }
    if (held.isEmpty())
        return {};

    struct Asked {
        const QString *code;
        const Criterion *criterion;
    };
    const auto holdsFor = [](const Held &value, const Criterion &criterion) {
        return holds(language::compare(value.value, criterion.limit), criterion.comparison);
    };
    const auto judge = [&](const QList<Asked> &criteria) {
        QList<FigureFinding> findings;
        QHash<QString, const Held *> chosen; // one figure for all that a position asks of a parameter
        for (const Asked &asked : criteria) {
            const QString &fact = asked.criterion->fact;
            const auto values = held.constFind(fact);
            if (values == held.cend() || chosen.contains(fact))
                continue;
            qsizetype most = -1;
            for (const Held &value : *values) {
                const qsizetype met = std::ranges::count_if(criteria, [&](const Asked &other) {
                    return other.criterion->fact == fact && holdsFor(value, *other.criterion);
                });
                if (met > most)
                    chosen.insert(fact, &value);
                most = std::max(most, met);
            }
        }
        for (const Asked &asked : criteria) {
            const Criterion &criterion = *asked.criterion;
            const Held *value = chosen.value(criterion.fact);
            if (!value)
                continue;
            const bool met = holdsFor(*value, criterion);
            if (met || !criterion.alternative) {
                findings.append({*asked.code, criterion.fact, criterion.comparison, criterion.limit,
                                 quantities[value->quantity].written, value->quantity, met});
            }
        }
        return findings;
    };
    struct Judged {
        QString code;
        QList<FigureFinding> findings;
        bool fails = false;
    };
    QList<Judged> judged;
    for (const Position &position : *positions) {
        const auto isHeld = [&](const Criterion &criterion) { return held.contains(criterion.fact); };
        if (std::ranges::none_of(position.own, isHeld))
            continue;
        QList<Asked> criteria;
        const auto add = [&](const Position &of) {
            for (const Criterion &criterion : of.own)
                criteria.append({&of.code, &criterion});
        };
        add(position);
        // What holds for all below a position above holds for this one as well.
        for (const QString &code : position.above + position.siblings) {
            if (const auto at = m_place.constFind(code); at != m_place.cend())
                add(positions->at(*at));
        }
        Judged one{position.code, judge(criteria), false};
        if (one.findings.isEmpty())
            continue;
        one.fails = std::ranges::contains(one.findings, false, &FigureFinding::met);
        judged.append(one);
    }
    // A position with positions below it is met only where one of these may be.
    QList<FigureFinding> met;
    QList<FigureFinding> nearest; // of the positions that fail, the one that the figures say most of
    const auto parametersIn = [](const QList<FigureFinding> &of) {
        QSet<QString> facts;
        for (const FigureFinding &one : of)
            facts.insert(one.fact);
        return facts.size();
    };
    const auto failuresIn = [](const QList<FigureFinding> &of) {
        return std::ranges::count(of, false, &FigureFinding::met);
    };
    for (const Judged &one : std::as_const(judged)) {
        const bool isLast =
            std::ranges::none_of(judged, [&](const Judged &other) { return other.code.startsWith(one.code + u'.'); });
        if (one.fails) {
            const auto more = parametersIn(one.findings) - parametersIn(nearest);
            if (more > 0 || (more == 0 && failuresIn(one.findings) < failuresIn(nearest)))
                nearest = one.findings;
        } else if (isLast && parametersIn(one.findings) > parametersIn(met)) {
            met = one.findings;
        }
    }
    // A position that fails is the likelier one where more parameters of it have figures than of any that does not.
    if (parametersIn(nearest) <= parametersIn(met))
        return met;
    QList<FigureFinding> missed;
    std::ranges::copy_if(nearest, std::back_inserter(missed), [](const FigureFinding &one) { return !one.met; });
    return missed;
}

} // namespace clearway::classification
