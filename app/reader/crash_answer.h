// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

namespace clearway::reader {

/// From here on a crash of the parser, an abort for want of memory, or the end of the allowed processor time
/// writes a refusal "stopped" to standard output and ends the process with status 3.
void answerCrashes(const documents::protocol::Protections &protections);

/// Undoes it: called before a regular answer is begun, so that no second header can follow it.
void letCrashesBe();

} // namespace clearway::reader
