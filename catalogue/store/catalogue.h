// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "catalogue/language/thesaurus.h"
#include "catalogue/store/source_file.h"
#include "catalogue/store/store_error.h"

#include <chrono>
#include <expected>
#include <memory>

namespace clearway::store {

/// One position of the list that a search found.
struct SearchHit {
    QString code;
    QString title;
    QString snippet;  ///< the words around what was found, without marks; may be empty
    double score = 0; ///< higher is better; codes that were typed stand above all words
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// A compiled catalogue, open for reading.
///
/// Everything but rules() uses the database connection and works only in the thread that opened it (another
/// gets Unreadable); rules() are plain values that never change and may be read from any thread while this
/// object lives. Needs a QCoreApplication.
class Catalogue {
public:
    /// Opens and loads it. Errors: Missing, NotACatalogue, Damaged, TooNew, TooOld, Unreadable.
    static std::expected<Catalogue, StoreError> open(const QString &path);
    Catalogue(Catalogue &&) noexcept;
    Catalogue &operator=(Catalogue &&) noexcept;
    ~Catalogue();

    const QString &path() const;
    const language::RuleBook &rules() const;
    /// The rules as a share that may outlive this object (workers, the evaluation of an archived catalogue).
    std::shared_ptr<const language::RuleBook> sharedRules() const;
    /// How long open() took for this one.
    std::chrono::microseconds loadingTime() const;

    /// At most `limit` positions for what was typed: codes however loosely typed ("5a1b3", "ml 4 b",
    /// "5A001.b.3.") with what lies below them, then entries that have all the words (the last one may be
    /// incomplete), and only where there is none those that have some of them. Nothing typed finds nothing;
    /// no character has a special meaning. Errors: Damaged, Unreadable.
    std::expected<QList<SearchHit>, StoreError> search(const QString &typed, int limit = 50) const;

    /// What people call things, and what ordinary texts are about. Errors: Damaged, Unreadable.
    std::expected<language::Thesaurus, StoreError> thesaurus() const;

    /// The sources that it was compiled from, sorted by path. Errors: Damaged, Unreadable.
    std::expected<Sources, StoreError> sources() const;

    /// Reads all of it: SQLite's own check, foreign keys, the hash of each stored source, and the hash of the
    /// rules against the one that the catalogue names. Errors: Damaged (says what), Unreadable.
    std::expected<void, StoreError> verifyIntegrity() const;

private:
    struct Private;
    explicit Catalogue(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace clearway::store
