// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/compiler/yaml_tree.h"

#include <optional>

namespace clearway::compiler {

/// A condition's text and where each of its characters stands in the file.
class SourceText {
public:
    /// Nothing where the text is folded, has escapes or runs over several lines outside a | block: then no
    /// column in it would be exact.
    static std::optional<SourceText> of(const Document &document, const Node &node);

    const QString &text() const { return m_text; }
    /// The place in the file of a line and column of the text, all 1-based.
    language::SourcePosition inFile(int line, int column) const;

private:
    QString m_text;
    QString m_file;
    int m_firstLine = 1;
    QList<int> m_offsets; // columns before each line of the text
};

} // namespace clearway::compiler
