// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QWidget>

class QVBoxLayout;

namespace clearway::ui {

class QuestionCard;

/// The answers given so far, one folded line each; any of them can be changed in place.
class EarlierAnswers final : public QWidget {
    Q_OBJECT
public:
    explicit EarlierAnswers(Session &session, QWidget *parent = nullptr);

    /// Shows the answers of the start page and of these steps.
    void show(const QList<InterviewStep> &steps, bool withLeftOver);
    /// Opens the editor of one answer.
    void change(const reasoning::FactKey &key);
    void flush();

Q_SIGNALS:
    /// An answer was changed here; the pages after it may be others now.
    void changed();
    void editBeginning();

private:
    void addRow(const reasoning::FactKey &key, QVBoxLayout *layout);
    void rebuild();
    Session &m_session;
    QVBoxLayout *m_layout;
    QList<InterviewStep> m_steps;
    bool m_withLeftOver = false;
    std::optional<reasoning::FactKey> m_open;
    QuestionCard *m_card = nullptr;
};

} // namespace clearway::ui
