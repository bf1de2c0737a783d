// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

#include <QFlags>

namespace clearway::reader {

/// What shuts the process in. Each holds without the others.
enum class Layer {
    Landlock = 1, ///< no path can be opened, made, moved or run; no TCP port bound or connected
    Seccomp = 2,  ///< only the system calls that computing in memory needs; writing only to standard output
                  ///< and error
    Limits = 4,   ///< memory, processor time, no core file, no new process, file size 0
};
Q_DECLARE_FLAGS(Layers, Layer)
Q_DECLARE_OPERATORS_FOR_FLAGS(Layers)

inline constexpr Layers allLayers = Layers(Layer::Landlock) | Layer::Seccomp | Layer::Limits;
inline constexpr qint64 memoryLimit = qint64(1024) * 1024 * 1024; ///< bytes of address space
inline constexpr int processorSeconds = 30;

/// Closes every file descriptor beyond the standard three: what the parent left open is not ours to use.
void closeInherited();

/// Enters the given layers, for good and for every thread. Says what is in force and what this system lacks;
/// one that is lacking does not keep the others away. The answer's limit is written in `Limits` unless
/// standard output is a regular file, which could then not be written.
documents::protocol::Protections enterSandbox(Layers layers);

} // namespace clearway::reader
