// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPrinter;
class QWidget;

namespace clearway::ui {

/// The only things that are modal: choosing a file and printing. Tests pass their own.
class Prompts {
public:
    virtual ~Prompts() = default;
    /// Where to save; empty: cancelled.
    virtual QString savePath(QWidget *parent, const QString &title, const QString &suggested, const QString &filter);
    /// What to open; empty: cancelled.
    virtual QString openPath(QWidget *parent, const QString &title, const QString &filter);
    /// Asks for a printer and its settings; false: cancelled.
    virtual bool choosePrinter(QWidget *parent, QPrinter &printer);
};

} // namespace clearway::ui
