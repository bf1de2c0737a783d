// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/compiler/yaml_tree.h"
#include "catalogue/language/thesaurus.h"

namespace clearway::compiler {

/// The sections `synonyms` and `ordinary` of all files; what is wrong is added to `errors`.
language::Thesaurus readThesaurus(const std::vector<Document> &documents, QList<language::SourceError> &errors);

} // namespace clearway::compiler
