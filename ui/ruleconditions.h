// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/rulegraph.h"

#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace clearway::ui {

class ProofTree;
class RuleGraphView;
class RuleTreeModel;
class Text;

/// What a rule is made of, as a tree that folds and as a graph, which follow each other; below them what is to be said
/// about the line or node that is chosen.
class RuleConditions final : public QWidget {
    Q_OBJECT
public:
    explicit RuleConditions(QWidget *parent = nullptr);

    /// `withPath`: it says what answers make of it. A graph without nodes hides all of this.
    void show(const reasoning::RuleGraph &graph, bool withPath);
    const reasoning::RuleGraph &graph() const;
    bool showsGraph() const;
    /// Folded, the tree shows the statement with what it is made of, and opens along the path of the answers.
    void unfold(bool all);
    void zoomBy(double factor);

Q_SIGNALS:
    /// The tree or the graph was turned to.
    void turned();
    void nodeChosen(int node);
    void nodeActivated(int node);

private:
    void choose(int node);
    void follow(int node);

    RuleTreeModel *m_model;
    QTabWidget *m_tabs;
    ProofTree *m_tree;
    RuleGraphView *m_graph;
    Text *m_legend;
    QPlainTextEdit *m_detail;
    bool m_following = false; ///< the tree follows the graph
};

} // namespace clearway::ui
