// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ruleconditions.h"

#include "ui/look.h"
#include "ui/models/ruletreemodel.h"
#include "ui/models/rulewords.h"
#include "ui/prooftree.h"
#include "ui/rulegraphview.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::RuleGraph;

RuleConditions::RuleConditions(QWidget *parent)
    : QWidget(parent)
    , m_model(new RuleTreeModel(this))
    , m_tabs(new QTabWidget(this))
    , m_tree(new ProofTree(m_tabs))
{
    m_tabs->setObjectName(u"ruleTabs"_s);
    m_tabs->setAccessibleName(tr("The rule as a tree or as a graph"));
    m_tabs->setDocumentMode(true);
    m_tree->setObjectName(u"ruleTree"_s);
    m_tree->setAccessibleName(tr("The rule as a tree"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    auto *graphTab = new QWidget(m_tabs);
    auto *graphColumn = new QVBoxLayout(graphTab);
    graphColumn->setContentsMargins(0, 0, 0, 0);
    m_graph = new RuleGraphView(graphTab);
    m_legend = new Text({}, Text::Muted, graphTab);
    m_legend->setObjectName(u"ruleLegend"_s);
    graphColumn->addWidget(m_graph, 1);
    graphColumn->addWidget(m_legend);
    m_tabs->addTab(m_tree, tr("As a tree"));
    m_tabs->addTab(graphTab, tr("As a graph"));
    m_detail = new QPlainTextEdit(this);
    m_detail->setObjectName(u"ruleDetail"_s);
    m_detail->setAccessibleName(tr("About the line or node that is chosen"));
    m_detail->setReadOnly(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setTabChangesFocus(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setMaximumHeight(130);
    m_detail->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_detail);

    connect(m_tabs, &QTabWidget::currentChanged, this, &RuleConditions::turned);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid() || m_following)
            return;
        const int node = index.data(RuleTreeModel::NodeRole).toInt();
        m_graph->setCurrent(node);
        choose(node);
    });
    const auto activate = [this](const QModelIndex &index) {
        Q_EMIT nodeActivated(index.data(RuleTreeModel::NodeRole).toInt());
    };
    connect(m_tree, &ProofTree::chosen, this, activate);
    connect(m_tree, &QTreeView::doubleClicked, this, activate);
    connect(m_graph, &RuleGraphView::currentChanged, this, [this](int node) {
        follow(node);
        choose(node);
    });
    connect(m_graph, &RuleGraphView::activated, this, &RuleConditions::nodeActivated);
}

void RuleConditions::show(const RuleGraph &graph, bool withPath)
{
    setVisible(!graph.nodes.isEmpty());
    m_graph->setGraph(graph);
    m_model->setGraph(graph);
    unfold(false);
    m_legend->setText(
        withPath ? tr("▸ and a strong outline: on the path of the answers. ✓ holds, ✗ does not, ? open. Broken "
                      "outline: unverified. Cut corners: exception. Line at the side: can be followed with Return.")
                 : tr("Broken outline: unverified. Cut corners: exception. Line at the side: can be followed "
                      "with Return or a double click."));
    if (!graph.nodes.isEmpty()) {
        follow(0);
        m_detail->setPlainText(nodeLines(graph.nodes[0]).join(u'\n'));
    }
}

const RuleGraph &RuleConditions::graph() const
{
    return m_model->graph();
}

bool RuleConditions::showsGraph() const
{
    return m_tabs->currentIndex() == 1;
}

void RuleConditions::unfold(bool all)
{
    m_tree->collapseAll();
    if (all) {
        m_tree->expandAll();
        return;
    }
    m_tree->expand(m_model->indexOf(0));
    for (int node = 0; node < graph().nodes.size(); ++node)
        if (graph().nodes[node].onPath)
            m_tree->expand(m_model->indexOf(node));
}

void RuleConditions::zoomBy(double factor)
{
    m_graph->zoomBy(factor);
}

void RuleConditions::choose(int node)
{
    m_detail->setPlainText(nodeLines(graph().nodes[node]).join(u'\n'));
    Q_EMIT nodeChosen(node);
}

void RuleConditions::follow(int node)
{
    m_following = true;
    m_tree->setCurrentIndex(m_model->indexOf(node));
    m_following = false;
}

} // namespace clearway::ui
