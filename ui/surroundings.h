// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/catalogue.h"
#include "model/register/register.h"
#include "ui/prompts.h"

namespace clearway::ui {

/// What the window works with; everything outlives it.
struct Surroundings {
    const store::Catalogue *catalogue = nullptr;
    cases::Register *cases = nullptr;
    const cases::Clock *clock = nullptr;
    Prompts *prompts = nullptr;
    QString readerPath;       ///< of clearway-reader
    QString madeBy;           ///< "Clearway 0.1.0"
    QString officialDatabase; ///< of the official text; empty: none can be imported
    QString settingsFile;     ///< of what is kept beside the cases (bookmarks); empty: nothing is
    QString notice;           ///< said above everything as long as the window is open: nothing will be kept
};

} // namespace clearway::ui
