// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/termtext.h"

#include <QCursor>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static QString linkPrefix()
{
    return u"term:"_s;
}

QString TermText::linked(const QString &text, const QList<language::TermUse> &uses)
{
    QString html;
    qsizetype at = 0;
    for (const language::TermUse &use : uses) {
        html += text.sliced(at, use.start - at).toHtmlEscaped();
        html += u"<a href=\""_s + linkPrefix() + QString::number(use.definition) + u"\">"_s
                + text.sliced(use.start, use.length).toHtmlEscaped() + u"</a>"_s;
        at = use.start + use.length;
    }
    return html + text.sliced(at).toHtmlEscaped();
}

QString TermText::explained(const language::Definition &definition)
{
    QString text = u"<p><b>"_s + definition.term.toHtmlEscaped() + u"</b><br>"_s + definition.text.toHtmlEscaped();
    if (!definition.verified)
        text += u' ' + tr("(not verified)");
    return text + u"<br><i>"_s + definition.cite.toHtmlEscaped() + u"</i></p>"_s;
}

TermText::TermText(const QString &text, Kind kind, const language::Entry &entry, const language::DefinedTerms &terms,
                   const language::RuleBook &rules, QWidget *parent)
    : Text({}, kind, parent)
    , m_rules(rules)
{
    const QList<language::TermUse> uses = terms.in(text, entry.category, entry.code);
    if (uses.isEmpty()) {
        setText(text);
        return;
    }
    setTextFormat(Qt::RichText);
    setText(linked(text, uses));
    setAccessibleName(text);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkHovered, this, [this](const QString &link) { show(link, QCursor::pos()); });
    connect(this, &QLabel::linkActivated, this,
            [this](const QString &link) { show(link, mapToGlobal(QPoint(0, height()))); });
}

void TermText::show(const QString &link, const QPoint &at)
{
    bool isNumber = false;
    const qsizetype index = link.startsWith(linkPrefix()) ? link.sliced(linkPrefix().size()).toLongLong(&isNumber) : -1;
    if (!isNumber || index >= m_rules.definitions.size()) {
        QToolTip::hideText();
        return;
    }
    // As long as it takes to read: a definition is a paragraph.
    constexpr int longEnough = 60'000;
    QToolTip::showText(at, explained(m_rules.definitions[index]), this, {}, longEnough);
}

} // namespace clearway::ui
