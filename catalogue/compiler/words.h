// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clearway::compiler {

/// The known name that the given one is most likely a slip of; empty where none is near.
QString nearest(const QString &name, const QStringList &known);

/// "one of a, b, c", or "`b`" where the name is a slip of b; for the end of a message after "expected".
QString expectedOneOf(const QString &name, const QStringList &known);

/// Letters, digits and "_" with "." between parts, beginning with a lower-case letter, and no word of the
/// condition language ("and", "table").
bool isIdentifier(const QString &id);

/// Letters, digits, "_" and "-": ids of choices, provisions, elements, requirements, states.
bool isPlainName(const QString &id);

/// Words separated by spaces.
int countWords(const QString &text);

} // namespace clearway::compiler
