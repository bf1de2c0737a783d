// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace clearway::language {

/// What texts on something ordinary, which is on no list of controlled goods, are commonly about.
struct OrdinaryTopic {
    QString id;
    QString title;
    QStringList words; ///< words and short phrases that are frequent there
    friend bool operator==(const OrdinaryTopic &, const OrdinaryTopic &) = default;
};

/// What people call things, beside the keywords of the entries. It helps to find and to suggest, and decides nothing:
/// no condition reads it, and the hash of the rules does not cover it.
struct Thesaurus {
    /// Words and phrases that mean the same: each at least two, none in two groups.
    QList<QStringList> synonyms;
    QList<OrdinaryTopic> ordinary;
    friend bool operator==(const Thesaurus &, const Thesaurus &) = default;
};

} // namespace clearway::language
