// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/conditionwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Arithmetic;
using language::Comparison;
using language::Condition;
using language::FactDefinition;
using language::RuleBook;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Condition)
};

class Speaker {
public:
    Speaker(const Condition &condition, const RuleBook &rules, bool withQuestion)
        : m_condition(condition)
        , m_rules(rules)
        , m_withQuestion(withQuestion)
    {}

    QString say() const
    {
        return std::visit([this](const auto &node) { return wordsOf(node); }, m_condition.node);
    }

private:
    QString asWritten() const { return language::toText(m_condition); }

    QString asked(const QString &fact, const QString &wanted) const
    {
        if (!m_withQuestion)
            return wanted;
        const auto definition = m_rules.facts.constFind(fact);
        const QString prompt = definition == m_rules.facts.cend() ? fact : definition->prompt;
        return wanted.isEmpty() ? prompt
                                : Words::tr("%1 → %2", "question, the answer that is asked for").arg(prompt, wanted);
    }

    template<typename Node>
    QString wordsOf(const Node &) const
    {
        return asWritten();
    }

    QString wordsOf(const Condition::Constant &node) const
    {
        return node.value ? Words::tr("Always, so far as is known") : Words::tr("Never");
    }

    QString wordsOf(const Condition::Holds &node) const { return asked(node.fact, Words::tr("yes")); }

    QString wordsOf(const Condition::Picks &node) const
    {
        const auto definition = m_rules.facts.constFind(node.fact);
        QStringList texts;
        for (const QString &id : node.ids) {
            QString text = id;
            if (definition != m_rules.facts.cend()) {
                const auto choice = std::ranges::find(definition->choices, id, &language::Choice::id);
                if (choice != definition->choices.cend())
                    text = choice->text;
            }
            texts << text;
        }
        const QString list = texts.join(u"; "_s);
        if (node.membership == Condition::Membership::OnlyOf)
            return asked(node.fact, Words::tr("only: %1").arg(list));
        if (texts.size() == 1)
            return asked(node.fact, list);
        return asked(node.fact, node.membership == Condition::Membership::AllOf ? Words::tr("all of: %1").arg(list)
                                                                                : Words::tr("any of: %1").arg(list));
    }

    QString wordsOf(const Condition::InCountries &node) const
    {
        QStringList places;
        for (const QString &code : node.countries)
            places << m_rules.countries.value(code, code);
        for (const QString &id : node.groups) {
            const auto group = m_rules.countryGroups.constFind(id);
            places << (group == m_rules.countryGroups.cend() ? id : group->title);
        }
        return asked(node.fact, places.join(u"; "_s));
    }

    QString wordsOf(const Condition::DateCompared &node) const
    {
        return asked(node.fact, compared(node.comparison, QLocale().toString(node.date, QLocale::LongFormat)));
    }

    QString wordsOf(const Condition::Compared &node) const
    {
        const auto *fact = std::get_if<Arithmetic::FactValue>(&node.left->node);
        const auto *literal = std::get_if<Arithmetic::Literal>(&node.right->node);
        if (!fact || !literal)
            return asWritten();
        return asked(fact->fact, compared(node.comparison, language::toText(*node.right)));
    }

    static QString compared(Comparison comparison, const QString &limit)
    {
        switch (comparison) {
        case Comparison::Less: return Words::tr("less than %1").arg(limit);
        case Comparison::LessOrEqual: return Words::tr("at most %1").arg(limit);
        case Comparison::Equal: return limit;
        case Comparison::NotEqual: return Words::tr("other than %1").arg(limit);
        case Comparison::GreaterOrEqual: return Words::tr("at least %1").arg(limit);
        case Comparison::Greater: break;
        }
        return Words::tr("more than %1").arg(limit);
    }

    QString wordsOf(const Condition::EntriesWithin &node) const
    {
        return asked(node.fact, Words::tr("one within %1", "codes").arg(node.codes.join(u", "_s)));
    }

    QString wordsOf(const Condition::EntriesWith &node) const
    {
        if (node.property == "empty"_L1)
            return asked(node.fact, Words::tr("none"));
        if (node.property == "part"_L1)
            return asked(node.fact, Words::tr("one in Part %1").arg(node.value));
        if (node.property == "category"_L1) {
            const language::Category *category = m_rules.category(node.value);
            return asked(node.fact,
                         Words::tr("one in Category %1")
                             .arg(category ? Words::tr("%1, %2", "number, title").arg(node.value, category->title)
                                           : node.value));
        }
        if (node.property == "group"_L1)
            return asked(node.fact, Words::tr("one in Group %1").arg(node.value));
        if (node.property == "sensitive_list"_L1)
            return asked(node.fact, Words::tr("one on the Sensitive List"));
        if (node.property == "very_sensitive_list"_L1)
            return asked(node.fact, Words::tr("one on the Very Sensitive List"));
        return asWritten();
    }

    const Condition &m_condition;
    const RuleBook &m_rules;
    const bool m_withQuestion;
};

} // namespace

QString inWords(const Condition &condition, const RuleBook &rules)
{
    return Speaker(condition, rules, true).say();
}

QString wantedInWords(const Condition &condition, const RuleBook &rules)
{
    return Speaker(condition, rules, false).say();
}

} // namespace clearway::reasoning
