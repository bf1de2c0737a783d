// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/permitheld.h"
#include "model/classification/worksheet.h"
#include "model/overlay/overlay.h"
#include "model/reasoning/conclusion.h"

#include <QDateTime>
#include <QJsonObject>

#include <expected>

namespace clearway::assessment {

enum class State { Draft, Finished };

/// Which catalogue an assessment was made with. The hash is of the canonical sources, not of the SQLite file.
struct CatalogueIdentity {
    QString version;
    QString sourcesHash;
    QDate lawChecked;
    QString lawCheckedAgainst;
    QString listId;
    QString listName;
    QString overlayHash = {}; ///< of what the office had read beside the text; empty: nothing
    int overlayEntries = 0;
    friend bool operator==(const CatalogueIdentity &, const CatalogueIdentity &) = default;
};

/// Who made it and for what; all optional, and left out of the summary copy where they name people.
struct About {
    QString assessor;
    QString role;
    QString unit;
    QString contact;
    QString institution;
    QString project;
    QString agreement; ///< grant, contract or agreement number
    QString sponsor;
    QString purpose;           ///< purpose and end use in a sentence
    QList<PermitHeld> permits; ///< held already
    friend bool operator==(const About &, const About &) = default;
};

/// An answer changed after a result had been shown: kept and counted, with the reason.
struct LateChange {
    QDateTime when;
    reasoning::FactKey key;
    language::Value before;
    language::Value after;
    QString reason;
    friend bool operator==(const LateChange &, const LateChange &) = default;
};

/// One self-assessment. Once finished it is immutable; a change makes a new revision.
struct Assessment {
    QString reference; ///< "CW-7F3K-29QD": random, without look-alike letters
    int revision = 1;
    State state = State::Draft;
    QString title;      ///< the activity in the person's words
    QDateTime started;  ///< UTC
    QDateTime finished; ///< UTC; null while a draft
    QString madeBy;     ///< "Clearway 0.1.0"
    CatalogueIdentity catalogue;
    overlay::Overlay overlay; ///< under which it was made; a copy without the technical annex leaves it out
    About about;
    reasoning::Answers answers;
    QList<LateChange> lateChanges;
    QStringList draftBecause; ///< why it stays a draft: sanctions not checked, law checked before the conduct, …

    reasoning::Conclusion conclusion;      ///< under the law of the day, or of `answers.law`
    QList<reasoning::Conclusion> compared; ///< every state of the law as written, oldest first
    QList<reasoning::Change> changes;      ///< what would change this
    /// Of the positions that an item was found to meet, or that were rejected or considered; technical.
    QList<classification::Worksheet> worksheets;
    QDate holdsUntil;           ///< the earliest day on which it must be looked at again
    bool technicalAnnex = true; ///< false in a copy from which technical detail was left out
};

} // namespace clearway::assessment
