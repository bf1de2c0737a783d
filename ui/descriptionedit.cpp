// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/descriptionedit.h"

#include "model/classification/words.h"
#include "ui/look.h"

#include <QEvent>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace clearway::ui {

DescriptionEdit::DescriptionEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int) {
        const qsizetype before = std::exchange(m_length, document()->characterCount() - 1);
        if (before > 0 && (m_length == 0 || removed >= before))
            Q_EMIT replaced();
    });
}

qsizetype DescriptionEdit::longest()
{
    return classification::WordReader::longestText;
}

void DescriptionEdit::setDescription(const QString &text)
{
    selectAll();
    insertCleaned(text);
    moveCursor(QTextCursor::Start);
}

bool DescriptionEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void DescriptionEdit::insertFromMimeData(const QMimeData *source)
{
    insertCleaned(source->text());
}

void DescriptionEdit::insertCleaned(const QString &text)
{
    const qsizetype stays = document()->characterCount() - 1 - textCursor().selectedText().size();
    const qsizetype room = std::max<qsizetype>(0, longest() - stays);
    // A unit more than there is room for shows that something is left out.
    QString taken = quotable(text.left(room + 1));
    const bool leavesOut = text.size() > room;
    if (taken.size() > room)
        taken.truncate(room > 0 && taken[room - 1].isHighSurrogate() ? room - 1 : room);
    textCursor().insertText(taken);
    ensureCursorVisible();
    if (leavesOut)
        Q_EMIT tooLong();
}

void DescriptionEdit::mark(const QList<TextMark> &marks)
{
    m_marks = marks;
    dress();
}

void DescriptionEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        dress();
}

// Each kind has a line of its own under it: colour alone says nothing.
void DescriptionEdit::dress()
{
    const bool dark = isDark(palette());
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    const auto behind = [&](const QColor &hue) {
        const float share = dark ? 0.35F : 0.22F;
        return QColor::fromRgbF(hue.redF() * share + base.redF() * (1 - share),
                                hue.greenF() * share + base.greenF() * (1 - share),
                                hue.blueF() * share + base.blueF() * (1 - share));
    };
    const QColor shared = behind(palette().color(QPalette::Link));
    const QColor met = behind(dark ? QColor(0x86, 0xb4, 0xa8) : QColor(0x2b, 0x66, 0x5a));
    const QColor missed = behind(dark ? QColor(0xe8, 0xa0, 0x4c) : QColor(0x96, 0x50, 0x00));
    QList<QTextEdit::ExtraSelection> selections;
    const int end = document()->characterCount() - 1;
    for (const TextMark &mark : std::as_const(m_marks)) {
        if (mark.from + mark.length > end)
            break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(mark.from));
        selection.cursor.setPosition(int(mark.from + mark.length), QTextCursor::KeepAnchor);
        QTextCharFormat &format = selection.format;
        format.setForeground(text);
        format.setUnderlineColor(text);
        switch (mark.kind) {
        case TextMark::FigureMet:
            format.setBackground(met);
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            break;
        case TextMark::FigureMissed:
            format.setBackground(missed);
            format.setUnderlineStyle(QTextCharFormat::DashUnderline);
            break;
        case TextMark::Expression:
            format.setBackground(shared);
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            break;
        case TextMark::Word: format.setUnderlineStyle(QTextCharFormat::DotLine); break;
        }
        selections.append(selection);
    }
    setExtraSelections(selections);
}

} // namespace clearway::ui
