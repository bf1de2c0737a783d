// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/conclusion.h"
#include "model/reasoning/interview.h"

#include "smallrulesets.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using reasoning::Answers;
using reasoning::Combination;
using reasoning::FactKey;
using reasoning::Outcome;

namespace {

/// What must be done in one completion: for each provision and combination whether it applies, is notified, covered,
/// freed.
struct Done {
    bool stopped = false; ///< by a warning
    std::vector<std::array<bool, 4>> provisions;
    friend bool operator==(const Done &, const Done &) = default;
    /// Apart from what frees: that asks nothing of the person.
    bool asksTheSameAs(const Done &other) const
    {
        return stopped == other.stopped
               && std::ranges::equal(provisions, other.provisions, [](const auto &a, const auto &b) {
                      return std::equal(a.begin(), a.begin() + 3, b.begin());
                  });
    }
};

/// Everything by definition: each open fact takes each of its values, each unverified rule counts or does not.
class Enumeration {
public:
    Enumeration(const SmallRules &rules, const Answers &answers)
        : m_rules(rules)
        , m_combinations(answers.combinations())
    {
        for (std::size_t i = 0; i < rules.facts.size(); ++i) {
            for (const Combination &combination : m_combinations)
                addFact(int(i), Answers::keyFor(rules.facts[i].definition, combination), answers);
        }
        for (std::size_t i = 0; i < rules.rules.size(); ++i)
            addFlag(u"r"_s + QString::number(i), rules.rules[i].verified);
        for (std::size_t p = 0; p < rules.provisions.size(); ++p) {
            const SmallProvision &provision = rules.provisions[p];
            for (std::size_t i = 0; i < provision.elements.size(); ++i)
                addFlag(u"p%1/e%2"_s.arg(p).arg(i), provision.elements[i].verified);
            for (std::size_t i = 0; i < provision.exceptions.size(); ++i)
                addFlag(u"p%1/x%2"_s.arg(p).arg(i), provision.exceptions[i].verified);
        }
    }

    std::size_t completions() const
    {
        std::size_t count = 1;
        for (const Variable &variable : m_variables)
            count *= std::size_t(variable.values);
        return count;
    }

    std::vector<Done> all()
    {
        std::vector<Done> result;
        result.reserve(completions());
        do {
            result.push_back(done());
        } while (step());
        return result;
    }

    /// Whether two completions that differ in this fact alone differ in what must be done. `all`: of all().
    bool matters(const FactKey &key, const std::vector<Done> &all) const
    {
        std::size_t stride = 1;
        for (const Variable &variable : m_variables) {
            const std::size_t values = std::size_t(variable.values);
            if (variable.key == key) {
                for (std::size_t i = 0; i < all.size(); ++i) {
                    if ((i / stride) % values > 0 && !all[i].asksTheSameAs(all[i - stride]))
                        return true;
                }
                return false;
            }
            stride *= values;
        }
        return false;
    }

private:
    struct Variable {
        FactKey key;
        int values = 1; ///< 1: known
        int at = 0;
    };

    void addFact(int index, const FactKey &key, const Answers &answers)
    {
        if (m_byKey.contains(key))
            return;
        m_byKey[key] = m_variables.size();
        const std::vector<language::Value> &values = m_rules.facts[std::size_t(index)].values;
        const reasoning::Answer *answer = answers.find(key);
        if (!answer || std::holds_alternative<language::Unsure>(answer->value)) {
            m_variables.push_back({key, int(values.size()), 0});
            return;
        }
        const auto found = std::ranges::find(values, answer->value);
        m_variables.push_back({key, 1, int(found - values.begin())});
    }

    void addFlag(const QString &name, bool verified)
    {
        m_byFlag[name] = m_variables.size();
        m_variables.push_back({{}, verified ? 1 : 2, verified ? 1 : 0});
    }

    bool step()
    {
        for (Variable &variable : m_variables) {
            if (variable.values == 1)
                continue;
            if (++variable.at < variable.values)
                return true;
            variable.at = 0;
        }
        return false;
    }

    bool flag(const QString &name) const { return m_variables[m_byFlag.at(name)].at == 1; }

    bool holds(const Expression &expression, const Combination &combination) const
    {
        switch (expression.kind) {
        case Expression::Kind::Atom: {
            const language::FactDefinition &fact = m_rules.facts[std::size_t(expression.fact)].definition;
            return expression.trueFor[std::size_t(m_variables[m_byKey.at(Answers::keyFor(fact, combination))].at)];
        }
        case Expression::Kind::Rule:
            return flag(u"r"_s + QString::number(expression.rule))
                   && holds(*m_rules.rules[std::size_t(expression.rule)].when, combination);
        case Expression::Kind::All:
            return std::ranges::all_of(expression.of, [&](const auto &part) { return holds(*part, combination); });
        case Expression::Kind::Any:
            return std::ranges::any_of(expression.of, [&](const auto &part) { return holds(*part, combination); });
        case Expression::Kind::Not: return !holds(*expression.of.front(), combination);
        }
        Q_UNREACHABLE_RETURN(false);
    }

