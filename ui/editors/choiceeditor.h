// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answereditor.h"

namespace clearway::ui {

class OptionRow;

/// Yes/no, judgement, one choice (radio buttons) and several choices (check boxes; an exclusive one stands alone).
class ChoiceEditor final : public AnswerEditor {
    Q_OBJECT
public:
    explicit ChoiceEditor(const language::FactDefinition &fact, QWidget *parent = nullptr);
    std::optional<language::Value> value() const override;
    void setValue(const std::optional<language::Value> &value) override;
    QWidget *firstField() const override;

private:
    void picked(OptionRow *row);
    language::FactKind m_kind;
    QList<OptionRow *> m_rows;
    QStringList m_exclusive;
    bool m_ownUnsure = false;
};

} // namespace clearway::ui
