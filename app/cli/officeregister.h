// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/overlay/overlay.h"
#include "model/register/register.h"

namespace clearway::cli {

/// The register that is named, or the one that the program with the window uses.
QString registerPath(const Parsed &parsed);

/// Opens it for changing; made where there is none.
std::expected<std::unique_ptr<cases::Register>, int> openRegisterToChange(const QString &path);

/// Opens it for looking; null where there is none, or one of an older version: it has to be brought up to date first,
/// and holds no readings.
std::expected<std::unique_ptr<cases::Register>, int> openRegisterToRead(const QString &path);

/// What the office has read, from a register that may not be there; nothing is made and nothing brought up to date.
std::expected<overlay::Overlay, int> overlayInRegister(const QString &path);

/// What a command is to take: the file of --overlay, nothing with --no-overlay, else what stands in the register.
std::expected<overlay::Overlay, int> chosenOverlay(const Parsed &parsed);

/// An overlay from a file; "-" is standard input.
std::expected<overlay::Overlay, int> overlayInFile(const QString &path);

} // namespace clearway::cli
