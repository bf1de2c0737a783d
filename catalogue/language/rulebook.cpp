// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/rulebook.h"

#include <algorithm>

namespace clearway::language {

using namespace Qt::StringLiterals;

const QStringList &recordParts()
{
    static const QStringList parts{u"about.assessor"_s,    u"about.role"_s,    u"about.unit"_s,      u"about.contact"_s,
                                   u"about.institution"_s, u"about.project"_s, u"about.agreement"_s, u"about.sponsor"_s,
                                   u"about.purpose"_s,     u"reference"_s,     u"activities"_s,      u"items"_s,
                                   u"recipients"_s,        u"entries"_s,       u"values"_s,          u"looked"_s,
                                   u"provisions"_s};
    return parts;
}

const LawState *RuleBook::state(const QString &id) const
{
    const auto found = std::find_if(states.cbegin(), states.cend(), [&id](const LawState &s) { return s.id == id; });
    return found == states.cend() ? nullptr : &*found;
}

const LawState *RuleBook::stateOn(QDate day) const
{
    // The latest that had begun: states stand oldest first, and a state that never operated has no first day.
    for (auto candidate = states.crbegin(); candidate != states.crend(); ++candidate) {
        const bool begun = candidate->operatesFrom.isValid() && candidate->operatesFrom <= day;
        const bool ended = candidate->operatesUntil.isValid() && candidate->operatesUntil < day;
        if (begun && !ended)
            return &*candidate;
    }
    return nullptr;
}

const Rule *RuleBook::rule(const QString &id, const LawState *state) const
{
    if (state) {
        for (const Rule &own : state->rules) {
            if (own.id == id)
                return &own;
        }
    }
    const auto shared = rules.constFind(id);
    return shared == rules.cend() ? nullptr : &*shared;
}

const Category *RuleBook::category(const QString &id) const
{
    const auto found =
        std::find_if(categories.cbegin(), categories.cend(), [&id](const Category &c) { return c.id == id; });
    return found == categories.cend() ? nullptr : &*found;
}

const StartingPoint *RuleBook::startingPoint(const QString &id) const
{
    const auto found = std::ranges::find(startingPoints, id, &StartingPoint::id);
    return found == startingPoints.cend() ? nullptr : &*found;
}

const Application *RuleBook::applicationFor(const QString &requirement) const
{
    const auto found = std::ranges::find_if(applications, [&requirement](const Application &application) {
        return application.requirements.contains(requirement);
    });
    return found == applications.cend() ? nullptr : &*found;
}

bool RuleBook::within(QStringView code, QStringView of)
{
    if (of.isEmpty() || !code.startsWith(of))
        return false;
    return code.size() == of.size() || code[of.size()] == u'.';
}

} // namespace clearway::language
