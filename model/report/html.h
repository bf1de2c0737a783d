// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/report.h"

#include <QIODevice>

namespace clearway::report {

/// One self-contained UTF-8 file: no script, nothing remote. False where the device did not take it all.
[[nodiscard]] bool writeHtml(const Report &report, QIODevice &device);

} // namespace clearway::report
