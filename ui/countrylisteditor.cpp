// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/countrylisteditor.h"

#include "ui/messageline.h"
#include "ui/models/countrymodel.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace clearway::ui {

CountryListEditor::CountryListEditor(const QMap<QString, QString> &countries, QWidget *parent)
    : QWidget(parent)
    , m_countries(new CountryModel(countries, this))
    , m_list(new QListWidget(this))
    , m_edit(new QLineEdit(this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_message(new MessageLine(u"countryMessage"_s, this))
{
    m_list->setObjectName(u"groupCountries"_s);
    m_list->setAccessibleName(tr("Countries of this list"));
    m_list->setSortingEnabled(true);
    m_edit->setObjectName(u"addedCountry"_s);
    m_edit->setAccessibleName(tr("Country to be added"));
    m_edit->setPlaceholderText(tr("Type a country"));
    m_edit->setMaximumWidth(420);
    auto *completer = new QCompleter(m_countries, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    auto *add = new QPushButton(tr("&Add"), this);
    add->setObjectName(u"addCountry"_s);
    add->setAutoDefault(true);
    m_remove->setObjectName(u"removeCountry"_s);
    m_remove->setAutoDefault(true);
    m_remove->setEnabled(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_edit, 1);
    line->addWidget(add);
    line->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addLayout(line);
    layout->addWidget(m_message);
    connect(add, &QPushButton::clicked, this, &CountryListEditor::add);
    connect(m_edit, &QLineEdit::returnPressed, this, &CountryListEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &CountryListEditor::removeChosen);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
}

void CountryListEditor::put(const QString &code)
{
    const int row = m_countries->rowOf(code);
    auto *item = new QListWidgetItem(row < 0 ? code : m_countries->index(row).data().toString());
    item->setData(CountryModel::CodeRole, code);
    m_list->addItem(item);
}

void CountryListEditor::setCodes(const QStringList &codes)
{
    m_list->clear();
    for (const QString &code : codes)
        put(code);
}

QStringList CountryListEditor::codes() const
{
    QStringList codes;
    for (int row = 0; row < m_list->count(); ++row)
        codes.append(m_list->item(row)->data(CountryModel::CodeRole).toString());
    codes.sort();
    return codes;
}

void CountryListEditor::add()
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        return;
    const QString code = m_countries->codeOf(typed);
    if (code.isEmpty() || codes().contains(code)) {
        m_message->say(code.isEmpty() ? tr("There is no country \"%1\": choose one from the suggestions.").arg(typed)
                                      : tr("It is in the list already."),
                       true);
        return;
    }
    m_message->say({});
    put(code);
    m_edit->clear();
    Q_EMIT edited();
}

void CountryListEditor::removeChosen()
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    qDeleteAll(chosen);
    m_message->say({});
    if (!chosen.isEmpty())
        Q_EMIT edited();
}

} // namespace clearway::ui
