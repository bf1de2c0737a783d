// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QApplication>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace clearway::uitest {

WindowFixture::WindowFixture(const QDate &today)
{
    m_clock.now = QDateTime(today, QTime(2, 0), QTimeZone::UTC);
    auto catalogue = store::Catalogue::open(QStringLiteral(CLEARWAY_BUILD_DIR "/share/clearway/catalogue.sqlite"));
    if (!catalogue) {
        m_problem = catalogue.error().detail;
        return;
    }
    m_catalogue.emplace(std::move(*catalogue));
    open();
}

void WindowFixture::open()
{
    auto cases = cases::openRegister(m_folder.filePath(u"register.sqlite"_s), m_clock, {u"tester"_s});
    if (!cases) {
        m_problem = cases.error().toText();
        return;
    }
    m_cases = std::move(*cases);
    ui::Surroundings with;
    with.catalogue = &*m_catalogue;
    with.cases = m_cases.get();
    with.clock = &m_clock;
    with.prompts = &m_prompts;
    with.readerPath = documents::readerPathBeside(QStringLiteral(CLEARWAY_BUILD_DIR "/bin"));
    with.madeBy = u"Clearway test"_s;
    with.officialDatabase = m_folder.filePath(u"official.sqlite"_s);
    with.settingsFile = m_folder.filePath(u"settings.ini"_s);
    m_window = std::make_unique<ui::MainWindow>(with);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        m_problem = u"the window did not become active"_s;
}

void WindowFixture::restart()
{
    m_window->close();
    m_window.reset();
    m_cases.reset();
    open();
}

bool WindowFixture::clickOn(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    for (QWidget *up = widget->parentWidget(); up; up = up->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(widget, 4, 4);
    QCoreApplication::processEvents();
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
    QCoreApplication::processEvents();
    return true;
}

bool WindowFixture::click(const QString &name, QWidget *within)
{
    return clickOn(find<QWidget>(name, within));
}

bool WindowFixture::tabTo(const std::function<bool(QWidget *)> &wanted)
{
    for (int i = 0; i < 250; ++i) {
        QWidget *focused = QApplication::focusWidget();
        if (focused && wanted(focused))
            return true;
        QTest::keyClick(focused ? focused : m_window.get(), Qt::Key_Tab);
        QCoreApplication::processEvents();
    }
    return false;
}

QString WindowFixture::currentPage()
{
    return m_window->findChild<QStackedWidget *>()->currentWidget()->objectName();
}

} // namespace clearway::uitest
