// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clearway::ui {

/// What is wrong, and what to do, in the place of the window's pages.
class MessagePage final : public QWidget {
    Q_OBJECT
public:
    MessagePage(const QString &title, const QString &what, const QStringList &whatToDo, QWidget *parent = nullptr);
};

} // namespace clearway::ui
