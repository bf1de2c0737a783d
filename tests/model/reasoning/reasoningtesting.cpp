// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasoningtesting.h"

#include "catalogue/compiler/compile.h"
#include "catalogue/compiler/sources.h"
#include "model/reasoning/answersjson.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace clearway::testing {

static language::RuleBook compiled()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    if (!sources) {
        for (const language::SourceError &error : sources.error())
            qCritical().noquote() << error.toText();
        qFatal("the catalogue cannot be read");
    }
    const auto rules = compiler::compile(*sources);
    if (!rules) {
        for (const language::SourceError &error : rules.error())
            qCritical().noquote() << error.toText();
        qFatal("the catalogue does not compile");
    }
    return *rules;
}

const language::RuleBook &catalogue()
{
    static const language::RuleBook rules = compiled();
    return rules;
}

const reasoning::PreparedRules &prepared()
{
    static const reasoning::PreparedRules rules(catalogue());
    return rules;
}

QJsonObject readObject(const QString &file)
{
    QFile in(QStringLiteral(CLEARWAY_TEST_DATA "/") + file);
    if (!in.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(in.fileName()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(in.readAll(), &error);
    if (!document.isObject())
        qFatal("%s holds no JSON object: %s", qPrintable(file), qPrintable(error.errorString()));
    return document.object();
}

reasoning::Answers answersOf(const QJsonObject &json, const QString &origin)
{
    const auto answers = reasoning::readAnswers(QJsonDocument(json).toJson(), catalogue());
    if (!answers) {
        for (const reasoning::InputError &error : answers.error())
            qCritical().noquote() << error.toText(origin);
        qFatal("these answers cannot be read");
    }
    return *answers;
}

reasoning::Answers put(reasoning::Answers answers, QDate on, const QString &law)
{
    answers.on = law.isEmpty() ? on : QDate();
    answers.law = law;
    return answers;
}

static QString certaintyName(reasoning::Certainty certainty)
{
    return certainty == reasoning::Certainty::Certain ? u"certain"_s : u"possible"_s;
}

QStringList requirementsOf(const reasoning::Conclusion &conclusion)
{
    QStringList result;
    for (const reasoning::RequirementFinding &found : conclusion.requirements)
        result.append(found.requirement.kind + u' ' + found.provision + u' ' + certaintyName(found.certainty));
    result.sort();
    result.removeDuplicates();
    return result;
}

QStringList certainDutiesOf(const reasoning::Conclusion &conclusion)
{
    QStringList result;
    for (const reasoning::DutyFinding &found : conclusion.duties) {
        if (found.certainty == reasoning::Certainty::Certain)
            result.append(found.duty.id);
    }
    return result;
}

QStringList warningsOf(const reasoning::Conclusion &conclusion)
{
    QStringList result;
    for (const reasoning::WarningFinding &found : conclusion.warnings)
        result.append(found.warning.id);
    return result;
}

QString described(const reasoning::Answers &answers)
{
    QStringList parts{answers.law.isEmpty() ? answers.on.toString(Qt::ISODate) : u"law "_s + answers.law};
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        const auto fact = catalogue().facts.constFind(it.key().fact);
        QString part = it.key().fact + u'@' + it.key().holder;
        if (it.key().point >= 0)
            part += u'#' + QString::number(it.key().point);
        if (fact != catalogue().facts.cend())
            part += u'=' + reasoning::valueToText(it->value, *fact, catalogue());
        parts.append(part);
    }
    return parts.join(u"; "_s);
}

} // namespace clearway::testing
