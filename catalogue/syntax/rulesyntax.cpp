// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/syntax/rulesyntax.h"

using namespace Qt::StringLiterals;

namespace clearway::syntax {

QString searchPath()
{
    return u":/clearway/highlighting"_s;
}

QString ruleDefinition()
{
    return u"Clearway Rules"_s;
}

QString controlTextDefinition()
{
    return u"Clearway Control Text"_s;
}

QString themeName(bool dark)
{
    return dark ? u"Clearway Dark"_s : u"Clearway Light"_s;
}

} // namespace clearway::syntax
