// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace clearway::ui {

class ProofTree;
class RuleListFilter;
class RuleListModel;

/// What a state of the Act says, as a list that can be searched.
class RuleList final : public QWidget {
    Q_OBJECT
public:
    /// The states are those of `rules`, and stay so.
    explicit RuleList(const language::RuleBook &rules, QWidget *parent = nullptr);

    /// Lists the state of the address, and marks what stands there. `anew`: the rules are others than the last time.
    void show(const language::RuleBook &rules, const language::RuleAddress &address, bool anew);
    /// The state that is listed.
    QString state() const;
    /// How many elements and exceptions of the provision are unverified.
    int unverifiedIn(const language::RuleAddress &provision) const;
    void focusSearch();

Q_SIGNALS:
    void chosen(const clearway::language::RuleAddress &address);
    void stateChosen(const QString &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void showFound();
    void select();

    RuleListModel *m_model;
    RuleListFilter *m_filter;
    QComboBox *m_state;
    QLineEdit *m_search;
    QCheckBox *m_onlyUnverified;
    ProofTree *m_list;
    language::RuleAddress m_address;
    bool m_listed = false;
};

} // namespace clearway::ui
