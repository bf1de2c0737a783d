// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "starting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clearway::app {

struct Starting {
    Q_DECLARE_TR_FUNCTIONS(Starting)
};

QString cataloguePath(const QString &told, const QString &executableFolder)
{
    if (!told.isEmpty())
        return told;
    const QString installed = QDir(executableFolder).filePath(u"../share/clearway/catalogue.sqlite"_s);
    const QStringList places{installed, QDir(executableFolder).filePath(u"share/clearway/catalogue.sqlite"_s),
                             QDir(executableFolder).filePath(u"../../share/clearway/catalogue.sqlite"_s)};
    for (const QString &place : places)
        if (QFileInfo::exists(place))
            return QDir::cleanPath(place);
    return QDir::cleanPath(installed);
}

std::expected<store::Catalogue, Obstacle> openCatalogue(const QString &path)
{
    auto catalogue = store::Catalogue::open(path);
    if (catalogue)
        return std::move(*catalogue);
    using Kind = store::StoreError::Kind;
    const store::StoreError &error = catalogue.error();
    Obstacle obstacle;
    obstacle.what = error.detail;
    switch (error.kind) {
    case Kind::Missing:
        obstacle.title = Starting::tr("The catalogue is missing");
        obstacle.whatToDo = {
            Starting::tr("Without its catalogue Clearway knows no rules and cannot assess anything."),
            Starting::tr("Install Clearway again, or start it with --catalogue and the path of a catalogue.")};
        break;
    case Kind::TooNew:
        obstacle.title = Starting::tr("The catalogue is newer than this program");
        obstacle.whatToDo = {Starting::tr("Update Clearway, or use the catalogue that came with it.")};
        break;
    case Kind::TooOld:
        obstacle.title = Starting::tr("The catalogue is older than this program can read");
        obstacle.whatToDo = {Starting::tr("Use the catalogue that came with this version of Clearway.")};
        break;
    default:
        obstacle.title = Starting::tr("The catalogue cannot be read");
        obstacle.whatToDo = {Starting::tr("Install Clearway again: the file is damaged, incomplete, or no catalogue."),
                             Starting::tr("Your cases are kept elsewhere and are not affected.")};
        break;
    }
    return std::unexpected(obstacle);
}

static QString userName()
{
    QString name = qEnvironmentVariable("USER");
    if (name.isEmpty())
        name = qEnvironmentVariable("USERNAME");
    return name.isEmpty() ? u"unknown"_s : name;
}

std::expected<OpenedRegister, Obstacle> openCases(const QString &path, const cases::Clock &clock)
{
    using Kind = cases::RegisterError::Kind;
    cases::RegisterOptions options;
    options.who = userName();
    auto opened = cases::openRegister(path, clock, options);
    const bool cannotWrite = opened ? (*opened)->isReadOnly()
                                    : opened.error().kind == Kind::CannotOpen || opened.error().kind == Kind::ReadOnly
                                          || opened.error().kind == Kind::DiskFull
                                          || opened.error().kind == Kind::CannotWrite;
    if (opened && !cannotWrite)
        return OpenedRegister{nullptr, std::move(*opened), {}};
    if (cannotWrite) {
        auto folder = std::make_unique<QTemporaryDir>();
        auto temporary = folder->isValid() ? cases::openRegister(folder->filePath(u"register.sqlite"_s), clock, options)
                                           : cases::openRegister(u":memory:"_s, clock, options);
        if (temporary)
            return OpenedRegister{
                std::move(folder), std::move(*temporary),
                Starting::tr("Nothing will be kept: %1 cannot be written. You can work and save the record "
                             "elsewhere as PDF or JSON; when the window is closed the answers are gone.")
                    .arg(QDir::toNativeSeparators(path))};
        return std::unexpected(
            Obstacle{Starting::tr("There is no place for your answers"),
                     temporary.error().toText(),
                     {Starting::tr("Make room on the disk, or start Clearway with --register and a path "
                                   "that can be written.")}});
    }
    Obstacle obstacle{Starting::tr("Your register of cases cannot be opened"), opened.error().toText(), {}};
    if (opened.error().kind == Kind::TooNew)
        obstacle.whatToDo << Starting::tr(
            "Update Clearway: the register was made by a newer version. It was left untouched.");
    else if (opened.error().kind == Kind::Busy)
        obstacle.whatToDo << Starting::tr("Close the other program that is writing to it, and start Clearway again.");
    else
        obstacle.whatToDo << Starting::tr("The file was left untouched. Keep a copy of it before anything else.")
                          << Starting::tr(
                                 "Put a backup in its place, or start Clearway with --register and another path.");
    return std::unexpected(obstacle);
}

} // namespace clearway::app
