// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look.h"

namespace clearway::ui {

/// A line that says what came of what was just done; hidden while there is nothing to say.
class MessageLine final : public Text {
    Q_OBJECT
public:
    explicit MessageLine(const QString &name, QWidget *parent = nullptr);
    /// Screen readers are told. `problem`: it was not done, and the message says why.
    void say(const QString &message, bool problem = false);
};

} // namespace clearway::ui
