// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QString>
#include <QStringList>

namespace clearway::store {

/// Whether the text has the form of a first-level code: a digit, a letter A to E and three digits, or ML and
/// up to three digits.
bool isFirstLevelCode(QStringView code);

/// Whether the text has the form of a code: a first-level code, then labels after dots, letters and numbers
/// in turn.
bool isListCode(QStringView code);

/// Whether the label is one that may stand below the code: lower-case letters or a number, and of the other
/// sort than the code's own last label.
bool isChildLabel(QStringView code, QStringView label);

/// The first-level code that the code lies below, or the code itself.
QStringView firstLevelOf(QStringView code);

/// Whether a code has the form of one and can be an entry that the catalogue does not hold: neither its first
/// level is here, nor is every category complete that it could belong to.
bool liesOutside(const language::RuleBook &rules, QStringView code);

/// What a person typed where it can be a code, with or without dots, spaces and leading zeros ("3a1a5", "ml 4
/// b"), as letters and digits in lower case without leading zeros ("3a1a5", "ml4b"); empty where it cannot be
/// one.
QString looseCode(QStringView typed);

} // namespace clearway::store
