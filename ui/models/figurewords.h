// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/figures.h"

#include <QString>

namespace clearway::ui {

/// A parameter in a few words, from its question ("What is the peak power of the laser?" gives "peak power of the
/// laser"); the question itself, in quotation marks, where it has no short form.
QString parameterName(const language::FactDefinition &fact);

/// What a figure of a text says about a criterion.
struct FigureSentence {
    bool met = false;
    QString shown;    ///< "14 bit meets ≥ 12 bit and < 14 bit, resolution, 3A001.a.5.a.3"
    QString spoken;   ///< the same with words for the signs
    QString question; ///< of the parameter, in full
    friend bool operator==(const FigureSentence &, const FigureSentence &) = default;
};

/// One for each figure and position, those that are met first; both ends of a range are one sentence.
QList<FigureSentence> figureSentences(const QList<classification::FigureFinding> &findings,
                                      const language::RuleBook &rules);

} // namespace clearway::ui
