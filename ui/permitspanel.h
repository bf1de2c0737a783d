// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/permitheld.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace clearway::ui {

class FieldForm;
class MessageLine;
class PermitsModel;
class Text;
class WholeTable;

/// What is held already: a table, and a form to enter one and to change the chosen one.
class PermitsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PermitsPanel(QWidget *parent = nullptr);

    /// What is being typed stays, unless nothing can be changed.
    void show(const QList<assessment::PermitHeld> &permits, bool canChange);
    /// Nothing stays of what was typed or begun.
    void reset();

Q_SIGNALS:
    /// All of them, as they are now.
    void changed(const QList<clearway::assessment::PermitHeld> &permits);

private:
    void submit();
    void edit();
    void remove();
    void updateButtons();
    int chosen() const;
    void fill(const assessment::PermitHeld &permit);
    assessment::PermitHeld typed() const;

    PermitsModel *m_model;
    WholeTable *m_table;
    FieldForm *m_form;
    QComboBox *m_kind;
    QLineEdit *m_number;
    QLineEdit *m_holder;
    QLineEdit *m_covers;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QPlainTextEdit *m_conditions;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    Text *m_empty;
    MessageLine *m_message;
    int m_editing = -1; ///< row that the form changes; -1: it enters another
    bool m_canChange = true;
};

} // namespace clearway::ui
