// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/permitspanel.h"

#include "ui/fieldform.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/models/permitsmodel.h"
#include "ui/wholetable.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::PermitHeld;

PermitsPanel::PermitsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new PermitsModel(this))
    , m_table(new WholeTable(this))
    , m_form(new FieldForm(this))
    , m_kind(new QComboBox(m_form))
    , m_add(new QPushButton(this))
    , m_edit(new QPushButton(tr("Change the chosen one"), this))
    , m_remove(new QPushButton(tr("Remove the chosen one"), this))
    , m_cancel(new QPushButton(tr("Leave it as it was"), this))
    , m_empty(new Text(tr("None has been entered."), Text::Muted, this))
    , m_message(new MessageLine(u"permitsMessage"_s, this))
{
    setObjectName(u"permitsHeld"_s);
    m_table->setObjectName(u"permitsTable"_s);
    m_table->setAccessibleName(tr("Permits, approvals and permissions that are held"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setLeastWidth(90);

    m_kind->setObjectName(u"permitKind"_s);
    for (const PermitHeld::Kind kind : {PermitHeld::Kind::Permit, PermitHeld::Kind::Approval,
                                        PermitHeld::Kind::Permission, PermitHeld::Kind::Registration})
        m_kind->addItem(PermitsModel::kindText(kind), static_cast<int>(kind));
    m_form->add(tr("What it is:"), m_kind);
    m_number = m_form->addLine(tr("Number:"), u"permitNumber"_s, tr("as it is printed on it"));
    m_holder = m_form->addLine(tr("Holder:"), u"permitHolder"_s, tr("in whose name"));
    m_covers = m_form->addLine(tr("Covers:"), u"permitCovers"_s, tr("what, for whom, for which purpose"));
    m_from = m_form->addDay(tr("From:"), u"permitFrom"_s, tr("2025-06-01"));
    m_until = m_form->addDay(tr("Until:"), u"permitUntil"_s, tr("the last day; blank where none is named"));
    m_conditions = m_form->addLines(tr("Conditions:"), u"permitConditions"_s, tr("one a line"), 4);
    m_conditions->setAccessibleName(tr("Conditions, one a line"));

    for (const auto &[button, name] :
         {std::pair(m_add, u"permitAdd"_s), std::pair(m_edit, u"permitEdit"_s), std::pair(m_remove, u"permitRemove"_s),
          std::pair(m_cancel, u"permitCancel"_s)}) {
        button->setObjectName(name);
        button->setAutoDefault(true);
    }
    m_edit->setAccessibleName(tr("Change the chosen permit"));
    m_remove->setAccessibleName(tr("Remove the chosen permit"));
    m_cancel->setAccessibleName(tr("Leave the permit as it was"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_add, m_cancel, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_empty);
    layout->addWidget(m_table);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_message);
    tabThrough({m_table, m_kind, m_number, m_holder, m_covers, m_from, m_until, m_conditions, m_add, m_cancel, m_edit,
                m_remove});
    connect(m_form, &FieldForm::submitted, this, &PermitsPanel::submit);
    connect(m_add, &QPushButton::clicked, this, &PermitsPanel::submit);
    connect(m_edit, &QPushButton::clicked, this, &PermitsPanel::edit);
    connect(m_remove, &QPushButton::clicked, this, &PermitsPanel::remove);
    connect(m_cancel, &QPushButton::clicked, this, &PermitsPanel::reset);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PermitsPanel::updateButtons);
    reset();
}

void PermitsPanel::show(const QList<PermitHeld> &permits, bool canChange)
{
    m_canChange = canChange;
    if (permits != m_model->permits())
        m_model->setPermits(permits);
    m_table->setVisible(!permits.isEmpty());
    m_empty->setVisible(permits.isEmpty());
    m_form->setEnabled(canChange);
    if (!canChange || m_editing >= permits.size())
        reset();
    updateButtons();
}

PermitHeld PermitsPanel::typed() const
{
    return {static_cast<PermitHeld::Kind>(m_kind->currentData().toInt()),
            m_number->text().trimmed(),
            m_holder->text().trimmed(),
            m_covers->text().trimmed(),
            FieldForm::dayIn(m_from),
            FieldForm::dayIn(m_until),
            m_conditions->toPlainText().trimmed()};
}

void PermitsPanel::fill(const PermitHeld &permit)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(permit.kind)));
    m_number->setText(permit.number);
    m_holder->setText(permit.holder);
    m_covers->setText(permit.covers);
    FieldForm::setDay(m_from, permit.from);
    FieldForm::setDay(m_until, permit.until);
    m_conditions->setPlainText(permit.conditions);
}

void PermitsPanel::submit()
{
    if (!m_canChange)
        return;
    if (const QString wrong = m_form->wrongDay(); !wrong.isEmpty()) {
        m_message->say(wrong, true);
        return;
    }
    const PermitHeld permit = typed();
    const QStringList problems = assessment::problemsIn(permit);
    if (!problems.isEmpty()) {
        m_message->say(problems.join(u' '), true);
        return;
    }
    QList<PermitHeld> permits = m_model->permits();
    if (m_editing >= 0)
        permits[m_editing] = permit;
    else
        permits.append(permit);
    reset();
    show(permits, m_canChange);
    Q_EMIT changed(permits);
}

void PermitsPanel::edit()
{
    const int row = chosen();
    if (row < 0)
        return;
    m_editing = row;
    fill(m_model->permits()[row]);
    m_add->setText(tr("Keep the change"));
    m_add->setAccessibleName(tr("Keep the change to the permit"));
    m_cancel->show();
    m_number->setFocus();
    updateButtons();
}

void PermitsPanel::remove()
{
    const int row = chosen();
    if (row < 0)
        return;
    QList<PermitHeld> permits = m_model->permits();
    permits.removeAt(row);
    reset();
    show(permits, m_canChange);
    Q_EMIT changed(permits);
}

void PermitsPanel::reset()
{
    m_editing = -1;
    fill({});
    m_add->setText(tr("Add it"));
    m_add->setAccessibleName(tr("Add the permit"));
    m_cancel->hide();
    m_message->say({});
    updateButtons();
}

int PermitsPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void PermitsPanel::updateButtons()
{
    m_add->setEnabled(m_canChange);
    m_edit->setEnabled(m_canChange && chosen() >= 0 && m_editing < 0);
    m_remove->setEnabled(m_canChange && chosen() >= 0 && m_editing < 0);
}

} // namespace clearway::ui
