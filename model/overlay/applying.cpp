// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/overlay/applying.h"

#include "model/overlay/rulenames.h"

#include <QHash>

#include <ranges>

using namespace Qt::StringLiterals;

namespace clearway::overlay {

using language::RuleBook;

namespace {

QStringList sorted(QStringList codes)
{
    codes.sort();
    return codes;
}

/// Tells for each reading whether it still holds.
class Judge {
public:
    explicit Judge(const RuleBook &plain)
        : m_plain(plain)
    {
        const QList<NamedRule> all = namedRules(plain);
        for (const NamedRule &rule : std::views::reverse(all)) // of two by one name the first counts
            m_says.insert(subjectOf(rule.name), rule.says);
    }

    std::optional<ToReadAgain> judge(const RuleReading &reading) const
    {
        const auto says = m_says.constFind(subjectOf(reading.rule));
        if (says == m_says.cend())
            return ToReadAgain{reading, ToReadAgain::Because::Gone, {}};
        if (*says != reading.said)
            return ToReadAgain{reading, ToReadAgain::Because::Changed, *says};
        return std::nullopt;
    }

    std::optional<ToReadAgain> judge(const GroupReading &reading) const
    {
        const auto group = m_plain.countryGroups.constFind(reading.group);
        if (group == m_plain.countryGroups.cend())
            return ToReadAgain{reading, ToReadAgain::Because::Gone, {}};
        const QStringList now = sorted(group->countries);
        if (now != sorted(reading.said))
            return ToReadAgain{reading, ToReadAgain::Because::Changed, now.join(u' ')};
        for (const QString &code : reading.countries)
            if (!m_plain.countries.contains(code))
                return ToReadAgain{reading, ToReadAgain::Because::OtherCodes, now.join(u' ')};
        return std::nullopt;
    }

private:
    const RuleBook &m_plain;
    QHash<QString, QString> m_says;
};

} // namespace

QString becauseName(ToReadAgain::Because because)
{
    switch (because) {
    case ToReadAgain::Because::Gone: return u"gone"_s;
    case ToReadAgain::Because::Changed: return u"changed"_s;
    case ToReadAgain::Because::OtherCodes: return u"other-codes"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<ToReadAgain> toReadAgain(const RuleBook &plain, const Overlay &overlay)
{
    if (overlay.isEmpty())
        return {};
    const Judge judge(plain);
    QList<ToReadAgain> again;
    for (const RuleReading &reading : overlay.rules())
        if (const auto found = judge.judge(reading))
            again.append(*found);
    for (const GroupReading &reading : overlay.groups())
        if (const auto found = judge.judge(reading))
            again.append(*found);
    return again;
}

RuleBook applied(const RuleBook &plain, const Overlay &overlay)
{
    RuleBook rules = plain;
    if (overlay.isEmpty())
        return rules;
    const Judge judge(plain);
    for (const RuleReading &reading : overlay.rules())
        if (!judge.judge(reading))
            setVerified(rules, reading.rule, reading.verdict == Verdict::SaysIt);
    for (const GroupReading &reading : overlay.groups()) {
        if (judge.judge(reading))
            continue;
        language::CountryGroup &group = rules.countryGroups[reading.group];
        group.countries = reading.countries;
        group.verified = true;
    }
    return rules;
}

OfficeRules officeRules(std::shared_ptr<const RuleBook> plain, const Overlay &overlay)
{
    OfficeRules office;
    office.overlay = overlay;
    office.toReadAgain = toReadAgain(*plain, overlay);
    office.rules = overlay.isEmpty() ? plain : std::make_shared<const RuleBook>(applied(*plain, overlay));
    office.plain = std::move(plain);
    return office;
}

std::optional<RuleReading> readingOf(const RuleBook &plain, const RuleName &rule)
{
    const auto found = ruleNamed(plain, rule);
    if (!found)
        return std::nullopt;
    RuleReading reading;
    reading.rule = rule;
    reading.said = found->says;
    return reading;
}

std::optional<GroupReading> readingOfGroup(const RuleBook &plain, const QString &group)
{
    const auto found = plain.countryGroups.constFind(group);
    if (found == plain.countryGroups.cend())
        return std::nullopt;
    GroupReading reading;
    reading.group = group;
    reading.countries = sorted(found->countries);
    reading.said = reading.countries;
    return reading;
}

} // namespace clearway::overlay
