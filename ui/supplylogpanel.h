// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/supplylog.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace clearway::ui {

class FieldForm;
class MessageLine;
class SupplyLogModel;
class Text;
class WholeTable;

/// The supply log of a case and the form that adds to it. Nothing in it is overwritten: a correction is an
/// entry of its own.
class SupplyLogPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SupplyLogPanel(QWidget *parent = nullptr);
    /// `offered`: what can be said before it is supplied; the form takes the next of them that is not in the
    /// log yet. What is being typed stays.
    void show(const QList<assessment::LoggedSupply> &log, const QList<assessment::SupplyEntry> &offered, bool canWrite);
    /// Nothing stays of what was typed or begun: the form goes on to the next supply.
    void reset();
    /// The reason is spent, and with it a correction of that entry.
    void struck(int number);
    /// What came of it, below the form.
    void say(const QString &message, bool problem);

Q_SIGNALS:
    /// `replaces`: the number of the entry that it corrects; 0: none.
    void add(const clearway::assessment::SupplyEntry &entry, int replaces);
    void strike(int number, const QString &reason);
    void saveCsv();

private:
    assessment::SupplyEntry typed() const;
    void fill(const assessment::SupplyEntry &entry);
    void correct();
    void offerNext();
    void submit();
    void updateButtons();
    int selectedNumber() const;

    SupplyLogModel *m_model;
    WholeTable *m_table;
    FieldForm *m_form;
    QLineEdit *m_goods;
    QLineEdit *m_permit;
    QLineEdit *m_recipient;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QLineEdit *m_how;
    QLineEdit *m_note;
    QPushButton *m_add;
    QPushButton *m_correct;
    QPushButton *m_strike;
    QPushButton *m_cancel;
    QPushButton *m_csv;
    Text *m_empty;
    MessageLine *m_message;
    QList<assessment::SupplyEntry> m_offered;
    int m_replaces = 0;
    bool m_canWrite = false;
};

} // namespace clearway::ui
