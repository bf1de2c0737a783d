// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace clearway::cases::sqlite {

/// The hash over everything that an archived catalogue's row says, hex. `compressed` is the sources as stored.
QString archiveHash(const QString &hash, const QString &version, const QString &archived, const QByteArray &compressed);

/// What qCompress() compressed; nullopt where it is damaged or claims more than 256 MB.
std::optional<QByteArray> uncompressed(const QByteArray &bytes);

} // namespace clearway::cases::sqlite
