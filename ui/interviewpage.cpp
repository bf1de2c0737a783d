// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interviewpage.h"

#include "ui/earlieranswers.h"
#include "ui/look.h"
#include "ui/models/words.h"
#include "ui/questioncard.h"
#include "ui/reasoningpanel.h"
#include "ui/recipientspanel.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Scope;
using reasoning::FactKey;

InterviewPage::InterviewPage(Session &session, ListWalker::Search search, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_scroll(new QScrollArea(this))
    , m_earlier(new EarlierAnswers(session, this))
    , m_questionsHolder(new QWidget(this))
    , m_walker(new ListWalker(session, std::move(search), this))
    , m_splitter(new QSplitter(this))
    , m_reasoning(new ReasoningPanel(this))
    , m_fold(new QToolButton(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(tr("&Next"), this))
    , m_progress(new QProgressBar(this))
    , m_left(new QLabel(this))
{
    setObjectName(u"interviewPage"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(28, 18, 28, 18);
    column->setSpacing(14);
    auto *earlierPanel = new Panel(content);
    auto *earlierLayout = new QVBoxLayout(earlierPanel);
    earlierLayout->setContentsMargins(14, 8, 8, 8);
    earlierLayout->addWidget(m_earlier);
    column->addWidget(earlierPanel);
    auto *holderLayout = new QVBoxLayout(m_questionsHolder);
    holderLayout->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_questionsHolder);
    column->addStretch(1);
    content->setMaximumWidth(readingWidth + 56);
    auto *holder = new QWidget;
    auto *side = new QHBoxLayout(holder);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(content, 1);
    side->addStretch(0);
    m_scroll->setWidget(holder);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_fold->setCheckable(true);
    m_fold->setChecked(true);
    m_fold->setAutoRaise(true);
    m_fold->setText(tr("&Reasoning"));
    m_fold->setShortcut(QKeySequence(tr("Ctrl+R")));
    m_fold->setToolTip(tr("Show or hide the reasoning (Ctrl+R)"));
    m_fold->setObjectName(u"foldReasoning"_s);
    m_fold->setAccessibleName(tr("Show the reasoning"));
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_back->setObjectName(u"back"_s);
    m_back->setAccessibleName(tr("Back to the page before"));
    m_back->setAutoDefault(true);
    m_back->setToolTip(tr("Alt+Left"));
    m_next->setObjectName(u"next"_s);
    m_next->setAccessibleName(tr("Next page"));
    m_next->setAutoDefault(true);
    m_next->setDefault(true);
    m_next->setMinimumWidth(120);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_progress->setMaximumWidth(180);
    m_progress->setAccessibleName(tr("Progress through the questions"));
    m_left->setObjectName(u"left"_s);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(28, 8, 20, 14);
    bar->setSpacing(12);
    bar->addWidget(m_back);
    bar->addStretch(1);
    bar->addWidget(m_progress);
    bar->addWidget(m_left);
    bar->addStretch(1);
    bar->addWidget(m_fold);
    bar->addWidget(m_next);

    auto *walkerHolder = new QWidget(this);
    auto *walkerLayout = new QVBoxLayout(walkerHolder);
    walkerLayout->setContentsMargins(28, 14, 20, 0);
    walkerLayout->addWidget(m_walker);
    walkerHolder->hide();

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_scroll, 1);
    leftLayout->addWidget(walkerHolder, 1);
    leftLayout->addLayout(bar);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_reasoning);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({700, 360});
    m_splitter->setObjectName(u"interviewSplitter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_next, &QPushButton::clicked, this, &InterviewPage::next);
    connect(m_back, &QPushButton::clicked, this, &InterviewPage::back);
    connect(m_reasoning, &ReasoningPanel::ruleChosen, this, &InterviewPage::ruleChosen);
    connect(m_fold, &QToolButton::clicked, this, [this](bool on) {
        m_foldedByHand = !on;
        foldReasoning(!on);
    });
    connect(m_earlier, &EarlierAnswers::editBeginning, this, [this] {
        flush();
        Q_EMIT editBeginning();
    });
    connect(m_earlier, &EarlierAnswers::changed, this, [this] {
        m_session.refreshPages();
        m_at = m_session.trail().size();
        build();
    });
    connect(m_walker, &ListWalker::answered, this, &InterviewPage::showProgress);
    connect(&m_session, &Session::concluded, this, &InterviewPage::showReasoning);
    connect(&m_session, &Session::closed, this, [this] { m_reasoning->clear(); });
}

void InterviewPage::foldReasoning(bool folded)
{
    m_reasoning->setVisible(!folded);
    m_fold->setChecked(!folded);
}

std::optional<InterviewStep> InterviewPage::shownStep() const
{
    if (m_at < m_session.trail().size())
        return m_session.trail()[m_at];
    return m_session.current();
}

// What the list is asked along with: the parts of it that come in question.
InterviewStep InterviewPage::askedBeforeWalk() const
{
    const language::RuleBook &rules = m_session.rules();
    const auto list = rules.facts.constFind(rules.listFinding);
    InterviewStep step;
    const QList<reasoning::Question> offered = m_session.offered();
    for (const reasoning::Question &question : offered)
        if (list != rules.facts.constEnd() && question.definition && question.definition->page == list->page
            && !list->page.isEmpty() && question.key.fact != rules.listFinding
            && !m_session.answers().find(question.key))
            step.keys.append(question.key);
    return step;
}

void InterviewPage::showCurrent()
{
    m_walking = false;
    m_session.refreshPages();
    m_at = m_session.trail().size();
    build();
}

void InterviewPage::change(const FactKey &key)
{
    showCurrent();
    m_earlier->change(key);
    if (QWidget *row = m_earlier->findChild<QWidget *>(u"doneChanging"_s))
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 20, 200); });
}

