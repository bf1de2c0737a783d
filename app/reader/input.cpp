// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/input.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace clearway::reader {

std::expected<QByteArray, documents::protocol::Refusal> readWhole(int descriptor, qint64 limit)
{
    using documents::protocol::Refusal;
    QByteArray whole;
    QByteArray chunk(1024 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(descriptor, chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            return std::unexpected(
                Refusal{u"cannot-read"_s, u"standard input: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)))});
        }
        if (count == 0)
            return whole;
        if (whole.size() + count > limit)
            return std::unexpected(Refusal{u"too-large"_s, u"more than %1 bytes of input"_s.arg(limit)});
        whole.append(chunk.constData(), count);
    }
}

bool writeWhole(int descriptor, std::initializer_list<QByteArray> parts)
{
    for (const QByteArray &part : parts) {
        qsizetype written = 0;
        while (written < part.size()) {
            const ssize_t count =
                ::write(descriptor, part.constData() + written, static_cast<size_t>(part.size() - written));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            written += count;
        }
    }
    return true;
}

} // namespace clearway::reader
