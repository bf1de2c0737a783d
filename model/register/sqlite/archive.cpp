// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/archive.h"

#include "model/assessment/canonicaljson.h"

#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

QString archiveHash(const QString &hash, const QString &version, const QString &archived, const QByteArray &compressed)
{
    return assessment::sha256Hex(assessment::canonicalJson(QJsonObject{
        {u"hash"_s, hash},
        {u"version"_s, version},
        {u"archived"_s, archived},
        {u"sources"_s, assessment::sha256Hex(compressed)},
    }));
}

std::optional<QByteArray> uncompressed(const QByteArray &bytes)
{
    constexpr quint32 most = 256u * 1024 * 1024;
    // The length in front is what would be allocated: a damaged one must not exhaust the memory.
    if (bytes.size() < 4 || qFromBigEndian<quint32>(bytes.constData()) > most)
        return std::nullopt;
    const QByteArray plain = qUncompress(bytes);
    if (plain.isEmpty())
        return std::nullopt;
    return plain;
}

} // namespace clearway::cases::sqlite
