// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <QHash>
#include <QStringList>

namespace clearway::testing {

/// Cuts lines into pieces of one format: "Key:when".
class Cutter final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    QStringList cut(const QString &line)
    {
        m_pieces.clear();
        m_line = line;
        m_state = highlightLine(line, m_state);
        return m_pieces;
    }
    int used(const QString &format) const { return m_used.value(format); }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        ++m_used[format.name()];
        const QString text = m_line.sliced(offset, length).trimmed();
        if (!text.isEmpty())
            m_pieces << format.name() + QLatin1Char(':') + text;
    }
    void applyFolding(int, int, KSyntaxHighlighting::FoldingRegion) override {}

private:
    QString m_line;
    QStringList m_pieces;
    QHash<QString, int> m_used;
    KSyntaxHighlighting::State m_state;
};

} // namespace clearway::testing
