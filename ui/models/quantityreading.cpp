// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/quantityreading.h"

#include <QCoreApplication>

namespace clearway::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuantityEditor)
};

constexpr qsizetype longest = 200;

} // namespace

std::expected<language::Quantity, QString> readQuantity(const QString &typed, const QString &kind, const QString &unit,
                                                        const language::Units &units)
{
    const QString text = typed.trimmed();
    if (text.size() > longest)
        return std::unexpected(Words::tr("That is too long for a number."));
    if (const auto number = language::parseRational(text)) {
        if (const language::Unit *known = units.unit(unit, kind))
            return units.make(*number, *known, unit == "1"_L1 ? text : QString(text + u' ' + unit));
    }
    return units.parse(text, kind);
}

} // namespace clearway::ui
