// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "model/classification/calibration.h"
#include "model/classification/suggester.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using classification::FigureFinding;
using classification::Suggestion;
using classification::Suggestions;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qint64 largestInput = 50'000'000; // bytes

QJsonObject evidenceJson(const FigureFinding &figure, const language::RuleBook &rules)
{
    return {{u"kind"_s, u"figure"_s},
            {u"text"_s, figure.written},
            {u"code"_s, figure.code},
            {u"parameter"_s, figure.fact},
            {u"op"_s, language::comparisonSign(figure.comparison)},
            {u"limit"_s, rules.units.format(figure.limit)},
            {u"met"_s, figure.met}};
}

QJsonObject suggestionJson(const Suggestion &suggestion, const language::RuleBook &rules)
{
    QJsonArray evidence;
    for (const FigureFinding &figure : suggestion.figures)
        evidence.append(evidenceJson(figure, rules));
    for (const QString &expression : suggestion.expressions)
        evidence.append(QJsonObject{{u"kind"_s, u"expression"_s}, {u"text"_s, expression}});
    for (const QString &word : suggestion.words)
        evidence.append(QJsonObject{{u"kind"_s, u"word"_s}, {u"text"_s, word}});
    return {{u"code"_s, suggestion.code},
            {u"position"_s, suggestion.position},
            {u"title"_s, rules.entries.value(suggestion.code).title},
            {u"score"_s, suggestion.score},
            {u"evidence"_s, evidence}};
}

QJsonObject json(const Suggestions &found, const language::RuleBook &rules, bool features)
{
    QJsonArray suggestions;
    for (const Suggestion &suggestion : found.suggestions)
        suggestions.append(suggestionJson(suggestion, rules));
    QJsonObject object{{u"flagged"_s, found.flagged}, {u"likeness"_s, found.likeness}, {u"suggestions"_s, suggestions}};
    if (features) {
        QJsonArray values;
        for (const double value : found.features.value)
            values.append(value);
        object["features"_L1] = values;
    }
    return object;
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 0);
}

void print(const Suggestions &found, const language::RuleBook &rules)
{
    say(found.flagged ? Text::tr("Something on the list may look like this:")
                      : Text::tr("Nothing on the list looks much like this. The nearest:"));
    for (const Suggestion &suggestion : found.suggestions) {
        say(u"  %1  %2"_s.arg(suggestion.code, rules.entries.value(suggestion.code).title));
        if (!suggestion.expressions.isEmpty() || !suggestion.words.isEmpty())
            say(u"      "_s + Text::tr("words: %1").arg((suggestion.expressions + suggestion.words).join(u", "_s)));
        for (const FigureFinding &figure : suggestion.figures) {
            const QString limit = language::comparisonSign(figure.comparison) + u' ' + rules.units.format(figure.limit);
            say(u"      "_s
                + (figure.met ? Text::tr("%1 meets %2 (%3 of %4)") : Text::tr("%1 does not meet %2 (%3 of %4)"))
                      .arg(figure.written, limit, figure.fact, figure.code));
        }
    }
    const classification::Calibration &measured = classification::calibration();
    say(Text::tr("This helps to look in the right place and is no evidence that something is not listed: of %1 "
                 "descriptions of listed things %2 % were not flagged (95 % interval %3 to %4 %).")
            .arg(measured.missed.of)
            .arg(percent(measured.missed.share), percent(measured.missed.from), percent(measured.missed.to)));
}

/// One line of labelled texts, answered; what is wrong with it otherwise.
std::expected<QJsonObject, QString> answerLine(const QByteArray &line, const classification::Suggester &suggester,
                                               const language::RuleBook &rules, int limit, bool features)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    if (error.error != QJsonParseError::NoError || object.isEmpty())
        return std::unexpected(Text::tr("this is no JSON object; expected {\"id\": …, \"text\": …}"));
    if (!object["text"_L1].isString())
        return std::unexpected(Text::tr("\"text\" is missing; expected {\"id\": …, \"text\": …}"));
    QJsonObject answer = json(suggester.suggest(object["text"_L1].toString(), limit), rules, features);
    answer["id"_L1] = object["id"_L1];
    return answer;
}

int answerLines(const QString &path, const classification::Suggester &suggester, const language::RuleBook &rules,
                int limit, bool features)
{
    const auto bytes = readInput(path, largestInput);
    if (!bytes)
        return bytes.error();
    int status = Done;
    int number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto answer = answerLine(line, suggester, rules, limit, features);
        if (answer) {
            say(QString::fromUtf8(QJsonDocument(*answer).toJson(QJsonDocument::Compact)));
        } else {
            complain(u"%1:%2: %3"_s.arg(path).arg(number).arg(answer.error()));
            status = BadInput;
        }
    }
    return status;
}

} // namespace

int suggest(const Command &command)
{
    const QString form = u"suggest (--text TEXT | --jsonl FILE) [--limit N] [--features] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s, u"features"_s}, {u"text"_s, u"jsonl"_s, u"limit"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    if (parsed->has(u"text"_s) == parsed->has(u"jsonl"_s)) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    bool ok = true;
    const int limit = parsed->has(u"limit"_s) ? parsed->value(u"limit"_s).toInt(&ok) : 10;
    if (!ok || limit < 1 || limit > 1000) {
        complain(Text::tr("--limit is \"%1\"; expected a number from 1 to 1000").arg(parsed->value(u"limit"_s)));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const auto thesaurus = opened->thesaurus();
    if (!thesaurus) {
        complain(thesaurus.error().detail);
        return Storage;
    }
    const language::RuleBook &rules = opened->rules();
    const classification::Suggester suggester(rules, *thesaurus);
    if (parsed->has(u"jsonl"_s))
        return answerLines(parsed->value(u"jsonl"_s), suggester, rules, limit, parsed->has(u"features"_s));
    QString text = parsed->value(u"text"_s);
    if (text == "-"_L1) {
        const auto bytes = readInput(text, largestInput);
        if (!bytes)
            return bytes.error();
        text = QString::fromUtf8(*bytes);
    }
    const Suggestions found = suggester.suggest(text, limit);
    if (parsed->has(u"json"_s))
        printJson(json(found, rules, parsed->has(u"features"_s)));
    else
        print(found, rules);
    return Done;
}

} // namespace clearway::cli
