// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/optionrow.h"

#include "ui/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace clearway::ui {

OptionRow::OptionRow(Kind kind, const QString &id, const QString &text, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_button(kind == Radio ? static_cast<QAbstractButton *>(new QRadioButton(this)) : new QCheckBox(this))
    , m_text(new Text(text, Text::Body, this))
{
    m_button->setObjectName(id);
    m_button->setAccessibleName(text);
    m_button->setAccessibleDescription(help);
    m_button->setAutoExclusive(false);
    m_button->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_text);
    if (!help.isEmpty())
        words->addWidget(new Text(help, Text::Muted, this));
    layout->addLayout(words, 1);
    connect(m_button, &QAbstractButton::clicked, this, &OptionRow::clicked);
    connect(m_button, &QAbstractButton::toggled, this, qOverload<>(&QWidget::update));
    setAttribute(Qt::WA_Hover);
}

bool OptionRow::isChecked() const
{
    return m_button->isChecked();
}

void OptionRow::setChecked(bool checked)
{
    m_button->setChecked(checked);
}

void OptionRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_button->isEnabled()) {
        m_button->setFocus(Qt::MouseFocusReason);
        m_button->click();
    }
}

bool OptionRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void OptionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor fill = palette().color(QPalette::Highlight);
    if (isChecked())
        fill.setAlphaF(0.14f);
    else if (underMouse() && isEnabled())
        fill.setAlphaF(0.06f);
    else
        fill = Qt::transparent;
    painter.setBrush(fill);
    painter.setPen(m_button->hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(area, 4, 4);
}

} // namespace clearway::ui
