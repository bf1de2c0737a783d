// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/units.h"

#include "catalogue/language/levels.h"
#include "catalogue/language/spelling.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

constexpr qsizetype longestText = 500;
constexpr qsizetype longestQuote = 40;
constexpr qsizetype mostUnitsNamed = 6;
constexpr int roundedDigits = 12;
constexpr int largestLevel = 4000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Quantity", text);
}

/// What was typed, in quotes, shortened so that a message stays readable.
QString quoted(QStringView text)
{
    if (text.size() > longestQuote)
        return u"“"_s % text.first(longestQuote) % u"…”"_s;
    return u"“"_s % text % u"”"_s;
}

/// What cannot be seen but changes how a number reads: direction marks, zero-width characters, controls.
std::optional<QChar> invisibleCharacter(QStringView text)
{
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Format || (category == QChar::Other_Control && !c.isSpace()))
            return c;
    }
    return std::nullopt;
}

/// Whether a number may end at `split` and a unit begin there: "5 1/s" is read, "51/s" is not.
bool separable(QStringView text, qsizetype split)
{
    return split >= text.size() || !text[split].isDigit() || text[split - 1].isSpace();
}

int signOf(const Rational &difference)
{
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

Rational exponentOf(const Quantity &level)
{
    return level.value / level.divisor;
}

} // namespace

QString normalisedSpelling(QStringView spelling)
{
    QString normalised;
    normalised.reserve(spelling.size());
    bool inSuperscript = false;
    const auto superscript = [&](QChar digit) {
        if (!inSuperscript)
            normalised += u'^';
        normalised += digit;
        inSuperscript = true;
    };
    for (const QChar c : spelling.trimmed()) {
        const char16_t code = c.unicode();
        if (code == 0x207B) {
            superscript(u'-');
            continue;
        }
        if (code == 0x00B9 || code == 0x00B2 || code == 0x00B3) {
            superscript(code == 0x00B9 ? u'1' : code == 0x00B2 ? u'2' : u'3');
            continue;
        }
        if (code >= 0x2070 && code <= 0x2079) {
            superscript(QChar(u'0' + (code - 0x2070)));
            continue;
        }
        inSuperscript = false;
        if (c.isSpace()) {
            if (!normalised.endsWith(u' '))
                normalised += u' ';
            continue;
        }
        switch (code) {
        case 0x03BC: normalised += QChar(0x00B5); break; // Greek mu
        case 0x2126: normalised += QChar(0x03A9); break; // ohm sign
        case 0x212B: normalised += QChar(0x00C5); break; // ångström sign
        case 0x00BA: normalised += QChar(0x00B0); break; // masculine ordinal, often typed for °
        case 0x2022:                                     // bullet
        case 0x2219:                                     // bullet operator
        case 0x22C5:                                     // dot operator
            normalised += QChar(0x00B7);
            break;
        default: normalised += c;
        }
    }
    return normalised;
}

int compare(const Quantity &a, const Quantity &b)
{
    Q_ASSERT_X(a.kind == b.kind, "compare", "quantities of two kinds");
    if (!a.isLevel && !b.isLevel)
        return signOf(a.value - b.value);
    if (a.isLevel && b.isLevel) {
        if (a.reference == b.reference && a.divisor == b.divisor)
            return signOf(a.value - b.value);
        return compareTenToThe(exponentOf(a) - exponentOf(b), b.reference / a.reference);
    }
    if (a.isLevel)
        return compareTenToThe(exponentOf(a), b.value / a.reference);
    return -compareTenToThe(exponentOf(b), a.value / b.reference);
}

std::optional<LinearValue> linearValue(const Quantity &quantity)
{
    if (!quantity.isLevel)
        return LinearValue{quantity.value, true};
    const std::optional<PowerOfTen> scale = tenToThe(exponentOf(quantity));
    if (!scale)
        return std::nullopt;
    return LinearValue{quantity.reference * scale->value, scale->exact};
}

bool Units::add(UnitKind kind)
{
    if (kind.id.isEmpty() || this->kind(kind.id))
        return false;
    kind.dimension.removeIf([](std::pair<const QString &, int &> entry) { return entry.second == 0; });
    m_kinds.append(std::move(kind));
    return true;
}

