// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/audit.h"

#include <QJsonArray>
#include <QMap>

#include <expected>

namespace clearway::cases {

/// One row of a table as texts by column; JSON null where the column is empty. A document stands there by its SHA-256.
using TableRow = QJsonObject;

/// Names a row: the table, and its key within the case ("", "2", "2/recipient.place/r1/-1", "2/1").
struct RowName {
    QString table;
    QString key;
    friend bool operator==(const RowName &, const RowName &) = default;
    friend auto operator<=>(const RowName &, const RowName &) = default;
};

QString revisionKey(int revision);
QString answerKey(int revision, const reasoning::FactKey &key);
QString lateChangeKey(int revision, int number);
/// Of a review or an entry of the supply log.
QString numberKey(int number);
/// Title and reference with letters folded to one case, as the list is searched.
QString searchText(const QString &title, const QString &reference);

/// What the tables must hold of a case, worked out from its audit alone. It shares no code with what writes the tables,
/// so that a mistake in either shows.
class CaseReplay {
public:
    using Done = std::expected<void, QString>;

    /// Applies the next change. The error is one sentence: what in it contradicts the changes before it.
    Done apply(const AuditRow &row);
    /// Rows of "cases", "revisions", "answers", "late_changes", "reviews" and "supply_log".
    const QMap<RowName, TableRow> &rows() const { return m_rows; }

private:
    Done begin(const AuditRow &row, const QJsonObject &after);
    Done change(const AuditRow &row, const QJsonObject &before, const QJsonObject &after);
    Done explain(const QJsonObject &before, const QJsonObject &after);
    Done reopen(const AuditRow &row, const QJsonObject &after);
    Done remove(const QJsonObject &before);
    Done review(const AuditRow &row, const QJsonObject &after);
    Done logSupply(const AuditRow &row, const QJsonObject &after);

    Done changeAnswers(const AuditRow &row, int revision, const QJsonObject &before, const QJsonObject &after);
    Done addAnswers(int revision, const QJsonArray &answers);
    TableRow *draft(int revision);
    QJsonArray answersOf(int revision) const;
    QJsonArray lateChangesOf(int revision) const;
    int nextNumber(const QString &table) const;
    void repeatInCase(const AuditRow &row);

    QMap<RowName, TableRow> m_rows;
    int m_revision = 0;
};

} // namespace clearway::cases
