// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

namespace clearway::app {

/// Brings the window to one of its pages with the bundled example, for pictures: start, interview, list, result, cases,
/// rules, entries (the list by itself). False where there is no such page.
bool showExample(ui::MainWindow &window, cases::Register &cases, const language::RuleBook &rules, const QString &page);

/// Draws the window into a picture file once it has settled, then ends the program.
void pictureAndLeave(ui::MainWindow &window, const QString &path, bool afterResult);

} // namespace clearway::app
