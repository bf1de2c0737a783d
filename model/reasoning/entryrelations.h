// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QList>

#include <vector>

namespace clearway::reasoning {

/// Which entries go together: the conditions of software and technology name the entries that they are for. Made once
/// for a rule book, which must outlive it.
class EntryRelations {
public:
    explicit EntryRelations(const language::RuleBook &rules);

    /// An entry whose condition names another, or something below that.
    struct Companion {
        QString code;
        bool whole = true; ///< false: it is for something below the other only
        friend bool operator==(const Companion &, const Companion &) = default;
    };
    /// The entries that are for this one, in the list's order: its software and technology.
    QList<Companion> companionsOf(const QString &code) const;
    /// What the conditions of an entry, and of those above it, name: the goods that it is for, in the list's order.
    /// A whole part or category is given by its first-level codes.
    QStringList goodsOf(const QString &code) const;
    /// Entries that refer to this one, without being for it.
    QStringList referringTo(const QString &code) const;

private:
    struct Holder {
        QString code;
        std::vector<const language::Condition *> atoms;
    };
    const language::RuleBook &m_rules;
    std::vector<Holder> m_holders; ///< in the list's order
    QHash<QString, QStringList> m_referring;
};

} // namespace clearway::reasoning
