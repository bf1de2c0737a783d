// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/import.h"
#include "model/official/lawlibrary.h"
#include "model/official/numbercheck.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace clearway::ui {

/// The official text that the user imported, for those who show it: the wording of a code and which of our numbers it
/// does not have. Loading and importing run on a worker; signals come in the thread of the window.
class OfficialTexts final : public QObject {
    Q_OBJECT
public:
    /// An empty path: nothing can be imported or shown.
    /// `readerPath`: of clearway-reader, for HTML and PDF.
    OfficialTexts(std::shared_ptr<const language::RuleBook> rules, const QString &database, const QString &readerPath,
                  QObject *parent = nullptr);
    ~OfficialTexts() override;

    bool canImport() const { return !m_database.isEmpty(); }
    bool isImporting() const { return m_importing; }
    /// Reads what was imported before, if anything was.
    void load();
    /// Imports a file; cancel() ends it, with everything as it was.
    void import(const QString &path);
    void cancel();

    /// Null where nothing is imported.
    const official::Instrument *instrument() const;
    /// What the instrument says at a code; null where it says nothing.
    const official::OfficialEntry *entry(const QString &code) const;
    /// Our numbers of that code that were not found there.
    QList<official::NumberFlag> flags(const QString &code) const;
    /// Where a citation of a rule of that state (empty: of no certain one) stands in the imported Acts and instruments.
    official::FoundPlaces find(const QString &citation, const QString &state) const;
    const official::LawLibrary &laws() const { return m_laws; }

Q_SIGNALS:
    /// There is another text now, or one at all.
    void changed();
    void progress(int percent);
    /// An import came to its end: what to say about it, and whether it failed.
    void finished(const QString &message, bool failed);

private:
    struct Loaded;
    using LoadedPtr = std::shared_ptr<const Loaded>;
    static official::Result<LoadedPtr> prepare(official::OfficialText text, const language::RuleBook &rules);
    void take(const LoadedPtr &loaded);

    /// What an import gave: the list of codes, or all Acts and instruments with the new one.
    struct Outcome {
        LoadedPtr list;
        std::optional<official::LawLibrary> laws;
        QString message; ///< about an Act or instrument
    };
    static official::Result<Outcome> importFile(const QString &path, const QString &database, const QString &readerPath,
                                                const language::RuleBook &rules, const official::Control &control);
    QString messageOf(const Loaded &loaded) const;

    std::shared_ptr<const language::RuleBook> m_rules;
    QString m_database;
    QString m_readerPath;
    LoadedPtr m_loaded;
    official::LawLibrary m_laws;
    bool m_importing = false;
    std::stop_source m_stop;
};

} // namespace clearway::ui
