// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/entryfilter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Entry;
using language::RuleBook;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntryFilter)
};

/// What a position has from those above it.
struct Inherited {
    QString regime;
    bool sensitive = false;
    bool verySensitive = false;
    bool bookmarked = false;
};

} // namespace

QSet<QString> matching(const EntryFilter &filter, const RuleBook &rules, const QStringList &bookmarked)
{
    const QSet<QString> marked(bookmarked.begin(), bookmarked.end());
    QHash<QString, Inherited> known;
    QSet<QString> codes;
    for (const QString &code : rules.entryOrder) { // what lies above stands before
        const Entry &entry = *rules.entries.constFind(code);
        Inherited has = known.value(entry.parent);
        if (!entry.regime.isEmpty())
            has.regime = entry.regime;
        has.sensitive = has.sensitive || entry.sensitive;
        has.verySensitive = has.verySensitive || entry.verySensitive;
        has.bookmarked = has.bookmarked || marked.contains(code);
        known.insert(code, has);
        using enum EntryFilter::Sensitivity;
        if ((filter.part == 0 || entry.part == filter.part)
            && (filter.category.isEmpty() || entry.category == filter.category)
            && (filter.regime.isEmpty() || has.regime == filter.regime)
            && (filter.sensitivity != Sensitive || has.sensitive)
            && (filter.sensitivity != VerySensitive || has.verySensitive) && (!filter.bookmarkedOnly || has.bookmarked))
            codes.insert(code);
    }
    return codes;
}

QSet<QString> withHeadings(const QSet<QString> &codes, const RuleBook &rules)
{
    QSet<QString> all = codes;
    for (const QString &code : codes) {
        QString above = rules.entries.value(code).parent;
        while (!above.isEmpty() && !all.contains(above)) {
            all.insert(above);
            above = rules.entries.value(above).parent;
        }
    }
    return all;
}

QStringList regimesOf(const RuleBook &rules)
{
    QStringList regimes;
    for (const QString &code : rules.entryOrder) {
        const QString &regime = rules.entries.constFind(code)->regime;
        if (!regime.isEmpty() && !regimes.contains(regime))
            regimes << regime;
    }
    return regimes;
}

QString regimeOf(const QString &code, const RuleBook &rules)
{
    for (auto entry = rules.entries.constFind(code); entry != rules.entries.constEnd();
         entry = rules.entries.constFind(entry->parent))
        if (!entry->regime.isEmpty())
            return entry->regime;
    return {};
}

QString regimeTitle(const QString &regime)
{
    if (regime == "wassenaar"_L1)
        return Words::tr("Wassenaar Arrangement");
    if (regime == "mtcr"_L1)
        return Words::tr("Missile Technology Control Regime");
    if (regime == "nsg"_L1)
        return Words::tr("Nuclear Suppliers Group");
    if (regime == "australia_group"_L1)
        return Words::tr("Australia Group");
    if (regime == "cwc"_L1)
        return Words::tr("Chemical Weapons Convention");
    if (regime == "australia"_L1)
        return Words::tr("Australia alone");
    return regime;
}

QString citationOf(const Entry &entry, const RuleBook &rules)
{
    QStringList titles;
    for (auto at = rules.entries.constFind(entry.code); at != rules.entries.constEnd();
         at = rules.entries.constFind(at->parent))
        titles.prepend(at->title);
    const QString list =
        rules.listId.isEmpty()
            ? rules.listName
            : Words::tr("%1 (%2)", "name and register number of a list").arg(rules.listName, rules.listId);
    return Words::tr("%1, %2: %3. In the words of the Clearway catalogue %4, last checked against the law on %5.")
        .arg(list, entry.code, titles.join(u" – "_s), rules.version, rules.lawChecked.toString(Qt::ISODate));
}

} // namespace clearway::ui
