// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clearway::report {
class Wording;
}

namespace clearway::ui {

/// Every combination of activity, item and recipient under every provision that says anything to one of them.
class MatrixPanel final : public QWidget {
    Q_OBJECT
public:
    explicit MatrixPanel(const report::Wording &wording, QWidget *parent = nullptr);
};

} // namespace clearway::ui
