// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/fact.h"

#include <QMap>

namespace clearway::language {

struct RuleBook;

/// Something that a starting point passes on.
struct StartingItem {
    QString kind;           ///< a choice of the start page's item fact; each at most once
    QString title;          ///< suggested: "The manuscript"
    QStringList activities; ///< with which of the starting point's activities it goes; empty: with all of them
    friend bool operator==(const StartingItem &, const StartingItem &) = default;
};

/// A common undertaking with the start page already filled in: "A manuscript to a journal". All of it can be changed.
struct StartingPoint {
    QString id;
    QString title;
    QString summary;        ///< one sentence
    QStringList activities; ///< choices of the start page's activity fact
    QList<StartingItem> items;
    QMap<QString, QString> facts; ///< further facts of the start page: a choice, or "yes" or "no"
    QString hint;                 ///< what is commonly overlooked: shown when it is chosen
    bool goesWith(const StartingItem &item, const QString &activity) const;
    friend bool operator==(const StartingPoint &, const StartingPoint &) = default;
};

/// The facts of the catalogue's start page, by the part that they play there.
struct StartFacts {
    static constexpr auto page = "start";
    const FactDefinition *activity = nullptr; ///< the choice that makes activity scopes
    const FactDefinition *item = nullptr;     ///< the choice that makes item scopes
    QList<const FactDefinition *> others;
    /// Points into `rules`.
    static StartFacts of(const RuleBook &rules);
};

} // namespace clearway::language
