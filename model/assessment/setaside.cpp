// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/setaside.h"

#include "model/reasoning/answersjson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::FactDefinition;
using language::RuleBook;
using language::Scope;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssessmentFile)
};

const FactDefinition *factNamed(const QString &name, Scope scope, const RuleBook &rules)
{
    auto at = rules.facts.constFind(name);
    if (at == rules.facts.cend())
        at = rules.facts.constFind(language::scopeName(scope) + u'.' + name);
    if (at == rules.facts.cend() && scope == Scope::Point) // a point may answer a fact of its item
        at = rules.facts.constFind(language::scopeName(Scope::Item) + u'.' + name);
    return at == rules.facts.cend() ? nullptr : &at.value();
}

bool isUnderstood(const QJsonValue &json, const FactDefinition &fact, const RuleBook &rules)
{
    const QJsonValue value = json.isObject() ? json.toObject().value("value"_L1) : json;
    return value == QJsonValue("unsure"_L1) || reasoning::valueFromJson(value, fact, rules).has_value();
}

class Sieve {
public:
    Sieve(const RuleBook &rules, QList<SetAside> &setAside)
        : m_rules(rules)
        , m_setAside(setAside)
    {}

    // Anything but an object is left as it is: readAnswers() says what is wrong with it.
    QJsonValue facts(const QJsonValue &json, Scope scope, const QString &path)
    {
        if (!json.isObject())
            return json;
        QJsonObject kept;
        const QJsonObject all = json.toObject();
        for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
            const FactDefinition *fact = factNamed(it.key(), scope, m_rules);
            if (!fact)
                m_setAside.append(
                    {path + u'/' + it.key(), it.key(), it.value(), Words::tr("this catalogue has no such question")});
            else if (!isUnderstood(it.value(), *fact, m_rules))
                m_setAside.append({path + u'/' + it.key(), fact->id, it.value(),
                                   Words::tr("this catalogue does not know that answer")});
            else
                kept.insert(it.key(), it.value());
        }
        return kept;
    }

    QJsonValue holders(const QJsonValue &json, Scope scope, const QString &path)
    {
        if (!json.isArray())
            return json;
        QJsonArray kept;
        const QJsonArray all = json.toArray();
        for (qsizetype i = 0; i < all.size(); ++i)
            kept.append(holder(all.at(i), scope, path + u'/' + QString::number(i)));
        return kept;
    }

private:
    QJsonValue holder(const QJsonValue &json, Scope scope, const QString &path)
    {
        if (!json.isObject())
            return json;
        QJsonObject kept = json.toObject();
        if (kept.contains("facts"_L1))
            kept.insert("facts"_L1, facts(kept.value("facts"_L1), scope, path + u"/facts"_s));
        if (kept.value("points"_L1).isArray()) {
            QJsonArray points;
            const QJsonArray all = kept.value("points"_L1).toArray();
            for (qsizetype i = 0; i < all.size(); ++i)
                points.append(facts(all.at(i), Scope::Point, path + u"/points/"_s + QString::number(i)));
            kept.insert("points"_L1, points);
        }
        return kept;
    }

    const RuleBook &m_rules;
    QList<SetAside> &m_setAside;
};

} // namespace

QJsonObject keepKnownAnswers(const QJsonObject &answers, const RuleBook &rules, QList<SetAside> &setAside)
{
    Sieve sieve(rules, setAside);
    QJsonObject kept = answers;
    if (answers.contains("case"_L1))
        kept.insert("case"_L1, sieve.facts(answers.value("case"_L1), Scope::Case, u"/answers/case"_s));
    const auto holders = [&](QLatin1StringView name, Scope scope) {
        if (answers.contains(name))
            kept.insert(name, sieve.holders(answers.value(name), scope, u"/answers/"_s + name));
    };
    holders("activities"_L1, Scope::Activity);
    holders("items"_L1, Scope::Item);
    holders("recipients"_L1, Scope::Recipient);
    return kept;
}

} // namespace clearway::assessment
