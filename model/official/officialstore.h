// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/control.h"
#include "model/official/lawtext.h"
#include "model/official/officialerror.h"
#include "model/official/officialtext.h"

#include <memory>
#include <optional>

namespace clearway::official {

/// The user's own database of official text: one file with the list of codes and, beside it, any number of Acts,
/// regulations and other instruments. Works only in the thread that opened it.
class OfficialStore {
public:
    enum class Access {
        Read,  ///< an existing one; NotImported where there is none
        Write, ///< made where there is none, for its owner alone
    };
    /// Errors: NotImported, Storage. A file of another kind or of a newer version is left as it is.
    static Result<OfficialStore> open(const QString &path, Access access);
    OfficialStore(OfficialStore &&) noexcept;
    OfficialStore &operator=(OfficialStore &&) noexcept;
    ~OfficialStore();

    /// Keeps this text in place of what was there, in one transaction: after an error or a cancel the old one is whole.
    Result<void> replace(const OfficialText &text, const Control &control = {});

    /// Errors: NotImported, Storage.
    Result<Instrument> instrument() const;
    /// What the instrument says at a code; nullopt: nothing.
    Result<std::optional<OfficialEntry>> entry(const QString &code) const;
    Result<OfficialText> whole() const;

    /// Keeps an Act or instrument in place of the one of the same title and compilation, in one transaction.
    Result<void> keep(const LawText &text, const Control &control = {});
    /// All of them, by title and compilation; none is no error.
    Result<QList<LawText>> laws() const;

private:
    struct Private;
    explicit OfficialStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Where it lies: beside the register of cases.
QString databaseBeside(const QString &registerPath);
/// Where it lies when nobody says otherwise: in the user's own data folder.
QString defaultDatabase();

} // namespace clearway::official
