// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/overlay/overlay.h"
#include "model/register/case.h"

namespace clearway::cases {

/// One step in what the office has read beside the text: somebody's reading, one that came from another office, or that
/// one was withdrawn. Never altered afterwards; the events are a chain by their hashes.
struct ReadingEvent {
    enum class What { Read, Import, Withdraw };
    qint64 sequence = 0; ///< 1, 2, … within the register
    QDateTime when;      ///< UTC
    QString who;         ///< as the operating system knows the user
    What what = What::Read;
    QString subject;                         ///< overlay::subjectOf()
    std::optional<overlay::Reading> reading; ///< none where it was withdrawn
    QString note;                            ///< of a withdrawal: by whom, and why
    QString previous;                        ///< hash of the event before it; of the first: 64 zeros
    QString hash;
    friend bool operator==(const ReadingEvent &, const ReadingEvent &) = default;
};

/// "read", "import", "withdraw": as stored and printed.
QString nameOf(ReadingEvent::What what);
std::optional<ReadingEvent::What> readingEventFromName(QStringView name);

/// SHA-256 over the canonical JSON of all other members, hex.
QString hashOf(const ReadingEvent &event);

/// What stands after all of them.
overlay::Overlay overlayOf(const QList<ReadingEvent> &events);

/// The name under which the register's chain of heads has the events; no case has it.
inline constexpr QLatin1StringView readingsInChain{"readings"};

} // namespace clearway::cases
