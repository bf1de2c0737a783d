// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace clearway::store {

/// One file of the catalogue's sources, as it was read.
struct SourceFile {
    QString path; ///< relative to the folder of the sources, with "/"
    QByteArray bytes;
    friend bool operator==(const SourceFile &, const SourceFile &) = default;
};

/// The sources of a catalogue. Their order carries no meaning: the compiler sorts them by path.
using Sources = QList<SourceFile>;

} // namespace clearway::store
