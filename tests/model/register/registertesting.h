// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/register.h"

#include <QTest>

/// What the register's tests share.
namespace clearway::cases::testing {

/// A clock that moves on by one second with every look.
struct TickingClock final : Clock {
    QDateTime nowUtc() const override
    {
        time = time.addSecs(1);
        return time;
    }
    mutable QDateTime time = QDateTime::fromString(QStringLiteral("2025-06-01T00:00:00Z"), Qt::ISODate);
};

/// One activity, two items (the second with two operating points), one recipient.
Structure sampleStructure();
NewCase sampleCase(const QString &title);
SavedAnswer answer(const QString &fact, const QJsonValue &value, const QString &holder = {}, int point = -1);
/// A document with its fingerprint.
FinishedDocument documentOf(const QString &reference, int revision, const QString &title,
                            const QString &outcome = QStringLiteral("permit-unlikely"));
/// By somebody else than the assessor of sampleCase().
assessment::Review sampleReview();
assessment::SupplyEntry sampleSupply(const QString &goods);
/// A case with late changes and a removed answer, a finished and an open revision, a review, a supply log; an
/// imported one; a removed one; an archived catalogue. Every table has rows.
Result<CaseId> fill(Register &cases);
/// Every row of every table but "settings", one text each, as read by SQL; a line "unreadable …" where it fails.
QStringList dump(const QString &path);
/// The problems as text, for messages.
QString problemsOf(const Verification &verification);

} // namespace clearway::cases::testing

/// Fails the test with the register's own words where the result is an error.
#define QVERIFY_RESULT(result) \
    do { \
        if (!(result)) \
            QFAIL(qPrintable((result).error().toText() + u" | " + (result).error().detail)); \
    } while (false)

#define QVERIFY_ERROR(result, expectedKind) \
    do { \
        QVERIFY2(!(result), "an error was expected"); \
        if ((result).error().kind != clearway::cases::RegisterError::Kind::expectedKind) \
            QFAIL(qPrintable(u"not " #expectedKind ": " + (result).error().toText() + u" | " \
                             + (result).error().detail)); \
    } while (false)
