// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace clearway::testing {

struct ToAttach {
    QString name;
    QByteArray data;
};

/// A page with text and attachments, as the report writes it (QPdfWriter); needs a QGuiApplication.
QByteArray writtenPdf(const QList<ToAttach> &attachments);

/// A PDF of these objects (numbered from 1, the first is the catalogue) with a right cross-reference table.
QByteArray pdfOf(const QList<QByteArray> &objects);

/// A dictionary's entries and the stream's bytes as one object, with the right length.
QByteArray streamObject(const QByteArray &entries, const QByteArray &bytes);

/// One empty page whose name tree of attachments holds `nameTree`, the text between the brackets of /Names.
/// The objects given become numbers 4 and up.
QByteArray pdfWithNames(const QByteArray &nameTree, const QList<QByteArray> &objects);

/// An entry of the name tree: a file of that name in the stream object of that number.
QByteArray fileEntry(const QByteArray &name, int object);

/// Bytes as Flate puts them, for /Filter /FlateDecode.
QByteArray deflated(const QByteArray &bytes);

} // namespace clearway::testing
