// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/figures.h"

#include <QStringList>

#include <array>

namespace clearway::classification {

/// A first-level entry that a text may be about, and what speaks for it or against it.
struct Suggestion {
    QString code;            ///< of the first-level entry
    QString position;        ///< the position of it that fits best; may be the entry itself
    double score = 0;        ///< higher is nearer; comparable within one text only
    QStringList words;       ///< of the text, as they stand there, most telling first
    QStringList expressions; ///< of several words that stand there whole
    QList<FigureFinding> figures;
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// What an estimate of the likeness to things on the list goes by.
struct LikenessFeatures {
    enum {
        BestPosition,  ///< score of the nearest position, by the root of the text's length
        BestEntry,     ///< likewise of the nearest whole entry
        BestTopic,     ///< likewise of the nearest ordinary topic
        PositionShare, ///< what the nearest position's words tell, as a share of the whole text
        EntryShare,    ///< likewise of the nearest whole entry
        TopicShare,    ///< likewise of the nearest ordinary topic
        PositionNamed, ///< the most telling expression of a position
        TopicNamed,    ///< likewise of a topic
        Length,        ///< logarithm of the number of different words
        Margin,        ///< how far the nearest entry stands above the fifth
        FiguresMet,    ///< criteria of the nearest entries that figures meet
        FiguresMissed, ///< 1 where figures were compared and no position is left for them
        WordOdds, ///< how much likelier the words are among entries than among ordinary topics, summed as logarithms
        BestWordOdds, ///< likewise the mean of the three words that speak most for the list
        Count,
    };
    std::array<double, Count> value{};
};

/// What was found in a text.
struct Suggestions {
    /// Whether something on the list may look like this. Silence is no evidence that the item is not listed.
    bool flagged = false;
    double likeness = 0; ///< 0 to 1: how much the text is like descriptions of listed things, against unlisted ones
    QList<Suggestion> suggestions; ///< nearest first, also where nothing is flagged
    QList<TextQuantity> quantities;
    LikenessFeatures features;
};

} // namespace clearway::classification
