// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/register.h"
#include "model/register/replay.h"
#include "model/register/sqlite/statement.h"

namespace clearway::cases::sqlite {

/// One walk over a register. Damage in one place does not keep it from looking at the others.
class Verifier {
public:
    Verifier(const Connection &connection, const Progress &progress);
    Result<Verification> run();

private:
    using Tables = QMap<RowName, TableRow>;

    void checkFile();
    void checkSchema();
    void checkHeads();
    void checkCase(const QString &id);
    void checkTables(const QString &id, const Tables &expected);
    void checkCatalogues();
    void checkReadings();
    void readTable(Tables &tables, const QString &table, const QString &id);
    QStringList caseIds();

    /// Calls `each` for every row; an error is a problem of the table.
    void forEach(Statement &statement, const QString &table, const QString &row, const std::function<void()> &each);
    void report(const QString &table, const QString &row, const QString &what);
    bool goOn();

    const Connection &m_connection;
    const Progress &m_progress;
    Verification m_found;
    QMap<QString, QMap<qint64, QString>> m_linked; // by case: sequence and hash of the rows that the heads name
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_cancelled = false;
};

} // namespace clearway::cases::sqlite
