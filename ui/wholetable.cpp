// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wholetable.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace clearway::ui {

WholeTable::WholeTable(QWidget *parent)
    : QTableView(parent)
{
    verticalHeader()->hide();
    setTabKeyNavigation(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(horizontalHeader(), &QHeaderView::geometriesChanged, this, &WholeTable::fit);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &WholeTable::fit, Qt::QueuedConnection);
}

void WholeTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, [this] {
            shareWidth();
            fit();
        });
    }
    shareWidth();
    fit();
}

void WholeTable::setLeastWidth(int width)
{
    m_leastWidth = width;
    horizontalHeader()->setSectionResizeMode(width > 0 ? QHeaderView::Interactive : QHeaderView::Stretch);
    setHorizontalScrollBarPolicy(width > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    shareWidth();
    fit();
}

void WholeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void WholeTable::shareWidth()
{
    if (m_leastWidth <= 0 || !model())
        return;
    int shown = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        shown += isColumnHidden(column) ? 0 : 1;
    if (shown == 0)
        return;
    const int width = std::max(m_leastWidth, viewport()->width() / shown);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, width);
    }
}

void WholeTable::fit()
{
    if (!model() || m_fitting)
        return;
    m_fitting = true;
    resizeRowsToContents();
    int height = horizontalHeader()->height() + 2 * frameWidth();
    for (int row = 0; row < model()->rowCount(); ++row)
        height += rowHeight(row);
    if (horizontalHeader()->length() > viewport()->width() && m_leastWidth > 0)
        height += horizontalScrollBar()->sizeHint().height();
    setFixedHeight(height);
    m_fitting = false;
}

} // namespace clearway::ui
