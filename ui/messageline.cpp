// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageline.h"

namespace clearway::ui {

MessageLine::MessageLine(const QString &name, QWidget *parent)
    : Text({}, Body, parent)
{
    setObjectName(name);
    setTextInteractionFlags(Qt::TextSelectableByMouse); // it may name a file or quote a refusal
    hide();
}

void MessageLine::say(const QString &message, bool problem)
{
    const bool nothing = message.isEmpty();
    setText(problem && !nothing ? tr("Not done: %1").arg(message) : message);
    setVisible(!nothing);
    QFont weighted = font();
    weighted.setWeight(problem ? QFont::DemiBold : QFont::Normal);
    setFont(weighted);
    if (!nothing)
        announce(this, text());
}

} // namespace clearway::ui
