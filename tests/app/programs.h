// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

/// What a program did.
struct Ran {
    int status = -1; ///< exit status; -1 where it crashed, did not start or did not end
    QByteArray output;
    QString errors;

    /// The one JSON value on standard output; null where there is none or more beside it.
    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
};

/// Runs a program with this standard input; it has two minutes.
Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {});
/// Runs clearway-cli.
Ran cli(const QStringList &arguments, const QByteArray &input = {});
/// Runs a line of sh in which $cli is clearway-cli; $1, $2, … are the arguments.
Ran shell(const QString &line, const QStringList &arguments = {});
/// As shell(), in a mount namespace of its own; nullopt-like status 77 where this machine allows none.
Ran shellWithMounts(const QString &line, const QStringList &arguments = {});
inline constexpr int noMounts = 77;

/// The path of tests/data/samples/NAME.json.
QString sample(const QString &name);
QByteArray bytesOf(const QString &path);
/// Copies the sources in catalogue/ into `folder`; false where a file cannot be copied.
[[nodiscard]] bool copySources(const QString &folder);
/// False where the file cannot be written.
[[nodiscard]] bool putBytes(const QString &path, const QByteArray &bytes);
