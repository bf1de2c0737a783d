// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/diagram.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace clearway::reasoning {

static constexpr Diagram::Variable constantLevel = std::numeric_limits<Diagram::Variable>::max();

Diagram::Diagram()
    : m_nodes{{constantLevel, 0, 0}, {constantLevel, 0, 0}}
    , m_table(256, False)
{}

Diagram::Variable Diagram::addVariable(std::uint32_t classes)
{
    m_classes.push_back(std::max(classes, 1u));
    return Variable(m_classes.size() - 1);
}

Diagram::Variable Diagram::levelOf(Node node) const
{
    return m_nodes[node].variable;
}

Diagram::Node Diagram::cofactor(Node node, Variable variable, std::uint32_t chosen) const
{
    return levelOf(node) == variable ? successor(node, chosen) : node;
}

void Diagram::growTable()
{
    std::vector<Node> larger(2 * m_table.size(), False);
    const std::size_t mask = larger.size() - 1;
    for (Node node = True + 1; node < m_nodes.size(); ++node) {
        std::size_t place = m_nodes[node].hash & mask;
        while (larger[place] != False)
            place = (place + 1) & mask;
        larger[place] = node;
    }
    m_table = std::move(larger);
}

Diagram::Node Diagram::makeFrom(Variable variable, std::size_t first)
{
    const auto begin = m_scratch.cbegin() + std::ptrdiff_t(first);
    const auto end = m_scratch.cend();
    const Node only = *begin;
    if (std::all_of(begin, end, [&](Node node) { return node == only; })) {
        m_scratch.resize(first);
        return only;
    }
    std::uint64_t mixed = variable;
    for (auto it = begin; it != end; ++it)
        mixed = (mixed ^ *it) * 0x9E3779B97F4A7C15ull;
    const auto hash = std::uint32_t(mixed >> 32);
    const std::size_t mask = m_table.size() - 1;
    std::size_t place = hash & mask;
    for (; m_table[place] != False; place = (place + 1) & mask) {
        const Node known = m_table[place];
        const Inner &inner = m_nodes[known];
        if (inner.hash == hash && inner.variable == variable
            && std::equal(begin, end, m_successors.cbegin() + std::ptrdiff_t(inner.first))) {
            m_scratch.resize(first);
            return known;
        }
    }
    const Node node = Node(m_nodes.size());
    m_nodes.push_back({variable, std::uint32_t(m_successors.size()), hash});
    m_successors.insert(m_successors.end(), begin, end);
    m_scratch.resize(first);
    m_table[place] = node;
    if (2 * m_nodes.size() > m_table.size())
        growTable();
    return node;
}

Diagram::Node Diagram::literal(Variable variable, const std::vector<bool> &classes)
{
    const std::size_t first = m_scratch.size();
    for (std::uint32_t i = 0; i < m_classes[variable]; ++i)
        m_scratch.push_back(i < classes.size() && classes[i] ? True : False);
    return makeFrom(variable, first);
}

Diagram::Node Diagram::choose(Node condition, Node a, Node b)
{
    if (condition == a)
        a = True;
    if (condition == b)
        b = False;
    if (condition == True || a == b)
        return a;
    if (condition == False)
        return b;
    if (a == True && b == False)
        return condition;
    // "and" and "or" in one order, so that each is worked out once.
    if (b == False && a < condition)
        std::swap(condition, a);
    if (a == True && b < condition)
        std::swap(condition, b);
    const Triple key{condition, a, b};
    if (const auto known = m_chosen.find(key); known != m_chosen.end())
        return known->second;
    const Variable top = std::min({levelOf(condition), levelOf(a), levelOf(b)});
    const std::size_t first = m_scratch.size();
    for (std::uint32_t i = 0; i < m_classes[top]; ++i) {
        const Node successor = choose(cofactor(condition, top, i), cofactor(a, top, i), cofactor(b, top, i));
        m_scratch.push_back(successor);
    }
    const Node result = makeFrom(top, first);
    m_chosen.emplace(key, result);
    return result;
}

