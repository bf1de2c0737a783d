// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importbar.h"

#include "ui/officialtexts.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace clearway::ui {

ImportBar::ImportBar(OfficialTexts &texts, QWidget *parent)
    : Panel(parent)
    , m_texts(texts)
    , m_message(new Text({}, Text::Body, this))
    , m_progress(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"importBar"_s);
    m_message->setObjectName(u"importMessage"_s);
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("Import of the official text"));
    m_progress->setRange(0, 100);
    m_button->setObjectName(u"importButton"_s);
    m_button->setAutoDefault(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 8, 12, 8);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    hide();
    connect(&m_texts, &OfficialTexts::progress, this, &ImportBar::showProgress);
    connect(&m_texts, &OfficialTexts::finished, this, &ImportBar::showEnd);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_texts.isImporting())
            m_texts.cancel();
        else
            hide();
    });
}

void ImportBar::showProgress(int percent)
{
    m_progress->setValue(percent);
    if (isVisible() && !m_progress->isHidden())
        return;
    m_message->setText(tr("Importing the official text…"));
    m_button->setText(tr("&Cancel"));
    m_button->setAccessibleName(tr("Cancel the import of the official text"));
    m_progress->show();
    show();
    announce(m_message, m_message->text());
}

void ImportBar::showEnd(const QString &message, bool failed)
{
    setBar(failed ? outcomeColor(reasoning::Outcome::PermitLikelyRequired, palette()) : QColor());
    m_message->setText(message);
    m_button->setText(tr("Cl&ose"));
    m_button->setAccessibleName(tr("Close the message about the import"));
    m_progress->hide();
    show();
    announce(m_message, message);
}

} // namespace clearway::ui
