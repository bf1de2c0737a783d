// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/reader_process.h"
#include "ui/mainwindow.h"
#include "ui/recordfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace clearway::uitest {

struct TestClock final : cases::Clock {
    QDateTime now;
    QDateTime nowUtc() const override { return now; }
};

/// Answers the file dialogs.
struct TestPrompts final : ui::Prompts {
    QString save;
    QString open;
    QString suggested;
    QString savePath(QWidget *, const QString &, const QString &name, const QString &) override
    {
        suggested = name;
        return save;
    }
    QString openPath(QWidget *, const QString &, const QString &) override { return open; }
    bool choosePrinter(QWidget *, QPrinter &) override { return false; }
};

/// What a question is answered with: the ids of choices, "yes", "no", "unsure", a country's name, a number.
using Script = QHash<QString, QStringList>;

/// The window with the project's own catalogue and a register in a folder that goes away.
class WindowFixture {
public:
    explicit WindowFixture(const QDate &today = QDate(2024, 10, 1));
    bool ready() const { return m_window != nullptr; }
    QString problem() const { return m_problem; }
    ui::MainWindow &window() { return *m_window; }
    cases::Register &cases() { return *m_cases; }
    const language::RuleBook &rules() const { return m_catalogue->rules(); }
    TestPrompts &prompts() { return m_prompts; }
    TestClock &clock() { return m_clock; }
    QString folder() const { return m_folder.path(); }
    /// Closes the window and the register and opens both anew, as a new start of the program does.
    void restart();

    /// The visible widget of that name; nullptr where there is none.
    template<typename T = QWidget>
    T *find(const QString &name, QWidget *within = nullptr)
    {
        const auto all = (within ? within : m_window.get())->findChildren<T *>(name);
        for (T *widget : all)
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// A real click in the middle of the visible widget of that name; false where there is none.
    bool click(const QString &name, QWidget *within = nullptr);
    bool clickOn(QWidget *widget);
    /// Presses Tab until a widget of that name has the focus (within `within`); false after a full round.
    bool tabTo(const std::function<bool(QWidget *)> &wanted);
    QString currentPage();

private:
    void open();
    QTemporaryDir m_folder;
    TestClock m_clock;
    TestPrompts m_prompts;
    QString m_problem;
    std::optional<store::Catalogue> m_catalogue;
    std::unique_ptr<cases::Register> m_cases;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace clearway::uitest
