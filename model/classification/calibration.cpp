// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/calibration.h"

#include <algorithm>
#include <cmath>

namespace clearway::classification {

const Calibration &calibration()
{
    static const Calibration fitted = [] {
        Calibration values;
        values.mean = {9.21045,  11.2314,  5.79526,   0.340329, 0.409138, 0.22972, 1.77792, 1.54667, 2.63573,
                       0.473938, 0.191052, 0.0314389, 2.63343,  2.22216,  23.7529, 30.2968, 14.3316, 1.00433,
                       0.524428, -1.0233,  2.38733,   1.81863,  2.19059,  7.63583, 6.63363};
        values.deviation = {5.29958,  5.60699,  3.28213,  0.227655, 0.241872, 0.15018, 1.19063, 1.025,  0.829929,
                            0.201365, 0.481601, 0.174501, 2.52469,  1.16514,  14.0133, 18.7428, 7.1869, 0.526364,
                            0.262347, 0.633842, 0.511375, 0.429958, 0.527803, 4.92986, 3.80788};
        values.weight = {-0.42609,  0.0799934, -0.00620827, 0.628731,  1.00718,   1.12018,  1.00415,
                         -0.349194, -0.703114, 0.193549,    0.0684833, -0.343697, 0.924507, -0.0585612,
                         -0.662133, 1.14025,   -0.475261,   -2.11751,  -0.930834, 0.606284, 0.874592,
                         -0.455425, 0.499445,  1.97496,     -0.0175533};
        values.constant = -0.573571;
        values.threshold = 0.447;
        values.missed = measuredShare(25, 362);
        values.falselyFlagged = measuredShare(19, 309);
        return values;
    }();
    return fitted;
}

MeasuredShare measuredShare(int part, int whole)
{
    if (whole <= 0)
        return {};
    constexpr double z = 1.959964; // of 95 %
    const double n = whole;
    const double share = part / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {whole, share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

LikenessTerms likenessTerms(const LikenessFeatures &features)
{
    using F = LikenessFeatures;
    const auto &value = features.value;
    LikenessTerms terms{};
    auto next = std::ranges::copy(value, terms.begin()).out;
    const double length = value[F::Length];
    for (const int feature : {F::BestPosition, F::BestEntry, F::BestTopic, F::EntryShare, F::TopicShare})
        *next++ = value[size_t(feature)] * length;
    *next++ = std::log(value[F::EntryShare] + 0.02);
    *next++ = std::log(value[F::BestEntry] + 1);
    *next++ = std::log(value[F::BestTopic] + 1);
    *next++ = std::log(value[F::BestPosition] + 1);
    *next++ = length * length;
    *next++ = value[F::PositionNamed] * std::exp(length / 2); // before it was divided by the root of the length
    return terms;
}

double likenessOf(const LikenessFeatures &features)
{
    const Calibration &fitted = calibration();
    const LikenessTerms terms = likenessTerms(features);
    double sum = fitted.constant;
    for (size_t place = 0; place < terms.size(); ++place)
        sum += fitted.weight[place] * (terms[place] - fitted.mean[place]) / fitted.deviation[place];
    return 1 / (1 + std::exp(-sum));
}

} // namespace clearway::classification
