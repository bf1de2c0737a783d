// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/registererror.h"

#include <QCoreApplication>
#include <QDir>

namespace clearway::cases {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Register of cases", text);
}

} // namespace

QString RegisterError::toText() const
{
    const QString file = QDir::toNativeSeparators(path);
    switch (kind) {
    case Kind::CannotOpen:
        return tr("The register of cases %1 cannot be opened. Check that the folder exists and that you may use it.")
            .arg(file);
    case Kind::ReadOnly:
        return tr("The register of cases %1 can be read but not changed. Nothing was saved.").arg(file);
    case Kind::DiskFull:
        return tr("There is no room left on the disk for the register of cases %1. The last change was not saved; "
                  "everything before it is there.")
            .arg(file);
    case Kind::CannotWrite:
        return tr("The disk refused to write the register of cases %1. The last change was not saved; everything "
                  "before it is there.")
            .arg(file);
    case Kind::TooNew:
        return tr("The register of cases %1 was made by a newer version of Clearway. Nothing was changed in it; "
                  "install the newer version to open it.")
            .arg(file);
    case Kind::NotARegister:
        return tr("The file %1 is not a register of cases, or its beginning is damaged. Nothing was changed in it.")
            .arg(file);
    case Kind::Damaged:
        return tr("The register of cases %1 is damaged. Nothing was overwritten; what can still be read can be opened "
                  "for reading.")
            .arg(file);
    case Kind::Busy:
        return tr("Another program is writing to the register of cases %1. Nothing was saved; try again in a moment.")
            .arg(file);
    case Kind::Conflict:
        return tr("The case was changed elsewhere since it was read. Nothing was saved; load it again.");
    case Kind::NotFound: return tr("The register of cases does not hold what was asked for.");
    case Kind::Finished:
        return tr("This revision is finished and does not change any more. Open a new revision to change an answer.");
    case Kind::Invalid: return tr("What was to be saved is not valid. Nothing was saved.");
    case Kind::Tampered:
        return tr("The assessment was changed after it was finished: its fingerprint does not match its content. "
                  "Nothing was saved.");
    case Kind::Cancelled: return tr("Cancelled.");
    case Kind::Internal: break;
    }
    return tr("The register of cases %1 did not accept a change because of a mistake in Clearway. Nothing was saved.")
        .arg(file);
}

} // namespace clearway::cases
