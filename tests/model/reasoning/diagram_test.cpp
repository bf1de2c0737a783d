// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/diagram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using clearway::reasoning::Diagram;
using Node = Diagram::Node;

namespace {

/// A function by its values over all assignments; the first variable counts slowest, so that the values with
/// it put into one class stand together.
using Table = std::vector<bool>;

struct Variables {
    std::vector<std::uint32_t> classes;

    std::size_t assignments(std::size_t from = 0) const
    {
        return std::accumulate(classes.begin() + std::ptrdiff_t(from), classes.end(), std::size_t(1),
                               std::multiplies());
    }
    std::uint32_t classOf(std::size_t assignment, std::size_t variable) const
    {
        return std::uint32_t(assignment / assignments(variable + 1) % classes[variable]);
    }
    /// The same assignment, but for one variable.
    std::size_t with(std::size_t assignment, std::size_t variable, std::uint32_t chosen) const
    {
        const std::size_t step = assignments(variable + 1);
        return assignment + step * chosen - step * classOf(assignment, variable);
    }
};

struct Function {
    Node node = Diagram::False;
    Table table;
};

bool isConstant(const Table &table)
{
    return std::ranges::all_of(table, [&](bool value) { return value == table.front(); });
}

std::vector<Table> parts(const Table &table, std::uint32_t classes)
{
    std::vector<Table> result;
    const auto size = std::ptrdiff_t(table.size() / classes);
    for (std::ptrdiff_t i = 0; i < std::ptrdiff_t(classes); ++i)
        result.emplace_back(table.begin() + i * size, table.begin() + (i + 1) * size);
    return result;
}

/// By definition: a variable on which nothing depends is skipped.
std::uint64_t pathsOf(const Table &table, const Variables &variables, std::size_t level = 0)
{
    if (isConstant(table))
        return 1;
    const std::vector<Table> below = parts(table, variables.classes[level]);
    if (std::ranges::all_of(below, [&](const Table &part) { return part == below.front(); }))
        return pathsOf(below.front(), variables, level + 1);
    std::uint64_t sum = 0;
    for (const Table &part : below)
        sum += pathsOf(part, variables, level + 1);
    return sum;
}

/// The different functions that are met on the way, constants with them.
void gatherNodes(const Table &table, const Variables &variables, std::size_t level,
                 std::set<std::pair<std::size_t, Table>> &nodes)
{
    if (isConstant(table)) {
        nodes.insert({variables.classes.size(), {table.front()}});
        return;
    }
    const std::vector<Table> below = parts(table, variables.classes[level]);
    const bool skipped = std::ranges::all_of(below, [&](const Table &part) { return part == below.front(); });
    if (!skipped && !nodes.insert({level, table}).second)
        return;
    for (const Table &part : below)
        gatherNodes(part, variables, level + 1, nodes);
}

std::vector<Diagram::Variable> supportOf(const Table &table, const Variables &variables)
{
    std::vector<Diagram::Variable> result;
    for (std::size_t variable = 0; variable < variables.classes.size(); ++variable) {
        for (std::size_t at = 0; at < table.size(); ++at) {
            if (table[at] != table[variables.with(at, variable, 0)]) {
                result.push_back(Diagram::Variable(variable));
                break;
            }
        }
    }
    return result;
}

/// What the diagram says to one assignment; -1 where its variables are out of order.
int valueAt(const Diagram &diagram, Node node, std::size_t assignment, const Variables &variables)
{
    while (!Diagram::isConstant(node)) {
        const Diagram::Variable variable = diagram.variableOf(node);
        const Node next = diagram.successor(node, variables.classOf(assignment, variable));
        if (!Diagram::isConstant(next) && diagram.variableOf(next) <= variable)
            return -1;
        node = next;
    }
    return node == Diagram::True ? 1 : 0;
}

Table combined(const Table &a, const Table &b, const auto &operation)
{
    Table result;
    for (std::size_t i = 0; i < a.size(); ++i)
        result.push_back(operation(a[i], b[i]));
    return result;
}

/// Two ways to write one function of three others.
struct Law {
    using Side = Node (*)(Diagram &, Node, Node, Node);
    Side left = nullptr;
    Side right = nullptr;
};

/// A function whose numbers are known by hand.
struct Sample {
    Node (*make)(Diagram &) = nullptr;
};

Node parity(Diagram &diagram, int variables)
{
    std::vector<Node> literals;
    for (int i = 0; i < variables; ++i)
        literals.push_back(diagram.literal(diagram.addVariable(2), {false, true}));
    Node odd = Diagram::False;
    for (const Node literal : literals)
        odd = diagram.choose(literal, diagram.opposite(odd), odd);
    return odd;
}

} // namespace

class DiagramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void literals_data();
    void literals();
    void laws_data();
    void laws();
    void numbers_data();
    void numbers();
    void truthTables_data();
    void truthTables();
};

void DiagramTest::literals_data()
{
    QTest::addColumn<std::vector<bool>>("classes");
    QTest::addColumn<int>("declared");
    QTest::addColumn<int>("constant"); // -1: neither
    QTest::newRow("of two") << std::vector<bool>{false, true} << 2 << -1;
    QTest::newRow("of three") << std::vector<bool>{true, false, true} << 3 << -1;
    QTest::newRow("of none") << std::vector<bool>{false, false, false} << 3 << 0;
    QTest::newRow("of all") << std::vector<bool>{true, true, true} << 3 << 1;
    QTest::newRow("of the only one") << std::vector<bool>{true} << 1 << 1;
    QTest::newRow("what is not said is false") << std::vector<bool>{true} << 2 << -1;
    QTest::newRow("a variable has one class at least") << std::vector<bool>{true} << 0 << 1;
}

void DiagramTest::literals()
{
    QFETCH(std::vector<bool>, classes);
    QFETCH(int, declared);
    QFETCH(int, constant);
    Diagram diagram;
    const Diagram::Variable variable = diagram.addVariable(std::uint32_t(declared));
    QCOMPARE(diagram.variableCount(), std::size_t(1));
    QCOMPARE(diagram.classesOf(variable), std::uint32_t(std::max(declared, 1)));
    const Node node = diagram.literal(variable, classes);
    QCOMPARE(Diagram::isConstant(node), constant >= 0);
    if (constant >= 0) {
        QCOMPARE(node, constant == 1 ? Diagram::True : Diagram::False);
        return;
    }
    QCOMPARE(diagram.variableOf(node), variable);
    classes.resize(std::size_t(declared));
    for (std::size_t i = 0; i < classes.size(); ++i)
        QCOMPARE(diagram.successor(node, std::uint32_t(i)), classes[i] ? Diagram::True : Diagram::False);
}

void DiagramTest::laws_data()
{
    QTest::addColumn<Law>("law");
    const auto row = [](const char *name, Law::Side left, Law::Side right) { QTest::newRow(name) << Law{left, right}; };
    row(
        "both with true", [](Diagram &d, Node a, Node, Node) { return d.both(a, Diagram::True); },
        [](Diagram &, Node a, Node, Node) { return a; });
    row(
        "both with false", [](Diagram &d, Node a, Node, Node) { return d.both(a, Diagram::False); },
        [](Diagram &, Node, Node, Node) { return Node(Diagram::False); });
    row(
        "either with true", [](Diagram &d, Node a, Node, Node) { return d.either(Diagram::True, a); },
        [](Diagram &, Node, Node, Node) { return Node(Diagram::True); });
    row(
        "either with false", [](Diagram &d, Node a, Node, Node) { return d.either(Diagram::False, a); },
        [](Diagram &, Node a, Node, Node) { return a; });
    row(
        "twice the opposite", [](Diagram &d, Node a, Node, Node) { return d.opposite(d.opposite(a)); },
        [](Diagram &, Node a, Node, Node) { return a; });
    row(
        "the opposite of true", [](Diagram &d, Node, Node, Node) { return d.opposite(Diagram::True); },
        [](Diagram &, Node, Node, Node) { return Node(Diagram::False); });
    row(
        "contradiction", [](Diagram &d, Node a, Node, Node) { return d.both(a, d.opposite(a)); },
        [](Diagram &, Node, Node, Node) { return Node(Diagram::False); });
    row(
        "excluded middle", [](Diagram &d, Node a, Node, Node) { return d.either(a, d.opposite(a)); },
        [](Diagram &, Node, Node, Node) { return Node(Diagram::True); });
    row(
        "order of both", [](Diagram &d, Node a, Node b, Node) { return d.both(a, b); },
        [](Diagram &d, Node a, Node b, Node) { return d.both(b, a); });
    row(
        "order of either", [](Diagram &d, Node a, Node b, Node) { return d.either(a, b); },
        [](Diagram &d, Node a, Node b, Node) { return d.either(b, a); });
    row(
        "De Morgan", [](Diagram &d, Node a, Node b, Node) { return d.opposite(d.both(a, b)); },
        [](Diagram &d, Node a, Node b, Node) { return d.either(d.opposite(a), d.opposite(b)); });
    row(
        "absorption", [](Diagram &d, Node a, Node b, Node) { return d.either(a, d.both(a, b)); },
        [](Diagram &, Node a, Node, Node) { return a; });
    row(
        "distribution", [](Diagram &d, Node a, Node b, Node c) { return d.both(a, d.either(b, c)); },
        [](Diagram &d, Node a, Node b, Node c) { return d.either(d.both(a, b), d.both(a, c)); });
    row(
        "choice spelt out", [](Diagram &d, Node a, Node b, Node c) { return d.choose(a, b, c); },
        [](Diagram &d, Node a, Node b, Node c) { return d.either(d.both(a, b), d.both(d.opposite(a), c)); });
    row(
        "a choice that is none", [](Diagram &d, Node a, Node b, Node) { return d.choose(a, b, b); },
        [](Diagram &, Node, Node b, Node) { return b; });
    row(
        "the opposite of a choice", [](Diagram &d, Node a, Node b, Node c) { return d.opposite(d.choose(a, b, c)); },
        [](Diagram &d, Node a, Node b, Node c) { return d.choose(a, d.opposite(b), d.opposite(c)); });
}

