// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"

#include "catalogue/compiler/compilation.h"
#include "catalogue/store/canonical.h"
#include "catalogue/store/writer.h"

namespace clearway::compiler {

std::expected<language::RuleBook, QList<language::SourceError>> compile(const store::Sources &sources)
{
    return Compilation().run(sources);
}

std::expected<void, store::StoreError> write(const language::RuleBook &rules, const store::Sources &sources,
                                             const QString &path)
{
    return store::writeCatalogue(rules, Compilation().thesaurus(sources), sources, path);
}

QByteArray canonical(const language::RuleBook &rules)
{
    return store::canonicalForm(rules);
}

} // namespace clearway::compiler
