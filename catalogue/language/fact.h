// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/units.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace clearway::language {

/// Where a fact belongs. One assessment has one case, and any number of the others.
enum class Scope { Case, Activity, Item, Point, Recipient };

enum class FactKind {
    YesNo,
    Choice,   ///< exactly one of `choices`
    Choices,  ///< any number of `choices`; a choice marked exclusive stands alone ("none of these")
    Quantity, ///< of `unitKind`
    Country,  ///< ISO 3166-1 alpha-2, upper case
    Date,
    Entries,  ///< a set of list codes; the empty set means "looked at, none applies"
    Judgement ///< yes/no that needs a person's considered opinion ("specially designed"), with a reason
};

/// One answer that can be picked.
struct Choice {
    QString id;
    QString text;
    QString help;
    bool exclusive = false; ///< in a Choices fact: cannot be combined with others
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// A question, declared once and used by many conditions.
struct FactDefinition {
    QString id;
    Scope scope = Scope::Case;
    FactKind kind = FactKind::YesNo;
    QString prompt; ///< the question in plain words, at most 25 words
    QString help;   ///< what is meant, with an example that is and one that is not
    QString why;    ///< why it is asked, with the provision
    QString cite;
    int cost = 1; ///< seconds, expertise, intrusion: 1 a click … 50 nationality … 100 walking the list
    QString page; ///< facts with the same page id are asked together; empty: a page of its own
    QList<Choice> choices;
    QString unitKind;     ///< of a Quantity
    QString defaultUnit;  ///< of a Quantity: offered first
    QString measure;      ///< of a Quantity: how it is measured or where a data sheet gives it
    QString assumed;      ///< id of a choice that is printed as an assumption ("no, as far as I know"); may be empty
    QString settledBy;    ///< the document that would settle it
    bool derived = false; ///< never asked: filled by the program (the date of the conduct)
    bool conduct =
        false; ///< something the person can choose to do otherwise; "what would change this" speaks of these only
    friend bool operator==(const FactDefinition &, const FactDefinition &) = default;
};

/// "Not sure" is an answer, not a missing one: it is not asked again, and stays open for the rules.
struct Unsure {
    friend bool operator==(const Unsure &, const Unsure &) = default;
};

/// A picked choice (of Choice) or several (of Choices).
struct Picked {
    QStringList ids; ///< sorted, without duplicates
    friend bool operator==(const Picked &, const Picked &) = default;
};

struct Country {
    QString code; ///< ISO 3166-1 alpha-2, upper case
    friend bool operator==(const Country &, const Country &) = default;
};

struct EntryCodes {
    QStringList codes; ///< sorted, without duplicates
    friend bool operator==(const EntryCodes &, const EntryCodes &) = default;
};

/// An answer's value. YesNo and Judgement: bool; Choice and Choices: Picked.
using Value = std::variant<Unsure, bool, Picked, Quantity, Country, QDate, EntryCodes>;

QString scopeName(Scope scope); ///< "case", "activity", "item", "point", "recipient"
QString factKindName(
    FactKind kind); ///< "yes_no", "choice", "choices", "quantity", "country", "date", "entries", "judgement"
std::optional<Scope> scopeFromName(QStringView name);
std::optional<FactKind> factKindFromName(QStringView name);

} // namespace clearway::language
