// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

using namespace Qt::StringLiterals;
using namespace clearway::language;

namespace clearway::samples {

namespace {

void require(bool added)
{
    if (!added)
        qFatal("a sample unit was refused");
}

void addKind(Units &units, const QString &id, const QString &title, const QString &base,
             const QMap<QString, int> &dimension)
{
    require(units.add(UnitKind{id, title, base, dimension}));
}

void addUnit(Units &units, const QString &kind, const QString &name, const char *factor,
             const QStringList &aliases = {}, const char *offset = "0")
{
    Unit unit;
    unit.name = name;
    unit.aliases = aliases;
    unit.kind = kind;
    unit.factor = *parseRational(QString::fromLatin1(factor));
    unit.offset = *parseRational(QString::fromLatin1(offset));
    require(units.add(unit));
}

void addLevel(Units &units, const QString &kind, const QString &name, const char *reference, int divisor)
{
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    unit.scale = UnitScale::Logarithmic;
    unit.factor = *parseRational(QString::fromLatin1(reference));
    unit.divisor = divisor;
    require(units.add(unit));
}

void addMechanics(Units &units)
{
    addKind(units, u"length"_s, u"length"_s, u"m"_s, {{u"length"_s, 1}});
    addUnit(units, u"length"_s, u"m"_s, "1", {u"metre"_s, u"metres"_s});
    addUnit(units, u"length"_s, u"km"_s, "1e3");
    addUnit(units, u"length"_s, u"mm"_s, "1e-3");
    addUnit(units, u"length"_s, u"µm"_s, "1e-6", {u"um"_s, u"micron"_s});
    addUnit(units, u"length"_s, u"nm"_s, "1e-9");
    addUnit(units, u"length"_s, u"inch"_s, "0.0254", {u"inches"_s});
    addKind(units, u"area"_s, u"area"_s, u"m²"_s, {{u"length"_s, 2}});
    addUnit(units, u"area"_s, u"m²"_s, "1");
    addUnit(units, u"area"_s, u"cm²"_s, "1e-4");
    addKind(units, u"time"_s, u"time"_s, u"s"_s, {{u"time"_s, 1}});
    addUnit(units, u"time"_s, u"s"_s, "1", {u"seconds"_s});
    addUnit(units, u"time"_s, u"ms"_s, "1e-3");
    addUnit(units, u"time"_s, u"ps"_s, "1e-12");
    addUnit(units, u"time"_s, u"min"_s, "60", {u"minutes"_s});
    addKind(units, u"speed"_s, u"speed"_s, u"m/s"_s, {{u"length"_s, 1}, {u"time"_s, -1}});
    addUnit(units, u"speed"_s, u"m/s"_s, "1");
    addUnit(units, u"speed"_s, u"km/h"_s, "1/3.6");
    addUnit(units, u"speed"_s, u"knot"_s, "1852/3600", {u"knots"_s});
    addKind(units, u"mass"_s, u"mass"_s, u"kg"_s, {{u"mass"_s, 1}});
    addUnit(units, u"mass"_s, u"kg"_s, "1");
    addUnit(units, u"mass"_s, u"g"_s, "1e-3");
    addUnit(units, u"mass"_s, u"lb"_s, "0.45359237");
    addKind(units, u"acceleration"_s, u"acceleration"_s, u"m/s²"_s, {{u"length"_s, 1}, {u"time"_s, -2}});
    addUnit(units, u"acceleration"_s, u"m/s²"_s, "1");
    addUnit(units, u"acceleration"_s, u"g"_s, "9.80665");
    addKind(units, u"pressure"_s, u"pressure"_s, u"Pa"_s, {{u"mass"_s, 1}, {u"length"_s, -1}, {u"time"_s, -2}});
    addUnit(units, u"pressure"_s, u"Pa"_s, "1");
    addUnit(units, u"pressure"_s, u"MPa"_s, "1e6");
    addUnit(units, u"pressure"_s, u"GPa"_s, "1e9");
    addUnit(units, u"pressure"_s, u"N/m²"_s, "1", {u"N/m2"_s});
    addUnit(units, u"pressure"_s, u"atm"_s, "101325");
    addUnit(units, u"pressure"_s, u"torr"_s, "101325/760", {u"Torr"_s});
    addUnit(units, u"pressure"_s, u"psi"_s, "4.4482216152605/0.00064516");
}

void addElectronics(Units &units)
{
    addKind(units, u"frequency"_s, u"frequency"_s, u"Hz"_s, {{u"time"_s, -1}});
    addUnit(units, u"frequency"_s, u"Hz"_s, "1");
    addUnit(units, u"frequency"_s, u"kHz"_s, "1e3");
    addUnit(units, u"frequency"_s, u"MHz"_s, "1e6");
    addUnit(units, u"frequency"_s, u"GHz"_s, "1e9");
    addKind(units, u"sample_rate"_s, u"sample rate"_s, u"samples/s"_s, {{u"time"_s, -1}});
    addUnit(units, u"sample_rate"_s, u"samples/s"_s, "1");
    addUnit(units, u"sample_rate"_s, u"MSPS"_s, "1e6", {u"MHz"_s});
    addUnit(units, u"sample_rate"_s, u"GSPS"_s, "1e9", {u"GHz"_s});
    const QMap<QString, int> power{{u"mass"_s, 1}, {u"length"_s, 2}, {u"time"_s, -3}};
    addKind(units, u"power"_s, u"power"_s, u"W"_s, power);
    addUnit(units, u"power"_s, u"W"_s, "1");
    addUnit(units, u"power"_s, u"kW"_s, "1e3");
    addUnit(units, u"power"_s, u"mW"_s, "1e-3");
    addUnit(units, u"power"_s, u"MW"_s, "1e6");
    addUnit(units, u"power"_s, u"nW"_s, "1e-9");
    addLevel(units, u"power"_s, u"dBm"_s, "1e-3", 10);
    addLevel(units, u"power"_s, u"dBW"_s, "1", 10);
    addKind(units, u"energy"_s, u"energy"_s, u"J"_s, {{u"mass"_s, 1}, {u"length"_s, 2}, {u"time"_s, -2}});
    addUnit(units, u"energy"_s, u"J"_s, "1");
    addUnit(units, u"energy"_s, u"kWh"_s, "3.6e6");
    addKind(units, u"sound_pressure"_s, u"sound pressure"_s, u"Pa"_s, {{u"sound_pressure"_s, 1}});
    addUnit(units, u"sound_pressure"_s, u"Pa"_s, "1");
    addLevel(units, u"sound_pressure"_s, u"dB re 1 µPa"_s, "1e-6", 20);
    addLevel(units, u"sound_pressure"_s, u"dB re 20 µPa"_s, "20e-6", 20);
    addKind(units, u"temperature"_s, u"temperature"_s, u"K"_s, {{u"temperature"_s, 1}});
    addUnit(units, u"temperature"_s, u"K"_s, "1");
    addUnit(units, u"temperature"_s, u"°C"_s, "1", {u"degC"_s}, "273.15");
    addUnit(units, u"temperature"_s, u"°F"_s, "5/9", {u"degF"_s}, "45967/180");
    addKind(units, u"magnetic_noise"_s, u"magnetic noise density"_s, u"nT/√Hz"_s, {{u"magnetic_noise"_s, 1}});
    addUnit(units, u"magnetic_noise"_s, u"nT/√Hz"_s, "1");
    addUnit(units, u"magnetic_noise"_s, u"pT/√Hz"_s, "1e-3");
}

void addNumbers(Units &units)
{
    addKind(units, u"count"_s, u"number"_s, u"1"_s, {});
    addUnit(units, u"count"_s, u"1"_s, "1");
    for (const QString &kind : {u"ratio"_s, u"weight_fraction"_s}) {
        addKind(units, kind, kind == u"ratio" ? u"ratio"_s : u"fraction by weight"_s, u"1"_s, {});
        addUnit(units, kind, u"1"_s, "1");
        addUnit(units, kind, u"%"_s, "1e-2");
        addUnit(units, kind, u"ppm"_s, "1e-6");
    }
    for (const QString &kind : {u"bit_depth"_s, u"key_length"_s}) {
        addKind(units, kind, kind == u"bit_depth" ? u"resolution"_s : u"key length"_s, u"bit"_s, {});
        addUnit(units, kind, u"bit"_s, "1", {u"bits"_s});
    }
    addKind(units, u"data_rate"_s, u"data rate"_s, u"bit/s"_s, {{u"information"_s, 1}, {u"time"_s, -1}});
    addUnit(units, u"data_rate"_s, u"bit/s"_s, "1", {u"bps"_s});
    addUnit(units, u"data_rate"_s, u"kbit/s"_s, "1e3");
    addUnit(units, u"data_rate"_s, u"byte/s"_s, "8");
}

} // namespace

Units units()
{
    Units made;
    addMechanics(made);
    addElectronics(made);
    addNumbers(made);
    return made;
}

SampleVocabulary::SampleVocabulary()
    : m_units(samples::units())
{
    for (const UnitKind &kind : m_units.kinds()) {
        add(kind.id, FactKind::Quantity, kind.id);
        add(u"other_"_s + kind.id, FactKind::Quantity, kind.id);
    }
    add(u"point_frequency"_s, FactKind::Quantity, u"frequency"_s, Scope::Point);
    add(u"point_power"_s, FactKind::Quantity, u"power"_s, Scope::Point);
    add(u"gives_access"_s, FactKind::YesNo, {}, Scope::Activity);
    add(u"meets.5A001.b.4"_s, FactKind::Judgement);
    add(u"place"_s, FactKind::Country, {}, Scope::Recipient);
    add(u"conduct_date"_s, FactKind::Date, {}, Scope::Case);
    add(u"listed_as"_s, FactKind::Entries);
    addChoices(u"origin"_s, FactKind::Choice, {u"own"_s, u"third_party"_s, u"any"_s});
    addChoices(u"medium"_s, FactKind::Choices, {u"speech"_s, u"email"_s, u"only"_s, u"upload"_s});
    addTable();
}

void SampleVocabulary::add(const QString &id, FactKind kind, const QString &unitKind, Scope scope)
{
    FactDefinition fact;
    fact.id = id;
    fact.kind = kind;
    fact.scope = scope;
    fact.unitKind = unitKind;
    m_facts.insert(id, fact);
}

void SampleVocabulary::addChoices(const QString &id, FactKind kind, const QStringList &choices)
{
    add(id, kind);
    for (const QString &choice : choices)
        m_facts[id].choices.append(Choice{choice, choice, {}, false});
}

void SampleVocabulary::addTable()
{
    Table table{u"erp_limit"_s, u"Limit of radiated power"_s, u"frequency"_s, u"power"_s, {}};
    const auto row = [this, &table](const QString &upTo, bool inclusive, const QString &value) {
        table.rows.append({*m_units.parse(upTo, u"frequency"_s), inclusive, *m_units.parse(value, u"power"_s)});
    };
    row(u"57 GHz"_s, true, u"20 dBm"_s);
    row(u"66 GHz"_s, false, u"24 dBm"_s);
    row(u"90 GHz"_s, true, u"20 dBm"_s);
    m_tables.insert(table.id, table);
}

const FactDefinition *SampleVocabulary::fact(const QString &id) const
{
    const auto found = m_facts.constFind(id);
    return found == m_facts.cend() ? nullptr : &*found;
}

bool SampleVocabulary::hasRule(const QString &id) const
{
    return id == u"fundamental_research" || id == u"public_domain";
}

bool SampleVocabulary::hasEntry(const QString &code) const
{
    static const QSet<QString> codes{u"5A001"_s, u"5A001.b"_s, u"5A001.b.4"_s, u"5D001.a"_s, u"ML10.a"_s};
    return codes.contains(code);
}

bool SampleVocabulary::hasCountryGroup(const QString &id) const
{
    return id == u"foreign_country_list" || id == u"sanctioned";
}

bool SampleVocabulary::hasCountry(const QString &code) const
{
    return code == u"AU" || code == u"NZ" || code == u"JP" || code == u"NO";
}

std::optional<Vocabulary::TableKinds> SampleVocabulary::table(const QString &id) const
{
    const auto found = m_tables.constFind(id);
    return found == m_tables.cend() ? std::nullopt : std::optional(TableKinds{found->keyKind, found->valueKind});
}

const Units &SampleVocabulary::units() const
{
    return m_units;
}

QStringList SampleVocabulary::names() const
{
    QStringList known = m_facts.keys();
    known.sort();
    return known + m_tables.keys()
           + QStringList{u"fundamental_research"_s,
                         u"public_domain"_s,
                         u"foreign_country_list"_s,
                         u"sanctioned"_s,
                         u"5A001"_s,
                         u"5A001.b"_s,
                         u"5A001.b.4"_s,
                         u"5D001.a"_s,
                         u"ML10.a"_s};
}

ConditionPtr parsed(const QString &text, const Vocabulary &vocabulary)
{
    const auto result = parseCondition(text, vocabulary);
    if (result)
        return *result;
    for (const SourceError &error : result.error())
        qWarning().noquote() << error.toText();
    return nullptr;
}

QuantityLookup lookupIn(const QHash<QString, Quantity> &values)
{
    return [values](const QString &fact) {
        const auto found = values.constFind(fact);
        return found == values.cend() ? std::nullopt : std::optional(*found);
    };
}

} // namespace clearway::samples
