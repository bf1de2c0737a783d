// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

#include <QByteArray>

#include <expected>
#include <initializer_list>

namespace clearway::reader {

/// All of a file descriptor up to its end. Refuses "too-large" beyond the limit (bytes) and "cannot-read".
std::expected<QByteArray, documents::protocol::Refusal> readWhole(int descriptor, qint64 limit);

/// Writes all parts, one after the other; false where the other side is gone or the disk is full.
bool writeWhole(int descriptor, std::initializer_list<QByteArray> parts);

} // namespace clearway::reader