void DiagramTest::laws()
{
    QFETCH(Law, law);
    Diagram diagram;
    std::vector<Node> functions{Diagram::False, Diagram::True};
    const Diagram::Variable first = diagram.addVariable(3);
    const Diagram::Variable second = diagram.addVariable(2);
    const Diagram::Variable third = diagram.addVariable(2);
    for (const std::vector<bool> &classes : {std::vector{false, true, true}, std::vector{true, false, true}})
        functions.push_back(diagram.literal(first, classes));
    functions.push_back(diagram.literal(second, {false, true}));
    functions.push_back(diagram.both(functions.back(), diagram.literal(third, {true, false})));
    for (const Node a : functions) {
        for (const Node b : functions) {
            for (const Node c : functions) {
                const Node left = law.left(diagram, a, b, c);
                QCOMPARE(law.right(diagram, a, b, c), left);
                // What was made once is found again.
                const std::size_t nodes = diagram.nodeCount();
                QCOMPARE(law.left(diagram, a, b, c), left);
                QCOMPARE(diagram.nodeCount(), nodes);
            }
        }
    }
}

void DiagramTest::numbers_data()
{
    QTest::addColumn<Sample>("sample");
    QTest::addColumn<QString>("paths");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("support");
    const auto row = [](const char *name, Node (*make)(Diagram &), const char *paths, int size, int support) {
        QTest::newRow(name) << Sample{make} << QString::fromLatin1(paths) << size << support;
    };
    row("true", [](Diagram &) { return Node(Diagram::True); }, "1", 1, 0);
    row(
        "false",
        [](Diagram &d) {
            d.addVariable(2);
            return Node(Diagram::False);
        },
        "1", 1, 0);
    row(
        "one of three classes", [](Diagram &d) { return d.literal(d.addVariable(3), {false, true, false}); }, "3", 3,
        1);
    row(
        "all of three",
        [](Diagram &d) {
            const Node a = d.literal(d.addVariable(2), {false, true});
            const Node b = d.literal(d.addVariable(2), {false, true});
            return d.both(d.both(a, b), d.literal(d.addVariable(2), {false, true}));
        },
        "4", 5, 3);
    row(
        "the middle one does not matter",
        [](Diagram &d) {
            const Node a = d.literal(d.addVariable(2), {false, true});
            const Node b = d.literal(d.addVariable(2), {false, true});
            const Node c = d.literal(d.addVariable(2), {false, true});
            return d.both(d.either(d.both(a, b), d.both(a, d.opposite(b))), c);
        },
        "3", 4, 2);
    row("parity of three", [](Diagram &d) { return parity(d, 3); }, "8", 7, 3);
    // More than 64 bits hold.
    row("parity of seventy", [](Diagram &d) { return parity(d, 70); }, "1180591620717411303424", 141, 70);
}

void DiagramTest::numbers()
{
    QFETCH(Sample, sample);
    QFETCH(int, size);
    QFETCH(int, support);
    Diagram diagram;
    const Node node = sample.make(diagram);
    QTEST(QString::fromStdString(diagram.paths(node).str()), "paths");
    QCOMPARE(diagram.sizeOf(node), std::size_t(size));
    QCOMPARE(diagram.support(node).size(), std::size_t(support));
}

