// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/document_error.h"

#include <QCoreApplication>

namespace clearway::documents {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Opening a document", text);
}

QString sentence(DocumentError::Kind kind)
{
    using enum DocumentError::Kind;
    switch (kind) {
    case CannotRead: return tr("The file cannot be read.");
    case Empty: return tr("The file is empty; expected a PDF made by Clearway, or its JSON record.");
    case NotPdfOrJson:
        return tr("This is not a PDF or JSON file; expected a PDF made by Clearway, or its JSON record.");
    case NotText: return tr("The record is not valid UTF-8 text; expected JSON in UTF-8.");
    case NoRecord:
        return tr("No Clearway record is attached to this PDF; expected an attachment named assessment.json. "
                  "A PDF that was printed again or merged loses it: ask for the original file.");
    case SeveralRecords:
        return tr("More than one attachment is named assessment.json, so it is not certain which one is meant; "
                  "expected exactly one.");
    case Encrypted:
        return tr("The PDF is encrypted: it needs a password to be opened. Save a copy without the password and "
                  "open that.");
    case Damaged: return tr("The file is damaged or cut off; expected a whole PDF. Ask for it to be sent again.");
    case TooLarge: return tr("The file, or what is attached to it, is too large to be read.");
    case ReaderMissing:
        return tr("The part of Clearway that reads documents (clearway-reader) could not be started; Clearway may "
                  "not be completely installed.");
    case ReaderStopped:
        return tr("The part of Clearway that reads documents (clearway-reader) stopped while reading this file. "
                  "Nothing of the file was used.");
    case TimedOut: return tr("Reading this file took too long and was stopped. Nothing of the file was used.");
    case Unprotected:
        return tr("This system does not offer every protection that is required for reading documents from "
                  "outside.");
    case Cancelled: return tr("Reading was cancelled.");
    }
    return {};
}

} // namespace

QString DocumentError::toText() const
{
    return detail.isEmpty() ? message : message + QStringLiteral(" (") + detail + QLatin1Char(')');
}

DocumentError documentError(DocumentError::Kind kind, const QString &detail)
{
    return {kind, sentence(kind), detail};
}

} // namespace clearway::documents
