// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/fact.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr std::array scopeNames{
    std::pair{Scope::Case, "case"_L1},   std::pair{Scope::Activity, "activity"_L1},   std::pair{Scope::Item, "item"_L1},
    std::pair{Scope::Point, "point"_L1}, std::pair{Scope::Recipient, "recipient"_L1},
};

constexpr std::array kindNames{
    std::pair{FactKind::YesNo, "yes_no"_L1},    std::pair{FactKind::Choice, "choice"_L1},
    std::pair{FactKind::Choices, "choices"_L1}, std::pair{FactKind::Quantity, "quantity"_L1},
    std::pair{FactKind::Country, "country"_L1}, std::pair{FactKind::Date, "date"_L1},
    std::pair{FactKind::Entries, "entries"_L1}, std::pair{FactKind::Judgement, "judgement"_L1},
};

template<typename Names, typename Member>
QString nameIn(const Names &names, Member member)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == member)
            return name;
    }
    return {};
}

template<typename Member, typename Names>
std::optional<Member> memberIn(const Names &names, QStringView text)
{
    for (const auto &[candidate, name] : names) {
        if (text == name)
            return candidate;
    }
    return std::nullopt;
}

} // namespace

QString scopeName(Scope scope)
{
    return nameIn(scopeNames, scope);
}

QString factKindName(FactKind kind)
{
    return nameIn(kindNames, kind);
}

std::optional<Scope> scopeFromName(QStringView name)
{
    return memberIn<Scope>(scopeNames, name);
}

std::optional<FactKind> factKindFromName(QStringView name)
{
    return memberIn<FactKind>(kindNames, name);
}

} // namespace clearway::language
