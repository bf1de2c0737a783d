// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/interview.h"

#include "reasoningtesting.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

/// Typical interviews ask exactly these pages in this order, and no more than they may.
/// tests/data/golden-paths/README.md says how a file is read.
class GoldenPathsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void path_data();
    void path();
    void everyPathIsWalkedBothWays();
    void everyPeriodIsWalked();
};

static QStringList pathFiles()
{
    return QDir(QStringLiteral(CLEARWAY_TEST_DATA "/golden-paths")).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

/// The walk through the list and what it asks of the item: not counted, its length is the item's.
static bool isWorksheet(const reasoning::Page &page)
{
    const int listCost = catalogue().facts.constFind(catalogue().listFinding)->cost;
    return page.walksTheList || std::ranges::all_of(page.questions, [&](const reasoning::Question &question) {
               return question.definition->scope == language::Scope::Point
                      || (question.definition->scope == language::Scope::Item && question.definition->cost >= listCost);
           });
}

void GoldenPathsTest::path_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = pathFiles();
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << u"golden-paths/"_s + file;
}

void GoldenPathsTest::path()
{
    QFETCH(QString, file);
    const QJsonObject golden = readObject(file);
    const QString sample = golden["sample"_L1].toString();
    const reasoning::Answers drawn =
        sample.isEmpty() ? answersOf({{u"on"_s, golden["on"_L1]}, {u"answers"_s, golden["answers"_L1]}}, file)
                         : answersOf(readObject(u"samples/"_s + sample + u".json"_s), sample);
    reasoning::Answers answers = reasoning::Answers::single(drawn.on);
    if (!sample.isEmpty()) {
        answers.activities = drawn.activities;
        answers.items = drawn.items;
        answers.recipients = drawn.recipients;
    } else if (!golden["recipient"_L1].toBool(true)) {
        answers.activities.first().recipients.clear();
        answers.recipients.clear();
    }
    if (golden["looked"_L1].isString())
        answers.items.first().looked.searches.append(golden["looked"_L1].toString());

    const reasoning::Interview interview(prepared());
    QJsonArray pages;
    QSet<QString> seen;
    int counted = 0;
    while (const auto page = interview.next(answers)) {
        counted += isWorksheet(*page) ? 0 : 1;
        QVERIFY2(!seen.contains(page->id), qPrintable(u"the page "_s + page->id + u" comes again"_s));
        seen.insert(page->id);
        QJsonArray facts;
        for (const reasoning::Question &question : page->questions) {
            const bool several = !sample.isEmpty() && !question.key.holder.isEmpty();
            facts.append(several ? question.key.fact + u'@' + question.key.holder : question.key.fact);
            reasoning::FactKey key = question.key;
            if (sample.isEmpty() && question.definition->scope == language::Scope::Recipient)
                key.holder = u"r1"_s; // the short form's only recipient, also where the path names nobody
            const reasoning::Answer *answer = drawn.find(key);
            QVERIFY2(answer, qPrintable(u"asks "_s + question.key.fact + u" of "_s + key.holder + u" after "_s
                                        + QString::fromUtf8(QJsonDocument(pages).toJson(QJsonDocument::Compact))));
            answers.set(question.key, *answer);
        }
        pages.append(facts);
    }
    const auto text = [](const QJsonArray &list) {
        QStringList lines;
        for (const QJsonValue &one : list)
            lines.append(one.toVariant().toStringList().join(u" + "_s));
        return lines.join(u"\n"_s);
    };
    // QCOMPARE cuts long texts.
    if (const QString asked = text(pages); asked != text(golden["pages"_L1].toArray()))
        QFAIL(qPrintable(u"asks these pages:\n"_s + asked));
    const int most = golden["most_pages"_L1].toInt();
    // Ten rules, rule 10: 7 where the research route clears it, 10 where it does not, 12 beside the worksheet at all.
    // A case that joins several paths asks of each item and person, four pages more at most.
    QVERIFY2(sample.isEmpty() ? most == 7 || most == 10 || most == 12 : most == 16, "most_pages is 7, 10, 12 or 16");
    QVERIFY2(counted <= most, qPrintable(u"%1 pages"_s.arg(counted)));

    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), answers);
    QCOMPARE(reasoning::outcomeName(conclusion.outcome), golden["outcome"_L1].toString());
    QCOMPARE(conclusion.listOpened, golden["list_opened"_L1].toBool(false));
}

void GoldenPathsTest::everyPathIsWalkedBothWays()
{
    QMap<int, QSet<int>> budgets;
    QMap<int, QSet<QString>> outcomes;
    QMap<int, QSet<bool>> opened;
    for (const QString &file : pathFiles()) {
        const QJsonObject golden = readObject(u"golden-paths/"_s + file);
        if (golden["on"_L1].toString() < "2025-03-01"_L1)
            continue;
        const int path = golden["path"_L1].toInt();
        budgets[path].insert(golden["most_pages"_L1].toInt());
        outcomes[path].insert(golden["outcome"_L1].toString());
        opened[path].insert(golden["list_opened"_L1].toBool());
    }
    for (int path = 1; path <= 10; ++path) {
        // Ends that spare the list and ends that need it; on the way to something to do, and to nothing.
        QVERIFY2(outcomes[path].size() >= 2 && outcomes[path].contains(u"not-controlled"_s),
                 qPrintable(u"path %1"_s.arg(path)));
        QVERIFY2(opened[path].size() == 2, qPrintable(u"path %1"_s.arg(path)));
    }
    // Cleared by the research route, and not.
    for (const int path : {1, 2, 5, 7})
        QVERIFY2(budgets[path].contains(7) && budgets[path].contains(10), qPrintable(u"path %1"_s.arg(path)));
}

void GoldenPathsTest::everyPeriodIsWalked()
{
    // Before any offence of the Act; as amended in 2015; from 1 September 2024, before and after ss 10A to 10C apply.
    const QStringList begins{u"2015-04-02"_s, u"2016-04-02"_s, u"2024-09-01"_s, u"2025-03-01"_s, u"9999"_s};
    QMap<QString, int> walked;
    for (const QString &file : pathFiles()) {
        const QString on = readObject(u"golden-paths/"_s + file)["on"_L1].toString();
        const auto after = std::ranges::upper_bound(begins, on);
        QVERIFY2(after != begins.cbegin() && after != begins.cend(), qPrintable(file));
        ++walked[*std::prev(after)];
    }
    QCOMPARE(walked.size(), 4);
}

QTEST_GUILESS_MAIN(GoldenPathsTest)
#include "golden_paths_test.moc"
