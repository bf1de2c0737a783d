// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QWidget>

class QTreeView;

namespace clearway::ui {

class ProofModel;
class Text;

/// The live reasoning: which provision is met, open or not, and why. It shows findings, never a headline.
class ReasoningPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ReasoningPanel(QWidget *parent = nullptr);

    void show(const reasoning::Answers &answers, const reasoning::Conclusion &conclusion);
    void clear();

private:
    void showDetail();
    ProofModel *m_model;
    QTreeView *m_view;
    Text *m_note;
    Text *m_detail;
};

} // namespace clearway::ui
