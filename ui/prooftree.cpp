// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prooftree.h"

#include "ui/models/proofmodel.h"
#include "ui/proofdelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

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
    connect(this, &QTreeView::doubleClicked, this, &ProofTree::choose);
}

void ProofTree::choose(const QModelIndex &index)
{
    const QVariant address = index.data(ProofModel::AddressRole);
    if (address.isValid())
        Q_EMIT ruleChosen(address.value<language::RuleAddress>(),
                          index.data(ProofModel::CombinationRole).value<reasoning::Combination>());
}

void ProofTree::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex());
        choose(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ProofTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.data(ProofModel::AddressRole).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show the rule")), &QAction::triggered, this,
            [this, row = QPersistentModelIndex(index)] { choose(row); });
    menu->popup(event->globalPos());
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