    Done done() const
    {
        Done result;
        for (const Combination &combination : m_combinations) {
            if (m_rules.stops && holds(*m_rules.stops, combination))
                result.stopped = true;
            for (std::size_t p = 0; p < m_rules.provisions.size(); ++p) {
                const SmallProvision &provision = m_rules.provisions[p];
                bool all = true;
                for (std::size_t i = 0; i < provision.elements.size(); ++i)
                    all = all && flag(u"p%1/e%2"_s.arg(p).arg(i)) && holds(*provision.elements[i].when, combination);
                bool ways[3] = {false, false, false}; // frees, notifies, covers
                for (std::size_t i = 0; i < provision.exceptions.size(); ++i) {
                    if (flag(u"p%1/x%2"_s.arg(p).arg(i)) && holds(*provision.exceptions[i].when, combination))
                        ways[int(provision.exceptions[i].effect)] = true;
                }
                // The lightest way out is the one that is taken.
                const bool freed = all && ways[0];
                const bool covered = all && !freed && ways[2];
                const bool notified = all && !freed && !covered && ways[1];
                result.provisions.push_back({all && !freed && !covered && !notified, notified, covered, freed});
            }
        }
        return result;
    }

    const SmallRules &m_rules;
    QList<Combination> m_combinations;
    std::vector<Variable> m_variables;
    std::map<FactKey, std::size_t> m_byKey;
    std::map<QString, std::size_t> m_byFlag;
};

/// Over all completions: at least once, and always.
struct Often {
    bool ever = false;
    bool always = true;
    void count(bool value)
    {
        ever = ever || value;
        always = always && value;
    }
    bool varies() const { return ever && !always; }
};

Outcome expectedOutcome(const SmallRules &rules, const std::vector<Done> &all, bool warningsAnswered)
{
    Often stop, permit, approval, notify, covered, freed, refer;
    for (const Done &done : all) {
        std::map<QString, bool> applies;
        bool anyNotified = false, anyCovered = false, anyFreed = false;
        for (std::size_t i = 0; i < done.provisions.size(); ++i) {
            const auto &[stands, isNotified, isCovered, isFreed] = done.provisions[i];
            if (stands)
                applies[rules.provisions[i % rules.provisions.size()].kind] = true;
            anyNotified = anyNotified || isNotified;
            anyCovered = anyCovered || isCovered;
            anyFreed = anyFreed || isFreed;
        }
        stop.count(done.stopped || applies[u"stop"_s]);
        permit.count(applies[u"permit"_s]);
        approval.count(applies[u"approval"_s]);
        notify.count(anyNotified || applies[u"notification"_s]);
        refer.count(applies[u"refer"_s]);
        covered.count(anyCovered);
        freed.count(anyFreed);
    }
    if (stop.always)
        return Outcome::StopAndRefer;
    if (!warningsAnswered)
        return Outcome::AdviceNeeded;
    if (permit.always)
        return Outcome::PermitLikelyRequired;
    if (approval.always)
        return Outcome::ApprovalLikelyRequired;
    if (stop.varies() || permit.varies() || approval.varies() || notify.varies() || covered.varies() || refer.ever)
        return Outcome::AdviceNeeded;
    return notify.always    ? Outcome::Notify
           : covered.always ? Outcome::CoveredByPermit
           : freed.ever     ? Outcome::PermitUnlikely
                            : Outcome::NotControlled;
}

QStringList expectedRequirements(const SmallRules &rules, const Answers &answers, const std::vector<Done> &all)
{
    QStringList result;
    const QList<Combination> combinations = answers.combinations();
    for (std::size_t i = 0; i < all.front().provisions.size(); ++i) {
        Often applies, notified;
        for (const Done &done : all) {
            applies.count(done.provisions[i][0]);
            notified.count(done.provisions[i][1]);
        }
        const std::size_t provision = i % rules.provisions.size();
        const Combination &combination = combinations[qsizetype(i / rules.provisions.size())];
        const auto add = [&](const Often &often, const QString &kind) {
            if (often.ever)
                result.append(u"%1 p%2 %3 %4"_s.arg(kind).arg(provision).arg(
                    combination.recipient, often.always ? u"certain"_s : u"possible"_s));
        };
        add(applies, rules.provisions[provision].kind);
        add(notified, u"notification"_s);
    }
    result.sort();
    return result;
}

QStringList requirementsByRecipient(const reasoning::Conclusion &conclusion)
{
    QStringList result;
    for (const reasoning::RequirementFinding &found : conclusion.requirements)
        result.append(
            u"%1 %2 %3 %4"_s.arg(found.requirement.kind, found.provision, found.combination.recipient,
                                 found.certainty == reasoning::Certainty::Certain ? u"certain"_s : u"possible"_s));
    result.sort();
    return result;
}

} // namespace

