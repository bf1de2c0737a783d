// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrixpanel.h"

#include "model/report/wording.h"
#include "ui/look.h"
#include "ui/models/matrixmodel.h"
#include "ui/wholetable.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

MatrixPanel::MatrixPanel(const report::Wording &wording, QWidget *parent)
    : QWidget(parent)
{
    const assessment::Assessment &assessment = wording.assessment();
    const assessment::Matrix matrix = assessment::matrixOf(assessment.conclusion);
    QList<MatrixModel::Names> names;
    for (const assessment::MatrixRow &row : matrix.rows) {
        const QString item = wording.item(row.combination.item);
        names.append({wording.activity(row.combination.activity), item.isEmpty() ? tr("nothing in particular") : item,
                      row.combination.recipient.isEmpty() ? tr("nobody in particular")
                                                          : wording.recipient(row.combination.recipient)});
    }
    auto *model = new MatrixModel(this);
    model->setMatrix(matrix, names);
    auto *table = new WholeTable(this);
    table->setObjectName(u"matrix"_s);
    table->setAccessibleName(tr("Every combination of activity, item and recipient under every provision"));
    table->setModel(model);
    table->setColumnHidden(MatrixModel::ActivityColumn, assessment.answers.activities.size() < 2);
    table->setLeastWidth(118);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(table);
    QStringList silent;
    for (const assessment::MatrixColumn &one : matrix.silent)
        silent << one.cite;
    if (!silent.isEmpty()) {
        column->addWidget(new Text(tr("Put to every combination, and apply to none: %1.").arg(silent.join(u"; "_s)),
                                   Text::Muted, this));
    }
}

} // namespace clearway::ui
