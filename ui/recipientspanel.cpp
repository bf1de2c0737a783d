// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipientspanel.h"

#include "ui/look.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace clearway::ui {

RecipientsPanel::RecipientsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"recipients"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        new Text(tr("Who receives it? A role and a place are enough (\"co-author, Kyoto\"); names are not "
                    "needed. Everyone to whom the same answers apply can share a line."),
                 Text::Muted, this));
    layout->addLayout(m_rows);
    auto *add = new QPushButton(tr("&Add another recipient"), this);
    add->setObjectName(u"addRecipient"_s);
    add->setAccessibleName(tr("Add another recipient"));
    add->setAutoDefault(true);
    layout->addWidget(add, 0, Qt::AlignLeading | Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        flush();
        m_session.addRecipient({});
        Q_EMIT changed();
    });
    refresh();
}

void RecipientsPanel::refresh()
{
    m_names.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto &recipients = m_session.answers().recipients;
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const QString id = recipients[i].id;
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *title = new QLabel(tr("Recipient %1:").arg(i + 1), row);
        auto *name = new QLineEdit(recipients[i].title, row);
        title->setBuddy(name);
        name->setObjectName(u"recipient."_s + id);
        name->setAccessibleName(tr("Recipient %1: role and place").arg(i + 1));
        name->setPlaceholderText(tr("Role and place"));
        name->setMaxLength(120);
        name->setMaximumWidth(420);
        line->addWidget(title);
        line->addWidget(name, 1);
        m_names.append({id, name});
        connect(name, &QLineEdit::editingFinished, this, [this, id, name] {
            m_session.renameRecipient(id, name->text().trimmed());
            Q_EMIT renamed();
        });
        if (recipients.size() > 1) {
            auto *remove = new QToolButton(row);
            remove->setText(tr("Remove"));
            remove->setAutoRaise(true);
            remove->setFocusPolicy(Qt::StrongFocus);
            remove->setObjectName(u"removeRecipient."_s + id);
            remove->setAccessibleName(tr("Remove recipient %1").arg(i + 1));
            line->addWidget(remove);
            connect(remove, &QToolButton::clicked, this, [this, id] {
                m_session.removeRecipient(id);
                Q_EMIT changed();
            });
        }
        line->addStretch(1);
        m_rows->addWidget(row);
    }
}

void RecipientsPanel::flush()
{
    for (const Row &row : std::as_const(m_names))
        m_session.renameRecipient(row.id, row.name->text().trimmed());
}

} // namespace clearway::ui
