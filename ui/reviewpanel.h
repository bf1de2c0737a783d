// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/review.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace clearway::ui {

class FieldForm;
class MessageLine;
class Text;

/// What others found about a finished revision, and the form that records it.
class ReviewPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget *parent = nullptr);
    /// `refusal`: why none can be recorded now; empty: it can. `today`: the day that the form begins with.
    /// What is being typed stays.
    void show(const QList<assessment::Review> &reviews, const QString &assessor, QDate today, const QString &refusal);
    /// Nothing stays of what was typed.
    void reset();
    void say(const QString &message, bool problem);

Q_SIGNALS:
    void record(const clearway::assessment::Review &review);

private:
    void submit();

    QVBoxLayout *m_list;
    FieldForm *m_form;
    Text *m_refusal;
    QLineEdit *m_name;
    QLineEdit *m_role;
    QLineEdit *m_day;
    QComboBox *m_finding;
    QLineEdit *m_note;
    QPushButton *m_record;
    MessageLine *m_message;
    QString m_assessor;
    QDate m_today;
};

} // namespace clearway::ui
