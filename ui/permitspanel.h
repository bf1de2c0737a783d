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

class PermitsModel;
class Text;
class WholeTable;

/// What is held already: a table, and a form to enter one and to change the chosen one.
class PermitsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PermitsPanel(QWidget *parent = nullptr);

    void show(const QList<assessment::PermitHeld> &permits, bool canChange);

Q_SIGNALS:
    /// All of them, as they are now.
    void changed(const QList<clearway::assessment::PermitHeld> &permits);

private:
    void submit();
    void edit();
    void remove();
    void stopEditing();
    void updateButtons();
    int chosen() const;
    void fill(const assessment::PermitHeld &permit);
    assessment::PermitHeld typed() const;
    void say(const QString &message);

    PermitsModel *m_model;
    WholeTable *m_table;
    QWidget *m_form;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_holder = nullptr;
    QLineEdit *m_covers = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_until = nullptr;
    QPlainTextEdit *m_conditions = nullptr;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    Text *m_empty;
    Text *m_message;
    int m_editing = -1; ///< row that the form changes; -1: it enters another
    bool m_canChange = true;
};

} // namespace clearway::ui