bool Units::add(Unit unit)
{
    if (unit.factor <= 0 || unit.divisor <= 0)
        return false;
    QStringList spellings;
    for (const QString &spelling : QStringList{unit.name} + unit.aliases) {
        const QString normalised = normalisedSpelling(spelling);
        if (normalised.isEmpty() || this->unit(normalised, unit.kind))
            return false;
        if (!spellings.contains(normalised))
            spellings.append(normalised);
    }
    for (const QString &spelling : std::as_const(spellings)) {
        m_bySpelling[spelling].append(m_units.size());
        m_longestSpelling = std::max(m_longestSpelling, spelling.size());
    }
    m_units.append(std::move(unit));
    return true;
}

const UnitKind *Units::kind(const QString &id) const
{
    const auto found =
        std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&id](const UnitKind &kind) { return kind.id == id; });
    return found == m_kinds.cend() ? nullptr : &*found;
}

const Unit *Units::unit(QStringView spelling, const QString &kind) const
{
    for (const Unit *candidate : unitsSpelled(spelling)) {
        if (kind.isEmpty() || candidate->kind == kind)
            return candidate;
    }
    return nullptr;
}

QList<const Unit *> Units::unitsSpelled(QStringView spelling) const
{
    QList<const Unit *> found;
    const auto indexes = m_bySpelling.constFind(normalisedSpelling(spelling));
    if (indexes != m_bySpelling.cend()) {
        for (const qsizetype index : *indexes)
            found.append(&m_units.at(index));
    }
    return found;
}

QList<Unit> Units::unitsOf(const QString &kind) const
{
    QList<Unit> found;
    std::copy_if(m_units.cbegin(), m_units.cend(), std::back_inserter(found),
                 [&kind](const Unit &unit) { return unit.kind == kind; });
    return found;
}

QString Units::expectation(const QString &kind) const
{
    const UnitKind *known = this->kind(kind);
    if (!known)
        return translated("a number and a unit, such as “3 GHz”");
    QStringList names;
    for (const Unit &unit : m_units) {
        if (unit.kind == kind && unit.name != u"1"_s && names.size() < mostUnitsNamed)
            names.append(unit.name);
    }
    const QString title = known->title.isEmpty() ? known->id : known->title;
    if (names.isEmpty())
        return translated("%1 as a number").arg(title);
    if (known->baseUnit == u"1"_s)
        return translated("%1 as a number, or with a unit (%2)").arg(title, names.join(u", "_s));
    return translated("%1 as a number with a unit (%2)").arg(title, names.join(u", "_s));
}

std::expected<Quantity, QString> Units::parse(QStringView text, const QString &kind) const
{
    const QString expected = translated("expected %1.").arg(expectation(kind));
    const auto refused = [&expected](const QString &reason) {
        return std::unexpected(QString(reason % u"; "_s % expected));
    };
    if (text.size() > longestText)
        return refused(translated("The text is too long for a value (%1 characters)").arg(text.size()));
    if (const std::optional<QChar> invisible = invisibleCharacter(text)) {
        const QString code = QString::number(invisible->unicode(), 16).toUpper().rightJustified(4, u'0');
        return refused(translated("The value contains an invisible character (U+%1): please type it again").arg(code));
    }
    text = text.trimmed();
    if (text.isEmpty())
        return refused(translated("Nothing is entered"));

    const Unit *ofOtherKind = nullptr;
    for (qsizetype split = std::max<qsizetype>(1, text.size() - 2 * m_longestSpelling); split < text.size(); ++split) {
        const QStringView spelling = text.sliced(split);
        if (spelling.front().isSpace() || !separable(text, split))
            continue;
        const Unit *any = unit(spelling);
        if (!any)
            continue;
        const std::optional<Rational> number = parseRational(text.first(split));
        if (!number)
            continue;
        const Unit *fitting = unit(spelling, kind);
        if (!fitting) {
            ofOtherKind = ofOtherKind ? ofOtherKind : any;
            continue;
        }
        if (fitting->scale == UnitScale::Logarithmic && (*number > largestLevel || *number < -largestLevel))
            return refused(translated("%1 is beyond every level that can be measured").arg(quoted(text)));
        return make(*number, *fitting, text.toString());
    }

    if (ofOtherKind) {
        const UnitKind *other = this->kind(ofOtherKind->kind);
        const QString title = other && !other->title.isEmpty() ? other->title : ofOtherKind->kind;
        return refused(translated("%1 is a value of another kind (%2)").arg(quoted(text), title));
    }
    if (const std::optional<Rational> number = parseRational(text)) {
        const UnitKind *known = this->kind(kind);
        const Unit *one = known && known->baseUnit == u"1"_s ? unit(u"1", kind) : nullptr;
        if (one)
            return make(*number, *one, text.toString());
        return refused(translated("%1 has no unit").arg(quoted(text)));
    }
    return refused(unreadable(text, kind));
}

