// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "yamlrules.h"

#include "catalogue/compiler/compile.h"
#include "catalogue/store/vocabulary.h"

using namespace Qt::StringLiterals;

namespace clearway::testing {

static void print(const QList<language::SourceError> &errors)
{
    for (const language::SourceError &error : errors)
        qCritical().noquote() << error.toText();
}

language::RuleBook rulesFrom(const QByteArray &yaml)
{
    auto rules = compiler::compile({{u"small.yaml"_s, yaml}});
    if (!rules) {
        print(rules.error());
        qFatal("the small rule book does not compile");
    }
    return std::move(*rules);
}

QByteArray doctored(const QByteArray &yaml, const QByteArray &piece, const QByteArray &by)
{
    if (yaml.count(piece) != 1)
        qFatal("the small rule book has the piece %s %d times", piece.constData(), int(yaml.count(piece)));
    return QByteArray(yaml).replace(piece, by);
}

language::ConditionPtr conditionFrom(const QString &text, const language::RuleBook &rules)
{
    const store::RuleBookVocabulary vocabulary(rules);
    const auto condition = language::parseCondition(text, vocabulary);
    if (!condition) {
        print(condition.error());
        qFatal("no condition: %s", qPrintable(text));
    }
    return *condition;
}

} // namespace clearway::testing
