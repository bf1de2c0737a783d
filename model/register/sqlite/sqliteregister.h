// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/register.h"
#include "model/register/replay.h"
#include "model/register/sqlite/statement.h"

namespace clearway::cases::sqlite {

/// The register in one SQLite file, in WAL mode with full synchronisation.
class SqliteRegister final : public Register {
public:
    SqliteRegister(const Clock &clock, const QString &who)
        : m_clock(clock)
        , m_who(who)
    {}
    /// See openRegister().
    Result<void> open(const QString &path, const RegisterOptions &options);

    QString place() const override { return m_connection.path(); }
    bool isReadOnly() const override { return m_readOnly; }

    Result<CasePage> list(const CaseQuery &query) const override;
    Result<qint64> count(const CaseQuery &query) const override;
    Result<std::optional<CaseId>> findReference(const QString &reference) const override;
    Result<CaseContent> load(const CaseId &id, int revision) const override;
    Result<QList<RevisionSummary>> revisions(const CaseId &id) const override;
    Result<FinishedDocument> document(const CaseId &id, int revision) const override;
    Result<QList<AuditRow>> audit(const CaseId &id) const override;
    Result<QString> head() const override;

    Result<CaseContent> createCase(const NewCase &newCase) override;
    Result<Saved> saveAnswer(const CaseId &id, const SavedAnswer &answer, const QString &reason,
                             Expected expected) override;
    Result<Saved> removeAnswer(const CaseId &id, const reasoning::FactKey &key, const QString &reason,
                               Expected expected) override;
    Result<Saved> saveAnswers(const CaseId &id, const QList<SavedAnswer> &answers,
                              const QList<reasoning::FactKey> &removed, const QString &reason,
                              Expected expected) override;
    Result<Saved> setStructure(const CaseId &id, const Structure &structure, Expected expected) override;
    Result<Saved> rename(const CaseId &id, const QString &title, Expected expected) override;
    Result<Saved> setAbout(const CaseId &id, const assessment::About &about, Expected expected) override;
    Result<Saved> setCatalogue(const CaseId &id, const QString &hash, const QString &version,
                               Expected expected) override;
    Result<Saved> recordResultShown(const CaseId &id, const QString &outcome, Expected expected) override;
    Result<Saved> explainLateChange(const CaseId &id, int number, const QString &reason, Expected expected) override;
    Result<Saved> removeDraft(const CaseId &id, Expected expected) override;

    Result<Saved> finish(const CaseId &id, const FinishedDocument &document, Expected expected) override;
    Result<CaseContent> openRevision(const CaseId &id, Expected expected) override;
    Result<Imported> importDocument(const FinishedDocument &document, const Structure &structure,
                                    const assessment::About &about, const QList<SavedAnswer> &answers) override;

    Result<Saved> recordReview(const CaseId &id, int revision, const QString &fingerprint,
                               const assessment::Review &review, Expected expected) override;
    Result<QList<FiledReview>> reviews(const CaseId &id, int revision) const override;
    Result<Saved> logSupply(const CaseId &id, const assessment::SupplyEntry &entry, int replaces,
                            Expected expected) override;
    Result<Saved> strikeSupply(const CaseId &id, int number, const QString &reason, Expected expected) override;
    Result<QList<assessment::LoggedSupply>> supplyLog(const CaseId &id) const override;

    Result<void> archiveCatalogue(const QString &hash, const QString &version, const QByteArray &sources) override;
    Result<QByteArray> archivedCatalogue(const QString &hash) const override;
    Result<QStringList> archivedCatalogues() const override;

    Result<overlay::Overlay> overlay() const override;
    Result<QList<ReadingEvent>> readings() const override;
    Result<void> saveReading(const overlay::Reading &reading) override;
    Result<void> withdrawReading(const QString &subject, const QString &note) override;
    Result<qsizetype> importReadings(const overlay::Overlay &given) override;

    Result<std::optional<CaseId>> lastOpened() const override;
    Result<void> setLastOpened(const CaseId &id) override;
    Result<std::optional<QString>> setting(const QString &name) const override;
    Result<void> setSetting(const QString &name, const QString &value) override;

    Result<Verification> verify(const Progress &progress) const override;

private:
    /// A change for the audit.
    struct Change {
        QString what;
        QJsonValue before;
        QJsonValue after;
    };
    /// What a change has to know of its case.
    struct CaseLine {
        CaseId id;
        QString reference;
        QString title;
        QString changed;
        int revision = 0;
        bool draft = false;
        bool removed = false;
        qint64 sequence = 0; // of the last audit row
        QString head;        // its hash
        QString now;         // the time of the change being made
    };
    /// Writes the tables and says what it did; nullopt where there was nothing to do.
    using Work = std::function<Result<std::optional<Change>>(const CaseLine &)>;

    // opening.cpp
    Result<void> prepareFile(const QString &path, const RegisterOptions &options, Connection::Access &access);
    Result<void> setPragmas();

    // reading.cpp
    Result<CaseContent> loadHere(const CaseId &id, int revision) const;
    Result<QList<SavedAnswer>> readAnswers(const CaseId &id, int revision) const;
    Result<QList<SavedLateChange>> readLateChanges(const CaseId &id, int revision) const;
    std::unexpected<RegisterError> fail(RegisterError::Kind kind, const QString &detail = {}) const;

    // changing.cpp
    QString nowText() const;
    Result<std::optional<CaseLine>> caseLine(const CaseId &id) const;
    Result<Saved> changeCase(const CaseId &id, Expected expected, const Work &work);
    Result<Saved> changeDraft(const CaseId &id, Expected expected, const Work &work);
    Result<Saved> append(const CaseLine &line, const Change &change);
    /// One more link in the register's chain.
    Result<void> linkHead(const CaseId &id, qint64 sequence, const QString &hash);
    Result<void> repeatInCase(const CaseLine &line);
    Result<void> insertCase(const CaseLine &line, bool imported);
    Result<void> insertRevision(const CaseLine &line, const CaseContent &content, bool imported);
    Result<void> insertAnswer(const CaseId &id, int revision, const SavedAnswer &answer);
    Result<void> deleteAnswer(const CaseId &id, int revision, const reasoning::FactKey &key);
    Result<void> setColumns(const CaseLine &line, const QString &sql, const QStringList &values);
    Result<QString> head(qint64 *sequence) const;

    // drafts.cpp
    Result<QJsonArray> addLateChanges(const CaseLine &line, const QList<SavedLateChange> &changes);
    Result<std::optional<Change>> changeAnswers(const CaseLine &line, const QList<SavedAnswer> &answers,
                                                const QList<reasoning::FactKey> &removed, const QString &reason);

    // afterwards.cpp
    using Entry = std::function<Result<assessment::LoggedSupply>(const QList<assessment::LoggedSupply> &)>;
    Result<qint64> nextNumber(const QString &table, const CaseId &id) const;
    Result<Saved> appendToLog(const CaseId &id, Expected expected, int replaces, const Entry &make);

    // filing.cpp
    Result<void> checkDocument(const FinishedDocument &document) const;
    Result<void> fileDocument(const CaseLine &line, const FinishedDocument &document);

    // readings.cpp
    Result<void> appendReading(ReadingEvent event);
    Result<qsizetype> saveReadings(const QList<overlay::Reading> &given, ReadingEvent::What what);

    Connection m_connection;
    const Clock &m_clock;
    QString m_who;
    bool m_readOnly = false;
};

} // namespace clearway::cases::sqlite
