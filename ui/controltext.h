// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextCharFormat>

namespace clearway::ui {

class RuleColours;

/// A stretch of control text of one sort: "Code", "Number", "Unit", "Connective"…
struct ControlRun {
    qsizetype start = 0;
    qsizetype length = 0;
    QString sort; ///< name of the format in the definition
    QTextCharFormat look;
};

/// What of a text stands out, in order and without overlap; plain text has no run.
QList<ControlRun> controlRuns(const QString &text, const RuleColours &colours, bool dark);

} // namespace clearway::ui
