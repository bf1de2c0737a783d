// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace clearway::cases {

/// Where the register gets the time from; tests tick one by hand.
struct Clock {
    virtual ~Clock() = default;
    /// Now, in UTC.
    virtual QDateTime nowUtc() const = 0;
};

/// The computer's own clock.
struct SystemClock final : Clock {
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace clearway::cases
