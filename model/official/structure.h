// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/official/control.h"
#include "model/official/officialtext.h"
#include "model/official/paragraph.h"

namespace clearway::official {

/// Which paragraph says what about which code: entries and what belongs to no code, in order. The instrument's details
/// are filled in as far as the paragraphs have them.
///
/// Codes are partly typed whole, partly only by their last label, so that what decides is, in this order: whether a
/// paragraph stands in a note, which label can follow which, and how far it is indented. Names of styles help to tell
/// notes from entries and are no more than a hint, because the instrument's own use of them is loose.
OfficialText structured(const QList<Paragraph> &paragraphs, const Control &control = {});

} // namespace clearway::official
