// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/control.h"
#include "model/official/lawtext.h"
#include "model/official/paragraph.h"

namespace clearway::official {

/// The sections of an Act or instrument. Where the paragraphs have the styles of the Register these tell headings from
/// text; otherwise (a PDF has none) a heading is a number in rising order with words behind it that end like a heading.
/// The instrument's title, compilation and dates are filled in as far as the paragraphs have them; a document without
/// any section gives an empty list.
LawText lawStructured(const QList<Paragraph> &paragraphs, const Control &control = {});

} // namespace clearway::official
