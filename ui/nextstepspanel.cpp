// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nextstepspanel.h"

#include "model/report/nextstepwords.h"
#include "ui/look.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::NextStep;

static QString particulars(const NextStep &step, const report::Wording &wording)
{
    const auto labelled = [](const QString &label, const QString &value) {
        return value.isEmpty()
                   ? QString()
                   : NextStepsPanel::tr("%1: %2", "who decides, Defence; usual time, 15 days").arg(label, value);
    };
    QStringList parts;
    for (const QString &part : {labelled(NextStepsPanel::tr("Who does it"), step.acts),
                                labelled(report::deciderLabel(step.kind), step.decides),
                                labelled(NextStepsPanel::tr("Usual time"), step.usualTime), step.cite,
                                labelled(NextStepsPanel::tr("For"), report::concernsInWords(step, wording))}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u" · "_s);
}

NextStepsPanel::NextStepsPanel(const QList<NextStep> &steps, const report::Wording &wording, bool canChange,
                               QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"nextSteps"_s);
    setAccessibleName(tr("What to do next, step by step"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    int number = 0;
    for (const NextStep &step : steps) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *mark = new Text(QString::number(++number) + u'.', Text::Strong, this);
        mark->setMinimumWidth(22);
        mark->setAlignment(Qt::AlignTop | Qt::AlignTrailing);
        mark->setWordWrap(false);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *title = new Text(step.title, Text::Strong, this);
        title->setObjectName(u"stepTitle"_s);
        words->addWidget(title);
        for (const QString &detail : step.details) {
            auto *line = new Text(u"– "_s + detail, Text::Body, this);
            line->setTextInteractionFlags(Qt::TextSelectableByMouse);
            words->addWidget(line);
        }
        words->addWidget(new Text(particulars(step, wording), Text::Muted, this));
        row->addLayout(words, 1);
        if (canChange && !step.question.fact.isEmpty()) {
            auto *answer = new QToolButton(this);
            answer->setText(tr("Answer"));
            answer->setFocusPolicy(Qt::StrongFocus);
            answer->setAccessibleName(tr("Answer: %1").arg(step.title));
            row->addWidget(answer, 0, Qt::AlignTop);
            connect(answer, &QToolButton::clicked, this, [this, key = step.question] { Q_EMIT changeAnswer(key); });
        }
        column->addLayout(row);
    }
}

} // namespace clearway::ui
