// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answereditor.h"

#include "ui/editors/choiceeditor.h"
#include "ui/editors/countryeditor.h"
#include "ui/editors/dateeditor.h"
#include "ui/editors/entrieseditor.h"
#include "ui/editors/quantityeditor.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::FactKind;

AnswerEditor::AnswerEditor(QWidget *parent)
    : QWidget(parent)
    , m_pause(new QTimer(this))
{
    setObjectName(u"answer"_s);
    m_pause->setSingleShot(true);
    m_pause->setInterval(400);
    connect(m_pause, &QTimer::timeout, this, &AnswerEditor::edited);
}

void AnswerEditor::editedSoon()
{
    m_pause->start();
}

void AnswerEditor::flush()
{
    if (!m_pause->isActive())
        return;
    m_pause->stop();
    Q_EMIT edited();
}

AnswerEditor *AnswerEditor::make(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent)
{
    switch (fact.kind) {
    case FactKind::YesNo:
    case FactKind::Judgement:
    case FactKind::Choice:
    case FactKind::Choices: return new ChoiceEditor(fact, parent);
    case FactKind::Quantity: return new QuantityEditor(fact, rules, parent);
    case FactKind::Country: return new CountryEditor(fact, rules, parent);
    case FactKind::Date: return new DateEditor(fact, parent);
    case FactKind::Entries: break;
    }
    return new EntriesEditor(fact, rules, parent);
}

} // namespace clearway::ui
