// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logisticfit.h"

#include <algorithm>
#include <cmath>

namespace {

using Matrix = std::vector<std::vector<double>>;

/// Solves by elimination with pivots; the matrix is positive definite here.
std::vector<double> solved(Matrix a, std::vector<double> b)
{
    const size_t size = b.size();
    for (size_t column = 0; column < size; ++column) {
        size_t pivot = column;
        for (size_t row = column + 1; row < size; ++row) {
            if (std::abs(a[row][column]) > std::abs(a[pivot][column]))
                pivot = row;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (size_t row = column + 1; row < size; ++row) {
            const double factor = a[row][column] / a[column][column];
            for (size_t place = column; place < size; ++place)
                a[row][place] -= factor * a[column][place];
            b[row] -= factor * b[column];
        }
    }
    for (size_t row = size; row-- > 0;) {
        for (size_t place = row + 1; place < size; ++place)
            b[row] -= a[row][place] * b[place];
        b[row] /= a[row][row];
    }
    return b;
}

} // namespace

double LogisticFit::sum(const std::vector<double> &terms) const
{
    double sum = constant;
    for (size_t place = 0; place < terms.size(); ++place)
        sum += weight[place] * (terms[place] - mean[place]) / deviation[place];
    return sum;
}

LogisticFit fitLogistic(const std::vector<FitCase> &cases, double ridge)
{
    LogisticFit fit;
    const size_t terms = cases.front().terms.size();
    fit.mean.assign(terms, 0);
    fit.deviation.assign(terms, 0);
    fit.weight.assign(terms, 0);
    const double count = double(cases.size());
    double listed = 0;
    double all = 0;
    for (const FitCase &one : cases) {
        all += one.weight;
        listed += one.listed ? one.weight : 0;
        for (size_t place = 0; place < terms; ++place)
            fit.mean[place] += one.terms[place] / count;
    }
    for (const FitCase &one : cases) {
        for (size_t place = 0; place < terms; ++place)
            fit.deviation[place] += std::pow(one.terms[place] - fit.mean[place], 2) / count;
    }
    for (double &deviation : fit.deviation)
        deviation = std::max(std::sqrt(deviation), 1e-6);

    std::vector<double> values(terms + 1, 0); // the weights, then the constant
    for (int round = 0; round < 50; ++round) {
        Matrix hessian(terms + 1, std::vector<double>(terms + 1, 0));
        std::vector<double> gradient(terms + 1, 0);
        for (size_t place = 0; place < terms; ++place) {
            hessian[place][place] = ridge;
            gradient[place] = -ridge * values[place];
        }
        hessian[terms][terms] = 1e-9;
        for (const FitCase &one : cases) {
            std::vector<double> x(terms + 1, 1);
            double sum = values[terms];
            for (size_t place = 0; place < terms; ++place) {
                x[place] = (one.terms[place] - fit.mean[place]) / fit.deviation[place];
                sum += x[place] * values[place];
            }
            const double likely = 1 / (1 + std::exp(-sum));
            const double weight = one.weight * all / (2 * (one.listed ? listed : all - listed));
            for (size_t row = 0; row <= terms; ++row) {
                gradient[row] += weight * ((one.listed ? 1 : 0) - likely) * x[row];
                for (size_t column = 0; column <= terms; ++column)
                    hessian[row][column] += weight * likely * (1 - likely) * x[row] * x[column];
            }
        }
        const std::vector<double> step = solved(hessian, gradient);
        double moved = 0;
        for (size_t place = 0; place <= terms; ++place) {
            values[place] += step[place];
            moved = std::max(moved, std::abs(step[place]));
        }
        if (moved < 1e-9)
            break;
    }
    fit.constant = values.back();
    values.pop_back();
    fit.weight = values;
    return fit;
}
