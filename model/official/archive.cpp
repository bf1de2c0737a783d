// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/archive.h"

#include <KZip>
#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

constexpr qint64 chunk = 256 << 10;

QString megabytes(qint64 bytes)
{
    return Text::tr("more than %1 MB.").arg(bytes >> 20);
}

/// How many parts lie in a folder and below it; -1 beyond the limits.
int countParts(const KArchiveDirectory *folder, const ArchiveLimits &limits, int depth)
{
    if (depth > limits.depth)
        return -1;
    int parts = 0;
    const QStringList names = folder->entries();
    for (const QString &name : names) {
        const KArchiveEntry *entry = folder->entry(name);
        int more = 1;
        if (entry && entry->isDirectory())
            more = countParts(static_cast<const KArchiveDirectory *>(entry), limits, depth + 1);
        if (more < 0 || (parts += more) > limits.parts)
            return -1;
    }
    return parts;
}

} // namespace

Archive::Archive() = default;
Archive::Archive(Archive &&) noexcept = default;
Archive &Archive::operator=(Archive &&) noexcept = default;
Archive::~Archive()
{
    m_zip.reset(); // before what it reads from
}

Result<Archive> Archive::open(const QString &path, const Control &control, const ArchiveLimits &limits)
{
    using enum OfficialError::Kind;
    Archive archive;
    archive.m_path = path;
    archive.m_limits = limits;
    if (QFileInfo(path).isDir())
        return std::unexpected(archive.error(CannotRead, Text::tr("it is a folder.")));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(archive.error(CannotRead, file.errorString() + u'.'));
    archive.m_bytes = std::make_unique<QByteArray>();
    QByteArray &bytes = *archive.m_bytes;
    while (true) {
        if (control.stopped())
            return std::unexpected(archive.error(Cancelled, {}));
        const QByteArray more = file.read(chunk);
        if (more.isEmpty())
            break;
        bytes += more;
        if (bytes.size() > limits.file)
            return std::unexpected(archive.error(TooLarge, megabytes(limits.file)));
    }
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(archive.error(CannotRead, file.errorString() + u'.'));
    if (!bytes.startsWith("PK\003\004"))
        return std::unexpected(archive.error(NotAnArchive, Text::tr("it does not begin as a ZIP file does.")));
    archive.m_sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    archive.m_buffer = std::make_unique<QBuffer>(archive.m_bytes.get());
    archive.m_buffer->open(QIODevice::ReadOnly);
    archive.m_zip = std::make_unique<KZip>(archive.m_buffer.get());
    if (!archive.m_zip->open(QIODevice::ReadOnly) || !archive.m_zip->directory())
        return std::unexpected(archive.error(NotAnArchive, Text::tr("its table of contents cannot be read.")));
    if (countParts(archive.m_zip->directory(), limits, 0) < 0)
        return std::unexpected(archive.error(TooLarge, Text::tr("more than %1 parts.").arg(limits.parts)));
    return archive;
}

bool Archive::has(const QString &part) const
{
    return m_zip->directory()->file(part) != nullptr;
}

Result<QByteArray> Archive::read(const QString &part, const Control &control)
{
    using enum OfficialError::Kind;
    const KArchiveFile *entry = m_zip->directory()->file(part);
    if (!entry)
        return std::unexpected(error(WrongFormat, Text::tr("it has no part %1.").arg(part)));
    const qint64 limit = std::min(m_limits.part, m_limits.total - m_unpacked);
    const qint64 claimed = entry->size();
    if (claimed > limit)
        return std::unexpected(error(TooLarge, Text::tr("its part %1 has %2").arg(part, megabytes(limit))));
    const std::unique_ptr<QIODevice> device(entry->createDevice());
    if (!device || !device->isOpen())
        return std::unexpected(error(NotAnArchive, Text::tr("its part %1 cannot be unpacked.").arg(part)));
    QByteArray bytes;
    while (true) {
        if (control.stopped())
            return std::unexpected(error(Cancelled, {}));
        const QByteArray more = device->read(chunk);
        if (more.isEmpty())
            break;
        bytes += more;
        if (bytes.size() > limit)
            return std::unexpected(error(TooLarge, Text::tr("its part %1 has %2").arg(part, megabytes(limit))));
    }
    m_unpacked += bytes.size();
    if (bytes.size() != claimed)
        return std::unexpected(error(NotAnArchive, Text::tr("its part %1 is not whole.").arg(part)));
    return bytes;
}

} // namespace clearway::official
