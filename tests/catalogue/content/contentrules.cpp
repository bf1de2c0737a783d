// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contentrules.h"

#include "catalogue/compiler/compile.h"
#include "catalogue/compiler/sources.h"

using namespace Qt::StringLiterals;
using namespace clearway;

static void end(const QList<language::SourceError> &errors)
{
    QStringList lines;
    for (const language::SourceError &error : errors)
        lines << error.toText();
    qFatal("%s", qPrintable(lines.join(u'\n')));
}

static language::RuleBook compiled()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    if (!sources)
        end(sources.error());
    auto rules = compiler::compile(*sources);
    if (!rules)
        end(rules.error());
    return std::move(*rules);
}

const language::RuleBook &contentRules()
{
    static const language::RuleBook rules = compiled();
    return rules;
}
