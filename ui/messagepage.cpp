// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagepage.h"

#include "ui/look.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

MessagePage::MessagePage(const QString &title, const QString &what, const QStringList &whatToDo, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"messagePage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 36, 40, 24);
    layout->setSpacing(12);
    auto *content = new QWidget(this);
    content->setMaximumWidth(720);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *heading = new Text(title, Text::Title, content);
    heading->setObjectName(u"messageTitle"_s);
    column->addWidget(heading);
    auto *text = new Text(what, Text::Body, content);
    text->setObjectName(u"messageText"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text);
    if (!whatToDo.isEmpty())
        column->addWidget(new Text(tr("What to do"), Text::Heading, content));
    for (const QString &step : whatToDo) {
        auto *line = new QHBoxLayout;
        line->addWidget(new QLabel(u"•"_s, content), 0, Qt::AlignTop);
        line->addWidget(new Text(step, Text::Body, content), 1);
        column->addLayout(line);
    }
    auto *close = new QPushButton(tr("&Close"), content);
    close->setObjectName(u"closeWindow"_s);
    close->setAccessibleName(tr("Close Clearway"));
    close->setAutoDefault(true);
    column->addSpacing(8);
    column->addWidget(close, 0, Qt::AlignLeading | Qt::AlignLeft);
    connect(close, &QPushButton::clicked, this, [this] { window()->close(); });
    layout->addWidget(content);
    layout->addStretch(1);
}

} // namespace clearway::ui
