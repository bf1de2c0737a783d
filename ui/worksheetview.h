// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace clearway::ui {

/// The table of a worksheet. The arrow keys go from row to row; what is typed goes into the row's value, Return takes
/// it and goes on to the next row that asks something. Tab leaves the table.
class WorksheetView final : public QTreeView {
    Q_OBJECT
public:
    explicit WorksheetView(QWidget *parent = nullptr);
    /// Opens the value of the current row for editing, if it has one.
    void editValue();
    /// Goes to the next row that asks something.
    void goOn();

Q_SIGNALS:
    /// Return or a double click on a position.
    void positionChosen(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QModelIndex valueOf(const QModelIndex &index) const;
    void shareWidth();
};

} // namespace clearway::ui
