// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/control.h"
#include "model/official/officialerror.h"

#include <QByteArray>

#include <memory>

class KZip;
class QBuffer;

namespace clearway::official {

/// What may be unpacked; the instrument of 2024 has 0.6 MB in 60 parts, its largest part 5.3 MB.
struct ArchiveLimits {
    qint64 file = 64LL << 20;
    qint64 part = 64LL << 20;
    qint64 total = 128LL << 20;
    int parts = 4096;
    int depth = 16; ///< of folders
};

/// A ZIP file of which single parts are unpacked into memory; nothing of it is ever written anywhere, so that the names
/// in it lead nowhere. What is unpacked is counted while it is unpacked: the sizes that the file claims are not
/// believed.
class Archive {
public:
    /// Reads the whole file. Errors: CannotRead, TooLarge, NotAnArchive, Cancelled.
    static Result<Archive> open(const QString &path, const Control &control, const ArchiveLimits &limits = {});
    Archive(Archive &&) noexcept;
    Archive &operator=(Archive &&) noexcept;
    ~Archive();

    const QString &path() const { return m_path; }
    /// Of the file as it was read, hex.
    const QString &sha256() const { return m_sha256; }
    bool has(const QString &part) const;
    /// Errors: WrongFormat where there is no such part, TooLarge, NotAnArchive where it cannot be unpacked, Cancelled.
    Result<QByteArray> read(const QString &part, const Control &control);

private:
    Archive();
    OfficialError error(OfficialError::Kind kind, const QString &detail) const { return {kind, m_path, detail}; }

    QString m_path;
    QString m_sha256;
    ArchiveLimits m_limits;
    qint64 m_unpacked = 0;
    std::unique_ptr<QByteArray> m_bytes;
    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<KZip> m_zip;
};

} // namespace clearway::official
