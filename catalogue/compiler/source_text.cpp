// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/source_text.h"

#include <algorithm>

namespace clearway::compiler {

std::optional<SourceText> SourceText::of(const Document &document, const Node &node)
{
    SourceText source;
    source.m_text = node.text;
    source.m_file = node.at.file;
    const QString first = document.lines.value(node.at.line - 1);
    const qsizetype column = node.at.column - 1;
    if (column < 0 || column >= first.size())
        return std::nullopt;
    if (!node.quoted) {
        if (QStringView(first).sliced(column).first(std::min(first.size() - column, node.text.size())) != node.text)
            return std::nullopt;
        source.m_firstLine = node.at.line;
        source.m_offsets.append(int(column));
        return source;
    }
    const QChar mark = first[column];
    if (mark == u'\'' || mark == u'"') {
        const QStringView inside = QStringView(first).sliced(column + 1);
        if (!inside.startsWith(node.text) || inside.size() == node.text.size() || inside[node.text.size()] != mark)
            return std::nullopt;
        source.m_firstLine = node.at.line;
        source.m_offsets.append(int(column) + 1);
        return source;
    }
    if (mark != u'|')
        return std::nullopt;
    source.m_firstLine = node.at.line + 1;
    qsizetype number = node.at.line;
    for (const QStringView line : QStringView(node.text).split(u'\n')) {
        const QString raw = document.lines.value(number++);
        // The closing line break leaves an empty line that may be anything in the file.
        if (!line.isEmpty() && !raw.endsWith(line))
            return std::nullopt;
        source.m_offsets.append(line.isEmpty() ? 0 : int(raw.size() - line.size()));
    }
    return source;
}

language::SourcePosition SourceText::inFile(int line, int column) const
{
    const int row = std::clamp(line, 1, int(m_offsets.size())) - 1;
    return {m_file, m_firstLine + row, m_offsets[row] + std::max(column, 1)};
}

} // namespace clearway::compiler
