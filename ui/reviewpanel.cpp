// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviewpanel.h"

#include "ui/look.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::Review;
using assessment::ReviewFinding;

ReviewPanel::ReviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_form(new QWidget(this))
    , m_refusal(new Text({}, Text::Muted, this))
    , m_name(new QLineEdit(m_form))
    , m_role(new QLineEdit(m_form))
    , m_day(new QLineEdit(m_form))
    , m_finding(new QComboBox(m_form))
    , m_note(new QLineEdit(m_form))
    , m_record(new QPushButton(tr("&Record the review"), m_form))
    , m_message(new Text({}, Text::Body, this))
{
    setObjectName(u"reviewPanel"_s);
    m_message->setObjectName(u"reviewMessage"_s);
    m_refusal->setObjectName(u"reviewRefusal"_s);
    m_finding->setObjectName(u"reviewFinding"_s);
    m_finding->setAccessibleName(tr("Finding of the review"));
    m_finding->addItem(tr("Agrees with the result"), QVariant::fromValue(static_cast<int>(ReviewFinding::Agrees)));
    m_finding->addItem(tr("Differs: the note says in what"),
                       QVariant::fromValue(static_cast<int>(ReviewFinding::Differs)));
    m_record->setObjectName(u"recordReview"_s);
    m_record->setAccessibleName(tr("Record the review; it cannot be changed afterwards"));
    m_record->setAutoDefault(true);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto place = [&](const QString &label, const QString &name, QLineEdit *edit, const QString &hint) {
        edit->setObjectName(name);
        edit->setAccessibleName(label.chopped(1));
        edit->setPlaceholderText(hint);
        edit->setMaxLength(1000);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::returnPressed, this, &ReviewPanel::submit);
    };
    place(tr("Reviewed by:"), u"reviewName"_s, m_name, tr("name of someone other than the assessor"));
    place(tr("Role of the reviewer:"), u"reviewRole"_s, m_role, tr("export controls officer"));
    place(tr("Day of the review:"), u"reviewDay"_s, m_day, tr("2025-06-01"));
    form->addRow(tr("Finding:"), m_finding);
    place(tr("Note of the reviewer:"), u"reviewNote"_s, m_note, tr("on what it rests, or in what it differs"));
    form->addRow(QString(), m_record);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_list);
    layout->addWidget(m_refusal);
    layout->addWidget(m_form);
    layout->addWidget(m_message);
    m_message->hide();
    connect(m_record, &QPushButton::clicked, this, &ReviewPanel::submit);
}

void ReviewPanel::show(const QList<Review> &reviews, const QString &assessor, QDate today, const QString &refusal)
{
    m_assessor = assessor;
    m_today = today;
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Review &review : reviews) {
        const bool agrees = review.finding == ReviewFinding::Agrees;
        QString line =
            tr("%1, %2: %3", "name and role, day, finding")
                .arg(review.role.isEmpty() ? review.name : QString(review.name + u", "_s + review.role),
                     QLocale().toString(review.on, QLocale::LongFormat), agrees ? tr("agrees") : tr("differs"));
        if (!review.note.isEmpty())
            line += u" – "_s + review.note;
        auto *text = new Text(line, Text::Body, this);
        text->setObjectName(u"review"_s);
        m_list->addWidget(text);
    }
    m_refusal->setText(refusal);
    m_refusal->setVisible(!refusal.isEmpty());
    m_form->setVisible(refusal.isEmpty());
    m_name->clear();
    m_note->clear();
    m_day->setText(today.toString(Qt::ISODate));
    m_finding->setCurrentIndex(0);
    say({}, false);
}

void ReviewPanel::say(const QString &message, bool problem)
{
    m_message->setText(problem ? tr("Not done: %1").arg(message) : message);
    m_message->setVisible(!message.isEmpty());
    if (!message.isEmpty())
        announce(m_message, m_message->text());
}

void ReviewPanel::submit()
{
    Review review;
    review.name = m_name->text().simplified();
    review.role = m_role->text().simplified();
    review.on = QDate::fromString(m_day->text().trimmed(), Qt::ISODate);
    review.finding = static_cast<ReviewFinding>(m_finding->currentData().toInt());
    review.note = m_note->text().trimmed();
    if (!review.on.isValid() && !m_day->text().trimmed().isEmpty()) {
        say(tr("“%1” is no day of the calendar; write it as 2025-06-01.").arg(m_day->text().trimmed()), true);
        return;
    }
    const QStringList problems = assessment::problemsIn(review, m_assessor, m_today);
    if (!problems.isEmpty()) {
        say(problems.join(u' '), true);
        return;
    }
    Q_EMIT record(review);
}

} // namespace clearway::ui
