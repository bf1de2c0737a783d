// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/interview.h"
#include "model/reasoning/statediagrams.h"
#include "model/verification/randomanswers.h"

#include "reasoningtesting.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using reasoning::Answer;
using reasoning::Answers;
using reasoning::Certainty;
using reasoning::Conclusion;
using reasoning::FactKey;
using reasoning::Outcome;
using reasoning::Truth;

namespace {

constexpr quint32 seed = 20240901;
/// In parts, each with random worlds of its own, which are tests of their own: they share the cores.
constexpr int parts = 4;
constexpr int answerSets = 100'000 / parts;

/// The days and states that answers are put to, in turn.
struct Time {
    QDate on;
    QString law;
};
const std::array times{Time{{}, u"2012"_s},         Time{QDate(2017, 5, 5), {}}, Time{QDate(2024, 10, 1), {}},
                       Time{QDate(2025, 6, 2), {}}, Time{{}, u"2015"_s},         Time{QDate(2014, 3, 3), {}},
                       Time{{}, u"2024"_s}};

/// The keys of every fact that the interview may ask, of each holder. List parameters are left out, and so is what the
/// item serves: with them the facts given prove entries, also against a stated "none", and a world would contradict
/// itself.
QList<FactKey> keysOf(const Answers &answers)
{
    std::set<FactKey> keys;
    QList<FactKey> result;
    for (const reasoning::Combination &combination : answers.combinations()) {
        for (const QString &id : catalogue().factOrder) {
            const language::FactDefinition &fact = *catalogue().facts.constFind(id);
            if (fact.derived || !id.contains(u'.') || id.startsWith("meets."_L1) || id == "item.for_entries"_L1)
                continue;
            const FactKey key = Answers::keyFor(fact, combination);
            if (keys.contains(key) || (key.holder.isEmpty() && fact.scope != language::Scope::Case))
                continue;
            keys.insert(key);
            result.append(key);
        }
    }
    return result;
}

/// Who and what there is, with nothing answered.
Answers emptyWorld(const Time &time, QRandomGenerator &random)
{
    Answers answers = put(Answers::single(), time.on, time.law);
    reasoning::ActivityScope &activity = answers.activities.first();
    switch (random.bounded(12)) {
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
        if (random.bounded(2) == 0)
            item.looked.searches = {u"laser"_s};
    }
    return answers;
}

/// What is stated to be met must not be of a category that is said not to come in question.
language::Value consistentCodes(const language::EntryCodes &codes, const Answers &world, const QString &item)
{
    language::EntryCodes result;
    const language::LawState *state = reasoning::stateFor(catalogue(), world, {});
    const reasoning::Context context{&catalogue(), state, &world, {{}, item, {}}, -1};
    for (const QString &code : codes.codes) {
        for (const language::Category &category : catalogue().categories) {
            const auto held = catalogue().entries.constFind(code);
            const QString of = held == catalogue().entries.cend() ? QString() : held->category;
            const bool belongs = of.isEmpty() ? code.startsWith(category.id) : of == category.id;
            if (belongs && (!category.inQuestion || reasoning::evaluate(*category.inQuestion, context) != Truth::False))
                result.codes.append(code);
        }
    }
    result.codes.removeDuplicates();
    return result;
}

/// A value for every fact ("not sure" among them).
Answers fullWorld(const Answers &empty, const QList<FactKey> &keys, QRandomGenerator &random)
{
    Answers world = empty;
    for (const FactKey &key : keys) {
        // Warning questions are mostly answered no, as they are: else hardly anything but stops would be seen.
        const language::FactDefinition &fact = *catalogue().facts.constFind(key.fact);
        if (fact.page == "warnings"_L1 && random.bounded(8) > 0)
            world.set(key, language::Value(language::Picked{{u"no"_s}}));
        else
            world.set(key, verification::randomValue(fact, catalogue(), random));
    }
    for (const FactKey &key : keys) {
        if (key.fact != catalogue().listFinding)
            continue;
        const language::Value value = world.find(key)->value;
        if (const auto *codes = std::get_if<language::EntryCodes>(&value))
            world.set(key, consistentCodes(*codes, world, key.holder));
    }
    return world;
}

/// The truth of each provision, element and exception, in the order of the state.
void collect(const reasoning::Proof &proof, QList<Truth> &truths, QStringList &names)
{
    truths.append(proof.truth);
    names.append(proof.id);
    if (proof.kind != reasoning::ProofKind::Provision)
        return;
    for (const reasoning::Proof &child : proof.children)
        collect(child, truths, names);
}
QList<Truth> truthsOf(const Conclusion &conclusion, QStringList &names)
{
    QList<Truth> truths;
    for (const reasoning::Finding &finding : conclusion.findings)
        collect(finding.proof, truths, names);
    return truths;
}

/// How far a headline may change as open questions are answered. What is common to all completions of the partial
/// answers stays; what was open may come out either way:
///  - advice-needed says that something is open: anything may come of it.
///  - a graver headline may come on top of one that is certain, since the graver one may have been open below it: a
///  permit
///    is certain while a stop is still open, an approval while a permit is. It never becomes a lighter one.
///  - permit-unlikely says "nothing to do, because of an exception, listed or not". Once the list is answered it may
///  turn
///    out that nothing was regulated in the first place: not-controlled asks the same of the person, nothing.
///  - the other headlines leave nothing open that bears on what must be done, and stay.
bool mayBecome(Outcome partial, Outcome whole)
{
    if (partial == whole || partial == Outcome::AdviceNeeded)
        return true;
    switch (partial) {
    case Outcome::PermitLikelyRequired: return whole == Outcome::StopAndRefer;
    case Outcome::ApprovalLikelyRequired:
        return whole == Outcome::StopAndRefer || whole == Outcome::PermitLikelyRequired;
    case Outcome::PermitUnlikely: return whole == Outcome::NotControlled;
    default: return false;
    }
}

/// The first thing that the partial conclusion says and the fuller one takes back; empty: nothing.
QString contradiction(const Conclusion &partial, const Conclusion &whole)
{
    if (!mayBecome(partial.outcome, whole.outcome))
        return reasoning::outcomeName(partial.outcome) + u" became "_s + reasoning::outcomeName(whole.outcome);
    // A certain requirement stays certain; one that is out of the question does not come back.
    const auto certaintyIn = [](const Conclusion &of, const reasoning::RequirementFinding &wanted) -> int {
        for (const reasoning::RequirementFinding &found : of.requirements) {
            if (found.requirement.id == wanted.requirement.id && found.provision == wanted.provision
                && found.combination == wanted.combination)
                return found.certainty == Certainty::Certain ? 2 : 1;
        }
        return 0;
    };
    for (const reasoning::RequirementFinding &found : partial.requirements) {
        if (found.certainty == Certainty::Certain && certaintyIn(whole, found) != 2)
            return found.requirement.id + u" was certain and is not"_s;
    }
    for (const reasoning::RequirementFinding &found : whole.requirements) {
        if (certaintyIn(partial, found) == 0)
            return found.requirement.id + u" was out of the question and is not"_s;
    }
    const QStringList duties = certainDutiesOf(whole);
    for (const QString &duty : certainDutiesOf(partial)) {
        if (!duties.contains(duty))
            return u"the duty "_s + duty + u" was certain and is not"_s;
    }
    for (qsizetype i = 0; i < partial.findings.size(); ++i) {
        using reasoning::ProvisionStatus;
        const ProvisionStatus before = partial.findings[i].status;
        const ProvisionStatus after = whole.findings[i].status;
        // "Excepted, whether or not the elements hold" may come out as "not regulated".
        if (before != ProvisionStatus::Open && before != after && after != ProvisionStatus::NotRegulated)
            return partial.findings[i].provision + u" changed its status"_s;
    }
    return {};
}

} // namespace

class PropertyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answeringMoreTakesNothingBack_data();
    void answeringMoreTakesNothingBack();
    void interviewsEndAndOrderDoesNotMatter();
};

void PropertyTest::answeringMoreTakesNothingBack_data()
{
    QTest::addColumn<quint32>("from");
    for (quint32 part = 0; part < parts; ++part)
        QTest::addRow("part %u", part) << seed + 100 * part;
}

void PropertyTest::answeringMoreTakesNothingBack()
{
    QFETCH(quint32, from);
    qInfo("seed %u", from);
    QRandomGenerator random(from);
    QMap<Outcome, int> outcomes;
    int sets = 0;
    for (int world = 0; sets < answerSets; ++world) {
        const Answers empty = emptyWorld(times.at(std::size_t(world) % times.size()), random);
        QList<FactKey> keys = keysOf(empty);
        const Answers whole = fullWorld(empty, keys, random);
        for (const FactKey &key : std::as_const(keys)) {
            // Nothing but what is stated puts an item on the list: see keysOf().
            if (key.fact == catalogue().listFinding) {
                const reasoning::Context context{
                    &catalogue(), reasoning::stateFor(catalogue(), whole, {}), &whole, {{}, key.holder, {}}, -1};
                const auto *stated = std::get_if<language::EntryCodes>(&whole.find(key)->value);
                for (const QString &code : reasoning::listFinding(context).met)
                    QVERIFY2(stated && stated->codes.contains(code), qPrintable(described(whole)));
            }
        }
        // Each world is told fact by fact, in a random order: every step is an answer set, compared with the one before
        // (so with all before, since "takes nothing back" carries over) and, at times, with the whole.
        std::shuffle(keys.begin(), keys.end(), random);
        Answers answers = empty;
        Conclusion before = reasoning::conclude(prepared(), answers, {}, reasoning::Detail::Findings);
        QStringList names;
        QList<Truth> truthsBefore = truthsOf(before, names);
        const Conclusion end = reasoning::conclude(prepared(), whole, {}, reasoning::Detail::Findings);
        ++outcomes[end.outcome];
        for (const FactKey &key : std::as_const(keys)) {
            answers.set(key, *whole.find(key));
            const Conclusion now = reasoning::conclude(prepared(), answers, {}, reasoning::Detail::Findings);
            ++sets;
            names.clear();
            const QList<Truth> truths = truthsOf(now, names);
            QCOMPARE(truths.size(), truthsBefore.size());
            for (qsizetype i = 0; i < truths.size(); ++i) {
                if (truthsBefore[i] != Truth::Unknown && truths[i] != truthsBefore[i])
                    QFAIL(qPrintable(names[i] + u" changed with "_s + key.fact + u": "_s + described(answers)));
            }
            QString wrong = contradiction(before, now);
            if (wrong.isEmpty())
                wrong = contradiction(now, end);
            if (!wrong.isEmpty())
                QFAIL(qPrintable(wrong + u" with "_s + key.fact + u": "_s + described(answers) + u"\nwhole: "_s
                                 + described(whole)));
            before = now;
            truthsBefore = truths;
        }
    }
    QVERIFY(sets >= answerSets);
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        qInfo().noquote() << reasoning::outcomeName(it.key()) << it.value();
    QVERIFY2(outcomes.size() >= 3, "the worlds are too much alike to prove anything");
}

