// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controltextpen.h"
#include "ui/entryview.h"
#include "ui/listpage.h"
#include "ui/officialtexts.h"

#include "officialtesting.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTreeView>

namespace clearway::uitest {

using namespace Qt::StringLiterals;

/// The window with its list page, and what a person does there.
class ListFixture : public WindowFixture {
public:
    ui::ListPage &page() { return window().listPage(); }
    ui::EntryView *ours() { return page().findChild<ui::EntryView *>(u"entryOurs"_s); }
    QTreeView *tree() { return page().findChild<QTreeView *>(u"entryTree"_s); }
    QListView *hits() { return page().findChild<QListView *>(u"entryHits"_s); }
    QLineEdit *field() { return page().findChild<QLineEdit *>(u"entrySearch"_s); }
    QString textOf(const QString &name) { return page().findChild<QLabel *>(name)->text(); }
    QString shownTitle()
    {
        for (QTextBlock block = ours()->document()->begin(); block.isValid(); block = block.next())
            if (block.blockFormat().headingLevel() == 1)
                return block.text();
        return {};
    }
    /// Where a link stands in the view, scrolled to.
    QPoint placeOf(ui::EntryView *view, const QString &link)
    {
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().anchorHref() != link)
                    continue;
                QTextCursor cursor(block);
                cursor.setPosition(it.fragment().position());
                view->setTextCursor(cursor);
                view->ensureCursorVisible();
                QCoreApplication::processEvents();
                return view->cursorRect(cursor).center() + QPoint(4, 0);
            }
        }
        return {};
    }
    /// Presses Tab in the text until that link has the focus.
    bool tabToLink(ui::EntryView *view, const std::function<bool(const QString &)> &wanted)
    {
        view->setFocus();
        for (int i = 0; i < 300 && view->hasFocus(); ++i) {
            QTest::keyClick(view, Qt::Key_Tab);
            if (wanted(view->focusedLink()))
                return true;
        }
        return false;
    }
    void choose(const QString &box, int steps)
    {
        auto *combo = page().findChild<QComboBox *>(box);
        combo->setFocus();
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        for (int i = 0; i > steps; --i)
            QTest::keyClick(combo, Qt::Key_Up);
    }
    void importSmallList()
    {
        using namespace officialtest;
        QList<Line> lines = smallList();
        lines.insert(lines.size() - 2,
                     {u"Cat0newstyle31a1paragraphsindented"_s, 1134, u"5.\tA.\t001.\tInvented radios as follows:"_s});
        lines.insert(
            lines.size() - 2,
            {u"DL0Aa"_s, 1701,
             u"a.\tRadios for 10^(3) people exceeding 5 GHz, except \u201clasers\u201d of 6A005, having any of the "
             u"following:"_s});
        lines.insert(lines.size() - 2, {u"DL0Aa1"_s, 2268, u"1.\tLoud;"_s});
        const QString path = folder() + u"/list.docx"_s;
        QVERIFY(writeZip(path, docx(lines)));
        prompts().open = path;
        QSignalSpy finished(&window().official(), &ui::OfficialTexts::finished);
        QVERIFY(click(u"importOfficial"_s));
        QVERIFY(finished.count() > 0 || finished.wait(20000));
    }
};

} // namespace clearway::uitest
