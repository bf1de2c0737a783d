// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/officeregister.h"

#include "model/assessment/overlayjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace clearway::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qint64 largestOverlay = 5LL << 20;

/// Outlives every register of this process.
const cases::Clock &systemClock()
{
    static const cases::SystemClock clock;
    return clock;
}

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"unknown"_s : name;
}

std::unexpected<int> refuse(const cases::RegisterError &error)
{
    complain(error.toText());
    return std::unexpected(int(Storage));
}

} // namespace

QString registerPath(const Parsed &parsed)
{
    if (parsed.has(u"register"_s))
        return parsed.value(u"register"_s);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"clearway/register.sqlite"_s);
}

std::expected<std::unique_ptr<cases::Register>, int> openRegisterToChange(const QString &path)
{
    auto opened = cases::openRegister(path, systemClock(), {.who = userName()});
    if (!opened)
        return refuse(opened.error());
    if ((*opened)->isReadOnly())
        return refuse({cases::RegisterError::Kind::ReadOnly, {}, path});
    return std::move(*opened);
}

std::expected<std::unique_ptr<cases::Register>, int> openRegisterToRead(const QString &path)
{
    if (!QFileInfo::exists(path))
        return nullptr;
    auto opened = cases::openRegister(path, systemClock(), {.who = userName(), .readOnly = true});
    if (opened)
        return std::move(*opened);
    if (opened.error().kind == cases::RegisterError::Kind::ReadOnly)
        return nullptr;
    complain(Text::tr("--no-overlay goes on without what the office has read"));
    return refuse(opened.error());
}

std::expected<overlay::Overlay, int> overlayInRegister(const QString &path)
{
    const auto opened = openRegisterToRead(path);
    if (!opened)
        return Failure(opened.error());
    if (!*opened)
        return overlay::Overlay();
    const auto held = (*opened)->overlay();
    if (!held)
        return refuse(held.error());
    return *held;
}

std::expected<overlay::Overlay, int> overlayInFile(const QString &path)
{
    const auto bytes = readInput(path, largestOverlay);
    if (!bytes)
        return Failure(bytes.error());
    const auto read = assessment::readOverlay(*bytes);
    if (!read) {
        complain(read.error().toText(path));
        return Failure(BadInput);
    }
    return *read;
}

std::expected<overlay::Overlay, int> chosenOverlay(const Parsed &parsed)
{
    if (parsed.has(u"no-overlay"_s))
        return overlay::Overlay();
    if (parsed.has(u"overlay"_s))
        return overlayInFile(parsed.value(u"overlay"_s));
    return overlayInRegister(registerPath(parsed));
}

} // namespace clearway::cli
