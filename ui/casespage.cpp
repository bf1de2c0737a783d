// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casespage.h"

#include "ui/look.h"
#include "ui/messageline.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

CasesPage::CasesPage(CasesModel::Source source, QWidget *parent)
    : QWidget(parent)
    , m_model(new CasesModel(std::move(source), this))
    , m_table(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_remove(new QPushButton(tr("&Delete draft"), this))
    , m_confirm(new QWidget(this))
    , m_question(new Text({}, Text::Strong, this))
    , m_message(new MessageLine(u"casesMessage"_s, this))
    , m_empty(
          new Text(tr("No cases yet. An assessment that you begin is kept here by itself; a PDF or JSON record can be "
                      "opened with the button below, or dropped on the window."),
                   Text::Muted, this))
{
    setObjectName(u"casesPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 20, 14);
    layout->setSpacing(10);
    layout->addWidget(new Text(tr("Cases on this computer"), Text::Title, this));
    m_filter->setObjectName(u"caseFilter"_s);
    m_filter->setAccessibleName(tr("Find a case by title or reference"));
    m_filter->setPlaceholderText(tr("Find by title or reference"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(420);
    layout->addWidget(m_filter);
    layout->addWidget(m_empty);

    m_table->setModel(m_model);
    m_table->setObjectName(u"caseTable"_s);
    m_table->setAccessibleName(tr("Cases"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 2);
    auto *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(CasesModel::TitleColumn, QHeaderView::Stretch);
    const int letter = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(CasesModel::StateColumn, letter * 22);
    m_table->setColumnWidth(CasesModel::OutcomeColumn, letter * 36);
    m_table->setColumnWidth(CasesModel::ChangedColumn, letter * 20);
    m_table->setColumnWidth(CasesModel::ReferenceColumn, letter * 20);
    layout->addWidget(m_table, 1);
    layout->addStretch(0); // keeps the lines together while the table is hidden

    layout->addWidget(m_message);

    m_confirm->setObjectName(u"confirmRemove"_s);
    auto *confirm = new QHBoxLayout(m_confirm);
    confirm->setContentsMargins(0, 0, 0, 0);
    auto *yes = new QPushButton(tr("Delete &it"), m_confirm);
    yes->setObjectName(u"removeYes"_s);
    yes->setAccessibleName(tr("Delete the draft"));
    yes->setAutoDefault(true);
    auto *no = new QPushButton(tr("&Keep it"), m_confirm);
    no->setObjectName(u"removeNo"_s);
    no->setAccessibleName(tr("Keep the draft"));
    no->setAutoDefault(true);
    confirm->addWidget(m_question, 1);
    confirm->addWidget(yes);
    confirm->addWidget(no);
    m_confirm->hide();
    layout->addWidget(m_confirm);

    auto *bar = new QHBoxLayout;
    auto *file = new QPushButton(tr("Open a PDF or JSON &file…"), this);
    file->setObjectName(u"openFile"_s);
    file->setAccessibleName(tr("Open a record from a PDF or JSON file"));
    file->setAutoDefault(true);
    m_open->setObjectName(u"openCase"_s);
    m_open->setAccessibleName(tr("Open the chosen case"));
    m_open->setAutoDefault(true);
    m_remove->setObjectName(u"removeDraft"_s);
    m_remove->setAccessibleName(tr("Delete the chosen draft"));
    m_remove->setAutoDefault(true);
    bar->addWidget(file);
    bar->addStretch(1);
    bar->addWidget(m_remove);
    bar->addWidget(m_open);
    layout->addLayout(bar);

    connect(m_filter, &QLineEdit::textChanged, m_model, &CasesModel::setFilter);
    connect(m_model, &CasesModel::modelReset, this, &CasesPage::showButtons);
    connect(m_model, &CasesModel::problemChanged, this, [this](const QString &problem) { say(problem, true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CasesPage::showButtons);
    connect(m_table, &QTableView::doubleClicked, this, [this] { Q_EMIT open(chosen()); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT open(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, &CasesPage::askRemove);
    connect(yes, &QPushButton::clicked, this, [this] {
        m_confirm->hide();
        Q_EMIT removeDraft(chosen());
    });
    connect(no, &QPushButton::clicked, this, [this] {
        m_confirm->hide();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(file, &QPushButton::clicked, this, &CasesPage::openFile);
    showButtons();
}

void CasesPage::reload()
{
    m_model->reload();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void CasesPage::say(const QString &message, bool problem)
{
    m_message->say(message, problem);
}

QString CasesPage::chosen() const
{
    return m_table->currentIndex().data(CasesModel::IdRole).toString();
}

void CasesPage::showButtons()
{
    const QModelIndex at = m_table->currentIndex();
    const bool draft =
        at.isValid() && at.data(CasesModel::StateRole).toInt() == static_cast<int>(assessment::State::Draft);
    m_open->setEnabled(at.isValid());
    m_open->setText(draft ? tr("C&ontinue") : tr("&Open"));
    m_remove->setEnabled(draft);
    m_confirm->hide();
    m_empty->setVisible(m_model->rowCount() == 0 && m_filter->text().isEmpty());
    m_table->setVisible(m_model->rowCount() > 0 || !m_filter->text().isEmpty());
}

void CasesPage::askRemove()
{
    const QString title = m_table->currentIndex().siblingAtColumn(CasesModel::TitleColumn).data().toString();
    m_question->setText(
        tr("Delete the draft \"%1\"? It leaves this list; what was answered stays in the audit.").arg(title));
    m_confirm->show();
    if (auto *no = m_confirm->findChild<QPushButton *>(u"removeNo"_s))
        no->setFocus(Qt::OtherFocusReason);
    announce(m_question, m_question->text());
}

void CasesPage::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_table->hasFocus()
        && !chosen().isEmpty()) {
        Q_EMIT open(chosen());
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace clearway::ui
