// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/earlieranswers.h"

#include "ui/look.h"
#include "ui/models/words.h"
#include "ui/questioncard.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::FactKey;

EarlierAnswers::EarlierAnswers(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"earlierAnswers"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void EarlierAnswers::show(const QList<InterviewStep> &steps, bool withLeftOver)
{
    m_steps = steps;
    m_withLeftOver = withLeftOver;
    m_open.reset();
    rebuild();
}

void EarlierAnswers::flush()
{
    if (m_card)
        m_card->flush();
}

void EarlierAnswers::change(const FactKey &key)
{
    m_open = key;
    rebuild();
    if (m_card)
        m_card->focusFirst();
}

void EarlierAnswers::rebuild()
{
    m_card = nullptr;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }

    // What was said on the start page, in one line.
    auto *start = new QWidget(this);
    auto *line = new QHBoxLayout(start);
    line->setContentsMargins(0, 0, 0, 0);
    QStringList activities;
    for (const reasoning::ActivityScope &activity : m_session.answers().activities)
        activities << holderName(m_session.answers(), language::Scope::Activity, activity.id);
    QStringList items;
    for (const reasoning::ItemScope &item : m_session.answers().items)
        items << holderName(m_session.answers(), language::Scope::Item, item.id);
    QString what = activities.join(u"; "_s);
    if (!items.isEmpty())
        what += u" – "_s + items.join(u", "_s);
    line->addWidget(new Text(what, Text::Body, start), 1);
    auto *edit = new QToolButton(start);
    edit->setText(tr("Change"));
    edit->setAutoRaise(true);
    edit->setObjectName(u"changeBeginning"_s);
    edit->setAccessibleName(tr("Change what you are about to do"));
    edit->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(edit, 0, Qt::AlignTop);
    connect(edit, &QToolButton::clicked, this, &EarlierAnswers::editBeginning);
    m_layout->addWidget(start);

    for (const InterviewStep &step : std::as_const(m_steps))
        for (const FactKey &key : step.keys)
            if (m_session.answers().find(key))
                addRow(key, m_layout);

    const QList<FactKey> left = m_withLeftOver ? m_session.leftOver() : QList<FactKey>();
    if (!left.isEmpty()) {
        auto *inner = new QWidget(this);
        auto *innerLayout = new QVBoxLayout(inner);
        innerLayout->setContentsMargins(0, 0, 0, 0);
        innerLayout->setSpacing(2);
        bool openHere = false;
        for (const FactKey &key : left) {
            addRow(key, innerLayout);
            openHere = openHere || m_open == key;
        }
        auto *folded = new Folded(tr("Also answered; it is kept, and is not asked on this path (%1)").arg(left.size()),
                                  inner, this);
        folded->setOpen(openHere);
        m_layout->addWidget(folded);
    }
}

void EarlierAnswers::addRow(const FactKey &key, QVBoxLayout *layout)
{
    const language::FactDefinition *fact = m_session.definition(key);
    const reasoning::Answer *answer = m_session.answers().find(key);
    if (!fact || !answer)
        return;
    const QString who = forWhom(m_session.answers(), *fact, key);

    if (m_open == key && !m_session.isFinished()) {
        auto *panel = new Panel(this);
        panel->setBar(palette().color(QPalette::Highlight));
        auto *inside = new QVBoxLayout(panel);
        inside->setContentsMargins(18, 12, 14, 12);
        m_card = new QuestionCard(*fact, key, m_session.rules(), {who, false, true}, panel);
        m_card->setAnswer(answer);
        inside->addWidget(m_card);
        auto *effect = new Text({}, Text::Muted, panel);
        effect->setObjectName(u"effect"_s);
        effect->hide();
        QLineEdit *reason = nullptr;
        if (m_session.resultShown()) {
            inside->addWidget(new Text(tr("A result was shown already, so this change is kept in the record with the "
                                          "old answer. Why has it changed?"),
                                       Text::Body, panel));
            reason = new QLineEdit(panel);
            reason->setObjectName(u"reason"_s);
            reason->setAccessibleName(tr("Why the answer has changed"));
            inside->addWidget(reason);
        }
        inside->addWidget(effect);
        auto *done = new QPushButton(tr("&Done"), panel);
        done->setObjectName(u"doneChanging"_s);
        done->setAutoDefault(true);
        done->setAccessibleName(tr("Done changing: %1").arg(fact->prompt));
        inside->addWidget(done, 0, Qt::AlignTrailing | Qt::AlignRight);
        layout->addWidget(panel);

        connect(m_card, &QuestionCard::answered, panel,
                [this, effect](const FactKey &which, const reasoning::Answer &given) {
                    const auto beforePage = m_session.current();
                    m_session.answer(which, given);
                    m_session.refreshPages();
                    const qsizetype marked = m_session.needingAnotherLook().size();
                    QStringList parts;
                    if (marked > 0)
                        parts << tr("%n later answer(s) should be looked at again.", nullptr, static_cast<int>(marked));
                    if (m_session.current() != beforePage)
                        parts << (m_session.current() ? tr("The next question is another one now.")
                                                      : tr("Nothing more needs to be asked."));
                    if (parts.isEmpty())
                        parts << tr("Nothing else changes.");
                    effect->setText(parts.join(u' '));
                    effect->show();
                    announce(effect, effect->text());
                });
        connect(done, &QPushButton::clicked, panel, [this, key, reason] {
            if (m_card)
                m_card->flush();
            if (const reasoning::Answer *now = m_session.answers().find(key); now && now->needsAnotherLook) {
                reasoning::Answer looked = *now;
                looked.needsAnotherLook = false;
                m_session.answer(key, looked);
            }
            if (reason && !reason->text().trimmed().isEmpty())
                m_session.explain(key, reason->text().trimmed());
            m_open.reset();
            Q_EMIT changed();
        });
        return;
    }

    auto *row = new QWidget(this);
    row->setObjectName(u"row."_s + key.fact + (key.holder.isEmpty() ? QString() : u'@' + key.holder));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    QString text = fact->prompt + u"  "_s;
    if (!who.isEmpty())
        text = who + u": "_s + text;
    const QString said = answerText(*answer, *fact, m_session.rules());
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Text(text, Text::Muted, row));
    words->addWidget(new Text(said, Text::Body, row));
    if (!answer->note.isEmpty())
        words->addWidget(new Text(tr("Note: %1").arg(answer->note), Text::Muted, row));
    if (answer->needsAnotherLook) {
        auto *mark = new QLabel(row);
        mark->setPixmap(picture(u"look"_s, outcomeColor(reasoning::Outcome::PermitLikelyRequired, palette()),
                                QSize(20, 20), devicePixelRatioF()));
        line->addWidget(mark, 0, Qt::AlignTop);
        words->addWidget(new Text(tr("Please look at this again: an earlier answer has changed."), Text::Strong, row));
    }
    line->addLayout(words, 1);
    if (!m_session.isFinished()) {
        auto *button = new QToolButton(row);
        button->setText(tr("Change"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setObjectName(u"change"_s);
        button->setAccessibleName(tr("Change: %1 %2").arg(fact->prompt, said));
        line->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QToolButton::clicked, this, [this, key] { change(key); });
    }
    layout->addWidget(row);
}

} // namespace clearway::ui
