// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/answers.h"
#include "ui/answereditor.h"

class QLineEdit;

namespace clearway::ui {

class Folded;
class Text;

/// One question: prompt, editor, what is meant, why it is asked, a note for the file.
class QuestionCard final : public QWidget {
    Q_OBJECT
public:
    struct Look {
        QString forWhom;        ///< which of several holders; empty: there is one
        bool prominent = true;  ///< the prompt as a heading, else in bold
        bool askSource = false; ///< where the value comes from, beside the note
    };
    QuestionCard(const language::FactDefinition &fact, const reasoning::FactKey &key, const language::RuleBook &rules,
                 const Look &look, QWidget *parent = nullptr);

    const reasoning::FactKey &key() const { return m_key; }
    const language::FactDefinition &fact() const { return m_fact; }
    void setAnswer(const reasoning::Answer *answer);
    /// What is entered, with its note; nullopt where nothing can be read.
    std::optional<reasoning::Answer> answer() const;
    /// Hands over what is still being typed: answer and note.
    void flush();
    void focusFirst();
    /// A line under the prompt, with an icon: "Please answer, or choose Not sure."; empty: none.
    void setHint(const QString &hint);

Q_SIGNALS:
    void answered(const clearway::reasoning::FactKey &key, const clearway::reasoning::Answer &answer);

private:
    void give();
    language::FactDefinition m_fact;
    reasoning::FactKey m_key;
    reasoning::Answer m_given;
    AnswerEditor *m_editor;
    Text *m_hint;
    QLineEdit *m_note;
    QLineEdit *m_source;
};

} // namespace clearway::ui