/// Says which half of the text is not understood: the number, or the unit after it.
QString Units::unreadable(QStringView text, const QString &kind) const
{
    qsizetype end = text.size();
    while (end > 0 && !parseRational(text.first(end)))
        --end;
    const QStringView rest = text.sliced(end).trimmed();
    const bool numberStopsEarly = end == 0 || rest.isEmpty() || rest.front().isDigit() || rest.front() == u','
                                  || rest.front() == u'.'
                                  || (rest.front() == u'/' && rest.size() > 1 && rest[1].isDigit())
                                  || (rest.front().toLower() == u'e' && rest.size() > 1 && rest[1].isDigit());
    if (numberStopsEarly)
        return translated("%1 is no number that can be read").arg(quoted(text));
    QStringList known;
    for (const Unit &unit : m_units) {
        if (kind.isEmpty() || unit.kind == kind)
            known += QStringList{unit.name} + unit.aliases;
    }
    const QString near = nearestSpelling(rest.toString(), known);
    if (near.isEmpty())
        return translated("%1 is no known unit").arg(quoted(rest));
    return translated("%1 is no known unit (did you mean “%2”?)").arg(quoted(rest), near);
}

Quantity Units::make(const Rational &number, const Unit &unit, const QString &written) const
{
    Quantity quantity;
    quantity.kind = unit.kind;
    if (unit.scale == UnitScale::Logarithmic) {
        quantity.isLevel = true;
        quantity.value = number;
        quantity.reference = unit.factor;
        quantity.divisor = unit.divisor;
    } else {
        quantity.value = number * unit.factor + unit.offset;
    }
    quantity.written = written;
    if (written.isEmpty()) {
        quantity.written = toText(number);
        if (unit.name != u"1"_s)
            quantity.written += u' ' % unit.name;
    }
    return quantity;
}

QString Units::format(const Quantity &quantity, const QString &unitName) const
{
    const Unit *unit = this->unit(unitName, quantity.kind);
    if (unitName.isEmpty() || !unit) {
        if (!quantity.written.isEmpty())
            return quantity.written;
        unit = nullptr;
        for (const Unit &candidate : m_units) {
            const bool sameScale = (candidate.scale == UnitScale::Logarithmic) == quantity.isLevel;
            const bool sameReference =
                !quantity.isLevel || (candidate.factor == quantity.reference && candidate.divisor == quantity.divisor);
            const bool base = quantity.isLevel || (candidate.factor == 1 && candidate.offset == 0);
            if (candidate.kind == quantity.kind && sameScale && sameReference && base) {
                unit = &candidate;
                break;
            }
        }
        if (!unit)
            return toText(quantity.value);
    }

    const QString suffix = unit->name == u"1"_s ? QString() : QString(u' ' % unit->name);
    if (unit->scale == UnitScale::Logarithmic) {
        if (quantity.isLevel && quantity.reference == unit->factor && quantity.divisor == unit->divisor)
            return QString(toText(quantity.value) % suffix);
        const std::optional<LinearValue> linear = linearValue(quantity);
        if (!linear || linear->value <= 0)
            return quantity.written.isEmpty() ? toText(quantity.value) : quantity.written; // no level at all
        const long double level =
            approximateLog10(linear->value / unit->factor) * static_cast<long double>(unit->divisor);
        return QString(QString::number(double(level), 'g', roundedDigits) % suffix);
    }
    const std::optional<LinearValue> linear = linearValue(quantity);
    if (!linear)
        return quantity.written.isEmpty() ? toText(quantity.value) : quantity.written;
    const Rational number = (linear->value - unit->offset) / unit->factor;
    const QString exactText = toText(number);
    const bool decimal = linear->exact && !exactText.contains(u'/');
    return QString((decimal ? exactText : toRoundedText(number, roundedDigits)) % suffix);
}

} // namespace clearway::language
