// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supplylogpanel.h"

#include "ui/fieldform.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/models/supplylogmodel.h"
#include "ui/wholetable.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::LoggedSupply;
using assessment::SupplyEntry;

SupplyLogPanel::SupplyLogPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SupplyLogModel(this))
    , m_table(new WholeTable(this))
    , m_form(new FieldForm(this))
    , m_add(new QPushButton(tr("A&dd to the log"), this))
    , m_correct(new QPushButton(tr("C&orrect the chosen entry"), this))
    , m_strike(new QPushButton(tr("It was made in &error"), this))
    , m_cancel(new QPushButton(tr("Do not correct"), this))
    , m_csv(new QPushButton(tr("Save the log as CS&V…"), this))
    , m_empty(new Text(tr("Nothing has been logged for this case."), Text::Muted, this))
    , m_message(new MessageLine(u"supplyLogMessage"_s, this))
{
    setObjectName(u"supplyLog"_s);
    m_table->setObjectName(u"supplyLogTable"_s);
    m_table->setAccessibleName(tr("Supply log of this case"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setLeastWidth(90);

    m_goods = m_form->addLine(tr("What was supplied:"), u"logGoods"_s,
                              tr("description of the technology, software, goods or services"));
    m_permit =
        m_form->addLine(tr("Permit:"), u"logPermit"_s, tr("its number; blank where it was supplied without one"));
    m_recipient = m_form->addLine(tr("Recipient:"), u"logRecipient"_s, tr("by name"));
    m_from = m_form->addDay(tr("On, or from:"), u"logFrom"_s, tr("2025-06-01"));
    m_until = m_form->addDay(tr("To:"), u"logUntil"_s, tr("the same day where it was one; blank while it goes on"));
    m_how = m_form->addLine(tr("How:"), u"logHow"_s, tr("by mail, by access to a folder, in a talk"));
    m_note = m_form->addLine(tr("Note:"), u"logNote"_s, tr("also the reason where an entry is corrected or struck"));

    for (const auto &[button, name, accessible] :
         {std::tuple(m_add, u"logAdd"_s, tr("Add to the supply log")),
          std::tuple(m_correct, u"logCorrect"_s, tr("Correct the chosen entry of the supply log")),
          std::tuple(m_strike, u"logStrike"_s,
                     tr("Say that the chosen entry was made in error; the note gives the reason")),
          std::tuple(m_cancel, u"logCancel"_s, tr("Do not correct the entry")),
          std::tuple(m_csv, u"logCsv"_s, tr("Save the supply log as CSV"))}) {
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        button->setAutoDefault(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_add, m_cancel, m_correct, m_strike})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_csv);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_empty);
    layout->addWidget(m_table);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_message);
    m_cancel->hide();
    tabThrough({m_table, m_goods, m_permit, m_recipient, m_from, m_until, m_how, m_note, m_add, m_cancel, m_correct,
                m_strike, m_csv});
    connect(m_form, &FieldForm::submitted, this, &SupplyLogPanel::submit);
    connect(m_add, &QPushButton::clicked, this, &SupplyLogPanel::submit);
    connect(m_correct, &QPushButton::clicked, this, &SupplyLogPanel::correct);
    connect(m_cancel, &QPushButton::clicked, this, &SupplyLogPanel::reset);
    connect(m_csv, &QPushButton::clicked, this, &SupplyLogPanel::saveCsv);
    connect(m_strike, &QPushButton::clicked, this, [this] {
        if (m_note->text().trimmed().isEmpty()) {
            say(tr("Give the reason as a note first."), true);
            m_note->setFocus();
            return;
        }
        Q_EMIT strike(selectedNumber(), m_note->text().trimmed());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SupplyLogPanel::updateButtons);
}

void SupplyLogPanel::show(const QList<LoggedSupply> &log, const QList<SupplyEntry> &offered, bool canWrite)
{
    m_canWrite = canWrite;
    m_offered = offered;
    if (log != m_model->log())
        m_model->setLog(log);
    m_table->setVisible(!log.isEmpty());
    m_empty->setVisible(log.isEmpty());
    m_csv->setEnabled(!log.isEmpty());
    m_form->setEnabled(canWrite);
    if (m_replaces == 0 && !m_form->isTouched())
        offerNext();
    updateButtons();
}

void SupplyLogPanel::say(const QString &message, bool problem)
{
    m_message->say(message, problem);
}

SupplyEntry SupplyLogPanel::typed() const
{
    return {m_goods->text().trimmed(), m_permit->text().trimmed(), m_recipient->text().trimmed(),
            FieldForm::dayIn(m_from),  FieldForm::dayIn(m_until),  m_how->text().trimmed(),
            m_note->text().trimmed()};
}

void SupplyLogPanel::fill(const SupplyEntry &entry)
{
    m_goods->setText(entry.goods);
    m_permit->setText(entry.permit);
    m_recipient->setText(entry.recipient);
    FieldForm::setDay(m_from, entry.from);
    FieldForm::setDay(m_until, entry.until);
    m_how->setText(entry.how);
    m_note->setText(entry.note);
}

void SupplyLogPanel::submit()
{
    if (!m_canWrite)
        return;
    if (const QString wrong = m_form->wrongDay(); !wrong.isEmpty()) {
        say(wrong, true);
        return;
    }
    const SupplyEntry entry = typed();
    const QStringList problems = assessment::problemsIn(entry);
    if (!problems.isEmpty()) {
        say(problems.join(u' '), true);
        return;
    }
    Q_EMIT add(entry, m_replaces);
}

void SupplyLogPanel::correct()
{
    const int number = selectedNumber();
    const auto chosen = std::ranges::find(m_model->log(), number, &LoggedSupply::number);
    if (chosen == m_model->log().cend())
        return;
    fill(chosen->entry);
    m_replaces = number;
    m_add->setText(tr("A&dd the correction of number %1").arg(number));
    m_cancel->show();
    say(tr("Change what was wrong, then add the correction. Number %1 stays on record as replaced.").arg(number),
        false);
    m_goods->setFocus();
}

void SupplyLogPanel::reset()
{
    m_replaces = 0;
    m_add->setText(tr("A&dd to the log"));
    m_cancel->hide();
    offerNext();
    say({}, false);
    updateButtons();
}

void SupplyLogPanel::struck(int number)
{
    if (m_replaces == number)
        reset();
    else
        m_note->clear();
}

// The next supply that the answers speak of and the log does not.
void SupplyLogPanel::offerNext()
{
    SupplyEntry next;
    for (const SupplyEntry &entry : std::as_const(m_offered)) {
        const bool logged = std::ranges::any_of(m_model->log(), [&](const LoggedSupply &one) {
            return one.entry.goods == entry.goods && one.entry.recipient == entry.recipient;
        });
        if (!logged) {
            next = entry;
            break;
        }
    }
    fill(next);
}

int SupplyLogPanel::selectedNumber() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? 0 : rows.first().data(SupplyLogModel::NumberRole).toInt();
}

void SupplyLogPanel::updateButtons()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool stands = !rows.isEmpty() && rows.first().data(SupplyLogModel::StandsRole).toBool();
    m_add->setEnabled(m_canWrite);
    m_correct->setEnabled(m_canWrite && stands);
    m_strike->setEnabled(m_canWrite && stands);
}

} // namespace clearway::ui
