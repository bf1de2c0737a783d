// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reasoningpanel.h"

#include "ui/look.h"
#include "ui/models/proofmodel.h"
#include "ui/models/words.h"
#include "ui/prooftree.h"

#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

ReasoningPanel::ReasoningPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new ProofModel(this))
    , m_view(new ProofTree(this))
    , m_note(new Text({}, Text::Muted, this))
    , m_detail(new Text({}, Text::Body, this))
    , m_showRule(new QPushButton(tr("Show the rule"), this))
{
    setObjectName(u"reasoningPanel"_s);
    auto *layout = new QVBoxLayout(this);
    auto *title = new Text(tr("Reasoning"), Text::Heading, this);
    title->setBuddy(m_view);
    layout->addWidget(title);
    layout->addWidget(m_note);
    m_view->setModel(m_model);
    m_view->setColumnHidden(ProofModel::TruthColumn, true);
    m_view->setObjectName(u"reasoning"_s);
    m_view->setAccessibleName(tr("Reasoning: provisions and their conditions"));
    layout->addWidget(m_view, 1);
    m_detail->setObjectName(u"reasoningDetail"_s);
    layout->addWidget(m_detail);
    m_showRule->setObjectName(u"showRule"_s);
    m_showRule->setAccessibleName(tr("Show the rule of the chosen line"));
    m_showRule->setToolTip(tr("As a tree, as a graph and as its source (Return)"));
    layout->addWidget(m_showRule, 0, Qt::AlignLeading);
    connect(static_cast<ProofTree *>(m_view), &ProofTree::ruleChosen, this, &ReasoningPanel::choose);
    connect(m_showRule, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_view->currentIndex();
        choose(index.data(ProofModel::AddressRole).value<language::RuleAddress>(),
               index.data(ProofModel::CombinationRole).value<reasoning::Combination>());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReasoningPanel::showDetail);
    clear();
}

void ReasoningPanel::clear()
{
    m_model->setFindings({}, {});
    m_note->setText(tr("What your answers mean for each provision is shown here as you go."));
    showDetail();
}

// What applies or is open comes first; what plainly does not apply is the longest part and the least telling.
static int weight(const reasoning::Finding &finding)
{
    if (!finding.operates)
        return 3;
    switch (finding.status) {
    case reasoning::ProvisionStatus::Applies: return 0;
    case reasoning::ProvisionStatus::Open:
    case reasoning::ProvisionStatus::Notifies:
    case reasoning::ProvisionStatus::Covered:
    case reasoning::ProvisionStatus::Excepted: return 1;
    case reasoning::ProvisionStatus::NotRegulated: break;
    }
    return 2;
}

void ReasoningPanel::show(const reasoning::Answers &answers, const reasoning::Conclusion &conclusion)
{
    auto *tree = static_cast<ProofTree *>(m_view);
    const bool first = m_model->rowCount() == 0;
    const QStringList open = tree->openRows();
    const QString current = m_view->currentIndex().data(ProofModel::PathRole).toString();
    QList<reasoning::Finding> findings = conclusion.findings;
    std::ranges::stable_sort(findings, {}, weight);
    QStringList who;
    for (const reasoning::Finding &finding : std::as_const(findings))
        who << forWhom(answers, finding.combination);
    m_model->setFindings(findings, who);
    tree->openRows(open);
    if (first)
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (weight(findings[row]) < 2)
                m_view->expand(m_model->index(row, 0));
    if (!current.isEmpty())
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (m_model->index(row, 0).data(ProofModel::PathRole).toString() == current)
                m_view->setCurrentIndex(m_model->index(row, 0));
    m_state = conclusion.state;
    m_note->setText(conclusion.warningsAnswered
                        ? conclusion.stateTitle
                        : tr("%1\nFindings so far. There is no result before the warning questions are answered.")
                              .arg(conclusion.stateTitle));
    showDetail();
}

void ReasoningPanel::choose(language::RuleAddress address, const reasoning::Combination &combination)
{
    address.state = m_state;
    Q_EMIT ruleChosen(address, combination);
}

void ReasoningPanel::showDetail()
{
    const QModelIndex index = m_view->currentIndex();
    m_showRule->setVisible(index.isValid());
    if (!index.isValid()) {
        m_detail->setText(m_model->rowCount() ? tr("Choose a line to see why.") : QString());
        return;
    }
    QStringList lines;
    lines << index.data(Qt::AccessibleTextRole).toString();
    if (const QString cite = index.data(ProofModel::CiteRole).toString(); !cite.isEmpty())
        lines << cite;
    if (const QString detail = index.data(ProofModel::DetailRole).toString(); !detail.isEmpty())
        lines << detail;
    m_detail->setText(lines.join(u'\n'));
}

} // namespace clearway::ui
