// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entryview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextCursor>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace clearway::ui {

EntryView::EntryView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::StyledPanel); // shows the focus
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(12);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { Q_EMIT followed(url.toString()); });
}

QString EntryView::focusedLink() const
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return {};
    cursor.setPosition(cursor.selectionEnd());
    return cursor.charFormat().anchorHref();
}

void EntryView::clearText()
{
    setTextCursor(QTextCursor(document()));
    document()->clear();
    document()->setDocumentMargin(12);
}

bool EntryView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString link = anchorAt(viewport()->mapFrom(this, help->pos()));
        const QString text = m_explain && !link.isEmpty() ? m_explain(link) : QString();
        // As long as it takes to read: a definition is a paragraph.
        constexpr int longEnough = 60'000;
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this, {}, longEnough);
        return true;
    }
    return QTextBrowser::event(event);
}

void EntryView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::NoModifier) {
        if (const QString link = focusedLink(); !link.isEmpty())
            Q_EMIT asked(link);
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace clearway::ui
