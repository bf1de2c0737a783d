// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace clearway::cases {

/// Why a register could not be opened, read or written. Nothing of the call has been stored.
struct RegisterError {
    enum class Kind {
        CannotOpen,   ///< no such place, no right to it, no driver
        ReadOnly,     ///< the file or its folder may be read but not written, or it was opened for reading
        DiskFull,     ///< no room left on the disk
        CannotWrite,  ///< the disk refused to write for another reason (quota, limit, fault)
        TooNew,       ///< made by a newer version of Clearway
        NotARegister, ///< a file of another kind
        Damaged,      ///< not readable as a database, or what it holds contradicts itself
        Busy,         ///< another program is writing and did not finish in time; try again
        Conflict,     ///< the case was changed elsewhere since it was read, or has such a revision already
        NotFound,     ///< no such case, revision or answer
        Finished,     ///< the revision is finished and cannot be changed
        Invalid,      ///< what was to be saved is not valid: no JSON object, another case's document, …
        Tampered,     ///< the document's fingerprint does not match its content
        Cancelled,    ///< the caller's progress function said to stop
        Internal,     ///< a mistake in Clearway: a statement that the database does not accept
    };
    Kind kind = Kind::Internal;
    QString detail; ///< what the database or system said, for the log and "details"
    QString path;   ///< the register's file

    /// One or two sentences for people: what happened, with the file, and what to do.
    QString toText() const;
    friend bool operator==(const RegisterError &, const RegisterError &) = default;
};

template<typename T>
using Result = std::expected<T, RegisterError>;

} // namespace clearway::cases
