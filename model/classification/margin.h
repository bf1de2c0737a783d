// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/arithmetic.h"
#include "catalogue/language/rulebook.h"

#include <QString>

namespace clearway::classification {

/// How far a value lies from the limit of its criterion.
struct Margin {
    enum class Side { Below, AtLimit, Above };
    Side side = Side::AtLimit;
    QString distance; ///< in the criterion's unit: "0.3 GSPS", of levels "2 dB"; "≈" before what is rounded
    QString ratio;    ///< of the value to the limit; empty where it says nothing: at zero, of scales with an offset
    friend bool operator==(const Margin &, const Margin &) = default;
};

/// "0.3 GSPS below the limit (23.1 % below it)".
QString inWords(const Margin &margin);

/// Both sides of a comparison, worked out.
struct Sides {
    QString left; ///< what the answers give: "0.35 pJ"; empty where a value is missing
    QString right;
    std::optional<Margin> margin; ///< where both are known
};

/// `defaultUnit` is used for a side that says no unit itself.
Sides sidesOf(const language::Condition::Compared &compared, const language::QuantityLookup &lookup,
              const language::RuleBook &rules, const QString &defaultUnit);

/// The unit in which a formula's limit is written; null where it names none.
const language::Unit *unitOf(const language::Arithmetic &formula, const language::RuleBook &rules);

} // namespace clearway::classification
