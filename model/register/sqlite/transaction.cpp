// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/transaction.h"

#include "model/register/sqlite/statement.h"

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

Transaction::~Transaction()
{
    // After an error such as a full disk SQLite may have undone it itself; then this fails, and nothing is to be done.
    if (m_open)
        (void)runOnce(m_connection, u"ROLLBACK"_s);
}

Result<void> Transaction::begin(Purpose purpose)
{
    Result<void> begun = runOnce(m_connection, purpose == Purpose::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = begun.has_value();
    return begun;
}

Result<void> Transaction::commit()
{
    Result<void> committed = runOnce(m_connection, u"COMMIT"_s);
    if (committed)
        m_open = false;
    return committed;
}

} // namespace clearway::cases::sqlite
