// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reader/sandbox.h"

#include <QByteArray>

namespace clearway::reader {

/// Enters the given layers, then tries what a hostile document could want: the network, files, other programs
/// and processes. A line of JSON says of each attempt whether it was refused, and with which error. Without
/// any layer it shows what the attempts do where nothing refuses them (the file that is made is removed
/// again).
QByteArray proveSandbox(Layers layers);

} // namespace clearway::reader
