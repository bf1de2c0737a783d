// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/units.h"

namespace clearway::classification {

/// A quantity that stands in running text.
struct TextQuantity {
    QString
        written; ///< as it stands there: "3 GSPS", "10⁻³ torr"; of the first of a range with the unit that it shares
    qsizetype from = 0; ///< where it stands in the text, in UTF-16 units
    qsizetype length = 0;
    /// What it may be: one for each kind that has a unit of this spelling ("%" has several), in the order of
    /// declaration.
    QList<language::Quantity> readings;
    /// Of a number that counts something ("five-axis"): the word behind it; its reading is a bare count.
    QString counted;
};

/// The quantities of a text in the order in which they stand: numbers with a unit behind them, also joined to it by a
/// hyphen ("14-bit"), with powers of ten as people write them (10⁻³, 10^-3, 1e-3, × 10³), thousands set apart, both
/// ends of a range ("1–10 GHz"), what is counted by a number or a word for one ("five-axis"), and the length of a key
/// that a cipher is named by ("AES-256"). A number alone is none.
QList<TextQuantity> quantitiesIn(const QString &text, const language::Units &units);

} // namespace clearway::classification