/// An evaluator written here, by definition and by enumeration, agrees with the one by decision diagrams.
class BruteForceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_data();
    void agrees();
};

void BruteForceTest::agrees_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void BruteForceTest::agrees()
{
    QFETCH(quint32, seed);
    constexpr std::size_t mostCompletions = 3000;
    QRandomGenerator random(seed);
    std::map<Outcome, int> outcomes;
    int asked = 0;
    for (int round = 0; round < 400; ++round) {
        const SmallRules rules = randomRules(random);
        const reasoning::Interview interview(rules.book);
        for (int subset = 0; subset < 4; ++subset) {
            Answers answers = Answers::single(QDate(2021, 1, 1));
            if (random.bounded(4) == 0) {
                answers.recipients.append({u"r2"_s, {}});
                answers.activities.first().recipients.append(u"r2"_s);
            }
            QList<std::pair<FactKey, std::size_t>> open;
            for (std::size_t i = 0; i < rules.facts.size(); ++i) {
                for (const Combination &combination : answers.combinations())
                    open.append({Answers::keyFor(rules.facts[i].definition, combination), i});
            }
            const auto answerOne = [&](qsizetype at) {
                const auto [key, fact] = open.takeAt(at);
                const auto &values = rules.facts[fact].values;
                answers.set(key, values[std::size_t(random.bounded(int(values.size())))]);
            };
            for (qsizetype i = open.size() - 1; i >= 0; --i) {
                if (random.bounded(5) < subset)
                    answerOne(i);
                else if (random.bounded(6) == 0)
                    answers.set(open.at(i).first, language::Value(language::Unsure{}));
            }
            while (Enumeration(rules, answers).completions() > mostCompletions && !open.isEmpty())
                answerOne(0);
            Enumeration enumeration(rules, answers);
            if (enumeration.completions() > mostCompletions)
                continue;
            const std::vector<Done> all = enumeration.all();
            const auto where = [&] { return qPrintable(u"round %1, subset %2"_s.arg(round).arg(subset)); };

            bool warningsAnswered = true;
            if (rules.stops) {
                const QString fact = rules.facts[std::size_t(rules.stops->fact)].definition.id;
                warningsAnswered = answers.find({fact, {}, -1}) != nullptr;
            }
            const reasoning::Conclusion conclusion = reasoning::conclude(rules.book, answers);
            const Outcome expected = expectedOutcome(rules, all, warningsAnswered);
            ++outcomes[expected];
            if (conclusion.outcome != expected)
                qWarning() << where();
            QCOMPARE(reasoning::outcomeName(conclusion.outcome), reasoning::outcomeName(expected));
            QCOMPARE(conclusion.warningsAnswered, warningsAnswered);
            if (requirementsByRecipient(conclusion) != expectedRequirements(rules, answers, all))
                qWarning() << where();
            QCOMPARE(requirementsByRecipient(conclusion), expectedRequirements(rules, answers, all));

            // What is asked can matter, and what is not asked cannot.
            const bool stopped = std::ranges::all_of(all, [&](const Done &done) {
                bool stands = done.stopped;
                for (std::size_t i = 0; i < done.provisions.size(); ++i)
                    stands =
                        stands
                        || (done.provisions[i][0] && rules.provisions[i % rules.provisions.size()].kind == "stop"_L1);
                return stands;
            });
            const auto page = interview.next(answers);
            const auto isWarning = [&](const FactKey &key) {
                return rules.stops && key.fact == rules.facts[std::size_t(rules.stops->fact)].definition.id;
            };
            if (page) {
                for (const reasoning::Question &question : page->questions) {
                    ++asked;
                    QVERIFY2(!answers.find(question.key), where());
                    QVERIFY2(isWarning(question.key) || enumeration.matters(question.key, all), where());
                }
            } else if (!stopped) {
                for (const auto &[key, fact] : std::as_const(open))
                    QVERIFY2(answers.find(key) || !enumeration.matters(key, all), where());
            }
        }
    }
    // The rule sets are worth their name: every outcome came up, and questions were asked.
    QCOMPARE(outcomes.size(), std::size_t(8));
    QVERIFY(asked > 100);
}

QTEST_GUILESS_MAIN(BruteForceTest)
#include "brute_force_test.moc"
