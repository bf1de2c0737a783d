// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace clearway::reasoning {
struct Conclusion;
}

namespace clearway::assessment {

/// A permit, approval or permission that a person says is held. It decides nothing by itself: whether it fits is a
/// question of the interview. It is kept so that the record names what it relies on, and notices when it ends.
struct PermitHeld {
    enum class Kind {
        Permit,       ///< under the Act, for supplies and brokering
        Approval,     ///< to publish
        Permission,   ///< for goods
        Registration, ///< of a broker
    };
    Kind kind = Kind::Permit;
    QString number;     ///< as it is printed on it
    QString holder;     ///< in whose name
    QString covers;     ///< what, for whom, for which purpose
    QDate from;         ///< first day; null: not said
    QDate until;        ///< last day; null: no end is named
    QString conditions; ///< one a line; may be empty
    friend bool operator==(const PermitHeld &, const PermitHeld &) = default;
};

/// "permit", "approval", "permission", "registration": as stored and printed in data.
QString permitKindName(PermitHeld::Kind kind);
std::optional<PermitHeld::Kind> permitKindFromName(QStringView name);

/// For people: "Permit 123 of the University, until 30 June 2026".
QString inWords(const PermitHeld &permit);
/// Whether the day lies between its days; where one of them is not said, it does not limit.
bool runsOn(const PermitHeld &permit, QDate day);
/// Why it cannot be kept, one sentence each: no number, nothing said of what it covers, days in the wrong order.
QStringList problemsIn(const PermitHeld &permit);

/// Whether the conclusion rests on something that is held already.
bool restsOnPermit(const reasoning::Conclusion &conclusion);
/// Those that run on the day of the conduct; all of them where the day is not known.
QList<PermitHeld> running(const QList<PermitHeld> &permits, QDate day);

QJsonArray permitsToJson(const QList<PermitHeld> &permits);
/// Of what permitsToJson() wrote; what is not understood is left out.
QList<PermitHeld> permitsFromJson(const QJsonArray &json);

} // namespace clearway::assessment
