// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/officialerror.h"

#include <QCoreApplication>
#include <QDir>

namespace clearway::official {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Official text", text);
}

} // namespace

QString OfficialError::toText() const
{
    const QString file = QDir::toNativeSeparators(path);
    const QString expected =
        tr("Expected is the Defence and Strategic Goods List as the DOCX or EPUB file that the "
           "Federal Register of Legislation offers, or an Act or instrument that the rules cite as "
           "its DOCX, EPUB, HTML or PDF file. Nothing was changed.");
    const auto withDetail = [&](const QString &what) -> QString {
        return what + u' ' + (detail.isEmpty() ? QString() : QString(detail + u' '));
    };
    switch (kind) {
    case Kind::CannotRead: return withDetail(tr("%1 cannot be read:").arg(file)) + expected;
    case Kind::TooLarge: return withDetail(tr("%1 is too large to be that file:").arg(file)) + expected;
    case Kind::NotAnArchive:
        return withDetail(tr("%1 is no DOCX, EPUB, HTML or PDF file, or it is damaged:").arg(file)) + expected;
    case Kind::WrongFormat: return withDetail(tr("%1 is no file of these formats:").arg(file)) + expected;
    case Kind::Malformed: return withDetail(tr("%1 is damaged or was tampered with:").arg(file)) + expected;
    case Kind::NoText: return withDetail(tr("%1 holds no text:").arg(file)) + expected;
    case Kind::NotKnown:
        return withDetail(tr("%1 is none of the texts that the catalogue names:").arg(file)) + expected;
    case Kind::NoSections: return withDetail(tr("%1 cannot be made out:").arg(file)) + expected;
    case Kind::NotTheList: return withDetail(tr("%1 does not hold the list:").arg(file)) + expected;
    case Kind::Cancelled: return tr("The import was cancelled. Nothing was changed.");
    case Kind::NotImported:
        return tr("No official text has been imported yet (%1). Import the DOCX or EPUB file that the Federal Register "
                  "of Legislation offers.")
            .arg(file);
    case Kind::Storage: break;
    }
    return withDetail(tr("The database of official text %1 cannot be used:").arg(file))
           + tr("What was in it is unchanged.");
}

} // namespace clearway::official
