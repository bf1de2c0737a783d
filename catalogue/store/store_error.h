// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::store {

/// Why a catalogue cannot be read or written.
struct StoreError {
    enum class Kind {
        Missing,       ///< no such file
        NotACatalogue, ///< another kind of file, or a database of another program
        Damaged,       ///< truncated, or its content contradicts itself
        TooNew,        ///< written by a newer Clearway
        TooOld,        ///< written in a form that this Clearway no longer reads
        Unreadable,    ///< no permission, a folder, the wrong thread, a failing disk
        Unwritable,    ///< the file cannot be made: no permission, a full disk
    };
    Kind kind = Kind::Unreadable;
    QString detail; ///< one sentence that names the file
    friend bool operator==(const StoreError &, const StoreError &) = default;
};

} // namespace clearway::store
