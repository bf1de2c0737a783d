// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answereditor.h"

class QCheckBox;
class QDateEdit;

namespace clearway::ui {

/// A day.
class DateEditor final : public AnswerEditor {
    Q_OBJECT
public:
    explicit DateEditor(const language::FactDefinition &fact, QWidget *parent = nullptr);
    std::optional<language::Value> value() const override;
    void setValue(const std::optional<language::Value> &value) override;
    QWidget *firstField() const override;

private:
    QDateEdit *m_edit;
    QCheckBox *m_unsure;
    bool m_given = false; // the field always shows a day; it is an answer only once the person touched it
};

} // namespace clearway::ui
