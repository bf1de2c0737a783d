// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/nextsteps.h"

#include <QWidget>

namespace clearway::report {
class Wording;
}

namespace clearway::ui {

/// "What to do next": numbered steps with who does it, who decides and how long it usually takes.
class NextStepsPanel final : public QWidget {
    Q_OBJECT
public:
    /// `canChange`: open questions get a button that leads to them.
    NextStepsPanel(const QList<assessment::NextStep> &steps, const report::Wording &wording, bool canChange,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void changeAnswer(const clearway::reasoning::FactKey &key);
};

} // namespace clearway::ui
