// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace clearway::ui {

/// A table that is as high as its rows: one that scrolls within a page that scrolls hides what is needed. Tab
/// leaves it; the arrow keys move within it.
class WholeTable final : public QTableView {
    Q_OBJECT
public:
    explicit WholeTable(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    /// Columns keep at least this width, and the table scrolls sideways where they do not fit; 0: they share
    /// what is there.
    void setLeastWidth(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void shareWidth();
    int m_leastWidth = 0;
    bool m_fitting = false;
};

} // namespace clearway::ui
