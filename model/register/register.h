// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/register/audit.h"
#include "model/register/case.h"
#include "model/register/clock.h"
#include "model/register/filed.h"
#include "model/register/readings.h"
#include "model/register/registererror.h"

#include <QStringList>

#include <memory>

namespace clearway::cases {

/// How a register is opened.
struct RegisterOptions {
    QString who = {};       ///< the user's name for the audit, as the operating system knows it
    bool readOnly = false;  ///< only look: a damaged register shows what can still be read
    int busyTimeout = 5000; ///< milliseconds to wait for another writer before Busy
};

/// The cases and their audit, in one place. Every saving call is one transaction that writes the change and its audit
/// row; when it returns a value, the change is on the disk. A Register belongs to the thread that opened it: a worker
/// opens its own. All texts are kept as given; all times are UTC.
///
/// `expected`, where given, is CaseContent::sequence or Saved::sequence as last seen: if the case was changed elsewhere
/// since, nothing is saved and the error is Conflict.
class Register {
public:
    using Expected = std::optional<qint64>;

    virtual ~Register() = default;
    Register(const Register &) = delete;
    Register &operator=(const Register &) = delete;

    /// Where it is, for people.
    virtual QString place() const = 0;
    /// Saving is refused with ReadOnly: asked for, or the file or its folder cannot be written.
    virtual bool isReadOnly() const = 0;

    // Looking

    virtual Result<CasePage> list(const CaseQuery &query = {}) const = 0;
    /// How many cases there are (with the query's text and state; its `after` and `limit` do not count).
    virtual Result<qint64> count(const CaseQuery &query = {}) const = 0;
    virtual Result<std::optional<CaseId>> findReference(const QString &reference) const = 0;
    /// A revision with its answers; 0: the current one.
    virtual Result<CaseContent> load(const CaseId &id, int revision = 0) const = 0;
    /// Oldest first.
    virtual Result<QList<RevisionSummary>> revisions(const CaseId &id) const = 0;
    /// The finished document; 0: the newest finished revision. NotFound where none is finished.
    virtual Result<FinishedDocument> document(const CaseId &id, int revision = 0) const = 0;
    /// All changes of a case, oldest first; those of a removed case as well.
    virtual Result<QList<AuditRow>> audit(const CaseId &id) const = 0;
    /// The register's last head, hex; genesis where nothing was ever saved.
    virtual Result<QString> head() const = 0;

    // Drafts. Each is refused with Finished where the current revision is.

    virtual Result<CaseContent> createCase(const NewCase &newCase) = 0;
    /// Adds the answer or replaces the one under its key. Once a result was shown, replacing a value by another counts
    /// as a late change, for which `reason` may be given now or by explainLateChange().
    virtual Result<Saved> saveAnswer(const CaseId &id, const SavedAnswer &answer, const QString &reason = {},
                                     Expected expected = {}) = 0;
    /// Takes the answer back; NotFound where there is none. Counts as a late change as well.
    virtual Result<Saved> removeAnswer(const CaseId &id, const reasoning::FactKey &key, const QString &reason = {},
                                       Expected expected = {}) = 0;
    /// Several answers and removals in one transaction: what one page of the interview changes, or a re-marking.
    virtual Result<Saved> saveAnswers(const CaseId &id, const QList<SavedAnswer> &answers,
                                      const QList<reasoning::FactKey> &removed, const QString &reason = {},
                                      Expected expected = {}) = 0;
    /// Activities, items, recipients, the day, what was looked at. Answers of holders that are gone are removed with
    /// it.
    virtual Result<Saved> setStructure(const CaseId &id, const Structure &structure, Expected expected = {}) = 0;
    virtual Result<Saved> rename(const CaseId &id, const QString &title, Expected expected = {}) = 0;
    virtual Result<Saved> setAbout(const CaseId &id, const assessment::About &about, Expected expected = {}) = 0;
    /// Under which catalogue the draft is answered from now on.
    virtual Result<Saved> setCatalogue(const CaseId &id, const QString &hash, const QString &version,
                                       Expected expected = {}) = 0;
    /// A result was put before the person. Calls with an outcome that is on record already write nothing.
    virtual Result<Saved> recordResultShown(const CaseId &id, const QString &outcome, Expected expected = {}) = 0;
    /// The reason of a late change, given afterwards.
    virtual Result<Saved> explainLateChange(const CaseId &id, int number, const QString &reason,
                                            Expected expected = {}) = 0;
    /// Removes the draft: a case that has nothing else leaves the list, another goes back to its last
    /// finished revision. The audit keeps all that was in it; the reference is never used again. Refused
    /// (Invalid) where the case would leave the list with entries in its supply log: those have to be kept.
    virtual Result<Saved> removeDraft(const CaseId &id, Expected expected = {}) = 0;

