// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/rulegraph.h"

#include <QAbstractItemModel>

namespace clearway::ui {

/// A rule and its conditions as a tree; beside its own roles it answers those of ProofModel that the delegate asks for.
class RuleTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        NodeRole = Qt::UserRole + 100, ///< int: place in the graph's nodes
    };

    explicit RuleTreeModel(QObject *parent = nullptr);

    void setGraph(reasoning::RuleGraph graph);
    const reasoning::RuleGraph &graph() const { return m_graph; }
    QModelIndex indexOf(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    reasoning::RuleGraph m_graph;
};

} // namespace clearway::ui
