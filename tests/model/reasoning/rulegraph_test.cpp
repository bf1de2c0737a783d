// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/rulegraph.h"

#include "model/reasoning/conditionwords.h"
#include "model/reasoning/proof.h"
#include "model/reasoning/statediagrams.h"

#include "../../catalogue/language/everyaddress.h"
#include "reasoningtesting.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::reasoning;
using clearway::testing::catalogue;
using language::RuleAddress;

static QSizeF sizeOf(const RuleNode &node)
{
    // Characters and lines, as a printer without proportional letters would need them.
    const qsizetype width = 30;
    return QSizeF(double(std::min(width, node.title.size())),
                  double(1 + node.title.size() / width + (node.cite.isEmpty() ? 0 : 1)));
}

static QString print(const RuleGraph &graph)
{
    QString text;
    QList<int> depth;
    for (const RuleNode &node : graph.nodes) {
        depth << (node.parent < 0 ? 0 : depth[node.parent] + 1);
        text += QString(depth.last() * 2, u' ') + node.title;
        if (node.truth)
            text += *node.truth == Truth::True ? u" +"_s : *node.truth == Truth::False ? u" -"_s : u" ?"_s;
        if (node.onPath)
            text += u" path"_s;
        if (!node.verified)
            text += u" unverified"_s;
        if (node.shownBefore)
            text += u" before"_s;
        text += u'\n';
    }
    return text;
}

class RuleGraphTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStatementIsLaidOutWithoutOverlap();
    void everyRuleIsExpandedOnce();
    void truthsAreThoseOfTheProof();
    void aPathLeadsFromTheRootToAnswers();
    void truthsOfASample();
    void withoutAnswersThereAreNoTruths();
    void layoutOfASmallTree();
    void nothingForWhatIsNotThere();
    void wordsAreForPeople();
};

void RuleGraphTest::everyStatementIsLaidOutWithoutOverlap()
{
    const QSizeF gap(4, 1);
    for (RuleAddress address : testing::everyStatement(catalogue())) {
        if (address.kind == RuleAddress::Kind::Countries)
            continue; // nothing to be drawn
        if (address.state.isEmpty())
            address.state = catalogue().states.last().id;
        const RuleGraph graph = graphOf(catalogue(), address, nullptr);
        QVERIFY2(!graph.nodes.isEmpty(), testing::nameOf(address).constData());
        QCOMPARE(graph.edges.size(), graph.nodes.size() - 1);
        QList<QSizeF> sizes;
        for (const RuleNode &node : graph.nodes) {
            QVERIFY2(!node.title.isEmpty(), testing::nameOf(address).constData());
            sizes << sizeOf(node);
        }
        const RuleLayout layout = layOut(graph, sizes, gap);
        QCOMPARE(layout.boxes.size(), graph.nodes.size());
        const QRectF all(QPointF(0, 0), layout.size);
        for (qsizetype a = 0; a < layout.boxes.size(); ++a) {
            QVERIFY2(all.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(layout.boxes[a]),
                     testing::nameOf(address).constData());
            for (qsizetype b = 0; b < a; ++b)
                QVERIFY2(!layout.boxes[a].adjusted(-0.49, -0.49, 0.49, 0.49).intersects(layout.boxes[b]),
                         testing::nameOf(address).constData());
            const int parent = graph.nodes[a].parent;
            if (parent >= 0)
                QVERIFY2(layout.boxes[a].left() >= layout.boxes[parent].right() + gap.width() - 1e-6,
                         testing::nameOf(address).constData());
        }
    }
}

void RuleGraphTest::everyRuleIsExpandedOnce()
{
    for (RuleAddress address : testing::everyStatement(catalogue())) {
        if (address.state.isEmpty())
            address.state = catalogue().states.last().id;
        const RuleGraph graph = graphOf(catalogue(), address, nullptr);
        QStringList expanded;
        for (const RuleNode &node : graph.nodes) {
            QVERIFY2(node.shownBefore ? node.children.isEmpty() : true, testing::nameOf(address).constData());
            if (node.refersTo.isNull())
                continue;
            QVERIFY2(language::statementAt(catalogue(), node.refersTo), testing::nameOf(address).constData());
            if (node.shownBefore)
                QVERIFY2(expanded.contains(node.refersTo.id), testing::nameOf(address).constData());
            else if (!expanded.contains(node.refersTo.id))
                expanded << node.refersTo.id;
            else
                QFAIL(testing::nameOf(address).constData());
        }
    }
}

