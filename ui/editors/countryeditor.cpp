// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/countryeditor.h"

#include "ui/look.h"
#include "ui/models/countrymodel.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

CountryEditor::CountryEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent)
    : AnswerEditor(parent)
    , m_countries(new CountryModel(rules.countries, this))
    , m_edit(new QLineEdit(this))
    , m_unsure(new QCheckBox(tr("Not sure"), this))
    , m_message(new Text({}, Text::Muted, this))
{
    m_edit->setObjectName(u"country"_s);
    m_edit->setAccessibleName(fact.prompt);
    m_edit->setAccessibleDescription(tr("Type a country's name or its two-letter code"));
    m_edit->setPlaceholderText(tr("Type a country"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaximumWidth(420);
    auto *completer = new QCompleter(m_countries, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    m_edit->setCompleter(completer);
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(tr("Not sure"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addWidget(m_edit);
    layout->addWidget(m_message);
    layout->addWidget(m_unsure, 0, Qt::AlignLeft);
    m_message->hide();
    connect(m_edit, &QLineEdit::textEdited, this, &CountryEditor::typed);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &CountryEditor::typed);
    connect(m_unsure, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            m_edit->clear();
        m_message->hide();
        Q_EMIT edited();
    });
}

void CountryEditor::typed()
{
    if (!m_edit->text().isEmpty())
        m_unsure->setChecked(false);
    const bool known = !m_countries->codeOf(m_edit->text()).isEmpty();
    m_message->setVisible(!known && !m_edit->text().trimmed().isEmpty());
    m_message->setText(tr("No country of that name yet: choose one from the suggestions."));
    if (known)
        Q_EMIT edited();
}

std::optional<language::Value> CountryEditor::value() const
{
    if (m_unsure->isChecked())
        return language::Unsure{};
    const QString code = m_countries->codeOf(m_edit->text());
    if (code.isEmpty())
        return std::nullopt;
    return language::Country{code};
}

void CountryEditor::setValue(const std::optional<language::Value> &value)
{
    m_message->hide();
    m_unsure->setChecked(value && std::holds_alternative<language::Unsure>(*value));
    const auto *country = value ? std::get_if<language::Country>(&*value) : nullptr;
    const int row = country ? m_countries->rowOf(country->code) : -1;
    m_edit->setText(row >= 0 ? m_countries->index(row).data().toString() : country ? country->code : QString());
}

QWidget *CountryEditor::firstField() const
{
    return m_edit;
}

} // namespace clearway::ui
