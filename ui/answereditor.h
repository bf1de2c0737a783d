// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QWidget>

class QTimer;

namespace clearway::ui {

/// Takes the answer to one question. Every kind of fact has its own; each offers "Not sure".
class AnswerEditor : public QWidget {
    Q_OBJECT
public:
    /// The editor for a fact; `rules` must outlive it.
    static AnswerEditor *make(const language::FactDefinition &fact, const language::RuleBook &rules,
                              QWidget *parent = nullptr);

    /// What is entered; nullopt: nothing yet, or nothing that can be read.
    virtual std::optional<language::Value> value() const = 0;
    /// Shows a value; nullopt: nothing is picked.
    virtual void setValue(const std::optional<language::Value> &value) = 0;
    /// What takes the focus first.
    virtual QWidget *firstField() const = 0;
    /// Reports at once what is still waiting for the end of typing.
    void flush();

Q_SIGNALS:
    /// The person entered something that can be read.
    void edited();

protected:
    explicit AnswerEditor(QWidget *parent = nullptr);
    /// Reports edited() when the typing pauses: not every letter is an answer.
    void editedSoon();

private:
    QTimer *m_pause;
};

} // namespace clearway::ui
