// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answereditor.h"

class QCheckBox;
class QLineEdit;

namespace clearway::ui {

class CountryModel;
class Text;

/// A country by name or two-letter code, completed as it is typed.
class CountryEditor final : public AnswerEditor {
    Q_OBJECT
public:
    CountryEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent = nullptr);
    std::optional<language::Value> value() const override;
    void setValue(const std::optional<language::Value> &value) override;
    QWidget *firstField() const override;

private:
    void typed();
    CountryModel *m_countries;
    QLineEdit *m_edit;
    QCheckBox *m_unsure;
    Text *m_message;
};

} // namespace clearway::ui
