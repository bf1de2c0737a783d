// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/condition.h"
#include "catalogue/language/entryindex.h"
#include "catalogue/language/parser.h"
#include "catalogue/language/startingpoint.h"

#include <QDate>
#include <QHash>
#include <QMap>

namespace clearway::language {

/// How well a statement of the law is known (law-facts' grades): statute seen, official guidance, secondary guidance of
/// that state of the law, inference, memory. The first three decide; the last two never decide alone.
enum class Grade { Statute, Official, Secondary, Inference, Unread };

/// A named condition: "fundamental_research", "general_technology_note".
struct Rule {
    QString id;
    QString title;
    QString summary;
    QString cite;
    Grade grade = Grade::Statute;
    bool verified = true; ///< false: never decides alone
    ConditionPtr when;
};

/// One element of a provision, or one way out of it.
struct Element {
    QString id;
    QString title;
    QString cite;
    Grade grade = Grade::Statute;
    bool verified = true;
    QString leansOn; ///< where the statement comes from if not the statute: printed in the record
    ConditionPtr when;
};

enum class ExceptionEffect {
    Frees,    ///< nothing further is required
    Notifies, ///< a notification first
    Covers,   ///< a permit or approval already held fits
};

struct Exception {
    Element condition;
    ExceptionEffect effect = ExceptionEffect::Frees;
    QString thenDo; ///< what relying on it asks of the person: keep this, notify that
    QString
        wouldChange; ///< conduct that would bring the person under it ("speak instead of sending"); empty: not offered
};

/// What a provision asks for where it applies.
struct Requirement {
    QString id;    ///< "permit-s11", "approval-s14a": stable
    QString kind;  ///< "permit", "approval", "notification", "stop", "refer"
    QString title; ///< "A permit from Defence"
    QString decidedBy;
    QString cite;
    QString steps;     ///< what to do, one step a line
    QString usualTime; ///< how long it usually takes ("15 working days"); may be empty
};

/// Something that an application asks for.
struct ApplicationField {
    QString id;
    QString title;
    QString help;
    QString from; ///< a fact's id, or one of recordParts(): a draft takes it from there; empty: the person fills it in
    friend bool operator==(const ApplicationField &, const ApplicationField &) = default;
};

/// What is handed in to get what some requirements ask for, or an assessment by Defence.
struct Application {
    QString id; ///< "s11-supply": stable
    QString title;
    QString summary;
    QStringList requirements; ///< ids of the requirements that it serves; no other application serves them
    bool whenUnsure = false;  ///< asked for where it is open whether something is listed or regulated
    QString lodgedWith;
    QString usualTime;
    QString cite;
    Grade grade = Grade::Statute;
    bool verified = true; ///< false: the form itself was not seen
    QString leansOn;
    QList<ApplicationField> fields;
    friend bool operator==(const Application &, const Application &) = default;
};

/// What a draft application can take from a record beside the answer to a fact: about.assessor, about.role, about.unit,
/// about.contact, about.institution, about.project, about.agreement, about.sponsor, about.purpose; reference (the
/// record's own); activities, items, recipients; entries (which positions each item was found to meet); values (what
/// was answered on the way there, with sources); looked (searched and rejected); provisions (those that apply, and
/// why).
const QStringList &recordParts();

/// A provision of one state of the law that regulates conduct.
struct Provision {
    QString id; ///< stable over the states: "s10"
    QString title;
    QString summary;
    QString cite;
    QString regulates;  ///< the conduct in a few words: "sending technology abroad"
    QDate operatesFrom; ///< null: from the beginning of the state
    QDate operatesUntil;
    Requirement requirement;
    QList<Element> elements;     ///< all must hold
    QList<Exception> exceptions; ///< any frees
};

/// A duty that stands beside the outcome: records, reports.
struct Duty {
    QString id;
    QString title;
    QString text;
    QString cite;
    QString keepUntil;        ///< "5 years from the supply"
    int keepYears = 0;        ///< the period as a number, so that a day can be worked out; 0: none is known
    QString keepFrom;         ///< from when it counts, in words
    bool keepVerified = true; ///< false: the period was not read in the section
    Grade grade = Grade::Statute;
    bool verified = true;
    ConditionPtr when;
};

/// What is said beside the outcome, and may stop it.
struct Warning {
    QString id;
    QString title;
    QString text;
    QString cite;
    bool stops = false; ///< the headline is stop-and-refer while it holds
    QString refersTo;   ///< who can settle it
    ConditionPtr when;
};

/// The Act, and what goes with it, as it stood in one period.
struct LawState {
    QString id; ///< "2012", "2015", "2024"
    QString title;
    QString act; ///< compilation: number and date
    QString regulation;
    QString list;          ///< which DSGL belongs to it
    bool listHeld = false; ///< the catalogue's list is the one of this state
    QDate operatesFrom;    ///< null: never operated
    QDate operatesUntil;
    QString note; ///< said with every result under it
    QList<Provision> provisions;
    QList<Duty> duties;
    QList<Warning> warnings;
    QList<Rule> rules; ///< those that differ by state; they hide catalogue-wide rules of the same id
};

struct CountryGroup {
    QString id;
    QString title;
    QString instrument;
    QDate asAt;
    bool verified = false;
    QStringList countries;
};

/// A look-up table: the first row whose upper limit is not below the key gives the value.
struct TableRow {
    Quantity upTo;
    bool inclusive = true;
    Quantity value;
};
struct Table {
    QString id;
    QString title;
    QString keyKind;
    QString valueKind;
    QList<TableRow> rows; ///< in rising order; beyond the last row there is no value (unknown)
};

enum class NoteKind { Note, DecontrolNote, TechnicalNote, SeeAlso };
struct Note {
    NoteKind kind = NoteKind::Note;
    QString title;
    QString text;
    ConditionPtr when; ///< of a decontrol note: where it holds the entry does not apply; else null
    bool verified = true;
};

/// Examples: the list names some of what the position takes ("including"); its own condition decides.
enum class Combination { None, Any, All, Examples };

/// One position of the list.
struct Entry {
    QString code;
    QString parent;   ///< empty for a first-level entry
    int part = 2;     ///< 1 munitions, 2 dual use
    QString category; ///< "5P1", "5P2", "ML"; for Part 2 the digit, Category 5 with its part
    QString group;    ///< "A" … "E"; empty in Part 1
    QString title;
    QString summary;
    QString regime;
    bool reserved = false;
    bool sensitive = false;
    bool verySensitive = false;
    QString sensitiveNote;          ///< where the Sensitive List takes less than the whole entry
    ConditionPtr sensitiveWhen;     ///< what the Sensitive List's row asks beside the entry; null: it takes all of it
    ConditionPtr verySensitiveWhen; ///< likewise of the Very Sensitive List
    QStringList keywords;
    QStringList references;
    Combination combination = Combination::None; ///< over the children
    /// Whether it needs children to hold beside its own condition.
    bool isDecidedBelow() const { return combination == Combination::Any || combination == Combination::All; }
    QStringList children;
    ConditionPtr when; ///< its own condition beside its children's; null: none
    QList<Note> notes;
};

/// A category of the list, and whether the catalogue holds all of it.
struct Category {
    QString id; ///< as in Entry::category
    int part = 2;
    QString title;
    QString scope; ///< what falls in it, in plain words, for the question which categories come in question
    bool complete = false;
    ConditionPtr
        inQuestion; ///< false: the person has said that the item is nothing of this category; null: always in question
};

/// A term that the list defines for itself, in our words.
struct Definition {
    QString term;
    QStringList forms; ///< what else stands for it in running text: plurals, other spellings
    QString text;
    QStringList appliesTo; ///< ids of categories, and codes where it is confined to entries; empty: everywhere
    QString cite;
    QStringList references;
    bool verified = true;
};

/// What a list abroad has in the place of some codes.
struct EquivalentRule {
    QStringList codes; ///< patterns, as codeFits() reads them
    QString number;    ///< form, as numberFor() reads it; empty: nothing corresponds by rule
    QString note;
    bool verified = true;
};

/// A list of another country or regime, and how numbers there follow from codes here. Of the rules the first
/// that fits a code decides.
struct EquivalentList {
    QString id;
    QString title;
    QString edition; ///< which state of it was compared
    QString note;
    QList<EquivalentRule> rules;
};

/// All rules of a catalogue, checked: every name in every condition resolves, no reference runs in a circle.
struct RuleBook {
    QString version;     ///< of the catalogue
    QString sourcesHash; ///< SHA-256 over the canonical form of the sources, hex
    QDate lawChecked;    ///< the day the law was last checked
    QString lawCheckedAgainst;
    QString listName;    ///< "Defence and Strategic Goods List 2024"
    QString listId;      ///< "F2024L01024"
    QDate listFrom;      ///< first day of that list
    QString listFinding; ///< id of the Entries fact that holds which codes an item was found to meet
    QString dateFact;    ///< id of the derived Date fact that holds the day of the conduct
    Units units;
    QHash<QString, FactDefinition> facts; ///< by id
    QStringList factOrder;                ///< as declared
    QMap<QString, Rule> rules;            ///< by id
    QMap<QString, Table> tables;
    QMap<QString, CountryGroup> countryGroups;
    QMap<QString, QString> countries; ///< code -> English short name
    QList<LawState> states;           ///< oldest first
    QList<Category> categories;
    QHash<QString, Entry> entries; ///< by code
    QStringList entryOrder;        ///< as printed in the list
    QList<Definition> definitions; ///< in the order of the sources
    QList<EquivalentList> equivalents;
    QList<StartingPoint> startingPoints; ///< in the order in which they are offered
    QList<Application> applications;
    EntryIndex entryIndex; ///< made when all else is read

    const LawState *state(const QString &id) const;
    /// The state that operated on that day; null before the first.
    const LawState *stateOn(QDate day) const;
    /// The rule as it stands in the given state.
    const Rule *rule(const QString &id, const LawState *state) const;
    const Category *category(const QString &id) const;
    const StartingPoint *startingPoint(const QString &id) const;
    /// The application that serves a requirement; null where there is none.
    const Application *applicationFor(const QString &requirement) const;
    /// Whether `code` is `of` or lies below it ("5A001.b.3.a" is within "5A001.b").
    static bool within(QStringView code, QStringView of);
};

} // namespace clearway::language
