// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/worksheettext.h"
#include "model/assessment/worksheetjson.h"
#include "model/classification/worksheetwords.h"
#include "model/reasoning/answersjson.h"
#include "model/reasoning/evaluation.h"
#include "model/reasoning/proof.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using reasoning::Proof;
using reasoning::Truth;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString truthName(Truth truth)
{
    return truth == Truth::True ? u"true"_s : truth == Truth::False ? u"false"_s : u"unknown"_s;
}

QJsonObject proofJson(const Proof &proof)
{
    QJsonObject object{{u"title"_s, proof.title}, {u"value"_s, truthName(proof.truth)}};
    if (!proof.id.isEmpty())
        object["id"_L1] = proof.id;
    if (!proof.detail.isEmpty())
        object["detail"_L1] = proof.detail;
    QJsonArray children;
    for (const Proof &child : proof.children)
        children.append(proofJson(child));
    if (!children.isEmpty())
        object["children"_L1] = children;
    return object;
}

QString itemId(const QJsonObject &item)
{
    const bool isWhole = item.contains("facts"_L1) || item.contains("points"_L1);
    return isWhole && item["id"_L1].isString() ? item["id"_L1].toString() : u"item"_s;
}

/// The item among answers, its own text untouched and on its own lines, so that errors name the line in the file.
QByteArray wrapped(const QByteArray &text, const QJsonObject &item)
{
    QByteArray inner = text;
    if (!item.contains("facts"_L1) && !item.contains("points"_L1))
        inner = R"({"id":"item","facts":)" + text + '}';
    else if (!item.contains("id"_L1))
        inner.insert(inner.indexOf('{') + 1, R"("id":"item",)");
    const QJsonArray ids{itemId(item)};
    return R"({"activities":[{"id":"check","items":)" + QJsonDocument(ids).toJson(QJsonDocument::Compact)
           + R"(}],"items":[)" + inner + "]}";
}

} // namespace

int check(const Command &command)
{
    const QString form = u"check CODE ITEM.json [--whole] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s, u"whole"_s}, {}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 2) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const language::RuleBook &rules = opened->rules();
    QString code = parsed->rest.first();
    while (code.endsWith(u'.'))
        code.chop(1);
    const qsizetype dot = code.indexOf(u'.');
    code = dot < 0 ? code.toUpper() : code.left(dot).toUpper() + code.mid(dot).toLower();
    if (!rules.entries.contains(code)) {
        complain(Text::tr("%1: the catalogue holds no such code; \"clearway-cli entries\" lists those that it holds")
                     .arg(parsed->rest.first()));
        return BadInput;
    }
    const QString &path = parsed->rest.last();
    const auto bytes = readInput(path, 20 * 1024 * 1024);
    if (!bytes)
        return bytes.error();

    // ITEM.json is one item as in ANSWERS.json: {"facts": …, "points": […]}, or its facts alone.
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (!document.isObject()) {
        complain(Text::tr("%1:%2: this is no JSON object (%3); expected {\"facts\": {fact: value, …}}")
                     .arg(path)
                     .arg(bytes->left(error.offset).count('\n') + 1)
                     .arg(error.errorString()));
        return BadInput;
    }
    const auto answers = reasoning::readAnswers(wrapped(*bytes, document.object()), rules);
    if (!answers) {
        for (reasoning::InputError problem : answers.error()) {
            if (problem.path.startsWith("/items/0"_L1))
                problem.path.remove(0, 8);
            complain(problem.toText(path));
        }
        return BadInput;
    }
    const language::LawState *state = rules.states.isEmpty() ? nullptr : &rules.states.last();
    const reasoning::Context context{&rules, state, &*answers, {u"check"_s, itemId(document.object()), {}}, -1};
    const Truth truth = reasoning::evaluateEntry(code, context);
    const classification::Worksheet sheet = classification::worksheetOf(code, context);
    if (parsed->has(u"json"_s)) {
        printJson(QJsonObject{{u"code"_s, code},
                              {u"value"_s, truthName(truth)},
                              {u"proof"_s, proofJson(reasoning::proveEntry(code, context))},
                              {u"worksheet"_s, assessment::worksheetToJson(sheet, rules)}});
        return Done;
    }
    const QString because = classification::reasonToReject(sheet);
    say(truth == Truth::True ? Text::tr("%1 is met").arg(code)
        : truth == Truth::False
            ? Text::tr("%1 is not met").arg(code) + (because.isEmpty() ? QString() : u": "_s + because)
            : Text::tr("%1: not known yet").arg(code));
    // What decides and what is still open; the rest where it is asked for.
    printWorksheet(parsed->has(u"whole"_s) ? sheet : classification::essence(sheet));
    return Done;
}

} // namespace clearway::cli
