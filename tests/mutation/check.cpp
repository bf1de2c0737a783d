// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include "evidence.h"
#include "hunt.h"
#include "reasoningtesting.h"
#include "sameness.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace clearway::mutation {

namespace {

constexpr double leastRate = 95.0;

struct Verdict {
    QString killer;    ///< name of the case that caught it
    bool same = false; ///< says what the law says
    bool survives() const { return killer.isEmpty() && !same; }
};

struct Count {
    int all = 0;
    int caught = 0;
    int same = 0;
    void add(const Verdict &verdict)
    {
        ++all;
        caught += verdict.killer.isEmpty() ? 0 : 1;
        same += verdict.same ? 1 : 0;
    }
    int survived() const { return all - caught - same; }
    double rate() const { return all == same ? 100.0 : 100.0 * caught / (all - same); }
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QList<Mutant> wantedMutants(const Wanted &wanted)
{
    QList<Mutant> mutants = mutantsOfLaw(testing::catalogue());
    if (!wanted.only.isEmpty())
        mutants.removeIf([&](const Mutant &mutant) { return !mutant.where.contains(wanted.only); });
    return mutants;
}

/// Mutants of one place follow each other, and often one case catches all of them: they are handed out in blocks.
std::vector<Verdict> judge(const QList<Mutant> &mutants, const QList<testing::LawCase> &cases)
{
    constexpr qsizetype block = 16;
    std::vector<Verdict> verdicts(std::size_t(mutants.size()));
    std::atomic<qsizetype> next = 0;
    const Bench bench(testing::catalogue(), cases);
    const auto work = [&] {
        Hunt hunt(bench);
        for (qsizetype begin = next.fetch_add(block); begin < mutants.size(); begin = next.fetch_add(block)) {
            for (qsizetype i = begin; i < std::min(begin + block, mutants.size()); ++i) {
                Verdict &verdict = verdicts[std::size_t(i)];
                verdict.killer = hunt.killerOf(mutants[i]);
                if (verdict.killer.isEmpty())
                    verdict.same = saysTheSame(testing::catalogue(), mutants[i]);
            }
        }
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, 4u); ++i)
        workers.emplace_back(work);
    workers.clear();
    return verdicts;
}

/// "why" by the texts of the survivors that it accepts.
QMap<QString, QString> explanations()
{
    QFile file(QStringLiteral(CLEARWAY_SOURCE_DIR "/tests/mutation/survivors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(file.fileName()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray())
        qFatal("survivors.json holds no JSON array");
    QMap<QString, QString> result;
    for (const QJsonValue &value : document.array()) {
        const QString why = value["because"_L1].toString();
        for (const QJsonValue &survivor : value["survivors"_L1].toArray()) {
            if (why.isEmpty() || result.contains(survivor.toString()))
                qFatal("survivors.json: \"%s\" is explained twice or not at all", qPrintable(survivor.toString()));
            result.insert(survivor.toString(), why);
        }
    }
    return result;
}

void printCounts(const QString &heading, const QMap<QString, Count> &counts)
{
    out() << heading << Qt::endl;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        out() << u"  %1 %2 mutants, %3 caught, %4 the same, %5 survive, %6 %"_s.arg(count.key(), -36)
                     .arg(count->all, 5)
                     .arg(count->caught, 5)
                     .arg(count->same, 4)
                     .arg(count->survived(), 4)
                     .arg(count->rate(), 0, 'f', 1)
              << Qt::endl;
}

QJsonObject jsonOf(const Count &count)
{
    return {{u"mutants"_s, count.all},
            {u"caught"_s, count.caught},
            {u"same"_s, count.same},
            {u"survivors"_s, count.survived()},
            {u"rate"_s, count.rate()}};
}

} // namespace

int listMutants(const Wanted &wanted)
{
    QJsonArray json;
    for (const Mutant &mutant : wantedMutants(wanted)) {
        if (wanted.asJson)
            json.append(
                QJsonObject{{u"where"_s, mutant.where}, {u"kind"_s, mutant.kind}, {u"change"_s, mutant.change}});
        else
            out() << mutant.text() << Qt::endl;
    }
    if (wanted.asJson)
        out() << QJsonDocument(json).toJson();
    return 0;
}

int checkMutants(const Wanted &wanted)
{
    const QList<Mutant> mutants = wantedMutants(wanted);
    if (mutants.isEmpty()) {
        qCritical().noquote() << u"there is no such mutant"_s;
        return 2;
    }
    const QList<testing::LawCase> cases = evidence();
    const std::vector<Verdict> verdicts = judge(mutants, cases);

    QMap<QString, QString> explained = explanations();
    Count all;
    QMap<QString, Count> byKind;
    QMap<QString, Count> byPlace;
    QStringList unexplained;
    QJsonArray survivors;
    for (qsizetype i = 0; i < mutants.size(); ++i) {
        const Mutant &mutant = mutants[i];
        const Verdict &verdict = verdicts[std::size_t(i)];
        all.add(verdict);
        byKind[mutant.kind].add(verdict);
        byPlace[mutant.where.section(u'/', 0, 0)].add(verdict);
        if (wanted.killers && !wanted.asJson)
            out() << mutant.text() << u"\n    "_s
                  << (verdict.same               ? u"says the same"_s
                      : verdict.killer.isEmpty() ? u"survives"_s
                                                 : verdict.killer)
                  << Qt::endl;
        if (!verdict.survives())
            continue;
        const QString why = explained.take(mutant.text());
        if (why.isEmpty())
            unexplained.append(mutant.text());
        survivors.append(QJsonObject{
            {u"where"_s, mutant.where}, {u"kind"_s, mutant.kind}, {u"change"_s, mutant.change}, {u"because"_s, why}});
        if (!wanted.asJson)
            out() << u"survives: "_s << mutant.text() << u"\n    "_s << (why.isEmpty() ? u"not explained"_s : why)
                  << Qt::endl;
    }
    const QStringList needless = wanted.only.isEmpty() ? explained.keys() : QStringList();
    if (wanted.asJson) {
        QJsonObject kinds;
        for (auto count = byKind.cbegin(); count != byKind.cend(); ++count)
            kinds[count.key()] = jsonOf(*count);
        QJsonObject places;
        for (auto count = byPlace.cbegin(); count != byPlace.cend(); ++count)
            places[count.key()] = jsonOf(*count);
        out() << QJsonDocument(QJsonObject{{u"cases"_s, cases.size()},
                                           {u"all"_s, jsonOf(all)},
                                           {u"by_kind"_s, kinds},
                                           {u"by_place"_s, places},
                                           {u"survivors"_s, survivors},
                                           {u"needless"_s, QJsonArray::fromStringList(needless)}})
                     .toJson();
    } else {
        printCounts(u"By kind of change:"_s, byKind);
        printCounts(u"By place:"_s, byPlace);
        for (const QString &text : needless)
            out() << u"explained, but no survivor: "_s << text << Qt::endl;
        printCounts(u"%1 cases:"_s.arg(cases.size()), {{u"all"_s, all}});
        out() << u"%1 survivors, %2 of them not explained; %3 explanations no longer needed"_s.arg(all.survived())
                     .arg(unexplained.size())
                     .arg(needless.size())
              << Qt::endl;
    }
    return all.rate() >= leastRate && unexplained.isEmpty() ? 0 : 1;
}

} // namespace clearway::mutation