static QStringList sampleFiles()
{
    return QDir(QStringLiteral(CLEARWAY_TEST_DATA "/samples")).entryList({u"*.json"_s}, QDir::Files);
}

static Answers sample(const QString &file)
{
    const Answers answers = testing::answersOf(testing::readObject(u"samples/"_s + file), file);
    return withDerivedFacts(catalogue(), answers);
}

template<typename Visit>
static void forEveryProvisionAndSample(Visit visit)
{
    for (const QString &file : sampleFiles()) {
        const Answers answers = sample(file);
        for (const language::LawState &state : catalogue().states)
            for (const language::Provision &provision : state.provisions)
                for (const Combination &combination : answers.combinations()) {
                    const Context context{&catalogue(), &state, &answers, combination};
                    visit(provision, context,
                          QByteArray(file.toUtf8() + ' ' + state.id.toUtf8() + ' ' + provision.id.toUtf8()));
                }
    }
}

void RuleGraphTest::truthsAreThoseOfTheProof()
{
    int compared = 0;
    forEveryProvisionAndSample(
        [&](const language::Provision &provision, const Context &context, const QByteArray &where) {
            const RuleGraph graph =
                graphOf(catalogue(), {RuleAddress::Kind::Provision, context.state->id, {}, provision.id}, &context);
            const Proof proof = proveProvision(provision, context);
            QVERIFY2(graph.nodes[0].truth == proof.truth, where.constData());
            QCOMPARE(graph.nodes[0].children.size(), proof.children.size());
            for (qsizetype i = 0; i < proof.children.size(); ++i) {
                const RuleNode &node = graph.nodes[graph.nodes[0].children[i]];
                QVERIFY2(node.truth == proof.children[i].truth,
                         QByteArray(where + ' ' + proof.children[i].id.toUtf8()).constData());
                QCOMPARE(node.address.id, proof.children[i].id);
                QCOMPARE(node.verified, proof.children[i].verified);
                ++compared;
            }
        });
    QVERIFY(compared > 500);
}

void RuleGraphTest::aPathLeadsFromTheRootToAnswers()
{
    forEveryProvisionAndSample(
        [&](const language::Provision &provision, const Context &context, const QByteArray &where) {
            const RuleGraph graph =
                graphOf(catalogue(), {RuleAddress::Kind::Provision, context.state->id, {}, provision.id}, &context);
            QVERIFY2(graph.nodes[0].onPath, where.constData());
            for (const RuleNode &node : graph.nodes) {
                QVERIFY2(node.truth.has_value(), where.constData());
                if (!node.onPath)
                    continue;
                QVERIFY2(node.parent < 0 || graph.nodes[node.parent].onPath, where.constData());
                const auto goesOn = [&](int child) { return graph.nodes[child].onPath; };
                QVERIFY2(node.children.isEmpty() || std::ranges::any_of(node.children, goesOn), where.constData());
            }
            for (const RuleEdge &edge : graph.edges) {
                QCOMPARE(edge.onPath, graph.nodes[edge.to].onPath);
                QCOMPARE(edge.from, graph.nodes[edge.to].parent);
            }
        });
}

/// The provision of the state whose requirement is of that kind, and that comes first.
static RuleAddress firstProvision(const QString &state)
{
    return {RuleAddress::Kind::Provision, state, {}, catalogue().state(state)->provisions.first().id};
}

