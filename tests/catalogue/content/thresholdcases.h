// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

/// An item made up around a limit of the list, and whether it meets the position.
struct ThresholdCase {
    QByteArray name;  ///< tells the case from all others
    QByteArray group; ///< file and number of its group
    QString code;
    QJsonObject item; ///< as `clearway-cli check` reads it
    QString expected; ///< true, false, unknown
};

/// All of tests/data/thresholds; ends the program where one of them cannot be read.
const QList<ThresholdCase> &thresholdCases();
