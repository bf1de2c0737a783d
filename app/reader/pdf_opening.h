// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_protocol.h"

#include <poppler-qt6.h>

#include <expected>
#include <memory>

namespace clearway::reader {

std::unexpected<documents::protocol::Refusal> refused(const QString &kind, const QString &message);

/// The structure of a PDF; refuses "damaged" and "encrypted". What the parser complains about goes nowhere: it would
/// hold parts of the document.
std::expected<std::unique_ptr<Poppler::Document>, documents::protocol::Refusal> openPdf(const QByteArray &pdf);

} // namespace clearway::reader
