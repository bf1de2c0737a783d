// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/overlay/overlay.h"

#include <memory>

namespace clearway::overlay {

/// A reading that says nothing about the rules as they are now: the text is to be read again.
struct ToReadAgain {
    enum class Because {
        Gone,       ///< the catalogue has no such rule or group any more
        Changed,    ///< it says something else than what was read
        OtherCodes, ///< a country of the reading is none of the catalogue's
    };
    Reading reading;
    Because because = Because::Gone;
    QString now; ///< what the rule says now, or the group's codes; empty where it is gone
    friend bool operator==(const ToReadAgain &, const ToReadAgain &) = default;
};
/// "gone", "changed", "other-codes": as printed.
QString becauseName(ToReadAgain::Because because);

/// Rules as an office reads them. Sources, hash and grades stay the catalogue's; only what is verified and who belongs
/// to a group of countries follows the readings.
struct OfficeRules {
    std::shared_ptr<const language::RuleBook> plain; ///< the catalogue's own
    std::shared_ptr<const language::RuleBook> rules; ///< with the overlay; the same where it changes nothing
    Overlay overlay;
    QList<ToReadAgain> toReadAgain;
};
OfficeRules officeRules(std::shared_ptr<const language::RuleBook> plain, const Overlay &overlay);

/// The readings of the overlay that say nothing about these rules.
QList<ToReadAgain> toReadAgain(const language::RuleBook &plain, const Overlay &overlay);
/// The rules with the overlay's other readings.
language::RuleBook applied(const language::RuleBook &plain, const Overlay &overlay);

/// A reading of the rule as it is now; nullopt where there is no such rule.
std::optional<RuleReading> readingOf(const language::RuleBook &plain, const RuleName &rule);
std::optional<GroupReading> readingOfGroup(const language::RuleBook &plain, const QString &group);

} // namespace clearway::overlay
