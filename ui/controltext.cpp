// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controltext.h"

#include "ui/rulecolours.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace clearway::ui {

using namespace Qt::StringLiterals;

namespace {

class Cutter final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    Cutter(const RuleColours &colours, bool dark)
        : m_colours(colours.theme(dark))
    {
        setDefinition(colours.controlText());
    }

    QList<ControlRun> cut(const QString &text)
    {
        KSyntaxHighlighting::State state;
        for (const QStringView line : QStringView(text).split(u'\n')) {
            state = highlightLine(line, state);
            m_lineStart += line.size() + 1;
        }
        return m_runs;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0 || format.name() == "Text"_L1)
            return;
        ControlRun run{m_lineStart + offset, length, format.name(), {}};
        run.look.setForeground(format.textColor(m_colours));
        if (format.isBold(m_colours))
            run.look.setFontWeight(QFont::DemiBold);
        if (format.isItalic(m_colours))
            run.look.setFontItalic(true);
        m_runs.append(run);
    }
    void applyFolding(int, int, KSyntaxHighlighting::FoldingRegion) override {}

private:
    KSyntaxHighlighting::Theme m_colours;
    qsizetype m_lineStart = 0;
    QList<ControlRun> m_runs;
};

} // namespace

QList<ControlRun> controlRuns(const QString &text, const RuleColours &colours, bool dark)
{
    return Cutter(colours, dark).cut(text);
}

} // namespace clearway::ui
