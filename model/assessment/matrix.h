// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/conclusion.h"

namespace clearway::assessment {

/// A provision as a column of the matrix.
struct MatrixColumn {
    QString provision; ///< id
    QString title;
    QString cite;
};

/// What one provision says to one combination.
struct MatrixCell {
    reasoning::ProvisionStatus status = reasoning::ProvisionStatus::NotRegulated;
    bool operates = true; ///< the offence operated on the day
    QString exception;    ///< its title, where one takes the conduct out
    QString exceptionCite;
    QString requirement; ///< title of what is needed there, if anything is
};

struct MatrixRow {
    reasoning::Combination combination;
    QList<MatrixCell> cells; ///< one for each column
};

/// Every combination of activity, item and recipient under every provision that says anything to one of them:
/// the headline is one word, what is behind it is not.
struct Matrix {
    QList<MatrixColumn> columns;
    QList<MatrixRow> rows;      ///< in the order of the combinations, so those of one activity stand together
    QList<MatrixColumn> silent; ///< provisions that regulate none of the combinations
    bool isEmpty() const { return rows.isEmpty(); }
};

Matrix matrixOf(const reasoning::Conclusion &conclusion);

/// What a cell says in words: the status, and "did not operate" where it did not.
QString cellTitle(const MatrixCell &cell);
/// A mark for the same, which is not told by colour: "●" applies, "○" an exception, …
QString cellMark(const MatrixCell &cell);

} // namespace clearway::assessment
