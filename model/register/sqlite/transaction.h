// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/sqlite/connection.h"

namespace clearway::cases::sqlite {

/// Undone at the end of its scope unless commit() was called and succeeded.
class Transaction {
public:
    enum class Purpose {
        Read,  ///< what is read is of one moment
        Write, ///< takes the write lock at once, so that nothing read in it is out of date when it writes
    };

    explicit Transaction(const Connection &connection)
        : m_connection(connection)
    {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> begin(Purpose purpose);
    /// When it returns without an error everything written is on the disk.
    Result<void> commit();

private:
    const Connection &m_connection;
    bool m_open = false;
};

} // namespace clearway::cases::sqlite
