// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clearway::language {

struct RuleBook;

/// A help text with "{countries of GROUP}" replaced by the names of that country group's members in alphabetical order,
/// and where they come from: what a person reads is what the rules use, also where an office has corrected the group.
/// An unknown group stays as it is.
QString helpText(const QString &text, const RuleBook &rules);

/// The groups that a help text names in this way.
QStringList groupsNamedIn(const QString &text);

} // namespace clearway::language
