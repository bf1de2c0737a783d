// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulecolours.h"

#include "catalogue/syntax/rulesyntax.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

namespace clearway::ui {

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Format;

static constexpr int nameProperty = QTextFormat::UserProperty + 1;

static bool namesAStatement(const Format &format)
{
    return format.name() == "Reference"_L1 || format.name() == "Fact"_L1 || format.name() == "Group"_L1;
}

RuleColours::RuleColours()
{
    m_repository.addCustomSearchPath(syntax::searchPath());
}

KSyntaxHighlighting::Definition RuleColours::definition() const
{
    return m_repository.definitionForName(syntax::ruleDefinition());
}

KSyntaxHighlighting::Definition RuleColours::controlText() const
{
    return m_repository.definitionForName(syntax::controlTextDefinition());
}

KSyntaxHighlighting::Theme RuleColours::theme(bool dark) const
{
    return m_repository.theme(syntax::themeName(dark));
}

RuleHighlighter::RuleHighlighter(QTextDocument *document, const RuleColours &colours, Known known)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_known(std::move(known))
{
    setDefinition(colours.definition());
}

void RuleHighlighter::applyFormat(int offset, int length, const Format &format)
{
    KSyntaxHighlighting::SyntaxHighlighter::applyFormat(offset, length, format);
    if (length == 0 || !namesAStatement(format))
        return;
    const QString name = currentBlock().text().sliced(offset, length);
    if (!m_known(name))
        return;
    QTextCharFormat marked = QSyntaxHighlighter::format(offset);
    marked.setProperty(nameProperty, name);
    marked.setFontUnderline(true);
    setFormat(offset, length, marked);
}

QString RuleHighlighter::nameAt(const QTextBlock &block, int column)
{
    if (!block.isValid() || !block.layout())
        return {};
    for (const QTextLayout::FormatRange &range : block.layout()->formats())
        if (column >= range.start && column < range.start + range.length && range.format.hasProperty(nameProperty))
            return range.format.property(nameProperty).toString();
    return {};
}

namespace {

/// Puts line after line into a document.
class Printer final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    Printer(QTextDocument &document, const RuleColours &colours, const QFont &font)
        : m_cursor(&document)
        , m_theme(colours.theme(false))
    {
        setDefinition(colours.definition());
        m_base.setFont(font);
        m_cursor.movePosition(QTextCursor::End);
    }

    void take(const QString &line, int number, bool wanted)
    {
        m_line = line;
        m_wanted = wanted;
        m_written = 0;
        if (wanted) {
            m_cursor.insertBlock();
            QTextCharFormat muted = m_base;
            muted.setForeground(QColor::fromRgb(m_theme.editorColor(KSyntaxHighlighting::Theme::LineNumbers)));
            m_cursor.insertText(QString::number(number).rightJustified(5) + u"  "_s, muted);
        }
        m_state = highlightLine(line, m_state);
        if (wanted)
            m_cursor.insertText(m_line.sliced(m_written), m_base);
    }

protected:
    void applyFormat(int offset, int length, const Format &format) override
    {
        if (!m_wanted || offset < m_written)
            return;
        QTextCharFormat shown = m_base;
        shown.setForeground(format.textColor(m_theme));
        if (format.isBold(m_theme))
            shown.setFontWeight(QFont::Bold);
        shown.setFontItalic(format.isItalic(m_theme));
        m_cursor.insertText(m_line.sliced(m_written, offset - m_written), m_base);
        m_cursor.insertText(m_line.sliced(offset, length), shown);
        m_written = offset + length;
    }
    void applyFolding(int, int, KSyntaxHighlighting::FoldingRegion) override {}

private:
    QTextCursor m_cursor;
    KSyntaxHighlighting::Theme m_theme;
    KSyntaxHighlighting::State m_state;
    QTextCharFormat m_base;
    QString m_line;
    qsizetype m_written = 0;
    bool m_wanted = false;
};

} // namespace

void appendColoured(QTextDocument &document, const RuleColours &colours, const QStringList &lines,
                    const store::SourcePlace &place, const QFont &font)
{
    Printer printer(document, colours, font);
    int number = 0;
    for (const QString &line : lines) {
        ++number;
        if (number > place.lastLine)
            break;
        printer.take(line, number, number >= place.firstLine);
    }
}

} // namespace clearway::ui
