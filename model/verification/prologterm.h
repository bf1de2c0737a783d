// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/language/condition.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace clearway::verification {

/// A term of a Prolog program, to be printed.
struct PrologTerm {
    enum class Form { Plain, Compound, List };
    Form form = Form::Plain;
    QString text;               ///< as printed; of a compound its functor
    std::vector<PrologTerm> of; ///< arguments or members
};

/// An atom, in quotes where Prolog wants them.
PrologTerm atomTerm(const QString &text);
/// Printed as it stands: numbers.
PrologTerm plainTerm(const QString &text);
PrologTerm compoundTerm(const QString &functor, std::vector<PrologTerm> arguments);
PrologTerm listTerm(std::vector<PrologTerm> members);
PrologTerm atomsTerm(const QStringList &atoms);

/// The condition as it stands in the sources, with nothing worked out: all([…]), any([…]), not(…), rule(Id),
/// entry(Code), and one term for each way in which the language speaks of a fact.
PrologTerm termOf(const language::Condition &condition);
/// Exact: 3r2 is SWI-Prolog's way to write 3/2.
PrologTerm termOf(const language::Quantity &quantity);

/// The term on one line.
QString lineText(const PrologTerm &term);
/// One clause with its full stop, over several lines where it is long.
QString clauseText(const PrologTerm &term);
/// A comment on lines of its own.
QString commentText(const QString &text);

} // namespace clearway::verification
