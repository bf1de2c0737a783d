// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look.h"

class QProgressBar;
class QPushButton;

namespace clearway::ui {

class OfficialTexts;

/// A bar above the page: how far an import is, with a way to end it, and then what came of it. Hidden otherwise.
class ImportBar final : public Panel {
    Q_OBJECT
public:
    explicit ImportBar(OfficialTexts &texts, QWidget *parent = nullptr);

private:
    void showProgress(int percent);
    void showEnd(const QString &message, bool failed);

    OfficialTexts &m_texts;
    Text *m_message;
    QProgressBar *m_progress;
    QPushButton *m_button; ///< Cancel, and Close when it has ended
};

} // namespace clearway::ui
