// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ruletreemodel.h"

#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::RuleNode;

RuleTreeModel::RuleTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void RuleTreeModel::setGraph(reasoning::RuleGraph graph)
{
    beginResetModel();
    m_graph = std::move(graph);
    endResetModel();
}

static int nodeAt(const QModelIndex &index)
{
    return static_cast<int>(index.internalId());
}

QModelIndex RuleTreeModel::indexOf(int node) const
{
    if (node < 0 || node >= m_graph.nodes.size())
        return {};
    const int parent = m_graph.nodes[node].parent;
    const int row = parent < 0 ? 0 : static_cast<int>(m_graph.nodes[parent].children.indexOf(node));
    return createIndex(row, 0, static_cast<quintptr>(node));
}

QModelIndex RuleTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const int node = parent.isValid() ? m_graph.nodes[nodeAt(parent)].children[row] : 0;
    return createIndex(row, 0, static_cast<quintptr>(node));
}

QModelIndex RuleTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_graph.nodes[nodeAt(child)].parent) : QModelIndex();
}

int RuleTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return m_graph.nodes.isEmpty() ? 0 : 1;
    return static_cast<int>(m_graph.nodes[nodeAt(parent)].children.size());
}

int RuleTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RuleTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleNode &node = m_graph.nodes[nodeAt(index)];
    switch (role) {
    case Qt::DisplayRole:
        if (node.kind == RuleNode::Kind::Exception && node.parent >= 0)
            return tr("unless: %1").arg(node.title);
        return node.kind == RuleNode::Kind::Entry ? QString(node.cite + u"  "_s + node.title) : node.title;
    case Qt::AccessibleTextRole: return nodeName(node);
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole: return nodeLines(node).join(u'\n');
    case NodeRole: return nodeAt(index);
    case ProofModel::TruthRole: return node.truth ? QVariant(static_cast<int>(*node.truth)) : QVariant();
    case ProofModel::VerifiedRole: return node.verified;
    case ProofModel::CiteRole:
        return node.kind == RuleNode::Kind::Fact || node.kind == RuleNode::Kind::Entry ? QString() : node.cite;
    case ProofModel::AsideRole: {
        QStringList parts;
        if (node.grade && node.verified)
            parts << gradeText(*node.grade);
        if (!node.answer.isEmpty())
            parts << tr("answered: %1").arg(node.answer);
        if (node.shownBefore)
            parts << tr("parts: see above");
        return parts.join(u" · "_s);
    }
    case ProofModel::OnPathRole: return node.onPath;
    case ProofModel::PathRole: {
        QString path;
        for (int at = nodeAt(index); at >= 0; at = m_graph.nodes[at].parent)
            path.prepend(u'/' + QString::number(indexOf(at).row()) + m_graph.nodes[at].address.id);
        return path;
    }
    default: return {};
    }
}

QVariant RuleTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section != 0 || orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return tr("Rule and its conditions");
}

} // namespace clearway::ui
