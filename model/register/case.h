// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

namespace clearway::cases {

/// Names a case in every register that holds it, whatever engine keeps it.
struct CaseId {
    QString value;
    bool isNull() const { return value.isEmpty(); }
    friend bool operator==(const CaseId &, const CaseId &) = default;
    friend auto operator<=>(const CaseId &, const CaseId &) = default;
};

/// One line of the list of cases. Cheap: no answers, no documents.
struct CaseSummary {
    CaseId id;
    QString reference;                                  ///< "CW-7F3K-29QD"
    QString title;                                      ///< of the current revision
    assessment::State state = assessment::State::Draft; ///< of the current revision
    QString outcome;       ///< the headline last shown or finished with ("permit-unlikely"); empty: none yet
    int revision = 1;      ///< the current one, the highest
    QDateTime started;     ///< UTC, of the case
    QDateTime changed;     ///< UTC, of the last change
    bool imported = false; ///< the current revision came in as a document
    friend bool operator==(const CaseSummary &, const CaseSummary &) = default;
};

/// Where a page of the list begins: after this case, in the order newest change first.
struct CaseCursor {
    QDateTime changed;
    CaseId id;
    friend bool operator==(const CaseCursor &, const CaseCursor &) = default;
};

/// What to list. A page is found by an index, however many cases there are.
struct CaseQuery {
    QString text = {};                           ///< part of title or reference, in any case of letters; empty: all
    std::optional<assessment::State> state = {}; ///< only these
    std::optional<CaseCursor> after = {};        ///< continue here
    int limit = 100;                             ///< 1 to 10000 cases
};

struct CasePage {
    QList<CaseSummary> cases;       ///< newest change first
    std::optional<CaseCursor> next; ///< set where there are more
};

/// Who and what there is, without the facts: reasoning::Answers less its answers.
struct Structure {
    QDate on;    ///< the day of the conduct
    QString law; ///< a state of the law instead of the day
    QList<reasoning::ActivityScope> activities;
    QList<reasoning::ItemScope> items; ///< with what was looked at on the list
    QList<reasoning::RecipientScope> recipients;
    friend bool operator==(const Structure &, const Structure &) = default;
};

/// One answer as stored. The value is JSON as reasoning::valueToJson() gives it, so that an answer outlives the rules.
struct SavedAnswer {
    reasoning::FactKey key;
    QJsonValue value;
    QString note;
    QString source;
    QString saidBy;
    bool needsAnotherLook = false;
    friend bool operator==(const SavedAnswer &, const SavedAnswer &) = default;
};

/// An answer that was changed or removed after a result had been shown.
struct SavedLateChange {
    int number = 0; ///< 1, 2, … within the revision
    QDateTime when; ///< UTC
    reasoning::FactKey key;
    QJsonValue before;
    QJsonValue after; ///< null: removed
    QString reason;   ///< empty until given
    friend bool operator==(const SavedLateChange &, const SavedLateChange &) = default;
};

/// One revision with everything in it.
struct CaseContent {
    CaseSummary summary; ///< of the case; its revision is the current one, not always this one
    int revision = 1;    ///< this one
    assessment::State state = assessment::State::Draft;
    QString title;
    QDateTime started; ///< UTC, of the revision
    assessment::About about;
    Structure structure;
    QList<SavedAnswer> answers; ///< by key
    QDateTime resultShown;      ///< UTC, when a result was first shown; null: not yet
    QString outcome;            ///< last shown, or finished with
    QList<SavedLateChange> lateChanges;
    QString catalogueHash; ///< of the sources it is answered under; may be empty in a draft
    QString catalogueVersion;
    qint64 sequence = 0; ///< of the case's last change; give it back as `expected` to notice others' changes
    QString head;        ///< hash of the case's last audit row, hex: for the record

    /// Structure and answers as one ANSWERS.json object in its long form; reasoning::readAnswers() reads it.
    QJsonObject answersJson() const;
};

/// One line of a case's revisions.
struct RevisionSummary {
    int revision = 1;
    assessment::State state = assessment::State::Draft;
    QString title;
    QString outcome;
    QDateTime started;
    QDateTime finished; ///< null while a draft
    QString fingerprint;
    QString catalogueHash;
    bool imported = false;
    friend bool operator==(const RevisionSummary &, const RevisionSummary &) = default;
};

/// What a new case starts with.
struct NewCase {
    QString title;
    QString reference; ///< empty: the register makes one
    Structure structure;
    assessment::About about;
    QList<SavedAnswer> answers;
    QString catalogueHash;
    QString catalogueVersion;
};

/// A finished assessment as it is filed: immutable.
struct FinishedDocument {
    QByteArray json;     ///< the assessment document, as it is attached to the PDF
    QString fingerprint; ///< SHA-256 over its canonical form without the fingerprint, hex
    QString reference;
    int revision = 1;
    QString title;
    QString outcome;
    QString catalogueHash;
    QString catalogueVersion;
    QDateTime finished; ///< UTC, as the document says
    friend bool operator==(const FinishedDocument &, const FinishedDocument &) = default;
};

/// What became of a document that came in.
struct Imported {
    enum class Kind {
        NewCase,       ///< stored as a case
        NewRevision,   ///< the case was known; stored as its newest revision
        Duplicate,     ///< the very document is here already; nothing stored
        OlderRevision, ///< the case is here with a newer revision; nothing stored
        Conflicting,   ///< the case is here with other content under this revision, or with a draft; nothing stored
    };
    Kind kind = Kind::NewCase;
    CaseId id;        ///< the case that holds it or contradicts it
    int revision = 1; ///< of the document
    int held = 0;     ///< the current revision of the case before the import; 0: none
    friend bool operator==(const Imported &, const Imported &) = default;
};

/// What a saving call acknowledges. It is on the disk.
struct Saved {
    qint64 sequence = 0; ///< of the case's last change
    QDateTime when;      ///< UTC
    QString head;        ///< hash of the case's last audit row, hex
    friend bool operator==(const Saved &, const Saved &) = default;
};

} // namespace clearway::cases
