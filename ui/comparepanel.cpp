// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparepanel.h"

#include "ui/look.h"
#include "ui/models/proofmodel.h"
#include "ui/models/words.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::Conclusion;

ComparePanel::ComparePanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"comparePanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

static QString requirementsOf(const reasoning::Answers &answers, const Conclusion &conclusion)
{
    QStringList lines;
    for (const reasoning::RequirementFinding &finding : conclusion.requirements) {
        const QString who = forWhom(answers, finding.combination);
        QString line = finding.requirement.title + u", "_s + finding.cite;
        if (finding.certainty == reasoning::Certainty::Possible)
            line = ComparePanel::tr("possibly: %1").arg(line);
        lines << (who.isEmpty() ? line : QString(who + u": "_s + line));
    }
    lines.removeDuplicates();
    return lines.isEmpty() ? ComparePanel::tr("nothing") : lines.join(u'\n');
}

static QString exceptionsOf(const Conclusion &conclusion)
{
    QStringList lines;
    for (const reasoning::Finding &finding : conclusion.findings)
        if (!finding.exceptionTitle.isEmpty())
            lines << finding.exceptionTitle
                         + (finding.exceptionCite.isEmpty() ? QString() : u", "_s + finding.exceptionCite);
    lines.removeDuplicates();
    return lines.isEmpty() ? ComparePanel::tr("none") : lines.join(u'\n');
}

static QString findingsOf(const Conclusion &conclusion)
{
    QStringList lines;
    for (const reasoning::Finding &finding : conclusion.findings)
        lines << finding.title + u": "_s + ProofModel::statusWord(finding.status, finding.operates);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

static QString dutiesOf(const Conclusion &conclusion)
{
    QStringList lines;
    for (const reasoning::DutyFinding &finding : conclusion.duties)
        lines << finding.duty.title + (finding.duty.cite.isEmpty() ? QString() : u", "_s + finding.duty.cite);
    lines.removeDuplicates();
    return lines.isEmpty() ? ComparePanel::tr("none") : lines.join(u'\n');
}

void ComparePanel::show(const assessment::Assessment &assessment)
{
    delete m_content;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        new Text(tr("What the Act, as it was written in each of its states, would have required of the same "
                    "conduct. Only the list of the catalogue is used; where another list was in force, the "
                    "column says so. A row marked \"differs\" is not the same in all states."),
                 Text::Muted, m_content));
    if (assessment.compared.isEmpty()) {
        column->addWidget(new Text(tr("There is nothing to compare yet."), Text::Body, m_content));
        return;
    }
    auto *panel = new Panel(m_content);
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(10);
    column->addWidget(panel);
    column->addStretch(1);

    struct Line {
        QString title;
        QStringList cells;
    };
    QList<Line> lines{{tr("Result"), {}},         {tr("Why"), {}},
                      {tr("What is needed"), {}}, {tr("Exceptions relied on"), {}},
                      {tr("Provisions"), {}},     {tr("Records and reports"), {}},
                      {tr("Said with it"), {}}};
    int place = 1;
    for (const Conclusion &conclusion : assessment.compared) {
        const bool decides = !assessment.conclusion.asWritten && conclusion.state == assessment.conclusion.state;
        auto *head =
            new Text(decides ? tr("%1 (in force on the day)").arg(conclusion.stateTitle) : conclusion.stateTitle,
                     Text::Strong, panel);
        grid->addWidget(head, 0, place, Qt::AlignTop);
        grid->setColumnStretch(place, 3);
        ++place;
        lines[0].cells << (conclusion.warningsAnswered ? outcomeTitle(conclusion.outcome)
                                                       : tr("none before the warning questions are answered"));
        lines[1].cells << conclusion.because;
        lines[2].cells << requirementsOf(assessment.answers, conclusion);
        lines[3].cells << exceptionsOf(conclusion);
        lines[4].cells << findingsOf(conclusion);
        lines[5].cells << dutiesOf(conclusion);
        lines[6].cells << conclusion.notes.join(u'\n');
    }
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < lines.size(); ++row) {
        const Line &line = lines[row];
        QStringList different = line.cells;
        different.removeDuplicates();
        auto *title = new QWidget(panel);
        auto *titleLayout = new QVBoxLayout(title);
        titleLayout->setContentsMargins(0, 0, 0, 0);
        titleLayout->setSpacing(0);
        titleLayout->addWidget(new Text(line.title, Text::Strong, title));
        if (different.size() > 1)
            titleLayout->addWidget(new Text(tr("≠ differs"), Text::Muted, title));
        grid->addWidget(title, row + 1, 0, Qt::AlignTop);
        for (int cell = 0; cell < line.cells.size(); ++cell)
            grid->addWidget(new Text(line.cells[cell], row == 0 ? Text::Strong : Text::Body, panel), row + 1, cell + 1,
                            Qt::AlignTop);
    }
}

} // namespace clearway::ui
