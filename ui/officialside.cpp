// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/officialside.h"

#include "ui/look.h"
#include "ui/officialtexts.h"

#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

QString OfficialSide::markedUp(const QString &wording)
{
    static const QRegularExpression marked(uR"(([\^_])([-−–+]?[\p{L}\p{N}]+))"_s);
    QString html;
    qsizetype at = 0;
    for (auto found = marked.globalMatch(wording); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString tag = match.captured(1) == "^"_L1 ? u"sup"_s : u"sub"_s;
        html += wording.sliced(at, match.capturedStart() - at).toHtmlEscaped();
        html += u'<' + tag + u'>' + match.captured(2).toHtmlEscaped() + u"</"_s + tag + u'>';
        at = match.capturedEnd();
    }
    return html + wording.sliced(at).toHtmlEscaped();
}

QString OfficialSide::sourceOf(const official::Instrument &instrument)
{
    return tr("Based on content from the Federal Register of Legislation (%1, imported %2). For the latest information "
              "on Australian Government legislation please go to https://www.legislation.gov.au.")
        .arg(instrument.title, instrument.imported.toLocalTime().date().toString(Qt::ISODate));
}

QString OfficialSide::warningOf(const official::NumberFlag &flag)
{
    return tr("⚠ Our number %1 (%2) does not occur in the official wording: compare them yourself.")
        .arg(flag.number, flag.where);
}

OfficialSide::OfficialSide(const OfficialTexts &texts, const QString &code, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"officialSide"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const auto add = [&](const QString &wording, Text::Kind kind, const QString &name) {
        auto *text = new Text({}, kind, this);
        text->setTextFormat(Qt::RichText);
        text->setText(markedUp(wording));
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setObjectName(name);
        layout->addWidget(text);
    };
    layout->addWidget(new Text(tr("Official wording"), Text::Strong, this));
    const official::OfficialEntry *entry = texts.entry(code);
    if (!entry) {
        layout->addWidget(new Text(tr("The imported text has no such position."), Text::Muted, this));
    } else {
        add(entry->wording.isEmpty() ? tr("(only what stands below it is printed)") : entry->wording, Text::Body,
            u"officialWording"_s);
        for (const official::OfficialNote &note : entry->notes)
            add(note.text, Text::Muted, u"officialNote"_s);
    }
    const QList<official::NumberFlag> flags = texts.flags(code);
    for (const official::NumberFlag &flag : flags) {
        auto *warning = new Text(warningOf(flag), Text::Strong, this);
        warning->setObjectName(u"flaggedNumber"_s);
        layout->addWidget(warning);
    }
    if (const official::Instrument *instrument = texts.instrument())
        layout->addWidget(new Text(sourceOf(*instrument), Text::Muted, this));
    layout->addStretch(1);
}

} // namespace clearway::ui
