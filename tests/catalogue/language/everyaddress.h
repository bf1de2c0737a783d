// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"

namespace clearway::testing {

/// Every statement of the rule book, each under every state that has it; no questions.
inline QList<language::RuleAddress> everyStatement(const language::RuleBook &rules)
{
    using language::RuleAddress;
    QList<RuleAddress> all;
    for (const QString &rule : rules.rules.keys())
        all.append({RuleAddress::Kind::Rule, {}, {}, rule});
    for (const QString &group : rules.countryGroups.keys())
        all.append({RuleAddress::Kind::Countries, {}, {}, group});
    for (const language::LawState &state : rules.states) {
        for (const language::Rule &rule : state.rules)
            all.append({RuleAddress::Kind::Rule, state.id, {}, rule.id});
        for (const language::Provision &provision : state.provisions) {
            all.append({RuleAddress::Kind::Provision, state.id, {}, provision.id});
            for (const language::Element &element : provision.elements)
                all.append({RuleAddress::Kind::Element, state.id, provision.id, element.id});
            for (const language::Exception &exception : provision.exceptions)
                all.append({RuleAddress::Kind::Exception, state.id, provision.id, exception.condition.id});
        }
        for (const language::Duty &duty : state.duties)
            all.append({RuleAddress::Kind::Duty, state.id, {}, duty.id});
        for (const language::Warning &warning : state.warnings)
            all.append({RuleAddress::Kind::Warning, state.id, {}, warning.id});
    }
    return all;
}

inline QByteArray nameOf(const language::RuleAddress &address)
{
    return QStringLiteral("%1 %2/%3/%4")
        .arg(static_cast<int>(address.kind))
        .arg(address.state, address.provision, address.id)
        .toUtf8();
}

} // namespace clearway::testing
