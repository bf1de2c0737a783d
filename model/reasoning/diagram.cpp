// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/diagram.h"

#include <algorithm>
#include <limits>

namespace clearway::reasoning {

static constexpr Diagram::Variable constantLevel = std::numeric_limits<Diagram::Variable>::max();

Diagram::Diagram()
    : m_nodes{{constantLevel, 0}, {constantLevel, 0}}
{
}

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

Diagram::Node Diagram::make(Variable variable, const std::vector<Node> &successors)
{
    if (std::ranges::all_of(successors, [&](Node node) { return node == successors.front(); }))
        return successors.front();
    std::size_t hash = variable;
    for (const Node node : successors)
        hash = hash * 0x100000001B3ull ^ node;
    const auto [begin, end] = m_unique.equal_range(hash);
    for (auto it = begin; it != end; ++it) {
        const Inner &inner = m_nodes[it->second];
        if (inner.variable == variable
            && std::equal(successors.begin(), successors.end(), m_successors.begin() + inner.first))
            return it->second;
    }
    const Node node = Node(m_nodes.size());
    m_nodes.push_back({variable, std::uint32_t(m_successors.size())});
    m_successors.insert(m_successors.end(), successors.begin(), successors.end());
    m_unique.emplace(hash, node);
    return node;
}

Diagram::Node Diagram::literal(Variable variable, const std::vector<bool> &classes)
{
    std::vector<Node> successors;
    successors.reserve(m_classes[variable]);
    for (std::uint32_t i = 0; i < m_classes[variable]; ++i)
        successors.push_back(i < classes.size() && classes[i] ? True : False);
    return make(variable, successors);
}

Diagram::Node Diagram::choose(Node condition, Node a, Node b)
{
    if (condition == True || a == b)
        return a;
    if (condition == False)
        return b;
    if (a == True && b == False)
        return condition;
    const Triple key{condition, a, b};
    if (const auto known = m_chosen.find(key); known != m_chosen.end())
        return known->second;
    const Variable top = std::min({levelOf(condition), levelOf(a), levelOf(b)});
    std::vector<Node> successors;
    successors.reserve(m_classes[top]);
    for (std::uint32_t i = 0; i < m_classes[top]; ++i)
        successors.push_back(choose(cofactor(condition, top, i), cofactor(a, top, i), cofactor(b, top, i)));
    const Node result = make(top, successors);
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
        std::vector<Node> successors;
        for (std::uint32_t i = 0; i < m_classes[level]; ++i)
            successors.push_back(self(self, successor(at, i)));
        const Node result = make(level, successors);
        done.emplace(at, result);
        return result;
    };
    return fix(fix, node);
}

template<typename Visit>
static void visitBelow(const Diagram &diagram, Diagram::Node node, const Visit &visit)
{
    std::vector<Diagram::Node> open{node};
    std::unordered_map<Diagram::Node, bool> seen;
    while (!open.empty()) {
        const Diagram::Node at = open.back();
        open.pop_back();
        if (!seen.emplace(at, true).second)
            continue;
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
