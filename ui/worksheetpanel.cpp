// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worksheetpanel.h"

#include "ui/look.h"
#include "ui/models/worksheetfilter.h"
#include "ui/models/worksheetmodel.h"
#include "ui/worksheetdelegate.h"
#include "ui/worksheetview.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::WorksheetRow;

namespace {

constexpr int tableHeight = 380;
// With more rows than this, positions below start closed: each can be opened.
constexpr int rowsShownOpen = 120;

int countRows(const QList<WorksheetRow> &rows)
{
    int count = 0;
    for (const WorksheetRow &row : rows)
        count += 1 + countRows(row.children);
    return count;
}

bool hasPoints(const QList<WorksheetRow> &rows)
{
    return std::ranges::any_of(rows, [](const WorksheetRow &row) {
        return row.kind == WorksheetRow::Kind::SomePoint || row.kind == WorksheetRow::Kind::EveryPoint
               || hasPoints(row.children);
    });
}

} // namespace

WorksheetPanel::WorksheetPanel(const language::RuleBook &rules, QWidget *parent)
    : QWidget(parent)
    , m_model(new WorksheetModel(rules, this))
    , m_filter(new WorksheetFilter(this))
    , m_view(new WorksheetView(this))
    , m_summary(new Text({}, Text::Body, this))
    , m_message(new Text({}, Text::Strong, this))
    , m_whole(new QCheckBox(tr("Show also what does not matter any more"), this))
    , m_edit(new QPushButton(tr("Give a value"), this))
    , m_unsure(new QPushButton(tr("Not sure"), this))
    , m_takeBack(new QPushButton(tr("Take back"), this))
    , m_addPoint(new QPushButton(tr("&Add an operating point"), this))
{
    setObjectName(u"worksheetPanel"_s);
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Worksheet: criteria, values, states"));
    m_view->setMinimumHeight(tableHeight);
    auto *delegate = new WorksheetDelegate(rules, *m_model, m_view);
    m_view->setItemDelegate(delegate);
    m_summary->setObjectName(u"worksheetSummary"_s);
    m_message->setObjectName(u"worksheetMessage"_s);
    m_message->hide();
    m_whole->setObjectName(u"worksheetWhole"_s);
    m_whole->setAccessibleName(tr("Show also what does not matter any more"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_summary);
    layout->addWidget(m_whole);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    for (const auto &[button, name, title] :
         {std::tuple(m_edit, u"worksheetEdit"_s, tr("Give the value of the chosen row")),
          std::tuple(m_unsure, u"worksheetUnsure"_s, tr("Not sure about the chosen row")),
          std::tuple(m_takeBack, u"worksheetTakeBack"_s, tr("Take back the answer of the chosen row")),
          std::tuple(m_addPoint, u"addPoint"_s, tr("Add an operating point"))}) {
        button->setObjectName(name);
        button->setAccessibleName(title);
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(new Text(tr("Type into a row to give its value, with its unit; “?” for not sure. A criterion "
                                  "that is met speaks for the position."),
                               Text::Muted, this));

    connect(m_whole, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setWhole(on);
        m_view->expandAll();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorksheetPanel::showButtons);
    connect(m_view, &WorksheetView::positionChosen, this, [this](const QString &code) {
        if (code != m_model->worksheet().code)
            Q_EMIT openOther(code);
    });
    connect(m_edit, &QPushButton::clicked, m_view, [this] {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->editValue();
    });
    connect(m_unsure, &QPushButton::clicked, this, [this] { m_model->give(current(), language::Unsure{}); });
    connect(m_takeBack, &QPushButton::clicked, this, [this] { m_model->takeBack(current()); });
    connect(m_addPoint, &QPushButton::clicked, this, &WorksheetPanel::addPoint);
    connect(delegate, &WorksheetDelegate::refused, this, &WorksheetPanel::say);
    connect(m_model, &WorksheetModel::refused, this, &WorksheetPanel::say);
    connect(m_model, &WorksheetModel::answered, this,
            [this](const reasoning::FactKey &key, const reasoning::Answer &answer) {
                say({});
                m_filter->keep(current());
                Q_EMIT answered(key, answer);
            });
    connect(m_model, &WorksheetModel::takenBack, this, [this](const reasoning::FactKey &key) {
        say({});
        m_filter->keep(current());
        Q_EMIT takenBack(key);
    });
    showButtons();
}

void WorksheetPanel::setWorksheet(const classification::Worksheet &worksheet)
{
    const bool isOther = worksheet.code != m_model->worksheet().code || worksheet.item != m_model->worksheet().item;
    bool wasReset = false;
    const auto watch = connect(m_model, &QAbstractItemModel::modelReset, this, [&] { wasReset = true; });
    m_model->setWorksheet(worksheet);
    disconnect(watch);
    if (isOther)
        m_filter->forget();
    if (wasReset) {
        m_view->expandAll();
        if (countRows(worksheet.rows) > rowsShownOpen) {
            const QModelIndex own = m_filter->index(m_filter->rowCount() - 1, 0);
            for (int row = 0; row < m_filter->rowCount(own); ++row) {
                const QModelIndex child = m_filter->index(row, 0, own);
                if (child.data(WorksheetModel::KindRole).toInt() == static_cast<int>(WorksheetRow::Kind::Position))
                    m_view->collapse(child);
            }
        }
    }
    const qsizetype open = classification::openFacts(worksheet).size();
    m_summary->setText(open > 0 ? tr("Questions that still decide something: %1").arg(open)
                                : tr("Nothing that is open here decides anything any more."));
    m_addPoint->setVisible(hasPoints(worksheet.rows));
    showButtons();
}

void WorksheetPanel::flush()
{
    // An editor gives what it holds when it loses the focus.
    if (QWidget *field = focusWidget(); field && field != m_view && m_view->isAncestorOf(field))
        m_view->setFocus(Qt::OtherFocusReason);
}

QModelIndex WorksheetPanel::current() const
{
    return m_filter->mapToSource(m_view->currentIndex()).siblingAtColumn(0);
}

void WorksheetPanel::showButtons()
{
    const WorksheetRow *row = m_model->row(current());
    const QModelIndex value = current().siblingAtColumn(WorksheetModel::ValueColumn);
    m_edit->setEnabled(row && value.flags().testFlag(Qt::ItemIsEditable));
    m_unsure->setEnabled(row && row->asked);
    m_takeBack->setEnabled(row && row->asked && row->answer);
}

void WorksheetPanel::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    if (!message.isEmpty())
        announce(m_message, message);
}

} // namespace clearway::ui
