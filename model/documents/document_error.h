// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::documents {

/// Why a document from outside could not be read.
struct DocumentError {
    enum class Kind {
        CannotRead,     ///< the file is missing, not a regular file, or may not be read
        Empty,          ///< nothing in it
        NotPdfOrJson,   ///< something else
        NotText,        ///< JSON that is not valid UTF-8
        NoRecord,       ///< a PDF without an attached assessment
        SeveralRecords, ///< a PDF with more than one: which one a person sees is not certain
        Encrypted,      ///< needs a password
        Damaged,        ///< cut off or not well-formed
        TooLarge,       ///< beyond a limit of size or number
        ReaderMissing,  ///< clearway-reader could not be started
        ReaderStopped,  ///< clearway-reader ended without an answer, or gave one that makes no sense
        TimedOut,       ///< clearway-reader was stopped after the time allowed
        Unprotected,    ///< protections were required that this system does not offer
        Cancelled,      ///< the person pressed Cancel
    };

    Kind kind = Kind::CannotRead;
    QString message; ///< one or two sentences for a person: what is wrong, and what was expected
    QString detail;  ///< technical: the reader's or the system's own words, English; may be empty
    /// The message with the detail behind it: for standard error and for logs.
    QString toText() const;
    friend bool operator==(const DocumentError &, const DocumentError &) = default;
};

/// The error with the sentence that belongs to its kind.
DocumentError documentError(DocumentError::Kind kind, const QString &detail = {});

} // namespace clearway::documents
