// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/statediagrams.h"
#include "ui/models/proofmodel.h"
#include "ui/models/rulelistmodel.h"
#include "ui/models/ruletreemodel.h"
#include "ui/models/rulewords.h"

#include "../catalogue/language/everyaddress.h"
#include "reasoningtesting.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::ui;
using clearway::testing::catalogue;
using language::RuleAddress;
using reasoning::RuleNode;

static QList<QModelIndex> everyRow(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QList<QModelIndex> rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows << model.index(row, 0, parent);
        rows << everyRow(model, rows.last());
    }
    return rows;
}

class RuleModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theListHasEveryStatementOfAState();
    void unverifiedStatementsAreCounted();
    void theListIsSearched();
    void theTreeIsTheGraph();
    void theTreeSaysWhatTheAnswersMakeOfIt();
    void wordsForGrades();
};

void RuleModelsTest::theListHasEveryStatementOfAState()
{
    RuleListModel model;
    QAbstractItemModelTester tester(&model);
    for (const language::LawState &state : catalogue().states) {
        model.show(catalogue(), state.id);
        QSet<RuleAddress> listed;
        for (const QModelIndex &row : everyRow(model)) {
            const auto address = row.data(RuleListModel::AddressRole).value<RuleAddress>();
            QVERIFY(!row.data().toString().isEmpty());
            if (address.isNull()) {
                QVERIFY(model.rowCount(row) > 0);
                continue;
            }
            QVERIFY2(!listed.contains(address), testing::nameOf(address).constData());
            QCOMPARE(address.state, state.id);
            QCOMPARE(model.find(address), row);
            listed.insert(address);
        }
        int expected = 0;
        for (RuleAddress address : testing::everyStatement(catalogue())) {
            const bool shared = address.state.isEmpty();
            if (!shared && address.state != state.id)
                continue;
            address.state = state.id;
            QVERIFY2(listed.contains(address), testing::nameOf(address).constData());
            const bool hidden = shared && std::ranges::contains(state.rules, address.id, &language::Rule::id);
            expected += hidden ? 0 : 1;
        }
        QCOMPARE(listed.size(), expected);
    }
    model.show(catalogue(), u"1999"_s);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.find({RuleAddress::Kind::Provision, u"1999"_s, {}, u"s10"_s}).isValid());
}

void RuleModelsTest::unverifiedStatementsAreCounted()
{
    RuleListModel model;
    for (const language::LawState &state : catalogue().states) {
        model.show(catalogue(), state.id);
        for (const language::Provision &provision : state.provisions) {
            int unverified = 0;
            for (const language::Element &element : provision.elements)
                unverified += element.verified ? 0 : 1;
            for (const language::Exception &exception : provision.exceptions) {
                const RuleAddress address{RuleAddress::Kind::Exception, state.id, provision.id, exception.condition.id};
                const QModelIndex row = model.find(address);
                unverified += exception.condition.verified ? 0 : 1;
                QCOMPARE(row.data(ProofModel::VerifiedRole).toBool(), exception.condition.verified);
                QCOMPARE(row.data(Qt::AccessibleTextRole).toString().contains(u"unverified"_s),
                         !exception.condition.verified);
            }
            const QModelIndex row = model.find({RuleAddress::Kind::Provision, state.id, {}, provision.id});
            QCOMPARE(row.data(RuleListModel::UnverifiedRole).toInt(), unverified);
        }
    }
}

void RuleModelsTest::theListIsSearched()
{
    RuleListModel model;
    QSortFilterProxyModel filter;
    filter.setSourceModel(&model);
    filter.setFilterRole(RuleListModel::SearchRole);
    filter.setRecursiveFilteringEnabled(true);
    QAbstractItemModelTester tester(&filter);
    model.show(catalogue(), u"2024"_s);
    filter.setFilterFixedString(u"pre_publication"_s);
    const auto rows = everyRow(filter);
    QVERIFY(rows.size() >= 3); // heading, provision, exception
    QCOMPARE(rows.last().data(RuleListModel::AddressRole).value<RuleAddress>().id, u"pre_publication"_s);
    filter.setFilterFixedString(u"nothing has this in it"_s);
    QCOMPARE(filter.rowCount(), 0);
}

