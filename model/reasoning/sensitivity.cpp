// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/sensitivity.h"

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::ConditionPtr;
using language::Entry;
using language::RuleBook;

namespace {

bool isListed(const Entry &entry, SensitiveList list)
{
    return list == SensitiveList::Sensitive ? entry.sensitive : entry.verySensitive;
}

const ConditionPtr &narrowing(const Entry &entry, SensitiveList list)
{
    return list == SensitiveList::Sensitive ? entry.sensitiveWhen : entry.verySensitiveWhen;
}

/// Of the position alone.
Truth ownRow(const Entry &entry, SensitiveList list, const Context &context)
{
    if (!isListed(entry, list))
        return Truth::False;
    const ConditionPtr &when = narrowing(entry, list);
    return when ? evaluate(*when, context) : Truth::True;
}

/// Of the positions below one that the item is specified by.
Truth rowsBelow(const Entry &entry, SensitiveList list, const Context &context)
{
    Truth result = Truth::False;
    for (const QString &code : entry.children) {
        const auto child = context.rules->entries.constFind(code);
        if (child == context.rules->entries.cend() || child->reserved)
            continue;
        const Truth row = both(ownRow(*child, list, context), evaluateEntry(code, context));
        result = either(result, either(row, rowsBelow(*child, list, context)));
        if (result == Truth::True)
            break;
    }
    return result;
}

bool isHeld(const QString &code, const RuleBook &rules)
{
    return rules.entries.contains(code.section(u'.', 0, 0));
}

} // namespace

std::optional<SensitiveList> sensitiveListNamed(QStringView property)
{
    if (property == "sensitive_list"_L1)
        return SensitiveList::Sensitive;
    if (property == "very_sensitive_list"_L1)
        return SensitiveList::VerySensitive;
    return std::nullopt;
}

QList<SensitiveRow> rowsOver(const QString &code, SensitiveList list, const RuleBook &rules)
{
    QList<SensitiveRow> rows;
    for (QString at = code; !at.isEmpty();) {
        const auto entry = rules.entries.constFind(at);
        if (entry != rules.entries.cend() && isListed(*entry, list))
            rows.append({at, list, narrowing(*entry, list)});
        const qsizetype dot = at.lastIndexOf(u'.');
        at = dot < 0 ? QString() : at.left(dot);
    }
    return rows;
}

Truth onList(const QString &code, SensitiveList list, const RuleBook &rules)
{
    if (!isHeld(code, rules))
        return Truth::Unknown;
    Truth result = Truth::False;
    for (const SensitiveRow &row : rowsOver(code, list, rules))
        result = either(result, row.when ? Truth::Unknown : Truth::True);
    return result;
}

Truth itemOnList(const QString &code, SensitiveList list, const Context &context)
{
    Truth result = Truth::False;
    for (const SensitiveRow &row : rowsOver(code, list, *context.rules))
        result = either(result, row.when ? evaluate(*row.when, context) : Truth::True);
    return result == Truth::True ? result : either(result, belowOnList(code, list, context));
}

Truth belowOnList(const QString &code, SensitiveList list, const Context &context)
{
    if (!isHeld(code, *context.rules))
        return Truth::Unknown;
    const auto entry = context.rules->entries.constFind(code);
    return entry == context.rules->entries.cend() ? Truth::False : rowsBelow(*entry, list, context);
}

Sensitivity sensitivityOf(const QStringList &met, const Context &context)
{
    Sensitivity result;
    for (const QString &code : met) {
        result.sensitive = either(result.sensitive, itemOnList(code, SensitiveList::Sensitive, context));
        result.verySensitive = either(result.verySensitive, itemOnList(code, SensitiveList::VerySensitive, context));
    }
    return result;
}

} // namespace clearway::reasoning