void PropertyTest::interviewsEndAndOrderDoesNotMatter()
{
    QRandomGenerator random(seed + 1);
    const reasoning::Interview interview(prepared());
    for (int world = 0; world < 100; ++world) {
        const Answers empty = emptyWorld(times.at(std::size_t(world) % times.size()), random);
        const QList<FactKey> keys = keysOf(empty);
        const Answers whole = fullWorld(empty, keys, random);
        const Conclusion end = reasoning::conclude(prepared(), whole);

        // Begun from nothing, and from some answers that were known beforehand.
        for (const bool prefilled : {false, true}) {
            Answers answers = empty;
            for (const FactKey &key : keys) {
                if (prefilled && random.bounded(3) == 0)
                    answers.set(key, *whole.find(key));
            }
            std::set<FactKey> asked;
            int pages = 0;
            while (const auto page = interview.next(answers)) {
                QVERIFY(!page->questions.isEmpty());
                for (const reasoning::Question &question : page->questions) {
                    QVERIFY2(!answers.find(question.key), qPrintable(question.key.fact));
                    QVERIFY2(!asked.contains(question.key), qPrintable(question.key.fact));
                    asked.insert(question.key);
                    const Answer *answer = whole.find(question.key);
                    answers.set(question.key, answer ? *answer : Answer{language::Unsure{}, {}, {}, {}, false});
                }
                QVERIFY(++pages <= keys.size() + 20);
            }
            // What was not asked does not matter: the outcome is the one of the whole story.
            const Conclusion result = reasoning::conclude(prepared(), answers);
            const QString wrong = contradiction(result, end);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u": "_s + described(answers)));
            const QString text = u"%1 against %2: %3"_s.arg(reasoning::outcomeName(result.outcome),
                                                            reasoning::outcomeName(end.outcome), described(answers));
            // Only what the person would leave "not sure" anyway, or an unread rule, may keep it open.
            QVERIFY2(result.outcome != Outcome::AdviceNeeded || end.outcome == Outcome::AdviceNeeded
                         || end.outcome == Outcome::StopAndRefer,
                     qPrintable(text));
        }

        // The same answers given in two orders, one of them by way of other answers that were changed later.
        QList<FactKey> order = keys;
        std::shuffle(order.begin(), order.end(), random);
        Answers changed = empty;
        const QList<FactKey> detours = order.first(std::min<qsizetype>(order.size(), 12));
        for (const FactKey &key : detours)
            changed = interview.change(
                changed, key,
                {verification::randomValue(*catalogue().facts.constFind(key.fact), catalogue(), random),
                 {},
                 {},
                 {},
                 false});
        std::shuffle(order.begin(), order.end(), random);
        for (const FactKey &key : std::as_const(order)) {
            if (detours.contains(key))
                changed = interview.change(changed, key, *whole.find(key));
            else
                changed.set(key, *whole.find(key));
        }
        const Conclusion again = reasoning::conclude(prepared(), changed);
        QCOMPARE(again.outcome, end.outcome);
        QCOMPARE(requirementsOf(again), requirementsOf(end));
        QCOMPARE(certainDutiesOf(again), certainDutiesOf(end));
        QCOMPARE(warningsOf(again), warningsOf(end));
        QCOMPARE(again.because, end.because);
    }
}

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
