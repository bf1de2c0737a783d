// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/startingpoint.h"

#include "catalogue/language/rulebook.h"

namespace clearway::language {

bool StartingPoint::goesWith(const StartingItem &item, const QString &activity) const
{
    return activities.contains(activity) && (item.activities.isEmpty() || item.activities.contains(activity));
}

StartFacts StartFacts::of(const RuleBook &rules)
{
    StartFacts facts;
    for (const QString &id : rules.factOrder) {
        const auto fact = rules.facts.constFind(id);
        if (fact == rules.facts.constEnd() || fact->page != QLatin1StringView(page) || fact->derived)
            continue;
        const bool choice = fact->kind == FactKind::Choice;
        if (choice && fact->scope == Scope::Activity && !facts.activity)
            facts.activity = &*fact;
        else if (choice && fact->scope == Scope::Item && !facts.item)
            facts.item = &*fact;
        else
            facts.others.append(&*fact);
    }
    return facts;
}

} // namespace clearway::language
