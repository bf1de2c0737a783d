// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/conclusion.h"

#include <QJsonObject>

namespace clearway::testing {

/// The catalogue of this source tree, compiled once; ends the program with all errors where it does not compile.
const language::RuleBook &catalogue();
/// That catalogue, with what follows from it, for putting many answers to it.
const reasoning::PreparedRules &prepared();

/// A JSON object from a file below tests/data; ends the program where it is none.
QJsonObject readObject(const QString &file);

/// ANSWERS.json as a value; ends the program with the errors in it, named by `origin`.
reasoning::Answers answersOf(const QJsonObject &json, const QString &origin);

/// The same answers on another day, or (where `law` is not empty) put to a state as written.
reasoning::Answers put(reasoning::Answers answers, QDate on, const QString &law = {});

/// "permit s10 certain", sorted and each once: what must be done, without who and what.
QStringList requirementsOf(const reasoning::Conclusion &conclusion);
QStringList certainDutiesOf(const reasoning::Conclusion &conclusion);
QStringList warningsOf(const reasoning::Conclusion &conclusion);

/// Facts as "item.public=all", for messages.
QString described(const reasoning::Answers &answers);

} // namespace clearway::testing
