// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/catalogue.h"
#include "model/register/register.h"

#include <QTemporaryDir>

#include <expected>
#include <memory>

namespace clearway::app {

/// Something that keeps the program from working: said in the window, in words.
struct Obstacle {
    QString title;
    QString what;
    QStringList whatToDo;
};

/// Where the catalogue lies: as told, beside the executable as installed, or in the build folder.
QString cataloguePath(const QString &told, const QString &executableFolder);

std::expected<store::Catalogue, Obstacle> openCatalogue(const QString &path);

/// A register, and what is to be said about it.
struct OpenedRegister {
    std::unique_ptr<QTemporaryDir> temporary; ///< holds it where the own place cannot be written
    std::unique_ptr<cases::Register> cases;
    QString notice;
};

/// Opens the register at that path. Where the place cannot be written the work goes on in a temporary one, with a
/// notice that nothing will be kept; a register that is newer, damaged or something else is an obstacle.
std::expected<OpenedRegister, Obstacle> openCases(const QString &path, const cases::Clock &clock);

} // namespace clearway::app
