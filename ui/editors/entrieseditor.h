// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/answereditor.h"

class QCheckBox;
class QLineEdit;

namespace clearway::ui {

class Text;

/// List codes, separated by commas, loosely typed; "none" is an answer of its own.
class EntriesEditor final : public AnswerEditor {
    Q_OBJECT
public:
    EntriesEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent = nullptr);
    std::optional<language::Value> value() const override;
    void setValue(const std::optional<language::Value> &value) override;
    QWidget *firstField() const override;

    /// The code as the list writes it, from what was typed loosely ("5a1b3"); a code of a category that the catalogue
    /// does not hold is given back in the list's spelling; empty where it cannot be a code.
    static QString codeFrom(const language::RuleBook &rules, const QString &typed);

private:
    struct Read {
        QStringList codes;
        QStringList wrong;
    };
    Read read() const;
    void typed();
    const language::RuleBook *m_rules;
    QLineEdit *m_edit;
    QCheckBox *m_none;
    QCheckBox *m_unsure;
    Text *m_message;
};

} // namespace clearway::ui
