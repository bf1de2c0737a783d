// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace clearway::cli {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};
} // namespace

static void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
}

void say(const QString &line)
{
    write(stdout, (line + u'\n').toUtf8());
}

void complain(const QString &message)
{
    write(stderr, (u"clearway-cli: "_s + message + u'\n').toUtf8());
}

void printJson(const QJsonValue &json)
{
    write(stdout, (json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject())).toJson());
}

std::expected<QByteArray, int> readInput(const QString &path, qint64 limit)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        complain(Text::tr("%1: cannot be read: %2").arg(path, file.errorString()));
        return Failure(BadInput);
    }
    QByteArray bytes;
    bytes.reserve(std::min<qint64>(file.size(), limit) + 1);
    while (bytes.size() <= limit) {
        const QByteArray more = file.read(std::min<qint64>(limit + 1 - bytes.size(), 1 << 20));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError) {
        complain(path == "-"_L1
                     ? Text::tr("standard input cannot be read: %1; expected a file on it").arg(file.errorString())
                     : Text::tr("%1: cannot be read: %2").arg(path, file.errorString()));
        return Failure(BadInput);
    }
    if (bytes.size() > limit) {
        complain(Text::tr("%1: the file is too large; expected at most %2 MB").arg(path).arg(limit / (1024 * 1024)));
        return Failure(BadInput);
    }
    return bytes;
}

std::expected<void, int> writeOutput(const QString &path, const QByteArray &bytes)
{
    if (path == "-"_L1) {
        write(stdout, bytes);
        return {};
    }
    // A pipe or a device holds nothing that could be lost, and must not be replaced by a file.
    if (const QFileInfo target(path); target.exists() && !target.isFile() && !target.isDir()) {
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || device.write(bytes) != bytes.size()) {
            complain(Text::tr("%1: cannot be written: %2").arg(path, device.errorString()));
            return Failure(Storage);
        }
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit()) {
        // A device that takes only a part gives Qt no words; the system's then.
        const int reason = errno;
        const bool silent = file.error() == QFileDevice::NoError;
        complain(Text::tr("%1: cannot be written: %2; what was there is unchanged")
                     .arg(path, silent ? QString::fromLocal8Bit(std::strerror(reason)) : file.errorString()));
        return Failure(Storage);
    }
    return {};
}

void holdStandardStreams()
{
    // Each is given a side that fails, so that the command says so: 0 cannot be read, 1 and 2 cannot be written.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

int endOutput(int status)
{
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (written)
        return status;
    complain(Text::tr("standard output cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    return Storage;
}

std::expected<store::Catalogue, int> openCatalogue(const Command &command)
{
    auto opened = store::Catalogue::open(command.cataloguePath);
    if (!opened) {
        complain(opened.error().detail);
        return Failure(Storage);
    }
    return std::move(*opened);
}

QString normalCode(QString code)
{
    code = code.trimmed();
    while (code.endsWith(u'.'))
        code.chop(1);
    const qsizetype dot = code.indexOf(u'.');
    return dot < 0 ? code.toUpper() : code.left(dot).toUpper() + code.mid(dot).toLower();
}

int refuseOperands(const Parsed &parsed, const QString &usage)
{
    if (parsed.rest.isEmpty())
        return Done;
    complain(Text::tr("\"%1\" is one too many").arg(parsed.rest.first()));
    complain(Text::tr("usage: clearway-cli %1").arg(usage));
    return Usage;
}

std::expected<Parsed, int> parse(const Command &command, const QStringList &flags, const QStringList &valued,
                                 const QString &usage)
{
    Parsed parsed;
    const auto refuse = [&](const QString &message) {
        complain(message);
        complain(Text::tr("usage: clearway-cli %1").arg(usage));
        return Failure(Usage);
    };
    bool optionsEnded = false;
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const QString &argument = command.arguments[i];
        if (optionsEnded || argument == "-"_L1 || !argument.startsWith(u'-')) {
            parsed.rest.append(argument);
        } else if (argument == "--"_L1) {
            optionsEnded = true;
        } else {
            const QString name = argument.section(u'=', 0, 0).mid(argument.startsWith("--"_L1) ? 2 : 1);
            if (name == "help"_L1 || name == "h"_L1) {
                say(Text::tr("usage: clearway-cli %1").arg(usage));
                return Failure(Done);
            }
            if (flags.contains(name) && !argument.contains(u'=')) {
                parsed.options.insert(name, {});
            } else if (valued.contains(name)) {
                if (argument.contains(u'='))
                    parsed.options.insert(name, argument.section(u'=', 1));
                else if (++i < command.arguments.size())
                    parsed.options.insert(name, command.arguments[i]);
                else
                    return refuse(Text::tr("%1 needs a value").arg(argument));
                if (parsed.options.value(name).isEmpty())
                    return refuse(Text::tr("%1 needs a value").arg(argument));
            } else {
                return refuse(Text::tr("unknown option %1").arg(argument));
            }
        }
    }
    return parsed;
}

} // namespace clearway::cli
