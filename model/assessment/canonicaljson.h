// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace clearway::assessment {

/// The one way of writing a JSON value that a fingerprint can be taken of (RFC 8785): UTF-8, no white space, keys
/// sorted by their UTF-16 units, only the escapes that JSON demands, numbers as ECMAScript prints them. What is not
/// JSON (an undefined value, a number that is not finite) is written as null.
QByteArray canonicalJson(const QJsonValue &value);

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
QString sha256Hex(const QByteArray &bytes);

} // namespace clearway::assessment