    // Documents

    /// Files the draft as a finished revision, unchangeable from then on. The document must be of this case and
    /// revision (Invalid) and match its fingerprint (Tampered).
    virtual Result<Saved> finish(const CaseId &id, const FinishedDocument &document, Expected expected = {}) = 0;
    /// A new draft from the newest revision, which must be finished (Conflict); gives the draft.
    virtual Result<CaseContent> openRevision(const CaseId &id, Expected expected = {}) = 0;
    /// Takes in a finished document from elsewhere. `structure`, `about` and `answers` are those that the document
    /// holds, so that a new revision can start from them.
    virtual Result<Imported> importDocument(const FinishedDocument &document, const Structure &structure,
                                            const assessment::About &about, const QList<SavedAnswer> &answers) = 0;

    // Afterwards: these only grow, beside drafts and finished revisions alike.

    /// Records what someone other than the assessor found about a finished revision (0: the current one).
    /// `fingerprint` is that of the document they looked at: Conflict where another one is filed; Invalid
    /// where the revision is a draft or assessment::problemsIn() names something.
    virtual Result<Saved> recordReview(const CaseId &id, int revision, const QString &fingerprint,
                                       const assessment::Review &review, Expected expected = {}) = 0;
    /// Oldest first; of one revision, or (0) of all.
    virtual Result<QList<FiledReview>> reviews(const CaseId &id, int revision = 0) const = 0;
    /// Adds an entry to the supply log of the case, in the place of the entry `replaces` if that is not 0.
    virtual Result<Saved> logSupply(const CaseId &id, const assessment::SupplyEntry &entry, int replaces = 0,
                                    Expected expected = {}) = 0;
    /// Says of an entry that it was made in error; it stays on record with the reason.
    virtual Result<Saved> strikeSupply(const CaseId &id, int number, const QString &reason, Expected expected = {}) = 0;
    /// Every entry, the replaced ones as well, in the order in which they were written.
    virtual Result<QList<assessment::LoggedSupply>> supplyLog(const CaseId &id) const = 0;

    // Catalogues that assessments used

    /// Keeps the canonical sources of a catalogue, compressed; once is enough, again does nothing.
    virtual Result<void> archiveCatalogue(const QString &hash, const QString &version, const QByteArray &sources) = 0;
    virtual Result<QByteArray> archivedCatalogue(const QString &hash) const = 0;
    virtual Result<QStringList> archivedCatalogues() const = 0;

    // What the office has read beside the text of the law (model/overlay)

    /// As it stands now.
    virtual Result<overlay::Overlay> overlay() const = 0;
    /// Every reading and withdrawal, oldest first.
    virtual Result<QList<ReadingEvent>> readings() const = 0;
    /// Puts it in the place of an earlier one on the same subject; the same once more writes nothing.
    virtual Result<void> saveReading(const overlay::Reading &reading) = 0;
    /// NotFound where nothing was read on that subject.
    virtual Result<void> withdrawReading(const QString &subject, const QString &note) = 0;
    /// Takes over what another office has read, in the place of what stands here on the same subjects; how many
    /// changed.
    virtual Result<qsizetype> importReadings(const overlay::Overlay &given) = 0;

    // Small things to remember; not part of the audit

    /// The case to continue with on start; nullopt where there is none or it was removed.
    virtual Result<std::optional<CaseId>> lastOpened() const = 0;
    virtual Result<void> setLastOpened(const CaseId &id) = 0;
    virtual Result<std::optional<QString>> setting(const QString &name) const = 0;
    virtual Result<void> setSetting(const QString &name, const QString &value) = 0;

    // Proof

    /// Walks everything: the file itself, every chain, every table against what the audit says, every document's
    /// fingerprint, every archived catalogue. What cannot be read is a problem too, so that damage does not end it.
    virtual Result<Verification> verify(const Progress &progress = {}) const = 0;

protected:
    Register() = default;
};

/// Opens the register in that file, or makes it: the file for its owner alone (0600), missing folders likewise (0700).
/// A file of an older version is brought up to date; one of a newer version, of another kind or damaged is refused and
/// left untouched. Where it can only be read it opens read-only (isReadOnly()). The clock must outlive the register.
Result<std::unique_ptr<Register>> openRegister(const QString &path, const Clock &clock,
                                               const RegisterOptions &options = {});

} // namespace clearway::cases
