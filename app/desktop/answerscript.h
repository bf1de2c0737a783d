// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

namespace clearway::app {

/// Answers questions as a file says, one line of JSON each ({"fact", "holder", "value"}), through the window's own
/// session, and prints the number of each line once the register has acknowledged it. For tests of what survives when
/// the program is killed.
int runAnswerScript(ui::MainWindow &window, const QString &path);

} // namespace clearway::app
