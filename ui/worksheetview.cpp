// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worksheetview.h"

#include "ui/models/worksheetmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace clearway::ui {

namespace {

// Shares of the width, in percent, and what a column needs at least.
constexpr std::array<int, WorksheetModel::ColumnCount> shares{33, 16, 13, 12, 14, 12};
constexpr std::array<int, WorksheetModel::ColumnCount> least{186, 90, 76, 88, 90, 70};

} // namespace

WorksheetView::WorksheetView(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"worksheet"_s);
    setUniformRowHeights(false);
    setWordWrap(true);
    setAlternatingRowColors(true);
    setIndentation(14);
    setEditTriggers(AnyKeyPressed);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

QModelIndex WorksheetView::valueOf(const QModelIndex &index) const
{
    return index.isValid() ? index.siblingAtColumn(WorksheetModel::ValueColumn) : QModelIndex();
}

void WorksheetView::editValue()
{
    const QModelIndex value = valueOf(currentIndex());
    if (value.isValid() && value.flags().testFlag(Qt::ItemIsEditable))
        edit(value);
}

void WorksheetView::goOn()
{
    for (QModelIndex next = indexBelow(currentIndex()); next.isValid(); next = indexBelow(next)) {
        if (valueOf(next).flags().testFlag(Qt::ItemIsEditable)) {
            setCurrentIndex(valueOf(next));
            return;
        }
    }
}

void WorksheetView::keyPressEvent(QKeyEvent *event)
{
    // What an editor leaves of a key is not meant for the table, and its Return not for the page.
    if (state() == EditingState) {
        event->setAccepted(event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
        return;
    }
    const QModelIndex value = valueOf(currentIndex());
    const bool takesValue = value.isValid() && value.flags().testFlag(Qt::ItemIsEditable);
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !takesValue) {
        const QString code = currentIndex().data(WorksheetModel::CodeRole).toString();
        if (!code.isEmpty())
            Q_EMIT positionChosen(code);
        return;
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool isText =
        isPlain && !event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space;
    if (takesValue && (isReturn || event->key() == Qt::Key_F2)) {
        edit(value);
        return;
    }
    if (takesValue && isText && edit(value, AnyKeyPressed, event))
        return;
    QTreeView::keyPressEvent(event);
}

void WorksheetView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (at.column() == WorksheetModel::SourceColumn && at.flags().testFlag(Qt::ItemIsEditable)) {
        edit(at);
        return;
    }
    const QModelIndex value = valueOf(at);
    if (value.isValid() && value.flags().testFlag(Qt::ItemIsEditable)) {
        edit(value);
        return;
    }
    const QString code = at.data(WorksheetModel::CodeRole).toString();
    if (!code.isEmpty())
        Q_EMIT positionChosen(code);
}

void WorksheetView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTreeView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        goOn();
}

void WorksheetView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

void WorksheetView::shareWidth()
{
    const int width = viewport()->width();
    for (int column = 0; column < WorksheetModel::ColumnCount; ++column) {
        const auto at = static_cast<size_t>(column);
        setColumnWidth(column, qMax(least[at], width * shares[at] / 100));
    }
}

} // namespace clearway::ui