void DiagramTest::truthTables_data()
{
    QTest::addColumn<int>("variables");
    QTest::addColumn<quint32>("seed");
    for (int variables = 1; variables <= 6; ++variables) {
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("%d variables, seed %u", variables, seed) << variables << seed;
    }
}

/// Random functions, built step by step from those before: each is what its table says, and equal tables are
/// one node.
void DiagramTest::truthTables()
{
    QFETCH(int, variables);
    QFETCH(quint32, seed);
    QRandomGenerator random(seed * 100 + quint32(variables));
    Diagram diagram;
    Variables space;
    for (int i = 0; i < variables; ++i) {
        space.classes.push_back(quint32(random.bounded(2, i < 4 ? 5 : 3)));
        QCOMPARE(diagram.addVariable(space.classes.back()), Diagram::Variable(i));
    }
    const std::size_t size = space.assignments();
    std::vector<Function> functions{{Diagram::False, Table(size, false)}, {Diagram::True, Table(size, true)}};
    const auto any = [&]() -> const Function & {
        return functions[std::size_t(random.bounded(int(functions.size())))];
    };
    const auto literal = [&] {
        const auto variable = Diagram::Variable(random.bounded(variables));
        std::vector<bool> classes;
        for (std::uint32_t i = 0; i < space.classes[variable]; ++i)
            classes.push_back(random.bounded(2) == 1);
        Table table;
        for (std::size_t at = 0; at < size; ++at)
            table.push_back(classes[space.classOf(at, variable)]);
        return Function{diagram.literal(variable, classes), table};
    };
    for (int i = 0; i < 2 * variables; ++i)
        functions.push_back(literal());
    for (int step = 0; step < 120; ++step) {
        const Function a = any();
        const Function b = any();
        const Function c = any();
        Function made;
        switch (random.bounded(5)) {
        case 0: made = {diagram.both(a.node, b.node), combined(a.table, b.table, std::logical_and())}; break;
        case 1: made = {diagram.either(a.node, b.node), combined(a.table, b.table, std::logical_or())}; break;
        case 2:
            made = {diagram.opposite(a.node), combined(a.table, a.table, [](bool value, bool) { return !value; })};
            break;
        case 3: {
            Table table;
            for (std::size_t at = 0; at < size; ++at)
                table.push_back(a.table[at] ? b.table[at] : c.table[at]);
            made = {diagram.choose(a.node, b.node, c.node), table};
            break;
        }
        case 4: {
            const auto variable = Diagram::Variable(random.bounded(variables));
            const auto chosen = std::uint32_t(random.bounded(int(space.classes[variable])));
            Table table;
            for (std::size_t at = 0; at < size; ++at)
                table.push_back(a.table[space.with(at, variable, chosen)]);
            made = {diagram.fixed(a.node, variable, chosen), table};
            break;
        }
        }
        functions.push_back(made);
    }

    std::map<Table, Node> nodes;
    std::set<Node> different;
    for (const Function &function : functions) {
        for (std::size_t at = 0; at < size; ++at)
            QCOMPARE(valueAt(diagram, function.node, at, space), function.table[at] ? 1 : 0);
        QCOMPARE(nodes.emplace(function.table, function.node).first->second, function.node);
        different.insert(function.node);
        QVERIFY(diagram.paths(function.node) == pathsOf(function.table, space));
        QVERIFY(diagram.support(function.node) == supportOf(function.table, space));
        std::set<std::pair<std::size_t, Table>> below;
        gatherNodes(function.table, space, 0, below);
        QCOMPARE(diagram.sizeOf(function.node), below.size());
    }

    // All false at once: never claimed where it cannot be; of one function found wherever it can be.
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        const std::vector<Function> some{any(), any(), any()};
        std::vector<Node> together;
        bool possible = false;
        for (std::size_t at = 0; at < size; ++at)
            possible = possible || std::ranges::none_of(some, [&](const Function &one) { return one.table[at]; });
        for (const Function &one : some) {
            together.push_back(one.node);
            QCOMPARE(diagram.findsAllFalse({one.node}), one.node != Diagram::True);
        }
        const bool claimed = diagram.findsAllFalse(together);
        QVERIFY(!claimed || possible);
        found += claimed ? 1 : 0;
    }
    QVERIFY(diagram.findsAllFalse({}));
    QVERIFY2(found > 0, "random functions this alike prove nothing");
    QCOMPARE(different.size(), nodes.size());
    QVERIFY(nodes.size() > (variables < 4 ? 2u : 10u));
}

QTEST_GUILESS_MAIN(DiagramTest)
#include "diagram_test.moc"
