// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulesourceview.h"

#include "ui/look.h"

#include <KSyntaxHighlighting/Theme>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using Colours = KSyntaxHighlighting::Theme; // beside our own Theme

/// The strip before the lines.
class RuleSourceView::Numbers final : public QWidget {
public:
    explicit Numbers(RuleSourceView *view)
        : QWidget(view)
        , m_view(view)
    {}
    QSize sizeHint() const override { return {m_view->numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    RuleSourceView *m_view;
};

RuleSourceView::RuleSourceView(const RuleColours &colours, RuleHighlighter::Known known, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_colours(colours)
    , m_highlighter(new RuleHighlighter(document(), colours, std::move(known)))
    , m_numbers(new Numbers(this))
{
    setObjectName(u"ruleSource"_s);
    setAccessibleName(tr("The source of the rule"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(NoFrame);
    // Code is read from left to right everywhere.
    setLayoutDirection(Qt::LeftToRight);
    setTabChangesFocus(true);
    viewport()->setMouseTracking(true);
    dress();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &RuleSourceView::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    placeNumbers();
}

void RuleSourceView::dress()
{
    m_dressing = true;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(parentWidget() ? parentWidget()->font().pointSizeF() : fixed.pointSizeF());
    setFont(fixed);
    m_highlighter->setTheme(m_colours.theme(isDark(palette())));
    m_highlighter->rehighlight();
    mark();
    placeNumbers();
    m_dressing = false;
}

void RuleSourceView::showLines(const QString &text, const store::SourcePlace &place)
{
    if (place.file != m_place.file)
        setPlainText(text);
    m_place = place;
    mark();
    const QTextBlock first = document()->findBlockByNumber(place.firstLine - 1);
    QTextCursor cursor(first);
    setTextCursor(cursor);
    // The beginning of the statement near the top, with a little of what stands before it.
    verticalScrollBar()->setValue(document()->findBlockByNumber(std::max(0, place.firstLine - 3)).firstLineNumber());
}

void RuleSourceView::clearPlace()
{
    m_place = {};
    clear();
    mark();
}

QString RuleSourceView::markedText() const
{
    return m_place.firstLine > 0 ? document()->findBlockByNumber(m_place.firstLine - 1).text() : QString();
}

void RuleSourceView::mark()
{
    viewport()->update();
    m_numbers->update();
}

// The lines of the statement, with those that they are broken into, stand on a ground of their own.
void RuleSourceView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const QColor ground = QColor::fromRgb(m_colours.theme(isDark(palette())).editorColor(Colours::CurrentLine));
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
            if (box.top() > event->rect().bottom())
                break;
            const int line = block.blockNumber() + 1;
            if (line >= m_place.firstLine && line <= m_place.lastLine)
                painter.fillRect(QRectF(0, box.top(), viewport()->width(), box.height()), ground);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

int RuleSourceView::numbersWidth() const
{
    const auto digits = QString::number(std::max(1, blockCount())).size();
    return fontMetrics().horizontalAdvance(u'9') * static_cast<int>(digits + 3);
}

void RuleSourceView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(QRect(inside.left(), inside.top(), numbersWidth(), inside.height()));
}

void RuleSourceView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    const Colours theme = m_colours.theme(isDark(palette()));
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    painter.setFont(font());
    const int lineHeight = fontMetrics().height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const bool marked = line >= m_place.firstLine && line <= m_place.lastLine;
        if (marked) // a bar, so that the marked lines do not hang on their ground's colour
            painter.fillRect(QRectF(m_numbers->width() - 4, rect.top(), 3, rect.height()),
                             palette().color(QPalette::Highlight));
        painter.setPen(QColor::fromRgb(theme.editorColor(marked ? Colours::CurrentLineNumber : Colours::LineNumbers)));
        painter.drawText(QRectF(0, rect.top(), m_numbers->width() - 10, lineHeight), Qt::AlignRight,
                         QString::number(line));
    }
}

QString RuleSourceView::nameAt(const QPoint &position) const
{
    const QTextCursor cursor = cursorForPosition(position);
    // The place after the end of a line belongs to its last letter only while the pointer is over it.
    QTextCursor next = cursor;
    if (!next.movePosition(QTextCursor::NextCharacter) && cursor.atEnd())
        return {};
    const QString name = RuleHighlighter::nameAt(cursor.block(), cursor.positionInBlock());
    if (!name.isEmpty())
        return name;
    return cursor.positionInBlock() > 0 && cursorRect(cursor).left() > position.x()
               ? RuleHighlighter::nameAt(cursor.block(), cursor.positionInBlock() - 1)
               : QString();
}

void RuleSourceView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? nameAt(event->position().toPoint()) : QString();
    QPlainTextEdit::mousePressEvent(event);
}

void RuleSourceView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const QString pressed = std::exchange(m_pressed, {});
    if (!pressed.isEmpty() && !textCursor().hasSelection() && nameAt(event->position().toPoint()) == pressed)
        Q_EMIT follow(pressed);
}

void RuleSourceView::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(nameAt(event->position().toPoint()).isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
}

void RuleSourceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QTextCursor cursor = textCursor();
        QString name = RuleHighlighter::nameAt(cursor.block(), cursor.positionInBlock());
        if (name.isEmpty() && cursor.positionInBlock() > 0)
            name = RuleHighlighter::nameAt(cursor.block(), cursor.positionInBlock() - 1);
        if (!name.isEmpty())
            Q_EMIT follow(name);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool RuleSourceView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString name = nameAt(viewport()->mapFrom(this, help->pos()));
        if (name.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tr("Show “%1”").arg(name), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void RuleSourceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void RuleSourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (!m_dressing && m_highlighter
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange))
        dress();
}

} // namespace clearway::ui
