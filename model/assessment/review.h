// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace clearway::assessment {

enum class ReviewFinding {
    Agrees,  ///< with the result and what it rests on
    Differs, ///< in what the note says
};

/// What a person other than the assessor found about one finished revision.
struct Review {
    ReviewFinding finding = ReviewFinding::Agrees;
    QString name;
    QString role;
    QDate on;
    QString note; ///< in what it differs, or on what it rests
    friend bool operator==(const Review &, const Review &) = default;
};

/// "agrees", "differs": stable words for tables and documents.
QString reviewFindingName(ReviewFinding finding);
std::optional<ReviewFinding> reviewFindingFromName(QStringView name);

/// Why it cannot be recorded, one sentence each: nobody named, no day or one to come, a difference without a
/// note, or the reviewer is the assessor. Empty: nothing speaks against it.
QStringList problemsIn(const Review &review, const QString &assessor, QDate today);

} // namespace clearway::assessment
