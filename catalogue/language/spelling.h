// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clearway::language {

/// The known name that differs from `word` least, by at most two changed, added or dropped characters (one in words of
/// up to three) or in nothing but case; empty where none is that near. Of equals the first.
QString nearestSpelling(const QString &word, const QStringList &known);

} // namespace clearway::language
