// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldform.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static constexpr int longest = 1000; // letters in a line: more is a text, not a field

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void FieldForm::add(const QString &label, QWidget *field)
{
    if (!label.isEmpty())
        field->setAccessibleName(label.endsWith(u':') ? label.chopped(1) : label);
    m_layout->addRow(label, field);
}

QLineEdit *FieldForm::addLine(const QString &label, const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(longest);
    add(label, line);
    connect(line, &QLineEdit::returnPressed, this, &FieldForm::submitted);
    return line;
}

QLineEdit *FieldForm::addDay(const QString &label, const QString &name, const QString &hint)
{
    m_days.append(addLine(label, name, hint));
    return m_days.last();
}

QPlainTextEdit *FieldForm::addLines(const QString &label, const QString &name, const QString &hint, int visible)
{
    auto *lines = new QPlainTextEdit(this);
    lines->setObjectName(name);
    lines->setPlaceholderText(hint);
    lines->setTabChangesFocus(true);
    lines->setFixedHeight(visible * fontMetrics().lineSpacing());
    add(label, lines);
    return lines;
}

bool FieldForm::isTouched() const
{
    return std::ranges::any_of(findChildren<QLineEdit *>(), &QLineEdit::isModified)
           || std::ranges::any_of(findChildren<QPlainTextEdit *>(),
                                  [](const QPlainTextEdit *lines) { return lines->document()->isModified(); });
}

QString FieldForm::wrongDay() const
{
    for (const QLineEdit *field : m_days) {
        if (const QString typed = field->text().trimmed(); !typed.isEmpty() && !dayIn(field).isValid())
            return tr("“%1” is no day of the calendar; write it as 2025-06-01.").arg(typed);
    }
    return {};
}

QDate FieldForm::dayIn(const QLineEdit *field)
{
    return QDate::fromString(field->text().trimmed(), Qt::ISODate);
}

void FieldForm::setDay(QLineEdit *field, const QDate &day)
{
    field->setText(day.toString(Qt::ISODate));
}

void tabThrough(std::initializer_list<QWidget *> widgets)
{
    QWidget *before = nullptr;
    for (QWidget *next : widgets) {
        if (before)
            QWidget::setTabOrder(before, next);
        before = next;
    }
}

} // namespace clearway::ui
