// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questioncard.h"

#include "catalogue/language/helptext.h"
#include "ui/look.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

QuestionCard::QuestionCard(const language::FactDefinition &fact, const reasoning::FactKey &key,
                           const language::RuleBook &rules, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_fact(fact)
    , m_key(key)
    , m_editor(AnswerEditor::make(fact, rules, this))
    , m_hint(new Text({}, Text::Strong, this))
    , m_note(new QLineEdit(this))
    , m_source(nullptr)
{
    setObjectName(u"question."_s + fact.id + (key.holder.isEmpty() ? QString() : u'@' + key.holder)
                  + (key.point < 0 ? QString() : u'#' + QString::number(key.point)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (!look.forWhom.isEmpty())
        layout->addWidget(new Text(tr("For: %1").arg(look.forWhom), Text::Muted, this));
    auto *prompt = new Text(fact.prompt, look.prominent ? Text::Heading : Text::Strong, this);
    prompt->setObjectName(u"prompt"_s);
    prompt->setBuddy(m_editor->firstField());
    layout->addWidget(prompt);
    layout->addWidget(m_hint);
    m_hint->setObjectName(u"hint"_s);
    m_hint->hide();
    layout->addWidget(m_editor);

    if (!fact.help.isEmpty()) {
        auto *help = new Text(language::helpText(fact.help, rules), Text::Body, this);
        layout->addWidget(new Folded(tr("What is this?"), help, this));
    }
    if (!fact.why.isEmpty() || !fact.cite.isEmpty()) {
        QString why = fact.why;
        if (!fact.cite.isEmpty())
            why += why.isEmpty() ? fact.cite : u" ("_s + fact.cite + u')';
        layout->addWidget(new Text(tr("Why this is asked: %1").arg(why), Text::Muted, this));
    }

    auto *notes = new QWidget(this);
    auto *form = new QFormLayout(notes);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_note->setObjectName(u"note"_s);
    m_note->setMaxLength(2000);
    const bool judged = fact.kind == language::FactKind::Judgement;
    const QString noteTitle = judged ? tr("Reason:") : tr("Note for the file:");
    m_note->setAccessibleName(tr("%1 %2").arg(noteTitle, fact.prompt));
    if (judged)
        m_note->setPlaceholderText(tr("Why you think so; it is kept in the record"));
    form->addRow(noteTitle, m_note);
    if (look.askSource || fact.kind == language::FactKind::Quantity) {
        m_source = new QLineEdit(this);
        m_source->setObjectName(u"source"_s);
        m_source->setMaxLength(500);
        m_source->setPlaceholderText(tr("Data sheet, measurement, agreement clause"));
        m_source->setAccessibleName(tr("Where it comes from: %1").arg(fact.prompt));
        form->addRow(tr("Where it comes from:"), m_source);
        connect(m_source, &QLineEdit::editingFinished, this, &QuestionCard::give);
    }
    layout->addWidget(notes);

    connect(m_editor, &AnswerEditor::edited, this, [this] {
        setHint({});
        give();
    });
    connect(m_note, &QLineEdit::editingFinished, this, &QuestionCard::give);
}

void QuestionCard::setAnswer(const reasoning::Answer *answer)
{
    m_given = answer ? *answer : reasoning::Answer{};
    m_editor->setValue(answer ? std::optional(answer->value) : std::nullopt);
    m_note->setText(m_given.note);
    if (m_source)
        m_source->setText(m_given.source);
}

std::optional<reasoning::Answer> QuestionCard::answer() const
{
    auto value = m_editor->value();
    if (!value)
        return std::nullopt;
    reasoning::Answer answer = m_given;
    answer.value = std::move(*value);
    answer.note = m_note->text().trimmed();
    if (m_source)
        answer.source = m_source->text().trimmed();
    answer.needsAnotherLook = false;
    return answer;
}

void QuestionCard::give()
{
    // A note without an answer waits for the answer: the register keeps notes with answers.
    if (const auto now = answer()) {
        m_given = *now;
        Q_EMIT answered(m_key, *now);
    }
}

void QuestionCard::flush()
{
    m_editor->flush();
    const auto now = answer();
    if (now && (now->note != m_given.note || now->source != m_given.source || !(now->value == m_given.value)))
        give();
}

void QuestionCard::focusFirst()
{
    m_editor->firstField()->setFocus(Qt::OtherFocusReason);
}

void QuestionCard::setHint(const QString &hint)
{
    m_hint->setText(hint.isEmpty() ? QString() : u"▸ "_s + hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace clearway::ui
