// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/review.h"

#include <QCoreApplication>

namespace clearway::assessment {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace

QString reviewFindingName(ReviewFinding finding)
{
    return finding == ReviewFinding::Agrees ? u"agrees"_s : u"differs"_s;
}

std::optional<ReviewFinding> reviewFindingFromName(QStringView name)
{
    for (const ReviewFinding finding : {ReviewFinding::Agrees, ReviewFinding::Differs}) {
        if (name == reviewFindingName(finding))
            return finding;
    }
    return std::nullopt;
}

QStringList problemsIn(const Review &review, const QString &assessor, QDate today)
{
    QStringList problems;
    const QString name = review.name.simplified();
    if (name.isEmpty())
        problems.append(Words::tr("Say who reviewed it."));
    else if (name.compare(assessor.simplified(), Qt::CaseInsensitive) == 0)
        problems.append(Words::tr("A review is made by someone other than the person who made the assessment."));
    if (!review.on.isValid())
        problems.append(Words::tr("Say on which day it was reviewed."));
    // A day of leeway: the clocks of two places may show different days.
    else if (today.isValid() && review.on > today.addDays(1))
        problems.append(Words::tr("The day of the review is still to come."));
    if (review.finding == ReviewFinding::Differs && review.note.trimmed().isEmpty())
        problems.append(Words::tr("Say in what the finding differs."));
    return problems;
}

} // namespace clearway::assessment
