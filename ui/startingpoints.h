// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/startingpoint.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace clearway::ui {

class Panel;
class Text;

/// "Start from…": a button for each common undertaking, as many in a row as fit. All of them are one stop of the Tab
/// key; the arrow keys go from one to the next. The one that was chosen says below what is commonly overlooked in it.
class StartingPoints final : public QWidget {
    Q_OBJECT
public:
    explicit StartingPoints(const QList<language::StartingPoint> &points, QWidget *parent = nullptr);

    /// Takes back the hint of the one that was chosen last.
    void clear();
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const clearway::language::StartingPoint &point);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void choose(qsizetype place);
    void moveTo(qsizetype place);

    QList<language::StartingPoint> m_points;
    QList<QPushButton *> m_buttons;
    QGridLayout *m_grid;
    int m_columns = 0;
    Panel *m_panel;
    Text *m_chosen;
    Text *m_hint;
};

} // namespace clearway::ui