void InterviewPage::walkOffered()
{
    showCurrent();
    m_walking = true;
    build();
}

bool InterviewPage::isWalking() const
{
    return m_walker->isVisibleTo(this);
}

void InterviewPage::flush()
{
    const auto cards = m_cards;
    for (QuestionCard *card : cards)
        card->flush();
    if (m_recipients)
        m_recipients->flush();
    m_earlier->flush();
    if (m_walker->isVisible())
        m_walker->flush();
}

bool InterviewPage::onRecipients(const InterviewStep &step) const
{
    return std::ranges::any_of(step.keys, [this](const FactKey &key) {
        const language::FactDefinition *fact = m_session.definition(key);
        return fact && fact->scope == Scope::Recipient;
    });
}

void InterviewPage::build()
{
    m_cards.clear();
    m_recipients = nullptr;
    if (m_questions) {
        m_questions->hide();
        m_questions->deleteLater();
    }
    m_questions = new QWidget(m_questionsHolder);
    m_questions->setObjectName(u"questions"_s);
    auto *layout = new QVBoxLayout(m_questions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(22);
    m_questionsHolder->layout()->addWidget(m_questions);

    const bool open = m_at >= m_session.trail().size();
    const auto step = shownStep();
    const InterviewStep before = m_walking ? askedBeforeWalk() : InterviewStep();
    const bool walks = m_walking ? before.keys.isEmpty() : step && step->walksTheList;
    m_earlier->show(m_session.trail().first(qMin(m_at, m_session.trail().size())), open);
    m_walker->parentWidget()->setVisible(walks);
    m_scroll->setVisible(!walks);
    foldReasoning(walks || m_foldedByHand);
    if (m_walking && !walks) {
        buildCards(before);
    } else if (m_walking) {
        QList<FactKey> keys;
        const QList<reasoning::Question> offered = m_session.offered();
        for (const reasoning::Question &question : offered)
            if (question.key.fact == m_session.rules().listFinding)
                keys << question.key;
        if (keys.isEmpty())
            for (const reasoning::ItemScope &item : m_session.answers().items)
                keys << FactKey{m_session.rules().listFinding, item.id};
        m_walker->walk(keys);
    } else if (step && step->walksTheList) {
        m_walker->walk(step->keys);
    } else if (step) {
        buildCards(*step);
    } else {
        buildEnough();
    }
    showProgress();
    showReasoning();
    // The layout has to settle before there is anything to scroll to.
    QTimer::singleShot(0, m_questions, [this, walks] {
        if (walks) {
            m_walker->focusFirst();
            return;
        }
        // Who works with the keyboard goes on from here: without a question the focus would be lost.
        if (!m_cards.isEmpty())
            m_cards.front()->focusFirst();
        else
            m_next->setFocus(Qt::OtherFocusReason);
        const int top = m_questions->mapTo(m_scroll->widget(), QPoint(0, 0)).y();
        const int room = m_scroll->viewport()->height();
        // As much of the earlier answers as there is room for, the question whole.
        const int wanted = m_questions->height() + 40 <= room ? top + m_questions->height() + 30 - room : top - 10;
        m_scroll->verticalScrollBar()->setValue(qMax(0, wanted));
    });
}

void InterviewPage::buildCards(const InterviewStep &step)
{
    auto *layout = static_cast<QVBoxLayout *>(m_questions->layout());
    if (onRecipients(step)) {
        m_recipients = new RecipientsPanel(m_session, m_questions);
        layout->addWidget(m_recipients);
        connect(m_recipients, &RecipientsPanel::changed, this, [this] {
            m_session.refreshPages();
            // The page of the recipients is open again where one was added.
            m_at = m_session.trail().size();
            build();
        });
    }
    for (const FactKey &key : step.keys) {
        const language::FactDefinition *fact = m_session.definition(key);
        if (!fact)
            continue;
        const QString who = forWhom(m_session.answers(), *fact, key);
        auto *card = new QuestionCard(*fact, key, m_session.rules(), {who, true, false}, m_questions);
        card->setAnswer(m_session.answers().find(key));
        layout->addWidget(card);
        m_cards.append(card);
        connect(card, &QuestionCard::answered, this, [this](const FactKey &which, const reasoning::Answer &answer) {
            m_session.answer(which, answer);
            showProgress();
        });
    }
}

// Nothing more must be asked. Where the list may still spare a record, both ways are offered.
void InterviewPage::buildEnough()
{
    auto *layout = static_cast<QVBoxLayout *>(m_questions->layout());
    layout->addWidget(new Text(tr("That is enough."), Text::Heading, m_questions));
    const QList<reasoning::Question> offered = m_session.offered();
    const bool list = std::ranges::any_of(offered, [this](const reasoning::Question &question) {
        return question.key.fact == m_session.rules().listFinding;
    });
    if (list) {
        layout->addWidget(
            new Text(tr("What you must do does not depend on whether the item is on the list. You can stop "
                        "here and keep a record as if it were listed, or check the list: it may spare you "
                        "the record."),
                     Text::Body, m_questions));
        auto *line = new QHBoxLayout;
        auto *stop = new QPushButton(tr("&Stop here and keep a record as if it were listed"), m_questions);
        stop->setObjectName(u"stopHere"_s);
        stop->setAccessibleName(tr("Stop here and keep a record as if it were listed"));
        stop->setAutoDefault(true);
        auto *check = new QPushButton(tr("&Check the list"), m_questions);
        check->setObjectName(u"checkList"_s);
        check->setAccessibleName(tr("Check the list: it may spare you the record"));
        check->setAutoDefault(true);
        line->addWidget(stop);
        line->addWidget(check);
        line->addStretch(1);
        layout->addLayout(line);
        connect(stop, &QPushButton::clicked, this, &InterviewPage::finished);
        connect(check, &QPushButton::clicked, this, &InterviewPage::walkOffered);
    } else {
        layout->addWidget(new Text(tr("No further answer can change what you must do. Next shows the result."),
                                   Text::Body, m_questions));
    }
}

void InterviewPage::showProgress()
{
    const bool open = m_at >= m_session.trail().size();
    const auto done = static_cast<int>(qMin(m_at, m_session.trail().size()));
    const bool asked = m_session.current().has_value();
    const int left = asked ? qMax(0, m_session.pagesLeft()) + static_cast<int>(m_session.trail().size()) - done : 0;
    m_progress->setRange(0, qMax(1, done + left + 1));
    m_progress->setValue(asked || !open ? done : m_progress->maximum());
    m_left->setText(!asked && open ? tr("no questions left")
                    : left == 0    ? tr("last page")
                                   : tr("about %n left", nullptr, left));
    m_back->setEnabled(m_at > 0 || m_walking);
    m_next->setText(!asked && open ? tr("&Result") : tr("&Next"));
    m_next->setAccessibleName(!asked && open ? tr("Show the result") : tr("Next page"));
}

void InterviewPage::showReasoning()
{
    if (m_session.conclusion())
        m_reasoning->show(m_session.answers(), *m_session.conclusion());
}

void InterviewPage::next()
{
    flush();
    if (m_walking && !m_walker->isVisible()) {
        if (askedBeforeWalk().keys.isEmpty()) {
            build();
            return;
        }
        for (QuestionCard *card : std::as_const(m_cards))
            if (!m_session.answers().find(card->key()))
                card->setHint(tr("Please answer, or choose Not sure."));
        return;
    }
    if (m_walking) {
        m_walking = false;
        m_session.refreshPages();
        m_at = m_session.trail().size();
        if (m_session.current())
            build();
        else
            Q_EMIT finished();
        return;
    }
    const auto shown = shownStep();
    if (!shown) {
        Q_EMIT finished();
        return;
    }
    // Looked at again and left as it is: that settles the mark.
    for (const FactKey &key : shown->keys) {
        const reasoning::Answer *answer = m_session.answers().find(key);
        if (answer && answer->needsAnotherLook) {
            reasoning::Answer looked = *answer;
            looked.needsAnotherLook = false;
            m_session.answer(key, looked);
        }
    }
    m_session.refreshPages();
    const auto &trail = m_session.trail();
    const auto &current = m_session.current();
    if (current && current->page == shown->page) {
        m_at = trail.size();
        const bool same = current->keys == shown->keys;
        if (!same)
            build();
        for (QuestionCard *card : std::as_const(m_cards)) {
            if (m_session.answers().find(card->key()))
                continue;
            if (shown->keys.contains(card->key()))
                card->setHint(tr("Please answer, or choose Not sure."));
            if (same) {
                card->focusFirst();
                m_scroll->ensureWidgetVisible(card, 0, 20);
                announce(card, tr("Please answer, or choose Not sure."));
                return;
            }
        }
        if (same && shown->walksTheList)
            m_walker->focusFirst();
        return;
    }
    m_at = trail.size();
    for (qsizetype i = 0; i < trail.size(); ++i)
        if (trail[i].page == shown->page)
            m_at = i + 1;
    if (!shownStep() && m_session.offered().isEmpty()) {
        build();
        Q_EMIT finished();
        return;
    }
    build();
}

void InterviewPage::back()
{
    flush();
    if (m_walking) {
        showCurrent();
        return;
    }
    m_session.refreshPages();
    m_at = qMax<qsizetype>(0, qMin(m_at, m_session.trail().size()) - 1);
    build();
}

void InterviewPage::keyPressEvent(QKeyEvent *event)
{
    const bool leftward = event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier;
    if (leftward || event->key() == Qt::Key_Back) {
        if (m_back->isEnabled())
            back();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        QWidget *focused = focusWidget();
        // Buttons are pressed by Return; lists have used it to open what is chosen.
        if (auto *button = qobject_cast<QAbstractButton *>(focused);
            button && !qobject_cast<QRadioButton *>(button) && !qobject_cast<QCheckBox *>(button)) {
            button->click();
            return;
        }
        if (qobject_cast<QAbstractItemView *>(focused) || qobject_cast<QComboBox *>(focused)
            || qobject_cast<QTabBar *>(focused))
            return;
        if (focused && focused->objectName() == "listSearch"_L1)
            return;
        next();
        return;
    }
    QWidget::keyPressEvent(event);
}

QByteArray InterviewPage::layoutState() const
{
    return m_splitter->saveState();
}

void InterviewPage::restoreLayoutState(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace clearway::ui
