// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

/// A labelled case for a logistic fit.
struct FitCase {
    std::vector<double> terms;
    bool listed = false;
    double weight = 1;
};

/// Weights of standardised terms.
struct LogisticFit {
    std::vector<double> mean;
    std::vector<double> deviation;
    std::vector<double> weight;
    double constant = 0;
    /// The sum before the logistic function.
    double sum(const std::vector<double> &terms) const;
};

/// Newton's method with a ridge of `ridge` on the weights; both classes together weigh the same.
LogisticFit fitLogistic(const std::vector<FitCase> &cases, double ridge = 1);
