// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/lawlibrary.h"

#include <QWidget>

namespace clearway::ui {

/// The sections that a citation names, as they stand in the imported texts; what is meant of them is marked. What is
/// not imported is said, with a button to import it.
class LawSide final : public QWidget {
    Q_OBJECT
public:
    LawSide(const official::FoundPlaces &found, QWidget *parent = nullptr);

Q_SIGNALS:
    void importWanted();

private:
    void addSection(const official::FoundSection &found);
};

} // namespace clearway::ui
