// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/report.h"

#include <QIODevice>

namespace clearway::report {

/// CommonMark with pipe tables, UTF-8. False where the device did not take it all.
[[nodiscard]] bool writeMarkdown(const Report &report, QIODevice &device);

/// Text in which nothing is markup, on one line.
QString markdownEscaped(const QString &text);

} // namespace clearway::report
