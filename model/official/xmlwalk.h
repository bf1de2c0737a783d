// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/control.h"
#include "model/official/officialerror.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <functional>

namespace clearway::official {

/// What to do with one token; the depth counts the elements that are open, the one that begins or ends included.
using OnToken = std::function<void(QXmlStreamReader &xml, int depth)>;

enum class DocumentType {
    Refused,
    Public, ///< one that only names a public one, as XHTML has it; never one that declares something
};

/// Reads one part from its beginning to its end. Refuses entities that a part declares itself, nesting deeper than 256,
/// and what is not well-formed. Errors: Malformed, Cancelled; the names of file and part are
/// for the message.
Result<void> walkXml(const QByteArray &bytes, const QString &path, const QString &part, DocumentType type,
                     const Control &control, const OnToken &onToken);

} // namespace clearway::official
