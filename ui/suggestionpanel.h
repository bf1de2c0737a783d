// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/suggestionmodel.h"
#include "ui/sharedsuggester.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTimer;

namespace clearway::ui {

class DescriptionEdit;
class SuggestionView;
class Text;

/// A thing is described in the person's words, or a line of a data sheet or an abstract is pasted, and the panel says
/// where on the list to look, and what speaks for it. It answers nothing.
class SuggestionPanel final : public QWidget {
    Q_OBJECT
public:
    /// What was written and what was set aside for it.
    struct Draft {
        QString text;
        QList<SuggestionModel::Dismissal> dismissed;
    };
    SuggestionPanel(std::shared_ptr<const language::RuleBook> rules, SuggestSource source, QWidget *parent = nullptr);

    QString description() const;
    Draft draft() const;
    void setDraft(const Draft &draft);
    void focusFirst();
    const SuggestionModel &model() const { return *m_model; }

Q_SIGNALS:
    /// A position of the list is to be shown: an entry, or the position of it that fits best.
    void openEntry(const QString &code);
    /// The person set an entry aside for this description; the reason may be empty.
    void dismissed(const QString &code, const QString &reason);
    /// What was found for the text that stands there now is on the screen.
    void looked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeResults();
    QWidget *makeDismissal();
    void textChanged();
    void look();
    void present(const QString &text, classification::Suggestions found);
    void presentSentence();
    void presentCurrent();
    void presentDismissed();
    void askWhyNot();
    void setAside();

    SuggestSource m_source;
    SuggestionModel *m_model;
    DescriptionEdit *m_field;
    Text *m_note;
    Text *m_sentence;
    Text *m_caveat;
    QWidget *m_results;
    SuggestionView *m_view;
    Text *m_legend;
    QPushButton *m_open;
    QPushButton *m_openPosition;
    QPushButton *m_notThis;
    QWidget *m_dismissal;
    Text *m_dismissalTitle;
    QLineEdit *m_reason;
    QWidget *m_asideLine;
    Text *m_aside;
    QTimer *m_pause;
    QString m_foundFor;     // the text of which results are shown
    QString m_announced;    // of the last results
    int m_generation = 0;   // of the text; results for an older one are dropped
    bool m_working = false; // one worker at a time, for the newest text
    bool m_again = false;
};

} // namespace clearway::ui
