// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "ui/listwalker.h"
#include "ui/session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace clearway::ui {

class EarlierAnswers;
class QuestionCard;
class ReasoningPanel;
class RecipientsPanel;
class Text;

/// The questions, one page at a time, with the earlier answers above and the live reasoning beside them.
class InterviewPage final : public QWidget {
    Q_OBJECT
public:
    InterviewPage(Session &session, ListWalker::Search search, QWidget *parent = nullptr);
    /// The official wording, to be shown beside ours where the list is walked.
    void setOfficial(const OfficialTexts &texts) { m_walker->setOfficial(texts); }
    /// Suggests positions for what is described where the list is walked.
    void setSuggestions(const SuggestSource &source) { m_walker->setSuggestions(source); }

    /// Shows the page that is asked now.
    void showCurrent();
    /// Opens the editor of an earlier answer.
    void change(const reasoning::FactKey &key);
    /// Walks the list though nothing must be asked any more.
    void walkOffered();
    /// Whether the list is being walked.
    bool isWalking() const;
    /// Searches the list that is being walked.
    void searchList(const QString &typed) { m_walker->searchFor(typed); }
    /// Hands over what is still being typed.
    void flush();
    QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

Q_SIGNALS:
    /// Nothing more is to be asked: the result can be shown.
    void finished();
    void editBeginning();
    /// The rule of a line of the reasoning is wanted.
    void ruleChosen(const clearway::language::RuleAddress &address,
                    const clearway::reasoning::Combination &combination);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildCards(const InterviewStep &step);
    void buildEnough();
    void next();
    void back();
    void showProgress();
    void showReasoning();
    void foldReasoning(bool folded);
    bool onRecipients(const InterviewStep &step) const;
    std::optional<InterviewStep> shownStep() const;
    InterviewStep askedBeforeWalk() const;

    Session &m_session;
    QScrollArea *m_scroll;
    EarlierAnswers *m_earlier;
    QWidget *m_questions = nullptr;
    QWidget *m_questionsHolder;
    ListWalker *m_walker;
    RecipientsPanel *m_recipients = nullptr;
    QList<QuestionCard *> m_cards;
    QSplitter *m_splitter;
    ReasoningPanel *m_reasoning;
    QToolButton *m_fold;
    QPushButton *m_back;
    QPushButton *m_next;
    QProgressBar *m_progress;
    QLabel *m_left;
    qsizetype m_at = 0;     // place in the trail; its length: the page that is open
    bool m_walking = false; // walking the list on offer
    bool m_foldedByHand = false;
};

} // namespace clearway::ui
