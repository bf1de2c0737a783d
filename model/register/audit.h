// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/case.h"

#include <functional>

namespace clearway::cases {

/// One change of a case, never altered afterwards. The rows of one case are a chain by their hashes.
struct AuditRow {
    CaseId id;
    qint64 sequence = 0; ///< 1, 2, … within the case
    QDateTime when;      ///< UTC
    QString who;
    QString what;      ///< "create-case", "save-answer", … stable words, see README.md
    QJsonValue before; ///< null: nothing was there
    QJsonValue after;  ///< null: nothing is left
    QString previous;  ///< hash of the row before it; of the first row: 64 zeros
    QString hash;      ///< SHA-256 over the canonical JSON of all of the above, hex
    friend bool operator==(const AuditRow &, const AuditRow &) = default;
};

/// One link of the register's own chain: each appended audit row adds one.
struct HeadRow {
    qint64 sequence = 0; ///< 1, 2, … within the register
    CaseId id;
    qint64 caseSequence = 0;
    QString caseHead; ///< hash of that audit row
    QString previous; ///< head of the link before it; of the first: genesis() of the register
    QString head;     ///< SHA-256 over the canonical JSON of all of the above, hex
    friend bool operator==(const HeadRow &, const HeadRow &) = default;
};

/// The hash that belongs to the row's other members.
QString hashOf(const AuditRow &row);
QString hashOf(const HeadRow &row);
/// What the first audit row of every case names as its previous.
QString noPrevious();
/// What the first head of a register names as its previous, from the register's id and time of creation.
QString genesis(const QString &registerId, const QString &created);

/// One thing that verify() found wrong.
struct Problem {
    QString table; ///< "audit", "answers", "revisions", "cases", "heads", "catalogues", "late_changes", "reviews",
                   ///< "supply_log", "readings", "schema", "file"
    QString row;   ///< which row of it: "CASE/12", "CASE/1/recipient.place/r1/-1"
    QString what;  ///< one sentence
    friend bool operator==(const Problem &, const Problem &) = default;
};

struct Verification {
    qint64 cases = 0;
    qint64 auditRows = 0;
    qint64 documents = 0;
    QString head; ///< the register's last head, hex
    QList<Problem> problems;
    bool isClean() const { return problems.isEmpty(); }
};

/// Called now and then with rows done and rows there are; false stops.
using Progress = std::function<bool(qint64 done, qint64 total)>;

} // namespace clearway::cases
