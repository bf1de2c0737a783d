// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/dateeditor.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace clearway::ui {

DateEditor::DateEditor(const language::FactDefinition &fact, QWidget *parent)
    : AnswerEditor(parent)
    , m_edit(new QDateEdit(QDate::currentDate(), this))
    , m_unsure(new QCheckBox(tr("Not sure"), this))
{
    m_edit->setObjectName(u"date"_s);
    m_edit->setAccessibleName(fact.prompt);
    m_edit->setCalendarPopup(true);
    m_edit->setDisplayFormat(u"d MMMM yyyy"_s);
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(tr("Not sure"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addWidget(m_edit);
    layout->addWidget(m_unsure);
    layout->addStretch(1);
    connect(m_edit, &QDateEdit::dateChanged, this, [this] {
        m_given = true;
        m_unsure->setChecked(false);
        editedSoon();
    });
    connect(m_edit, &QDateEdit::editingFinished, this, &AnswerEditor::flush);
    connect(m_unsure, &QCheckBox::clicked, this, [this] { Q_EMIT edited(); });
}

std::optional<language::Value> DateEditor::value() const
{
    if (m_unsure->isChecked())
        return language::Unsure{};
    if (!m_given)
        return std::nullopt;
    return m_edit->date();
}

void DateEditor::setValue(const std::optional<language::Value> &value)
{
    const QSignalBlocker quiet(m_edit);
    m_unsure->setChecked(value && std::holds_alternative<language::Unsure>(*value));
    const QDate *day = value ? std::get_if<QDate>(&*value) : nullptr;
    m_given = day != nullptr;
    m_edit->setDate(day ? *day : QDate::currentDate());
}

QWidget *DateEditor::firstField() const
{
    return m_edit;
}

} // namespace clearway::ui
