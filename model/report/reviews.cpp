// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/report.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace clearway::report {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

} // namespace

QList<Review> reviewsInWords(const QList<assessment::Review> &reviews)
{
    QList<Review> shown;
    for (const assessment::Review &one : reviews) {
        const bool agrees = one.finding == assessment::ReviewFinding::Agrees;
        shown.removeIf([&](const Review &other) { return other.name.compare(one.name, Qt::CaseInsensitive) == 0; });
        Review review;
        review.finding = agrees ? Words::tr("agrees") : Words::tr("differs");
        review.reason = one.note;
        review.name = one.name;
        review.role = one.role;
        review.when = one.on.isValid() ? QDateTime(one.on, QTime(0, 0), QTimeZone::UTC) : QDateTime();
        review.agrees = agrees;
        shown.append(review);
    }
    return shown;
}

} // namespace clearway::report
