// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/quantityeditor.h"

#include "ui/look.h"
#include "ui/models/quantityreading.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

QuantityEditor::QuantityEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent)
    : AnswerEditor(parent)
    , m_rules(&rules)
    , m_kind(fact.unitKind)
    , m_edit(new QLineEdit(this))
    , m_unit(new QComboBox(this))
    , m_unsure(new QCheckBox(tr("Not sure"), this))
    , m_message(new Text({}, Text::Muted, this))
{
    m_edit->setObjectName(u"number"_s);
    m_edit->setAccessibleName(fact.prompt);
    m_edit->setAccessibleDescription(fact.measure);
    m_edit->setMaximumWidth(220);
    m_edit->setPlaceholderText(tr("A number"));
    m_unit->setObjectName(u"unit"_s);
    m_unit->setAccessibleName(tr("Unit of: %1").arg(fact.prompt));
    for (const language::Unit &unit : rules.units.unitsOf(m_kind))
        m_unit->addItem(unit.name == "1"_L1 ? tr("(a plain number)") : unit.name, unit.name);
    m_unit->setCurrentIndex(qMax(0, m_unit->findData(fact.defaultUnit)));
    m_unit->setVisible(m_unit->count() > 0);
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(tr("Not sure"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_edit, 1);
    line->addWidget(m_unit);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addLayout(line);
    layout->addWidget(m_message);
    if (!fact.measure.isEmpty())
        layout->addWidget(new Text(fact.measure, Text::Muted, this));
    layout->addWidget(m_unsure);
    m_message->hide();
    connect(m_edit, &QLineEdit::textEdited, this, &QuantityEditor::typed);
    connect(m_edit, &QLineEdit::editingFinished, this, &AnswerEditor::flush);
    connect(m_unit, &QComboBox::activated, this, &QuantityEditor::typed);
    connect(m_unsure, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            m_edit->clear();
        show();
        Q_EMIT edited();
    });
}

std::expected<language::Quantity, QString> QuantityEditor::parsed() const
{
    // A bare number takes the unit beside it; what has letters of its own is read as it stands.
    return readQuantity(m_edit->text(), m_kind, m_unit->currentData().toString(), m_rules->units);
}

void QuantityEditor::show()
{
    const bool empty = m_edit->text().trimmed().isEmpty();
    m_message->setVisible(!empty);
    if (empty)
        return;
    const auto quantity = parsed();
    if (!quantity) {
        m_message->setText(quantity.error());
        return;
    }
    m_message->setText(tr("Read as %1").arg(m_rules->units.format(*quantity, m_unit->currentData().toString())));
}

void QuantityEditor::typed()
{
    if (!m_edit->text().isEmpty())
        m_unsure->setChecked(false);
    show();
    if (!m_edit->text().trimmed().isEmpty() && parsed())
        editedSoon();
}

std::optional<language::Value> QuantityEditor::value() const
{
    if (m_unsure->isChecked())
        return language::Unsure{};
    if (m_edit->text().trimmed().isEmpty())
        return std::nullopt;
    if (const auto quantity = parsed())
        return *quantity;
    return std::nullopt;
}

void QuantityEditor::setValue(const std::optional<language::Value> &value)
{
    m_unsure->setChecked(value && std::holds_alternative<language::Unsure>(*value));
    const auto *quantity = value ? std::get_if<language::Quantity>(&*value) : nullptr;
    // Spelled as it was written: "3 GHz" is not turned into hertz on the way.
    m_edit->setText(!quantity                     ? QString()
                    : quantity->written.isEmpty() ? m_rules->units.format(*quantity)
                                                  : quantity->written);
    show();
}

QWidget *QuantityEditor::firstField() const
{
    return m_edit;
}

} // namespace clearway::ui
