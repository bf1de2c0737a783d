// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <initializer_list>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace clearway::ui {

/// Labelled fields below each other; Return in one of a line submits them all.
class FieldForm final : public QWidget {
    Q_OBJECT
public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// A field of a line. `label` ends with a colon; without it, it is the field's name for screen readers.
    QLineEdit *addLine(const QString &label, const QString &name, const QString &hint = {});
    /// A field for a day of the calendar, which may be left blank.
    QLineEdit *addDay(const QString &label, const QString &name, const QString &hint);
    /// A field of several lines, of which `visible` are seen at once.
    QPlainTextEdit *addLines(const QString &label, const QString &name, const QString &hint, int visible);
    /// Anything else, named like a field if it has a label.
    void add(const QString &label, QWidget *field);

    /// Something was typed since the fields were last filled.
    bool isTouched() const;
    /// Says of the first day that is neither blank nor in the calendar that it is none; empty: all are.
    QString wrongDay() const;

    /// What a day field says; invalid: blank, or no day.
    static QDate dayIn(const QLineEdit *field);
    static void setDay(QLineEdit *field, const QDate &day);

Q_SIGNALS:
    void submitted();

private:
    QFormLayout *m_layout;
    QList<QLineEdit *> m_days;
};

/// Tab goes through these in this order.
void tabThrough(std::initializer_list<QWidget *> widgets);

} // namespace clearway::ui
