// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clearway::syntax {

/// The folder to add to the search paths of a KSyntaxHighlighting::Repository: it has the definition and the themes.
QString searchPath();
/// The definition of the catalogue's sources.
QString ruleDefinition();
/// The definition of the text of a control list, ours and the official one.
QString controlTextDefinition();
/// The theme whose colours are for a light or a dark window.
QString themeName(bool dark);

} // namespace clearway::syntax
