// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/documents/document_error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <expected>
#include <stop_token>

namespace clearway::documents {

/// Where clearway-reader lies for a program in that folder: beside it, in the installation's libexec folder,
/// or in the build's reader/ folder. The first that exists and may be run; where none does, the path beside
/// (so that the error names it).
QString readerPathBeside(const QString &applicationDirPath);

/// Runs clearway-reader, which parses what comes from outside in a process without network and without files.
/// Each request is a process of its own, so nothing of one document can reach another. A value: copy it
/// freely; ask() may be called from any thread and needs no event loop.
class ReaderProcess {
public:
    explicit ReaderProcess(const QString &program)
        : m_program(program)
    {}

    QString program() const { return m_program; }
    /// Wall-clock time for one request, from start to answer; 30 s unless set.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    std::chrono::milliseconds timeout() const { return m_timeout; }
    /// Bytes of standard output at which the reader is stopped (TooLarge).
    void setOutputLimit(qint64 bytes) { m_outputLimit = bytes; }
    /// Refuse to read (Unprotected) where the system lacks Landlock or seccomp; otherwise the rest protects.
    void setSandboxRequired(bool required) { m_sandboxRequired = required; }

    /// Gives `input` to a new reader and returns the bytes that it answers, whatever they are: also those
    /// that announce an error. Fails with ReaderMissing, ReaderStopped, TimedOut, TooLarge, Cancelled. The
    /// process is gone when this returns. A stop request is seen within a twentieth of a second.
    std::expected<QByteArray, DocumentError> ask(const QStringList &request, const QByteArray &input,
                                                 const std::stop_token &stop = {}) const;

private:
    QString m_program;
    std::chrono::milliseconds m_timeout = std::chrono::seconds(30);
    qint64 m_outputLimit = 102 * 1024 * 1024;
    bool m_sandboxRequired = false;
};

} // namespace clearway::documents
