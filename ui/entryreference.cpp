// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entryreference.h"

#include "catalogue/language/equivalents.h"
#include "ui/termtext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

EntryReference::EntryReference(const language::Entry &entry, const language::RuleBook &rules,
                               const language::DefinedTerms &terms, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QStringList names;
    for (const language::Definition *definition : language::termsOf(entry, rules, terms))
        names.append(definition->term);
    if (!names.isEmpty()) {
        auto *defined =
            new TermText(tr("Defined terms: %1").arg(names.join(u"; "_s)), Text::Muted, entry, terms, rules, this);
        defined->setObjectName(u"definedTerms"_s);
        layout->addWidget(defined);
        m_empty = false;
    }
    if (!entry.references.isEmpty()) {
        QStringList links;
        for (const QString &code : entry.references) {
            const QString title = rules.entries.value(code).title;
            links.append(rules.entries.contains(code)
                             ? u"<a href=\"%1\">%1</a> %2"_s.arg(code.toHtmlEscaped(), title.toHtmlEscaped())
                             : code.toHtmlEscaped());
        }
        auto *related = new Text({}, Text::Body, this);
        related->setObjectName(u"relatedEntries"_s);
        related->setTextFormat(Qt::RichText);
        related->setAccessibleName(tr("Related entries of %1").arg(entry.code));
        related->setText(tr("See also:") + u"<br>"_s + links.join(u"<br>"_s));
        related->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(related, &QLabel::linkActivated, this, &EntryReference::openOther);
        layout->addWidget(related);
        m_empty = false;
    }
    QStringList abroad;
    for (const language::Equivalent &equivalent : language::equivalentsOf(entry.code, rules)) {
        const QString number = equivalent.number.isEmpty() ? tr("nothing by rule") : equivalent.number;
        const QString edition = equivalent.list->edition.isEmpty() ? QString() : u", "_s + equivalent.list->edition;
        QString line = u"%1%2: %3"_s.arg(equivalent.list->title, edition, number);
        if (!equivalent.note.isEmpty())
            line += u" ("_s + equivalent.note + u')';
        if (!equivalent.verified)
            line += u' ' + tr("(not verified)");
        abroad.append(line);
    }
    if (!abroad.isEmpty()) {
        auto *numbers = new Text(tr("Abroad (cross-references; the texts differ):") + u'\n' + abroad.join(u'\n'),
                                 Text::Muted, this);
        numbers->setObjectName(u"numbersAbroad"_s);
        numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(numbers);
        m_empty = false;
    }
}

} // namespace clearway::ui
