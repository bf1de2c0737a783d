// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/arithmetic.h"
#include "catalogue/language/parser.h"

#include <QHash>
#include <QSet>

namespace clearway::samples {

/// Units of some twenty kinds, built by hand.
language::Units units();

/// Facts of every kind and scope, two rules, a few entries, country groups and a table. A quantity fact is named after
/// its kind: "frequency" is a frequency; "point_frequency" is one of an operating point.
class SampleVocabulary : public language::Vocabulary {
public:
    SampleVocabulary();
    const language::FactDefinition *fact(const QString &id) const override;
    bool hasRule(const QString &id) const override;
    bool hasEntry(const QString &code) const override;
    bool hasCountryGroup(const QString &id) const override;
    bool hasCountry(const QString &code) const override;
    std::optional<TableKinds> table(const QString &id) const override;
    const language::Units &units() const override;
    QStringList names() const override;

    /// The tables with their rows: "erp_limit" from frequency to power.
    const language::Tables &tables() const { return m_tables; }

private:
    void add(const QString &id, language::FactKind kind, const QString &unitKind = {},
             language::Scope scope = language::Scope::Item);
    void addChoices(const QString &id, language::FactKind kind, const QStringList &choices);
    void addTable();

    language::Units m_units;
    QHash<QString, language::FactDefinition> m_facts;
    language::Tables m_tables;
};

/// The condition, or a null pointer with the errors printed.
language::ConditionPtr parsed(const QString &text, const language::Vocabulary &vocabulary);

/// A lookup over quantities that are given by fact.
language::QuantityLookup lookupIn(const QHash<QString, language::Quantity> &values);

} // namespace clearway::samples
