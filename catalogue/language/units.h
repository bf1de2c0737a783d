// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rational.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <expected>
#include <optional>

namespace clearway::language {

/// How a unit's numbers lie on its kind's scale.
enum class UnitScale {
    Linear,      ///< base = value * factor + offset (offset only for temperatures)
    Logarithmic, ///< base = factor * base10^(value / divisor): dBm, dBW; factor is the reference in the base unit
};

/// One unit of measurement, as declared in catalogue/units.yaml.
struct Unit {
    QString name;        ///< as printed: "µm", "dBm", "bit/s"
    QStringList aliases; ///< as typed: "um", "micron", "bps"; case matters (mW is not MW)
    QString kind;        ///< id of the UnitKind
    UnitScale scale = UnitScale::Linear;
    Rational factor = 1;   ///< of one of this unit in the kind's base unit, exact
    Rational offset = 0;   ///< added after the factor; only where the scale has another zero (°C)
    Rational divisor = 10; ///< of a logarithmic unit: 10 for power ratios, 20 for amplitude ratios
    friend bool operator==(const Unit &, const Unit &) = default;
};

/// What is measured: length, frequency, sample rate… Two kinds never compare, even of one dimension.
struct UnitKind {
    QString id;
    QString title;                ///< in plain words, for messages
    QString baseUnit;             ///< name of the unit with factor 1
    QMap<QString, int> dimension; ///< exponents over base kinds; a base kind has {id: 1}; "none" has {}
    friend bool operator==(const UnitKind &, const UnitKind &) = default;
};

/// A measured or limiting value. Linear values are exact in the base unit of their kind. A value given in a
/// logarithmic unit is kept as its exact level, because 24 dBm is no rational number of watts; compare() is exact
/// between levels and linear values all the same.
struct Quantity {
    QString kind;
    Rational value; ///< linear: in the base unit; level: in the logarithmic unit itself
    bool isLevel = false;
    Rational reference = 1; ///< of a level: its reference in the base unit
    Rational divisor = 10;  ///< of a level
    QString written;        ///< as the person or the source wrote it: "3 GHz"; for display only, no part of equality
    friend bool operator==(const Quantity &a, const Quantity &b)
    {
        return a.kind == b.kind && a.value == b.value && a.isLevel == b.isLevel && a.reference == b.reference
               && a.divisor == b.divisor;
    }
};

/// Exact: -1, 0 or 1. Both must be of one kind (asserted).
int compare(const Quantity &a, const Quantity &b);

/// A value on the linear scale of its kind's base unit.
struct LinearValue {
    Rational value;
    bool exact = true; ///< false: a level that is no rational number, to 60 significant digits
};
/// A level as a linear value; nullopt beyond ±4000 dB, which no instrument has.
std::optional<LinearValue> linearValue(const Quantity &quantity);

/// The units and kinds that a catalogue knows.
class Units {
public:
    /// Adds a kind or unit; false where its id, name or an alias is taken by another within reach of the same kind, or
    /// where a unit's factor or divisor is not above zero. Exponents of 0 in a dimension are dropped.
    [[nodiscard]] bool add(UnitKind kind);
    [[nodiscard]] bool add(Unit unit);

    const UnitKind *kind(const QString &id) const;
    /// A unit by name or alias. One spelling may belong to several kinds ("%"); then the kind decides.
    const Unit *unit(QStringView spelling, const QString &kind = {}) const;
    /// Every unit of that spelling, one a kind, in order of declaration.
    QList<const Unit *> unitsSpelled(QStringView spelling) const;
    /// The longest spelling of a unit, in UTF-16 units.
    qsizetype longestSpelling() const { return m_longestSpelling; }
    /// All units of a kind, in order of declaration.
    QList<Unit> unitsOf(const QString &kind) const;
    const QList<UnitKind> &kinds() const { return m_kinds; }
    const QList<Unit> &units() const { return m_units; }

    /// Reads "3 GHz", "3GHz", "-55 °C", "8 bit". With a kind the unit must be of it; a bare number is accepted only for
    /// kinds whose base unit is "1" (counts, ratios). Refuses invisible characters, more than 500 characters, and
    /// levels beyond ±4000 dB. The error is one or two sentences that say what was expected.
    std::expected<Quantity, QString> parse(QStringView text, const QString &kind = {}) const;
    Quantity make(const Rational &number, const Unit &unit, const QString &written = {}) const;
    /// The value in the given unit, exact decimal where one exists; else rounded to 12 digits. Without a unit: as it
    /// was written, else in the base unit.
    QString format(const Quantity &quantity, const QString &unit = {}) const;
    /// What a value of that kind looks like, for messages: "frequency as a number with a unit (Hz, kHz, MHz)".
    QString expectation(const QString &kind) const;

private:
    QString unreadable(QStringView text, const QString &kind) const;

    QList<UnitKind> m_kinds;
    QList<Unit> m_units;
    QHash<QString, QList<qsizetype>> m_bySpelling;
    qsizetype m_longestSpelling = 0;
};

/// One spelling for what is typed in several ways: µ for μ, Ω and Å for the signs of these letters, ° for º, ^2 for ²,
/// · for • and ⋅, one space for several. Units are looked up by it.
QString normalisedSpelling(QStringView spelling);

} // namespace clearway::language
