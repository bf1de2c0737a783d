// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answereditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace clearway::ui {

class Text;

/// A number with its unit; says while typing how it is read. A unit may be typed behind the number, too.
class QuantityEditor final : public AnswerEditor {
    Q_OBJECT
public:
    QuantityEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent = nullptr);
    std::optional<language::Value> value() const override;
    void setValue(const std::optional<language::Value> &value) override;
    QWidget *firstField() const override;

private:
    std::expected<language::Quantity, QString> parsed() const;
    void show();
    void typed();
    const language::RuleBook *m_rules;
    QString m_kind;
    QLineEdit *m_edit;
    QComboBox *m_unit;
    QCheckBox *m_unsure;
    Text *m_message;
};

} // namespace clearway::ui
