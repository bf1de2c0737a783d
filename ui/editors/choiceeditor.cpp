// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/choiceeditor.h"

#include "ui/optionrow.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::FactKind;
using language::Picked;
using language::Unsure;
using language::Value;

static const QString yesId = u"yes"_s;
static const QString noId = u"no"_s;
static const QString unsureId = u"unsure"_s;

ChoiceEditor::ChoiceEditor(const language::FactDefinition &fact, QWidget *parent)
    : AnswerEditor(parent)
    , m_kind(fact.kind)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    const auto kind = m_kind == FactKind::Choices ? OptionRow::Check : OptionRow::Radio;
    if (m_kind == FactKind::YesNo || m_kind == FactKind::Judgement) {
        m_rows << new OptionRow(kind, yesId, tr("Yes"), {}, this) << new OptionRow(kind, noId, tr("No"), {}, this);
    } else {
        for (const language::Choice &choice : fact.choices) {
            m_rows << new OptionRow(kind, choice.id, choice.text, choice.help, this);
            if (choice.exclusive)
                m_exclusive << choice.id;
        }
    }
    // Some questions bring a "not sure" of their own, because the rules treat it as an answer.
    m_ownUnsure =
        std::ranges::any_of(fact.choices, [](const language::Choice &choice) { return choice.id == unsureId; });
    if (!m_ownUnsure) {
        m_exclusive << unsureId;
        m_rows << new OptionRow(kind, unsureId, tr("Not sure"), {}, this);
    }
    // Check boxes stay out of a group: within one, Tab would come to one of them only.
    auto *group = kind == OptionRow::Radio ? new QButtonGroup(this) : nullptr;
    for (OptionRow *row : std::as_const(m_rows)) {
        layout->addWidget(row);
        if (group)
            group->addButton(row->button());
        connect(row, &OptionRow::clicked, this, [this, row] { picked(row); });
    }
}

void ChoiceEditor::picked(OptionRow *row)
{
    // "None of these" and "not sure" stand alone, and give way when something else is ticked.
    if (m_kind == FactKind::Choices && row->isChecked()) {
        const bool alone = m_exclusive.contains(row->id());
        for (OptionRow *other : std::as_const(m_rows))
            if (other != row && (alone || m_exclusive.contains(other->id())))
                other->setChecked(false);
    }
    Q_EMIT edited();
}

std::optional<Value> ChoiceEditor::value() const
{
    QStringList ids;
    for (const OptionRow *row : m_rows)
        if (row->isChecked())
            ids << row->id();
    if (ids.isEmpty())
        return std::nullopt;
    if (!m_ownUnsure && ids.contains(unsureId))
        return Unsure{};
    if (m_kind == FactKind::YesNo || m_kind == FactKind::Judgement)
        return ids.front() == yesId;
    ids.sort();
    return Picked{ids};
}

void ChoiceEditor::setValue(const std::optional<Value> &value)
{
    QStringList ids;
    if (value) {
        if (std::holds_alternative<Unsure>(*value))
            ids << unsureId;
        else if (const bool *yes = std::get_if<bool>(&*value))
            ids << (*yes ? yesId : noId);
        else if (const Picked *picked = std::get_if<Picked>(&*value))
            ids = picked->ids;
    }
    // An exclusive group keeps its last button pressed; nothing picked must be possible to show.
    QButtonGroup *group = m_rows.front()->button()->group();
    if (group)
        group->setExclusive(false);
    for (OptionRow *row : std::as_const(m_rows))
        row->setChecked(ids.contains(row->id()));
    if (group)
        group->setExclusive(true);
}

QWidget *ChoiceEditor::firstField() const
{
    for (const OptionRow *row : m_rows)
        if (row->isChecked())
            return row->button();
    return m_rows.front()->button();
}

} // namespace clearway::ui
