// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/overlay/overlay.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace clearway::overlay {

namespace {

/// Where the reading stands in a list in rising order, or has to be put.
template<typename Reading, typename Key, typename Project>
auto place(QList<Reading> &list, const Key &key, Project project)
{
    return std::ranges::lower_bound(list, key, {}, project);
}

template<typename Reading, typename Project>
void put(QList<Reading> &list, const Reading &reading, Project project)
{
    const auto at = place(list, std::invoke(project, reading), project);
    if (at != list.end() && std::invoke(project, *at) == std::invoke(project, reading))
        *at = reading;
    else
        list.insert(at, reading);
}

template<typename Reading, typename Key, typename Project>
const Reading *lookUp(const QList<Reading> &list, const Key &key, Project project)
{
    const auto found = std::ranges::find(list, key, project);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QString verdictName(Verdict verdict)
{
    return verdict == Verdict::SaysIt ? u"says-it"_s : u"says-otherwise"_s;
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : {Verdict::SaysIt, Verdict::SaysOtherwise})
        if (name == verdictName(verdict))
            return verdict;
    return std::nullopt;
}

QString subjectOf(const RuleName &rule)
{
    return (rule.state.isEmpty() ? QString(everyState) : rule.state) + u' ' + rule.rule;
}

QString subjectOfGroup(const QString &group)
{
    return u"group "_s + group;
}

QString subjectOf(const Reading &reading)
{
    const auto *rule = std::get_if<RuleReading>(&reading);
    return rule ? subjectOf(rule->rule) : subjectOfGroup(std::get<GroupReading>(reading).group);
}

QList<Reading> Overlay::all() const
{
    QList<Reading> readings;
    for (const RuleReading &reading : m_rules)
        readings.append(reading);
    for (const GroupReading &reading : m_groups)
        readings.append(reading);
    return readings;
}

void Overlay::set(const Reading &reading)
{
    if (const auto *rule = std::get_if<RuleReading>(&reading)) {
        put(m_rules, *rule, &RuleReading::rule);
        return;
    }
    GroupReading group = std::get<GroupReading>(reading);
    group.countries.sort();
    group.countries.removeDuplicates();
    group.said.sort();
    put(m_groups, group, &GroupReading::group);
}

bool Overlay::remove(const QString &subject)
{
    return m_rules.removeIf([&](const RuleReading &reading) { return subjectOf(reading.rule) == subject; }) > 0
           || m_groups.removeIf([&](const GroupReading &reading) { return subjectOfGroup(reading.group) == subject; })
                  > 0;
}

const RuleReading *Overlay::find(const RuleName &rule) const
{
    return lookUp(m_rules, rule, &RuleReading::rule);
}

const GroupReading *Overlay::findGroup(const QString &group) const
{
    return lookUp(m_groups, group, &GroupReading::group);
}

std::optional<Reading> Overlay::find(const QString &subject) const
{
    for (const Reading &reading : all())
        if (subjectOf(reading) == subject)
            return reading;
    return std::nullopt;
}

} // namespace clearway::overlay
