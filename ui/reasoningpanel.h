// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "ui/session.h"

#include <QWidget>

class QPushButton;
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

Q_SIGNALS:
    /// The rule of a line is wanted, with what the answers make of it.
    void ruleChosen(const clearway::language::RuleAddress &address,
                    const clearway::reasoning::Combination &combination);

private:
    void showDetail();
    void choose(language::RuleAddress address, const reasoning::Combination &combination);
    ProofModel *m_model;
    QTreeView *m_view;
    Text *m_note;
    Text *m_detail;
    QPushButton *m_showRule;
    QString m_state;
};

} // namespace clearway::ui