void RuleGraphTest::truthsOfASample()
{
    const Answers answers = sample(u"draft-to-japan.json"_s);
    const language::LawState &state = *catalogue().state(u"2024"_s);
    const Context context{&catalogue(), &state, &answers, answers.combinations().first()};
    const RuleGraph graph = graphOf(catalogue(), firstProvision(state.id), &context);
    const auto part = [&](const QString &id) {
        for (const RuleNode &node : graph.nodes)
            if (node.address.id == id && node.parent == 0)
                return node;
        return RuleNode();
    };
    // The exception for drafts takes the conduct out: it, and it alone, is what decides.
    QCOMPARE(graph.nodes[0].truth, Truth::False);
    QCOMPARE(part(u"overseas"_s).truth, Truth::True);
    QVERIFY(!part(u"overseas"_s).onPath);
    QCOMPARE(part(u"pre_publication"_s).truth, Truth::True);
    QVERIFY(part(u"pre_publication"_s).onPath);
    QCOMPARE(part(u"pre_publication"_s).kind, RuleNode::Kind::Exception);
    QCOMPARE(part(u"pre_publication"_s).grade, language::Grade::Secondary);
    QVERIFY(!part(u"pre_publication"_s).leansOn.isEmpty());
    QVERIFY(!part(u"spoken"_s).onPath);
    QVERIFY(!part(u"oneself"_s).verified);
    QCOMPARE(part(u"dsgl_technology"_s).refersTo.id, u"dsgl_technology"_s);
    qsizetype answered = 0;
    for (const int child : part(u"pre_publication"_s).children) {
        QVERIFY2(graph.nodes[child].onPath, qPrintable(graph.nodes[child].title));
        answered += graph.nodes[child].answer.isEmpty() ? 0 : 1;
    }
    QVERIFY(answered > 0);
}

void RuleGraphTest::withoutAnswersThereAreNoTruths()
{
    const RuleGraph graph = graphOf(catalogue(), firstProvision(u"2024"_s), nullptr);
    for (const RuleNode &node : graph.nodes) {
        QVERIFY(!node.truth);
        QVERIFY(!node.onPath);
        QVERIFY(node.answer.isEmpty());
    }
}

void RuleGraphTest::layoutOfASmallTree()
{
    RuleGraph graph;
    graph.nodes.resize(5);
    const auto hang = [&graph](int at, int parent) {
        graph.nodes[at].parent = parent;
        graph.nodes[parent].children << at;
    };
    hang(1, 0);
    hang(2, 1);
    hang(3, 1);
    hang(4, 0);
    const QList<QSizeF> sizes(5, QSizeF(10, 2));
    const RuleLayout layout = layOut(graph, sizes, QSizeF(3, 1));
    // The last one stands beside the second: what hangs on that one is in another column and takes no room from it.
    QCOMPARE(layout.boxes[1].top() + 3, layout.boxes[4].top());
    QCOMPARE(layout.boxes[2].top(), 0.0);
    QCOMPARE(layout.boxes[3].top(), 3.0);
    QCOMPARE(layout.boxes[1].center().y(), 2.5);
    QCOMPARE(layout.boxes[0].center().y(), 4.0);
    QCOMPARE(layout.boxes[0].left(), 0.0);
    QCOMPARE(layout.boxes[1].left(), 13.0);
    QCOMPARE(layout.boxes[2].left(), 26.0);
    QCOMPARE(layout.size, QSizeF(36, 6.5));
    QVERIFY(layOut(graph, {}, QSizeF(1, 1)).boxes.isEmpty());
}

void RuleGraphTest::nothingForWhatIsNotThere()
{
    for (const RuleAddress::Kind kind :
         {RuleAddress::Kind::Provision, RuleAddress::Kind::Element, RuleAddress::Kind::Exception,
          RuleAddress::Kind::Duty, RuleAddress::Kind::Warning, RuleAddress::Kind::Rule, RuleAddress::Kind::Fact,
          RuleAddress::Kind::Countries})
        for (const QString &state : {QString(), u"1999"_s, u"2024"_s})
            QVERIFY(graphOf(catalogue(), {kind, state, u"none"_s, u"none"_s}, nullptr).nodes.isEmpty());
}

void RuleGraphTest::wordsAreForPeople()
{
    // No condition of the law is shown by the ids of its facts or choices.
    int facts = 0;
    for (const language::LawState &state : catalogue().states)
        for (const language::Provision &provision : state.provisions) {
            const RuleGraph graph =
                graphOf(catalogue(), {RuleAddress::Kind::Provision, state.id, {}, provision.id}, nullptr);
            for (const RuleNode &node : graph.nodes) {
                if (node.kind != RuleNode::Kind::Fact)
                    continue;
                ++facts;
                QVERIFY2(!node.title.contains(u'_'), qPrintable(node.title));
                QVERIFY2(node.title.contains(u'?'), qPrintable(node.title));
                QVERIFY2(node.title != node.condition, qPrintable(node.title));
            }
            QVERIFY(!print(graph).contains(u'+'));
        }
    QVERIFY(facts > 50);
}

QTEST_GUILESS_MAIN(RuleGraphTest)
#include "rulegraph_test.moc"
