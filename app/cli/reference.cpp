// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reference.h"

#include "app/cli/command.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using language::Definition;
using language::Entry;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

QJsonArray termsJson(const Entry &entry, const RuleBook &rules)
{
    const language::DefinedTerms terms(rules);
    QMap<qsizetype, QJsonArray> uses;
    QList<qsizetype> order;
    for (const language::EntryText &text : language::textsOf(entry, rules)) {
        for (const language::TermUse &use : terms.in(text.text, entry.category, entry.code)) {
            if (!order.contains(use.definition))
                order.append(use.definition);
            uses[use.definition].append(
                QJsonObject{{u"in"_s, text.place}, {u"start"_s, use.start}, {u"length"_s, use.length}});
        }
    }
    QJsonArray array;
    for (const qsizetype definition : std::as_const(order))
        array.append(QJsonObject{{u"term"_s, rules.definitions[definition].term}, {u"uses"_s, uses[definition]}});
    return array;
}

void sayTerms(const Entry &entry, const RuleBook &rules)
{
    QStringList names;
    const language::DefinedTerms terms(rules);
    for (const Definition *definition : language::termsOf(entry, rules, terms))
        names.append(definition->term);
    if (!names.isEmpty())
        say(Text::tr("Defined terms (\"clearway-cli term WORD\"): %1").arg(names.join(u", "_s)));
}

QJsonArray equivalentsJson(const Entry &entry, const RuleBook &rules)
{
    QJsonArray array;
    if (entry.reserved)
        return array;
    for (const language::Equivalent &equivalent : language::equivalentsOf(entry.code, rules))
        array.append(
            QJsonObject{{u"list"_s, equivalent.list->id},
                        {u"title"_s, equivalent.list->title},
                        {u"edition"_s, equivalent.list->edition},
                        {u"for"_s, equivalent.of},
                        {u"number"_s, equivalent.number.isEmpty() ? QJsonValue() : QJsonValue(equivalent.number)},
                        {u"note"_s, equivalent.note},
                        {u"verified"_s, equivalent.verified},
                        {u"same_text"_s, false}});
    return array;
}

void sayEquivalents(const Entry &entry, const RuleBook &rules)
{
    const QList<language::Equivalent> equivalents = language::equivalentsOf(entry.code, rules);
    if (equivalents.isEmpty() || entry.reserved)
        return;
    say(Text::tr("Abroad (cross-references, not the same text):"));
    for (const language::Equivalent &equivalent : equivalents) {
        QString number = equivalent.number.isEmpty()   ? Text::tr("none")
                         : equivalent.of == entry.code ? equivalent.number
                                                       : Text::tr("%1 (for %2)").arg(equivalent.number, equivalent.of);
        if (!equivalent.verified)
            number = Text::tr("%1, unverified").arg(number);
        say(u"  %1: %2. %3"_s.arg(equivalent.list->title, number, equivalent.note));
    }
}

} // namespace clearway::cli
