// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <vector>

namespace clearway::reasoning {

/// Shared decision diagrams: truth functions over variables of several classes each, reduced, ordered and hash-consed,
/// so that equal functions are one node and a function that is always true is the node True. Variables are ordered as
/// they are added. Nodes live as long as the diagram.
class Diagram {
public:
    using Node = std::uint32_t;
    using Variable = std::uint32_t;
    static constexpr Node False = 0;
    static constexpr Node True = 1;

    Diagram();

    /// `classes` ≥ 1
    Variable addVariable(std::uint32_t classes);
    std::uint32_t classesOf(Variable variable) const { return m_classes[variable]; }
    std::size_t variableCount() const { return m_classes.size(); }

    /// True where the variable is in one of the classes.
    Node literal(Variable variable, const std::vector<bool> &classes);
    Node both(Node a, Node b) { return choose(a, b, False); }
    Node either(Node a, Node b) { return choose(a, True, b); }
    Node opposite(Node a) { return choose(a, False, True); }
    /// if `condition` then `a` else `b`
    Node choose(Node condition, Node a, Node b);
    /// The function with the variable put into one class.
    Node fixed(Node node, Variable variable, std::uint32_t chosen);

    /// Looks for one completion that makes all of these functions false, without joining them: what they have in common
    /// may be as large as their product. True: there is one. False: none was found, which proves nothing.
    bool findsAllFalse(const std::vector<Node> &nodes) const;

    static bool isConstant(Node node) { return node <= True; }
    /// The variables that the function depends on, in order.
    std::vector<Variable> support(Node node) const;

    /// Paths from the root to a constant.
    boost::multiprecision::cpp_int paths(Node node) const;
    std::size_t nodeCount() const { return m_nodes.size(); }
    /// Nodes below and including this one.
    std::size_t sizeOf(Node node) const;

    /// For walking a diagram: the variable of an inner node and its successors by class.
    Variable variableOf(Node node) const { return m_nodes[node].variable; }
    Node successor(Node node, std::uint32_t chosen) const { return m_successors[m_nodes[node].first + chosen]; }

private:
    struct Inner {
        Variable variable;
        std::uint32_t first; ///< index of the first successor
        std::uint32_t hash;  ///< of variable and successors
    };
    struct Triple {
        Node a, b, c;
        friend bool operator==(const Triple &, const Triple &) = default;
    };
    struct TripleHash {
        std::size_t operator()(const Triple &t) const noexcept
        {
            const std::size_t mixed = (std::size_t(t.a) * 0x9E3779B97F4A7C15ull)
                                      ^ (std::size_t(t.b) * 0xC2B2AE3D27D4EB4Full)
                                      ^ (std::size_t(t.c) * 0x165667B19E3779F9ull);
            return mixed ^ (mixed >> 32);
        }
    };

    /// The successors are the topmost of m_scratch from `first` on; they are taken off.
    Node makeFrom(Variable variable, std::size_t first);
    void growTable();
    Variable levelOf(Node node) const;
    Node cofactor(Node node, Variable variable, std::uint32_t chosen) const;

    std::vector<std::uint32_t> m_classes;
    std::vector<Inner> m_nodes;
    std::vector<Node> m_successors;
    std::vector<Node> m_table;   ///< every inner node, placed by its hash with linear probing; False: a free place
    std::vector<Node> m_scratch; ///< a stack of successors of nodes that are being made
    boost::unordered_flat_map<Triple, Node, TripleHash> m_chosen;
};

} // namespace clearway::reasoning
