// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controltextpen.h"

#include "ui/controltext.h"
#include "ui/look.h"
#include "ui/printedpages.h"
#include "ui/rulecolours.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

TextDress TextDress::of(const QWidget &widget)
{
    const QPalette palette = widget.palette();
    return {QApplication::font(), palette.color(QPalette::Active, QPalette::Text),
            mutedColor(palette),  palette.color(QPalette::Active, QPalette::Link),
            isDark(palette),      false};
}

TextDress TextDress::ofPaper()
{
    return {paperFont(9.5), Qt::black, QColor(80, 80, 80), QColor(0x1f, 0x3f, 0x69), false, true};
}

QString TextLink::toEntry(const QString &code)
{
    return u"entry:"_s + code;
}

QString TextLink::toDefinition(qsizetype index)
{
    return u"term:"_s + QString::number(index);
}

TextLink TextLink::of(const QString &href)
{
    TextLink link;
    if (href.startsWith("entry:"_L1)) {
        link.code = href.sliced(6);
    } else if (href.startsWith("term:"_L1)) {
        bool isNumber = false;
        const qlonglong index = href.sliced(5).toLongLong(&isNumber);
        link.definition = isNumber ? index : -1;
    }
    return link;
}

ControlTextPen::ControlTextPen(QTextDocument &document, const TextDress &dress, const language::RuleBook &rules,
                               const language::DefinedTerms &terms, const RuleColours &colours, const Subject &subject)
    : m_cursor(&document)
    , m_dress(dress)
    , m_rules(rules)
    , m_terms(terms)
    , m_colours(colours)
    , m_subject(subject)
{
    m_cursor.movePosition(QTextCursor::End);
    m_empty = document.isEmpty();
    document.setIndentWidth(18);
}

QTextCharFormat ControlTextPen::letters(Tone tone) const
{
    QTextCharFormat format;
    format.setFont(m_dress.font);
    format.setForeground(tone == Tone::Muted ? m_dress.muted : m_dress.text);
    if (tone == Tone::Strong)
        format.setFontWeight(QFont::DemiBold);
    return format;
}

void ControlTextPen::begin(int depth, qreal above)
{
    QTextBlockFormat block;
    block.setTopMargin(m_empty ? 0 : above);
    block.setIndent(depth); // of the document's width, which paper scales as it does letters
    block.setLineHeight(112, QTextBlockFormat::ProportionalHeight);
    if (m_empty)
        m_cursor.setBlockFormat(block);
    else
        m_cursor.insertBlock(block, letters(Tone::Body));
    m_empty = false;
    m_linked.clear();
}

void ControlTextPen::heading(const QString &text, int level)
{
    begin(0, level == 1 ? 6 : 14);
    QTextBlockFormat block = m_cursor.blockFormat();
    block.setHeadingLevel(level); // for screen readers
    m_cursor.setBlockFormat(block);
    QTextCharFormat format = letters(Tone::Strong);
    format.setFontPointSize(m_dress.font.pointSizeF() * (level == 1 ? 1.4 : level == 2 ? 1.1 : 1.0));
    m_cursor.insertText(text, format);
}

void ControlTextPen::say(const QString &text, Tone tone)
{
    m_cursor.insertText(text, letters(tone));
}

void ControlTextPen::code(const QString &code)
{
    QTextCharFormat format = letters(Tone::Body);
    if (m_rules.entries.contains(code) && code != m_subject.code) {
        format.setAnchor(true);
        format.setAnchorHref(TextLink::toEntry(code));
        format.setForeground(m_dress.link);
        format.setFontUnderline(true);
    }
    m_cursor.insertText(code, format);
}

void ControlTextPen::write(const QString &text, Tone tone)
{
    write(text, tone, {});
}

// Digits and signs have raised and lowered letters of their own, which the colouring knows ("10⁻⁷ Pa"); the rest is
// set higher or lower.
void ControlTextPen::writeOfficial(const QString &wording, Tone tone)
{
    static const QRegularExpression marked(uR"(([\^_])([-−–+]?[\p{L}\p{N}]+))"_s);
    static const QString plain = u"0123456789+-−–"_s;
    static const QString raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"_s;
    static const QString lowered = u"₀₁₂₃₄₅₆₇₈₉₊₋₋₋"_s;
    QString text;
    QList<Shift> shifts;
    qsizetype at = 0;
    for (auto found = marked.globalMatch(wording); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool up = match.captured(1) == "^"_L1;
        const QString what = match.captured(2);
        text += wording.sliced(at, match.capturedStart() - at);
        if (std::ranges::all_of(what, [](QChar c) { return plain.contains(c); })) {
            for (const QChar c : what)
                text += (up ? raised : lowered).at(plain.indexOf(c));
        } else {
            shifts.append(
                {text.size(), what.size(), up ? QTextCharFormat::AlignSuperScript : QTextCharFormat::AlignSubScript});
            text += what;
        }
        at = match.capturedEnd();
    }
    write(text + wording.sliced(at), tone, shifts);
}

void ControlTextPen::write(const QString &text, Tone tone, const QList<Shift> &shifts)
{
    // What is to be seen at each place, laid over one another; then stretch by stretch into the document.
    const QTextCharFormat base = letters(tone);
    QList<QTextCharFormat> looks(text.size(), base);
    const auto lay = [&looks](qsizetype start, qsizetype length, const QTextCharFormat &over) {
        for (qsizetype i = start; i < start + length; ++i)
            looks[i].merge(over);
    };
    const QList<ControlRun> runs = controlRuns(text, m_colours, m_dress.dark);
    for (const ControlRun &run : runs) {
        QTextCharFormat look = run.look;
        const QString what = text.sliced(run.start, run.length);
        if (run.sort == "Code"_L1 && what != m_subject.code && m_rules.entries.contains(what)) {
            look.setAnchor(true);
            look.setAnchorHref(TextLink::toEntry(what));
            look.setForeground(m_dress.link);
            look.setFontUnderline(true);
        }
        lay(run.start, run.length, look);
    }
    const QList<language::TermUse> uses = m_terms.in(text, m_subject.category, m_subject.code);
    for (const language::TermUse &use : uses) {
        if (m_dress.onPaper || use.definition == m_subject.definition || m_linked.contains(use.definition))
            continue;
        m_linked.insert(use.definition);
        QTextCharFormat look;
        look.setAnchor(true);
        look.setAnchorHref(TextLink::toDefinition(use.definition));
        look.setUnderlineStyle(QTextCharFormat::DotLine);
        look.setUnderlineColor(m_dress.link);
        lay(use.start, use.length, look);
    }
    for (const Shift &shift : shifts) {
        QTextCharFormat look;
        look.setVerticalAlignment(shift.alignment);
        lay(shift.start, shift.length, look);
    }
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start + 1;
        while (end < text.size() && looks[end] == looks[start])
            ++end;
        // A line break within a text is none of the paragraph.
        m_cursor.insertText(text.sliced(start, end - start).replace(u'\n', QChar::LineSeparator), looks[start]);
        start = end;
    }
}

} // namespace clearway::ui
