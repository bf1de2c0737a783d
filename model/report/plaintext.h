// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::report {

/// Text that came from a person or a file, without what no page can show: control characters, halves of surrogate pairs
/// and the marks that turn the direction of what follows (they could make a code read otherwise).
QString printable(const QString &text);

/// "A", "B" … "Z", "AA": the letter of an annex, counted from 0.
QString annexLetter(qsizetype index);

} // namespace clearway::report
