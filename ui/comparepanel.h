// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QWidget>

namespace clearway::ui {

/// The states of the Act side by side: what each would have required; what differs is said in words.
class ComparePanel final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(QWidget *parent = nullptr);
    void show(const assessment::Assessment &assessment);

private:
    QWidget *m_content = nullptr;
};

} // namespace clearway::ui
