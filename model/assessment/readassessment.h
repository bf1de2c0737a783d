// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"
#include "model/overlay/applying.h"

#include <QJsonObject>
#include <QJsonValue>

#include <expected>
#include <optional>

namespace clearway::assessment {

/// Why a document was not read.
struct DocumentProblem {
    enum class Kind {
        TooLarge,
        NotJson,
        TooDeep,
        OtherFormat,  ///< JSON, but no assessment
        NewerFormat,  ///< written by a later program
        WrongContent, ///< a member is missing or of another type
        Answers,      ///< the answers in it make no sense
    };
    Kind kind = Kind::NotJson;
    int line = 0; ///< 1-based; 0 where the whole file is meant
    QString path; ///< "/about/assessor"
    QString message;
    QString expected;
    /// "FILE:LINE: PATH: message; expected …"
    QString toText(const QString &file) const;
};

/// An answer that this catalogue does not know or does not understand any more: kept as it was written, never lost.
struct SetAside {
    QString path; ///< "/answers/items/0/facts/old_parameter"
    QString fact;
    QJsonValue value;
    QString because;
};

/// A document as it was read, and what this program makes of it.
struct ReadAssessment {
    /// As stored, but for what follows from the answers (conclusion, compared, changes): these are made anew.
    Assessment assessment;
    reasoning::Outcome storedOutcome = reasoning::Outcome::AdviceNeeded;
    QString storedBecause;
    QString fingerprint; ///< as stored
    bool fingerprintMatches = false;
    bool sameCatalogue = false;  ///< made with the rules that it was read with
    bool sameOverlay = true;     ///< and under the office's readings that it was read with
    bool overlayMatches = true;  ///< the readings in it are those that it names
    bool worksheetsMatch = true; ///< those in it decide as the answers do under the same rules
    /// The outcome under the readings here, where the document was made, and concluded again, under others.
    std::optional<reasoning::Outcome> outcomeHere;
    QList<SetAside> setAside;
    QJsonObject document; ///< as it stands in the file

    /// The fingerprint is wrong, or the same rules, under the readings that it was made under, now give another
    /// outcome, or decide a position of a worksheet otherwise. A copy without the technical annex lacks answers, so
    /// that only its fingerprint can be checked.
    bool tampered() const;
    /// The rules have changed and so has the outcome: the case is to be looked at again.
    bool movedByCatalogue() const;
    /// What this office has read gives another outcome than what was read where the document was made.
    bool movedByOverlay() const;
};

struct ReadOptions {
    bool concludeAgain = true; ///< false: for a list of many; conclusion then holds only the stored outcome and reason
    int changesLimit = 6;
    /// Where given, `rules` must be `office->rules`. A document of the same catalogue made under other readings is
    /// concluded under its own.
    const overlay::OfficeRules *office = nullptr;
};

inline constexpr qsizetype largestDocument = 20 * 1024 * 1024; ///< bytes

/// Reads an assessment document of at most 20 MB. Nothing in it is trusted.
std::expected<ReadAssessment, DocumentProblem> read(const QByteArray &json, const language::RuleBook &rules,
                                                    const ReadOptions &options = {});

} // namespace clearway::assessment
