// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace clearway::official {

/// Why the official text could not be read, kept or looked up. What was kept before is untouched.
struct OfficialError {
    enum class Kind {
        CannotRead,   ///< no such file, no right to it, a fault of the disk
        TooLarge,     ///< the file, or what it unpacks to, is far beyond any instrument
        NotAnArchive, ///< no ZIP file, a damaged one, or one with a password; nor HTML or PDF
        WrongFormat,  ///< a ZIP file, but neither DOCX nor EPUB
        Malformed,    ///< a part is no well-formed XML, or one with tricks in it; a damaged PDF
        NoText,       ///< pictures of pages only
        NotTheList,   ///< a document without the list's codes
        NotKnown,     ///< neither the list nor an instrument that the catalogue names
        NoSections,   ///< an instrument that the catalogue names, but no section was found in the document
        Cancelled,
        NotImported, ///< there is no imported text yet
        Storage,     ///< the database could not be opened, read or written
    };
    Kind kind = Kind::CannotRead;
    QString path;   ///< the file, or the database
    QString detail; ///< what exactly was met

    /// One or two sentences for a person: what happened, with the file, and what was expected.
    QString toText() const;
    friend bool operator==(const OfficialError &, const OfficialError &) = default;
};

template<typename T>
using Result = std::expected<T, OfficialError>;

} // namespace clearway::official
