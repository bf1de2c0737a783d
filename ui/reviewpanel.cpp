// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviewpanel.h"

#include "ui/fieldform.h"
#include "ui/look.h"
#include "ui/messageline.h"

#include <QComboBox>
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
    , m_form(new FieldForm(this))
    , m_refusal(new Text({}, Text::Muted, this))
    , m_name(m_form->addLine(tr("Reviewed by:"), u"reviewName"_s, tr("name of someone other than the assessor")))
    , m_role(m_form->addLine(tr("Role of the reviewer:"), u"reviewRole"_s, tr("export controls officer")))
    , m_day(m_form->addDay(tr("Day of the review:"), u"reviewDay"_s, tr("2025-06-01")))
    , m_finding(new QComboBox(m_form))
    , m_record(new QPushButton(tr("&Record the review"), m_form))
    , m_message(new MessageLine(u"reviewMessage"_s, this))
{
    setObjectName(u"reviewPanel"_s);
    m_refusal->setObjectName(u"reviewRefusal"_s);
    m_finding->setObjectName(u"reviewFinding"_s);
    m_finding->addItem(tr("Agrees with the result"), QVariant::fromValue(static_cast<int>(ReviewFinding::Agrees)));
    m_finding->addItem(tr("Differs: the note says in what"),
                       QVariant::fromValue(static_cast<int>(ReviewFinding::Differs)));
    m_record->setObjectName(u"recordReview"_s);
    m_record->setAccessibleName(tr("Record the review; it cannot be changed afterwards"));
    m_record->setAutoDefault(true);
    m_form->add(tr("Finding:"), m_finding);
    m_finding->setAccessibleName(tr("Finding of the review"));
    m_note =
        m_form->addLine(tr("Note of the reviewer:"), u"reviewNote"_s, tr("on what it rests, or in what it differs"));
    m_form->add({}, m_record);
    tabThrough({m_name, m_role, m_day, m_finding, m_note, m_record});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_list);
    layout->addWidget(m_refusal);
    layout->addWidget(m_form);
    layout->addWidget(m_message);
    connect(m_form, &FieldForm::submitted, this, &ReviewPanel::submit);
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
    if (!m_day->isModified())
        FieldForm::setDay(m_day, today);
}

void ReviewPanel::reset()
{
    for (QLineEdit *field : {m_name, m_role, m_note})
        field->clear();
    FieldForm::setDay(m_day, m_today);
    m_finding->setCurrentIndex(0);
    say({}, false);
}

void ReviewPanel::say(const QString &message, bool problem)
{
    m_message->say(message, problem);
}

void ReviewPanel::submit()
{
    Review review;
    review.name = m_name->text().simplified();
    review.role = m_role->text().simplified();
    review.on = FieldForm::dayIn(m_day);
    review.finding = static_cast<ReviewFinding>(m_finding->currentData().toInt());
    review.note = m_note->text().trimmed();
    if (const QString wrong = m_form->wrongDay(); !wrong.isEmpty()) {
        say(wrong, true);
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
