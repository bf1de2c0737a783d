// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/randomanswers.h"

using namespace Qt::StringLiterals;

namespace clearway::verification {

using language::FactKind;
using language::Value;

Value randomValue(const language::FactDefinition &fact, const language::RuleBook &rules, QRandomGenerator &random)
{
    const auto pick = [&](qsizetype count) { return qsizetype(random.bounded(qint64(count))); };
    if (random.bounded(8) == 0)
        return language::Unsure{};
    switch (fact.kind) {
    case FactKind::YesNo:
    case FactKind::Judgement: return random.bounded(2) == 1;
    case FactKind::Choice: return language::Picked{{fact.choices.at(pick(fact.choices.size())).id}};
    case FactKind::Choices: {
        QStringList ids;
        for (const language::Choice &choice : fact.choices) {
            if (!choice.exclusive && random.bounded(2) == 1)
                ids.append(choice.id);
        }
        if (ids.isEmpty())
            ids.append(fact.choices.at(pick(fact.choices.size())).id);
        ids.sort();
        return language::Picked{ids};
    }
    case FactKind::Quantity: {
        const QList<language::Unit> units = rules.units.unitsOf(fact.unitKind);
        if (units.isEmpty())
            return language::Unsure{};
        const language::Unit &unit = units.at(pick(units.size()));
        const language::Rational number = language::Rational(random.bounded(1, 2000)) / 4;
        return rules.units.make(number, unit, language::toText(number) + u' ' + unit.name);
    }
    case FactKind::Country: {
        // Every other one is at home: else Australia would hardly ever be drawn.
        if (rules.countries.isEmpty())
            return language::Unsure{};
        const QStringList codes = rules.countries.keys();
        return language::Country{random.bounded(3) == 0 ? u"AU"_s : codes.at(pick(codes.size()))};
    }
    case FactKind::Date: return QDate(2012, 1, 1).addDays(random.bounded(6000));
    case FactKind::Entries: {
        QStringList codes;
        if (rules.categories.isEmpty())
            return language::EntryCodes{};
        if (!rules.entryOrder.isEmpty() && random.bounded(3) > 0)
            codes.append(rules.entryOrder.at(pick(rules.entryOrder.size())));
        // A code may be stated of a category that the catalogue does not hold; it begins as the category's id does.
        const language::Category &category = rules.categories.at(pick(rules.categories.size()));
        if (!category.complete && random.bounded(3) == 0)
            codes.append(category.part == 1 ? QString(category.id + u'1') : QString(category.id.left(1) + u"A001"_s));
        codes.sort();
        return language::EntryCodes{codes};
    }
    }
    Q_UNREACHABLE_RETURN(language::Unsure{});
}

} // namespace clearway::verification
