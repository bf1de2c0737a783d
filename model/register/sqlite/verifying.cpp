// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"
#include "model/register/sqlite/verifier.h"

namespace clearway::cases::sqlite {

Result<Verification> SqliteRegister::verify(const Progress &progress) const
{
    // One moment for the whole walk: what another program saves meanwhile is no contradiction.
    Transaction moment(m_connection);
    if (Result<void> begun = moment.begin(Transaction::Purpose::Read); !begun)
        return std::unexpected(begun.error());
    return Verifier(m_connection, progress).run();
}

} // namespace clearway::cases::sqlite
