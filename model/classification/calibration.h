// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/suggestion.h"

namespace clearway::classification {

/// A share that was measured, with its 95 % interval (Wilson).
struct MeasuredShare {
    int of = 0; ///< how many were measured
    double share = 0;
    double from = 0;
    double to = 0;
};

/// `part` of `whole` as a share with its interval.
MeasuredShare measuredShare(int part, int whole);

/// What the likeness is a sum of: the features, some of their products with the text's length, and logarithms.
inline constexpr size_t likenessTermCount = LikenessFeatures::Count + 11;
using LikenessTerms = std::array<double, likenessTermCount>;
LikenessTerms likenessTerms(const LikenessFeatures &features);

/// How the likeness is worked out, and how well that did on labelled texts.
struct Calibration {
    LikenessTerms mean{};
    LikenessTerms deviation{};
    LikenessTerms weight{};
    double constant = 0;
    double threshold = 0.5;       ///< from here on a text is flagged
    MeasuredShare missed;         ///< descriptions of listed things that were not flagged
    MeasuredShare falselyFlagged; ///< descriptions of unlisted things that were
};

/// As fitted by tests/benchmarks/suggestion_evaluation --calibrate on tests/data/suggestions; the shares are of texts
/// that were left out of the fit, near misses apart.
const Calibration &calibration();
/// 0 to 1 by a logistic function of the features.
double likenessOf(const LikenessFeatures &features);

} // namespace clearway::classification
