// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/matrix.h"

#include "model/assessment/comparison.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using reasoning::Finding;
using reasoning::ProvisionStatus;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Matrix)
};

// A notification has a title of its own beside the provision's requirement.
QString requirementOf(const Finding &finding, const reasoning::Conclusion &conclusion)
{
    QStringList titles;
    for (const reasoning::RequirementFinding &found : conclusion.requirements) {
        if (found.provision == finding.provision && found.combination == finding.combination
            && !titles.contains(found.requirement.title))
            titles.append(found.requirement.title);
    }
    return titles.join(u"; "_s);
}

} // namespace

Matrix matrixOf(const reasoning::Conclusion &conclusion)
{
    Matrix matrix;
    QList<MatrixColumn> all;
    QStringList speaking;
    QList<reasoning::Combination> combinations;
    for (const Finding &finding : conclusion.findings) {
        if (std::ranges::find(all, finding.provision, &MatrixColumn::provision) == all.end())
            all.append({finding.provision, finding.title, finding.cite});
        if (finding.status != ProvisionStatus::NotRegulated && !speaking.contains(finding.provision))
            speaking.append(finding.provision);
        if (!combinations.contains(finding.combination))
            combinations.append(finding.combination);
    }
    for (const MatrixColumn &column : std::as_const(all))
        (speaking.contains(column.provision) ? matrix.columns : matrix.silent).append(column);
    for (const reasoning::Combination &combination : std::as_const(combinations)) {
        MatrixRow row{combination, {}};
        for (const MatrixColumn &column : std::as_const(matrix.columns)) {
            MatrixCell cell;
            for (const Finding &finding : conclusion.findings) {
                if (finding.provision != column.provision || finding.combination != combination)
                    continue;
                cell = {finding.status, finding.operates, finding.exceptionTitle, finding.exceptionCite,
                        requirementOf(finding, conclusion)};
                break;
            }
            row.cells.append(cell);
        }
        matrix.rows.append(row);
    }
    return matrix;
}

QString cellTitle(const MatrixCell &cell)
{
    const QString title = statusTitle(cell.status);
    return cell.operates || cell.status == ProvisionStatus::NotRegulated
               ? title
               : Words::tr("%1; the offence did not operate on that day").arg(title);
}

QString cellMark(const MatrixCell &cell)
{
    if (!cell.operates && cell.status != ProvisionStatus::NotRegulated)
        return u"◌"_s;
    switch (cell.status) {
    case ProvisionStatus::Applies: return u"●"_s;
    case ProvisionStatus::Open: return u"?"_s;
    case ProvisionStatus::Notifies: return u"◑"_s;
    case ProvisionStatus::Covered: return u"◐"_s;
    case ProvisionStatus::Excepted: return u"○"_s;
    case ProvisionStatus::NotRegulated: break;
    }
    return u"–"_s;
}

} // namespace clearway::assessment
