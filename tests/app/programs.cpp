// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    // Not the register and the official text of whoever runs the tests.
    static const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {-1, {}, process.errorString()};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, u"did not end"_s};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

Ran cli(const QStringList &arguments, const QByteArray &input)
{
    return runProgram(QStringLiteral(CLEARWAY_CLI), arguments, input);
}

static QStringList shellArguments(const QString &line, const QStringList &arguments)
{
    // $0 is the program, so that the arguments need no quoting.
    return QStringList{u"-c"_s, u"cli=$0; "_s + line, QStringLiteral(CLEARWAY_CLI)} + arguments;
}

Ran shell(const QString &line, const QStringList &arguments)
{
    return runProgram(u"/bin/sh"_s, shellArguments(line, arguments));
}

Ran shellWithMounts(const QString &line, const QStringList &arguments)
{
    for (const QStringList &way :
         {QStringList{u"--mount"_s}, QStringList{u"--user"_s, u"--map-root-user"_s, u"--mount"_s}}) {
        const QString tried = u"mount -t tmpfs -o size=64k none /tmp"_s;
        if (runProgram(u"unshare"_s, way + QStringList{u"/bin/sh"_s, u"-c"_s, tried}).status == 0)
            return runProgram(u"unshare"_s, way + QStringList{u"/bin/sh"_s} + shellArguments(line, arguments));
    }
    return {noMounts, {}, {}};
}

QString sample(const QString &name)
{
    return QStringLiteral(CLEARWAY_TEST_DATA) + u"/samples/"_s + name + u".json"_s;
}

bool copySources(const QString &folder)
{
    const QDir from(QStringLiteral(CLEARWAY_SOURCE_DIR) + u"/catalogue"_s);
    QDirIterator files(from.path(), {u"*.yaml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString to = folder + u'/' + from.relativeFilePath(files.next());
        if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(files.filePath(), to))
            return false;
    }
    return true;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool putBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
