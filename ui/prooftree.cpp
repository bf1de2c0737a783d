// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prooftree.h"

#include "ui/models/proofmodel.h"
#include "ui/proofdelegate.h"

#include <QHeaderView>

namespace clearway::ui {

ProofTree::ProofTree(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new ProofDelegate(this));
    setHeaderHidden(true);
    setWordWrap(true);
    setUniformRowHeights(false);
    setIndentation(14);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setExpandsOnDoubleClick(false);
}

static void collect(const QTreeView &view, const QModelIndex &parent, QStringList &paths)
{
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        if (!view.isExpanded(index))
            continue;
        paths << index.data(ProofModel::PathRole).toString();
        collect(view, index, paths);
    }
}

QStringList ProofTree::openRows() const
{
    QStringList paths;
    collect(*this, {}, paths);
    return paths;
}

static void open(QTreeView &view, const QModelIndex &parent, const QStringList &paths)
{
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        if (paths.contains(index.data(ProofModel::PathRole).toString())) {
            view.expand(index);
            open(view, index, paths);
        }
    }
}

void ProofTree::openRows(const QStringList &paths)
{
    open(*this, {}, paths);
}

void ProofTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    // One column as wide as the view: the heights of wrapped rows depend on it.
    header()->setMinimumSectionSize(10);
    setColumnWidth(0, viewport()->width());
    scheduleDelayedItemsLayout();
}

} // namespace clearway::ui
