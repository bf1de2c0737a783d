// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/reasoning/evaluation.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace clearway::reasoning {

/// One statement or condition of a rule that is drawn.
struct RuleNode {
    enum class Kind {
        Provision,
        Element,
        Exception,
        Duty,
        Warning,
        Rule,
        All,         ///< all that hang on it
        Any,         ///< one of what hangs on it
        Not,         ///< the opposite of what hangs on it
        AtSomePoint, ///< what hangs on it, at one of the item's operating points
        Fact,        ///< decided by answers
        Entry,       ///< a position of the list
        Constant,    ///< always or never
    };
    Kind kind = Kind::Fact;
    language::RuleAddress address;  ///< its own; of a Fact that of its first question; null of what only joins
    language::RuleAddress refersTo; ///< the rule that it names, or is nothing but; else null
    QString title;                  ///< in plain words
    QString condition;              ///< of a fact, as the rules write it
    QString answer;                 ///< of a fact, what was answered, in words; empty: nothing known
    QString cite;
    std::optional<language::Grade> grade;
    bool verified = true;
    QString leansOn;
    std::optional<Truth> truth; ///< nothing: the rule is put to no answers
    bool onPath = false;        ///< with all that it hangs on, it decides what the root comes to
    bool shownBefore = false;   ///< a rule whose parts hang on an earlier node
    int parent = -1;
    QList<int> children;
};

/// How a node hangs on the one that it belongs to.
struct RuleEdge {
    enum class Kind { Needed, Enough, Unless, Opposite };
    int from = 0; ///< the node nearer to the root
    int to = 0;
    Kind kind = Kind::Needed;
    bool onPath = false;
};

/// A provision, or a part of one, or another rule, with its conditions. Every node but the first hangs on one node that
/// stands before it; a rule that is named several times has its parts only where it is named first.
struct RuleGraph {
    QList<RuleNode> nodes;
    QList<RuleEdge> edges; ///< in the order of their second node
};

/// Empty where the rule book has no such statement, and of a question. Without answers (`context` null) it has no
/// truths and no path; the state of the context must be the one of the address.
RuleGraph graphOf(const language::RuleBook &rules, const language::RuleAddress &address, const Context *context);

/// Where the nodes of a graph go: one column for each distance from the root, from left to right.
struct RuleLayout {
    QList<QRectF> boxes; ///< of each node
    QSizeF size;
};

/// Nodes of one column stand at least gap.height() apart, columns gap.width(); each stands at the middle of those that
/// hang on it. The sizes of the nodes are the caller's, in any unit (characters and lines, or pixels).
RuleLayout layOut(const RuleGraph &graph, const QList<QSizeF> &sizes, const QSizeF &gap);

} // namespace clearway::reasoning
