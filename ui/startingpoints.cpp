// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startingpoints.h"

#include "ui/look.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

StartingPoints::StartingPoints(const QList<language::StartingPoint> &points, QWidget *parent)
    : QWidget(parent)
    , m_points(points)
    , m_grid(new QGridLayout)
    , m_panel(new Panel(this))
    , m_chosen(new Text({}, Text::Strong, m_panel))
    , m_hint(new Text({}, Text::Body, m_panel))
{
    setObjectName(u"startingPoints"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(8);
    column->addWidget(new Text(tr("Start from…"), Text::Heading, this));
    column->addWidget(
        new Text(tr("Fills in this page for a common undertaking. You can change all of it."), Text::Muted, this));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    column->addLayout(m_grid);
    auto *said = new QVBoxLayout(m_panel);
    said->setContentsMargins(18, 10, 14, 10);
    m_hint->setObjectName(u"startingHint"_s);
    said->addWidget(m_chosen);
    said->addWidget(m_hint);
    m_panel->setBar(palette().color(QPalette::Highlight));
    m_panel->hide();
    column->addWidget(m_panel);

    for (const language::StartingPoint &point : std::as_const(m_points)) {
        auto *button = new QPushButton(QString(point.title).replace(u'&', u"&&"_s), this);
        button->setObjectName(u"startFrom."_s + point.id);
        button->setAccessibleName(tr("Start from: %1").arg(point.title));
        button->setAccessibleDescription(point.summary);
        button->setToolTip(point.summary);
        button->setAutoDefault(true);
        button->setFocusPolicy(m_buttons.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, place = m_buttons.size()] { choose(place); });
        m_buttons.append(button);
    }
    arrange();
}

QSize StartingPoints::minimumSizeHint() const
{
    // One column must do: the rows follow the width, not the width the rows.
    int widest = 0;
    for (const QPushButton *button : m_buttons)
        widest = std::max(widest, button->sizeHint().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

void StartingPoints::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StartingPoints::arrange()
{
    int widest = 1;
    for (const QPushButton *button : std::as_const(m_buttons))
        widest = std::max(widest, button->sizeHint().width());
    const int spacing = m_grid->horizontalSpacing();
    const int columns = std::clamp((width() + spacing) / (widest + spacing), 1, 4);
    if (columns == m_columns)
        return;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    for (qsizetype place = 0; place < m_buttons.size(); ++place) {
        m_grid->removeWidget(m_buttons[place]);
        m_grid->addWidget(m_buttons[place], int(place) / columns, int(place) % columns);
    }
}

void StartingPoints::choose(qsizetype place)
{
    const language::StartingPoint &point = m_points[place];
    moveTo(place);
    m_chosen->setText(point.title);
    m_hint->setText(point.hint);
    m_panel->show();
    announce(m_hint, tr("%1 is filled in. %2").arg(point.title, point.hint));
    Q_EMIT chosen(point);
}

void StartingPoints::clear()
{
    m_panel->hide();
    m_chosen->clear();
    m_hint->clear();
}

// The one on which the keyboard is takes the Tab key for all.
void StartingPoints::moveTo(qsizetype place)
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setFocusPolicy(button == m_buttons[place] ? Qt::StrongFocus : Qt::ClickFocus);
    m_buttons[place]->setFocus(Qt::OtherFocusReason);
}

bool StartingPoints::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const qsizetype place = m_buttons.indexOf(watched);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    qsizetype step = 0;
    if (key == Qt::Key_Right || key == Qt::Key_Left)
        step = (key == Qt::Key_Right) != mirrored ? 1 : -1;
    else if (key == Qt::Key_Down || key == Qt::Key_Up)
        step = key == Qt::Key_Down ? m_columns : -m_columns;
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        step = key == Qt::Key_Home ? -place : m_buttons.size() - 1 - place;
    else
        return QWidget::eventFilter(watched, event);
    if (place >= 0 && place + step >= 0 && place + step < m_buttons.size())
        moveTo(place + step);
    return true;
}

} // namespace clearway::ui
