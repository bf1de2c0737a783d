// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/report.h"

#include <QIODevice>

namespace clearway::report {

/// PDF 1.6, A4, fonts embedded, the assessment attached as assessment.json. Needs a QGuiApplication. False where it
/// could not be written.
[[nodiscard]] bool writePdf(const Report &report, QIODevice &device);

} // namespace clearway::report
