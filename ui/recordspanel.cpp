// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordspanel.h"

#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/permitspanel.h"
#include "ui/reviewpanel.h"
#include "ui/supplylogpanel.h"

#include <QFontDatabase>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

RecordsPanel::RecordsPanel(QWidget *parent)
    : QWidget(parent)
    , m_permits(new PermitsPanel(this))
    , m_applications(new Text({}, Text::Body, this))
    , m_draft(
          makeButton(tr("Dra&ft an application"), u"draftApplication"_s, tr("Draft an application from this record")))
    , m_keep(new Text({}, Text::Body, this))
    , m_log(new SupplyLogPanel(this))
    , m_review(new ReviewPanel(this))
    , m_statementRefusal(new Text({}, Text::Muted, this))
    , m_statement(new QPlainTextEdit(this))
    , m_copy(makeButton(tr("Cop&y the statement"), u"copyStatement"_s, tr("Copy the statement for a README")))
    , m_save(
          makeButton(tr("Save the state&ment…"), u"saveStatement"_s, tr("Save the statement for a README as Markdown")))
    , m_message(new MessageLine(u"recordsMessage"_s, this))
{
    setObjectName(u"recordsPanel"_s);
    m_applications->setObjectName(u"applications"_s);
    m_keep->setObjectName(u"keepUntil"_s);
    m_statementRefusal->setObjectName(u"statementRefusal"_s);
    auto *menu = new QMenu(m_draft);
    menu->setObjectName(u"draftMenu"_s);
    const std::pair<QString, RecordFormat> formats[] = {{tr("&PDF…"), RecordFormat::Pdf},
                                                        {tr("&HTML…"), RecordFormat::Html},
                                                        {tr("&Markdown…"), RecordFormat::Markdown},
                                                        {tr("&JSON…"), RecordFormat::Json}};
    for (const auto &[title, format] : formats) {
        connect(menu->addAction(title), &QAction::triggered, this,
                [this, wanted = format] { Q_EMIT draftApplication(wanted); });
    }
    m_draft->setMenu(menu);
    m_statement->setObjectName(u"statement"_s);
    m_statement->setAccessibleName(tr("Statement for a README"));
    m_statement->setReadOnly(true);
    m_statement->setTabChangesFocus(true);
    m_statement->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_statement->setMinimumHeight(230);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addHeading(column, tr("Permits, approvals and permissions that are held already"),
               tr("What this result rests on, as far as it rests on one: the record names it, prints its conditions, "
                  "and holds "
                  "no longer than it runs. Whether it fits is a question of the interview."));
    column->addWidget(m_permits);
    addHeading(column, tr("Applications"),
               tr("A draft takes from this record what it says and leaves the rest blank. It names people "
                  "and technical "
                  "detail: pass it to your export controls office, which lodges it."));
    column->addWidget(m_applications);
    column->addWidget(m_draft, 0, Qt::AlignLeading | Qt::AlignLeft);
    addHeading(column, tr("Supply log"),
               tr("One entry for each supply, with what the record of it must say. Entries are never changed "
                  "or deleted: a "
                  "correction is an entry of its own."));
    column->addWidget(m_keep);
    column->addWidget(m_log);
    addHeading(column, tr("Review"),
               tr("What someone other than the assessor found about this finished revision. It stands on the "
                  "record."));
    column->addWidget(m_review);
    addHeading(column, tr("Statement for the README of research software"),
               tr("Short, without names or technical values, for those who find the software. From a "
                  "reviewed case only."));
    column->addWidget(m_statementRefusal);
    column->addWidget(m_statement);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_message);
    column->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &RecordsPanel::copyStatement);
    connect(m_save, &QPushButton::clicked, this, &RecordsPanel::saveStatement);
}

QPushButton *RecordsPanel::makeButton(const QString &title, const QString &name, const QString &accessible)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(name);
    button->setAccessibleName(accessible);
    button->setAutoDefault(true);
    return button;
}

void RecordsPanel::addHeading(QVBoxLayout *column, const QString &title, const QString &below)
{
    column->addSpacing(8);
    column->addWidget(new Text(title, Text::Heading, this));
    if (!below.isEmpty())
        column->addWidget(new Text(below, Text::Muted, this));
}

void RecordsPanel::show(const View &view)
{
    if (view.record != m_record) {
        m_record = view.record;
        m_permits->reset();
        m_log->reset();
        m_review->reset();
    }
    m_permits->show(view.permits, view.canChangePermits);
    m_applications->setText(view.applications.isEmpty() ? tr("On these answers there is nothing to apply for.")
                                                        : view.applications.join(u'\n'));
    m_draft->setEnabled(!view.applications.isEmpty());
    m_keep->setText(view.keep.isEmpty()
                        ? tr("No record is prescribed on these answers; a log can be kept all the same.")
                        : view.keep);
    m_log->show(view.log, view.offered, view.canLog);
    m_review->show(view.reviews, view.assessor, view.today, view.reviewRefusal);
    const bool stated = !view.statement.isEmpty();
    m_statement->setPlainText(view.statement);
    m_statement->setVisible(stated);
    m_statementRefusal->setText(view.statementRefusal);
    m_statementRefusal->setVisible(!stated);
    m_copy->setEnabled(stated);
    m_save->setEnabled(stated);
    say({}, false);
}

void RecordsPanel::say(const QString &message, bool problem)
{
    m_message->say(message, problem);
}

} // namespace clearway::ui