void RuleModelsTest::theTreeIsTheGraph()
{
    RuleTreeModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    for (const language::LawState &state : catalogue().states) {
        for (const language::Provision &provision : state.provisions) {
            model.setGraph(
                reasoning::graphOf(catalogue(), {RuleAddress::Kind::Provision, state.id, {}, provision.id}, nullptr));
            const auto rows = everyRow(model);
            QCOMPARE(rows.size(), model.graph().nodes.size());
            // Rows come in the order of the nodes: each node stands after the one that it hangs on, depth first.
            for (int node = 0; node < rows.size(); ++node) {
                QCOMPARE(rows[node].data(RuleTreeModel::NodeRole).toInt(), node);
                QCOMPARE(model.indexOf(node), rows[node]);
                QVERIFY(!rows[node].data(ProofModel::TruthRole).isValid());
                QVERIFY(!rows[node].data(ProofModel::OnPathRole).toBool());
                QVERIFY(!rows[node].data(ProofModel::AddressRole).isValid());
            }
        }
    }
    model.setGraph({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.indexOf(0).isValid());
}

void RuleModelsTest::theTreeSaysWhatTheAnswersMakeOfIt()
{
    const reasoning::Answers answers = reasoning::withDerivedFacts(
        catalogue(), testing::answersOf(testing::readObject(u"samples/draft-to-japan.json"_s), u"sample"_s));
    const reasoning::Context context{&catalogue(), catalogue().state(u"2024"_s), &answers,
                                     answers.combinations().first()};
    RuleTreeModel model;
    QAbstractItemModelTester tester(&model);
    const RuleAddress address{RuleAddress::Kind::Provision, u"2024"_s, {}, context.state->provisions.first().id};
    model.setGraph(reasoning::graphOf(catalogue(), address, &context));
    int onPath = 0;
    for (const QModelIndex &row : everyRow(model)) {
        const RuleNode &node = model.graph().nodes[row.data(RuleTreeModel::NodeRole).toInt()];
        QCOMPARE(row.data(ProofModel::TruthRole).toInt(), static_cast<int>(*node.truth));
        QCOMPARE(row.data(ProofModel::OnPathRole).toBool(), node.onPath);
        const QString name = row.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(name.contains(u"; "_s + ProofModel::truthWord(*node.truth)), qPrintable(name));
        QCOMPARE(name.contains(u"on the path"_s), node.onPath);
        QCOMPARE(name.contains(u"unverified"_s), !node.verified);
        onPath += node.onPath ? 1 : 0;
        if (!node.answer.isEmpty())
            QVERIFY(row.data(ProofModel::AsideRole).toString().contains(node.answer));
    }
    QVERIFY(onPath > 3);
}

void RuleModelsTest::wordsForGrades()
{
    QCOMPARE(gradeText(language::Grade::Statute), u"statute seen"_s);
    QCOMPARE(gradeText(language::Grade::Secondary), u"secondary guidance"_s);
    QVERIFY(unverifiedText(u"s 1"_s).contains(u"s 1 must be read"_s));
    QVERIFY(unverifiedText({}).startsWith(u"Unverified"_s));
    RuleNode node;
    node.kind = RuleNode::Kind::Exception;
    node.title = u"Spoken"_s;
    node.truth = reasoning::Truth::Unknown;
    node.verified = false;
    node.onPath = true;
    QCOMPARE(nodeName(node), u"Unless (exception): Spoken; open; unverified; on the path of the answers"_s);
}

QTEST_GUILESS_MAIN(RuleModelsTest)
#include "rulemodels_test.moc"
