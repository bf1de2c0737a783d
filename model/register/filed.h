// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/review.h"
#include "model/assessment/supplylog.h"

#include <QDateTime>
#include <QJsonObject>

namespace clearway::cases {

/// A review as it was recorded: never altered afterwards.
struct FiledReview {
    int number = 0;      ///< 1, 2, … within the case
    int revision = 0;    ///< the finished one that was reviewed
    QDateTime when;      ///< UTC, when it was recorded
    QString who;         ///< who recorded it
    QString fingerprint; ///< of the document that was reviewed
    assessment::Review review;
    friend bool operator==(const FiledReview &, const FiledReview &) = default;
};

/// "2026-01-31"; empty for a null day.
QString dayToText(QDate day);
QDate dayFromText(const QString &text);

// The members that the audit and the tables have in common; who and when stand in the audit's row.
QJsonObject reviewToJson(const FiledReview &filed);
QJsonObject supplyToJson(const assessment::LoggedSupply &logged);

} // namespace clearway::cases
