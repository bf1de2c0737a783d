// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "catalogue/language/definedterms.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using language::Definition;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QJsonObject toJson(const Definition &definition)
{
    return {{u"term"_s, definition.term},
            {u"also"_s, QJsonArray::fromStringList(definition.forms)},
            {u"text"_s, definition.text},
            {u"applies_to"_s,
             definition.appliesTo.isEmpty() ? QJsonArray{u"all"_s} : QJsonArray::fromStringList(definition.appliesTo)},
            {u"cite"_s, definition.cite},
            {u"references"_s, QJsonArray::fromStringList(definition.references)},
            {u"verified"_s, definition.verified}};
}

QString scopeOf(const Definition &definition)
{
    return definition.appliesTo.isEmpty() ? Text::tr("everywhere") : definition.appliesTo.join(u", "_s);
}

void print(const Definition &definition)
{
    say(definition.term);
    if (!definition.forms.isEmpty())
        say(Text::tr("Also: %1").arg(definition.forms.join(u", "_s)));
    say(definition.text);
    say(Text::tr("Applies to: %1").arg(scopeOf(definition)));
    say(definition.verified ? Text::tr("From: %1").arg(definition.cite)
                            : Text::tr("From: %1 (unverified)").arg(definition.cite));
    if (!definition.references.isEmpty())
        say(Text::tr("See also: %1").arg(definition.references.join(u", "_s)));
}

} // namespace

int terms(const Command &command)
{
    const QString form = u"terms [--category ID] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"category"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const RuleBook &rules = opened->rules();
    const QString category = parsed->value(u"category"_s);
    if (parsed->has(u"category"_s) && !rules.category(category)) {
        QStringList known;
        for (const language::Category &one : rules.categories)
            known.append(one.id);
        complain(Text::tr("there is no category \"%1\"; expected one of %2").arg(category, known.join(u", "_s)));
        return Usage;
    }
    QJsonArray array;
    for (const Definition &definition : rules.definitions) {
        if (!category.isEmpty() && !language::appliesTo(definition, category))
            continue;
        if (parsed->has(u"json"_s))
            array.append(toJson(definition));
        else
            say(u"%1  (%2)"_s.arg(definition.term, scopeOf(definition)));
    }
    if (parsed->has(u"json"_s))
        printJson(array);
    return Done;
}

int term(const Command &command)
{
    const QString form = u"term WORD [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.isEmpty()) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const QString word = parsed->rest.join(u' ');
    const language::DefinedTerms terms(opened->rules());
    const QList<const Definition *> found = terms.of(word);
    if (found.isEmpty()) {
        complain(Text::tr("the catalogue defines no term \"%1\"; \"clearway-cli terms\" lists those that it does")
                     .arg(word));
        return BadInput;
    }
    QJsonArray array;
    for (const Definition *definition : found) {
        if (parsed->has(u"json"_s)) {
            array.append(toJson(*definition));
            continue;
        }
        if (definition != found.first())
            say({});
        print(*definition);
    }
    if (parsed->has(u"json"_s))
        printJson(array);
    return Done;
}

} // namespace clearway::cli
