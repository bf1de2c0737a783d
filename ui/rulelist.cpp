// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulelist.h"

#include "ui/models/rulelistfilter.h"
#include "ui/models/rulelistmodel.h"
#include "ui/prooftree.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::RuleAddress;

RuleList::RuleList(const language::RuleBook &rules, QWidget *parent)
    : QWidget(parent)
    , m_model(new RuleListModel(this))
    , m_filter(new RuleListFilter(this))
    , m_state(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_onlyUnverified(new QCheckBox(tr("Only what nobody has verified"), this))
    , m_list(new ProofTree(this))
{
    m_filter->setSourceModel(m_model);
    m_state->setObjectName(u"ruleState"_s);
    m_state->setAccessibleName(tr("State of the Act"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_state->setMinimumContentsLength(14);
    for (const language::LawState &state : rules.states)
        m_state->addItem(state.title, state.id);
    m_state->setCurrentIndex(m_state->count() - 1);
    m_search->setObjectName(u"ruleSearch"_s);
    m_search->setPlaceholderText(tr("Find a rule"));
    m_search->setAccessibleName(tr("Find a rule by words of its title, its section or its id"));
    m_search->setClearButtonEnabled(true);
    m_onlyUnverified->setObjectName(u"ruleOnlyUnverified"_s);
    m_list->setObjectName(u"ruleList"_s);
    m_list->setAccessibleName(tr("What this state of the Act says"));
    m_list->setModel(m_filter);
    m_list->setFrameShape(QFrame::NoFrame);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 6, 14);
    column->setSpacing(8);
    column->addWidget(m_state);
    column->addWidget(m_search);
    column->addWidget(m_onlyUnverified);
    column->addWidget(m_list, 1);
    setMinimumWidth(150);

    connect(m_state, &QComboBox::activated, this, [this] { Q_EMIT stateChosen(state()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_filter->setWanted(typed.trimmed());
        showFound();
    });
    connect(m_onlyUnverified, &QCheckBox::toggled, this, [this](bool only) {
        m_filter->setOnlyUnverified(only);
        showFound();
    });
    connect(m_list, &QTreeView::clicked, this, &RuleList::choose);
    connect(m_list, &ProofTree::chosen, this, &RuleList::choose);
}

void RuleList::show(const language::RuleBook &rules, const RuleAddress &address, bool anew)
{
    m_address = address;
    const int row = m_state->findData(address.state);
    if (anew || row != m_state->currentIndex() || !m_listed) {
        m_state->setCurrentIndex(row);
        m_model->show(rules, address.state);
        m_listed = true;
    }
    select();
}

QString RuleList::state() const
{
    return m_state->currentData().toString();
}

int RuleList::unverifiedIn(const RuleAddress &provision) const
{
    return m_model->find(provision).data(RuleListModel::UnverifiedRole).toInt();
}

void RuleList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

// A heading only folds.
void RuleList::choose(const QModelIndex &index)
{
    const auto address = index.data(RuleListModel::AddressRole).value<RuleAddress>();
    if (address.isNull())
        m_list->setExpanded(index, !m_list->isExpanded(index));
    else
        Q_EMIT chosen(address);
}

// What was looked for is seen without unfolding; with nothing looked for, the rule that is shown.
void RuleList::showFound()
{
    if (m_filter->narrows())
        m_list->expandAll();
    else
        select();
}

void RuleList::select()
{
    const QModelIndex index = m_filter->mapFromSource(m_model->find(m_address));
    if (!index.isValid()) {
        m_list->setCurrentIndex({});
        return;
    }
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        m_list->expand(up);
    if (m_address.kind == RuleAddress::Kind::Provision)
        m_list->expand(index);
    m_list->setCurrentIndex(index); // which scrolls to it
}

// Before the page has its size the list scrolls further than it must: the heading above its first row would be hidden.
void RuleList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QTimer::singleShot(0, this, [this] {
        m_list->scrollToTop();
        m_list->scrollTo(m_list->currentIndex());
    });
}

} // namespace clearway::ui