Diagram::Node Diagram::fixed(Node node, Variable variable, std::uint32_t chosen)
{
    std::unordered_map<Node, Node> done;
    const auto fix = [&](const auto &self, Node at) -> Node {
        if (isConstant(at) || levelOf(at) > variable)
            return at;
        if (levelOf(at) == variable)
            return successor(at, chosen);
        if (const auto known = done.find(at); known != done.end())
            return known->second;
        const Variable level = levelOf(at);
        const std::size_t first = m_scratch.size();
        for (std::uint32_t i = 0; i < m_classes[level]; ++i) {
            const Node below = self(self, successor(at, i));
            m_scratch.push_back(below);
        }
        const Node result = makeFrom(level, first);
        done.emplace(at, result);
        return result;
    };
    return fix(fix, node);
}

bool Diagram::findsAllFalse(const std::vector<Node> &nodes) const
{
    constexpr std::uint32_t open = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> chosen(m_classes.size(), open);
    std::vector<bool> failed;
    const auto reach = [&](const auto &self, Node node) -> bool {
        if (isConstant(node))
            return node == False;
        if (failed[node])
            return false;
        // What lies below a node turns on later variables only, of which those chosen before this function stay as they
        // are: where it failed once it fails again.
        const Variable variable = variableOf(node);
        if (chosen[variable] != open) {
            if (self(self, successor(node, chosen[variable])))
                return true;
        } else {
            for (std::uint32_t i = 0; i < m_classes[variable]; ++i) {
                chosen[variable] = i;
                if (self(self, successor(node, i)))
                    return true;
            }
            chosen[variable] = open;
        }
        failed[node] = true;
        return false;
    };
    for (const Node node : nodes) {
        failed.assign(m_nodes.size(), false);
        if (!reach(reach, node))
            return false;
    }
    return true;
}

template<typename Visit>
static void visitBelow(const Diagram &diagram, Diagram::Node node, const Visit &visit)
{
    std::vector<Diagram::Node> open{node};
    std::vector<bool> seen(diagram.nodeCount(), false);
    while (!open.empty()) {
        const Diagram::Node at = open.back();
        open.pop_back();
        if (seen[at])
            continue;
        seen[at] = true;
        visit(at);
        if (Diagram::isConstant(at))
            continue;
        for (std::uint32_t i = 0; i < diagram.classesOf(diagram.variableOf(at)); ++i)
            open.push_back(diagram.successor(at, i));
    }
}

std::vector<Diagram::Variable> Diagram::support(Node node) const
{
    std::vector<bool> depends(m_classes.size(), false);
    visitBelow(*this, node, [&](Node at) {
        if (!isConstant(at))
            depends[variableOf(at)] = true;
    });
    std::vector<Variable> result;
    for (Variable variable = 0; variable < depends.size(); ++variable) {
        if (depends[variable])
            result.push_back(variable);
    }
    return result;
}

std::size_t Diagram::sizeOf(Node node) const
{
    std::size_t size = 0;
    visitBelow(*this, node, [&](Node) { ++size; });
    return size;
}

boost::multiprecision::cpp_int Diagram::paths(Node node) const
{
    std::unordered_map<Node, boost::multiprecision::cpp_int> counted;
    const auto count = [&](const auto &self, Node at) -> boost::multiprecision::cpp_int {
        if (isConstant(at))
            return 1;
        if (const auto known = counted.find(at); known != counted.end())
            return known->second;
        boost::multiprecision::cpp_int sum = 0;
        for (std::uint32_t i = 0; i < m_classes[variableOf(at)]; ++i)
            sum += self(self, successor(at, i));
        counted.emplace(at, sum);
        return sum;
    };
    return count(count, node);
}

} // namespace clearway::reasoning
