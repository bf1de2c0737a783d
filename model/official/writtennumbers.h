// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/units.h"

#include <QList>
#include <QString>

namespace clearway::official {

/// A number in a text, and what may be its unit.
struct WrittenNumber {
    language::Rational value;
    bool mayBeNegative = false;          ///< a dash stands before it: a sign, or a range
    QList<const language::Unit *> units; ///< that the text behind it spells, one a kind; empty: none is known
};

/// The numbers in a text of the instrument: with thousands separators, powers of ten (also where the raised exponent
/// was lost: "2x108"), fractions, small ones in words. Numbers of codes, standards and CAS entries are left out.
QList<WrittenNumber> numbersIn(const QString &text, const language::Units &units);

/// Whether the text's number can be this quantity: in the unit that stands behind it where that is of the quantity's
/// kind, else in any unit of the kind.
bool matches(const WrittenNumber &number, const language::Quantity &quantity, const language::Units &units);

} // namespace clearway::official
