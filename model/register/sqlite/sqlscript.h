// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clearway::cases::sqlite {

/// The statements of a script, each without its final semicolon and without comments around it. Semicolons in texts,
/// quoted names, comments and the bodies of triggers end nothing. A rest without a semicolon is a statement too.
QStringList statementsOf(const QString &script);

} // namespace clearway::cases::sqlite
