// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lawside.h"

#include "ui/look.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

LawSide::LawSide(const official::FoundPlaces &found, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"lawSide"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new Text(tr("Official text"), Text::Strong, this));
    for (const official::FoundSection &section : found.sections)
        addSection(section);
    if (!found.listPlaces.isEmpty())
        layout->addWidget(new Text(tr("In the list: %1.").arg(found.listPlaces.join(u", "_s)), Text::Muted, this));
    for (const QString &missing : found.missing) {
        auto *text = new Text(missing, Text::Body, this);
        text->setObjectName(u"missingLaw"_s);
        layout->addWidget(text);
    }
    if (found.sections.isEmpty() && found.missing.isEmpty())
        layout->addWidget(new Text(tr("The citation names no section that could be shown."), Text::Muted, this));
    if (found.missing.isEmpty() && !found.sections.isEmpty())
        return;
    auto *import = new QPushButton(tr("Import a file of the Register…"), this);
    import->setObjectName(u"importLaw"_s);
    import->setAutoDefault(true);
    import->setAccessibleDescription(tr("An Act, a regulation or an instrument as its DOCX, EPUB, HTML or PDF file"));
    layout->addWidget(import, 0, Qt::AlignLeft);
    connect(import, &QPushButton::clicked, this, &LawSide::importWanted);
}

void LawSide::addSection(const official::FoundSection &found)
{
    const official::Instrument &instrument = found.text->instrument;
    const QString compilation = official::compilationInWords(instrument);
    QString heading = instrument.title;
    if (!compilation.isEmpty())
        heading += u", "_s + compilation;
    layout()->addWidget(new Text(heading, Text::Muted, this));
    const official::LawSection *section = found.at();
    if (!section)
        return;
    if (!section->path.isEmpty())
        layout()->addWidget(new Text(official::pathInWords(*section), Text::Muted, this));
    auto *title = new Text(section->number + u"  "_s + section->heading, Text::Strong, this);
    title->setObjectName(u"lawHeading"_s);
    layout()->addWidget(title);
    for (qsizetype i = 0; i < section->lines.size(); ++i) {
        const official::LawLine &line = section->lines[i];
        const bool cited = found.cited.contains(i);
        // The mark carries it, not only the weight of the letters.
        const QString label = line.label.isEmpty() ? QString() : QString(line.label + u' ');
        auto *text =
            new Text((cited ? u"▸ "_s : QString()) + label + line.text, cited ? Text::Strong : Text::Body, this);
        text->setObjectName(cited ? u"citedLine"_s : u"lawLine"_s);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (cited)
            text->setAccessibleDescription(tr("This is what the citation means"));
        const qsizetype depth = line.place.count(u'(');
        text->setContentsMargins(int(depth > 1 ? (depth - 1) * 18 : 0), 0, 0, 0);
        layout()->addWidget(text);
    }
    layout()->addWidget(
        new Text(tr("Based on content from the Federal Register of Legislation (%1, imported %2). For the "
                    "latest information on Australian Government legislation please go to "
                    "https://www.legislation.gov.au.")
                     .arg(instrument.title, instrument.imported.toLocalTime().date().toString(Qt::ISODate)),
                 Text::Muted, this));
}

} // namespace clearway::ui
