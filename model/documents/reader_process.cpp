// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/reader_process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace clearway::documents {

namespace {

constexpr int sliceMilliseconds = 50; // how long a stop request may go unseen
constexpr qsizetype errorOutputLimit = 4000;

/// Nothing of the user's environment is the reader's business: a password may stand in it.
QProcessEnvironment bareEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    for (const QString &name : {u"LD_LIBRARY_PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    return environment;
}

/// What was said on standard error, shortened; the rest is thrown away so that it cannot fill the memory.
void collectErrorOutput(QProcess &process, QByteArray &said)
{
    const QByteArray more = process.readAllStandardError();
    said += more.first(std::min(more.size(), errorOutputLimit - said.size()));
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(5000);
}

} // namespace

QString readerPathBeside(const QString &applicationDirPath)
{
    const QDir folder(applicationDirPath);
#ifdef Q_OS_WIN
    const QString name = u"clearway-reader.exe"_s;
#else
    const QString name = u"clearway-reader"_s;
#endif
    const QString beside = folder.absoluteFilePath(name);
    for (const QString &candidate : {beside, folder.absoluteFilePath("../libexec/clearway/"_L1 + name),
                                     folder.absoluteFilePath("reader/"_L1 + name)}) {
        const QFileInfo file(candidate);
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(candidate);
    }
    return QDir::cleanPath(beside);
}

std::expected<QByteArray, DocumentError> ReaderProcess::ask(const QStringList &request, const QByteArray &input,
                                                            const std::stop_token &stop) const
{
    using enum DocumentError::Kind;
    const auto failed = [](DocumentError::Kind kind, const QString &detail) {
        return std::unexpected(documentError(kind, detail));
    };
    if (stop.stop_requested())
        return failed(Cancelled, {});

    QProcess process;
    process.setProgram(m_program);
    process.setArguments(m_sandboxRequired ? QStringList{u"--require-sandbox"_s} + request : request);
    process.setProcessEnvironment(bareEnvironment());
    process.setWorkingDirectory(QDir::rootPath());
#ifdef Q_OS_UNIX
    QProcess::UnixProcessParameters parameters;
    // Not CloseFileDescriptors: it would also close the way on which a missing program is reported. The
    // reader closes what it inherits.
    parameters.flags = QProcess::UnixProcessFlag::ResetSignalHandlers;
    process.setUnixProcessParameters(parameters);
#endif

    const QDeadlineTimer deadline(m_timeout);
    process.start();
    if (!process.waitForStarted(static_cast<int>(std::min<qint64>(deadline.remainingTime(), 5000)))) {
        const QString why = process.errorString();
        end(process);
        return failed(ReaderMissing, u"%1: %2"_s.arg(m_program, why));
    }
    process.write(input);
    process.closeWriteChannel(); // takes effect when everything is written

    QByteArray errorOutput;
    while (process.state() != QProcess::NotRunning) {
        const auto left = std::max<qint64>(deadline.remainingTime(), 0);
        process.waitForFinished(static_cast<int>(std::min<qint64>(left, sliceMilliseconds)));
        collectErrorOutput(process, errorOutput);
        if (process.bytesAvailable() > m_outputLimit) {
            end(process);
            return failed(TooLarge, u"the reader sent more than %1 bytes"_s.arg(m_outputLimit));
        }
        if (process.state() == QProcess::NotRunning)
            break;
        if (stop.stop_requested()) {
            end(process);
            return failed(Cancelled, {});
        }
        if (deadline.hasExpired()) {
            end(process);
            return failed(TimedOut, u"stopped after %1 ms"_s.arg(m_timeout.count()));
        }
    }

    collectErrorOutput(process, errorOutput);
    const QByteArray output = process.readAllStandardOutput();
    const QString said = QString::fromUtf8(errorOutput).trimmed();
    if (process.exitStatus() == QProcess::CrashExit)
        return failed(ReaderStopped, u"ended by signal %1 %2"_s.arg(process.exitCode()).arg(said).trimmed());
    if (output.isEmpty())
        return failed(ReaderStopped, u"exit status %1 and no answer %2"_s.arg(process.exitCode()).arg(said).trimmed());
    return output;
}

} // namespace clearway::documents
