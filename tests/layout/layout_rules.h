// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace clearway::tests {

/// What of C++ the rules look at, comments and raw strings rightly told apart.
struct Scanned {
    struct Piece {
        QString text;
        int line = 0;
    };
    QList<Piece> includes; ///< with their quotes or angle brackets
    QList<Piece> literals; ///< string literals without their quotes
};

Scanned scan(const QString &source);

/// Names that <QtWidgets/…> and <QtGui/…> have, from the Qt that the tests are built with.
struct QtHeaders {
    QSet<QString> widgets;
    QSet<QString> gui;

    static QtHeaders installed();
};

/// What the file at `path` (relative to the top folder, "/" between folders) with this text breaks of
/// the rules in CONTRIBUTING.md; one "line N: …" each, empty if nothing.
QStringList complaints(const QString &path, const QString &text, const QtHeaders &qt);

} // namespace clearway::tests
