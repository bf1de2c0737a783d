// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/suggestion.h"

#include <QList>
#include <QString>

namespace clearway::ui {

/// A place in a text that speaks for a suggestion, or against it.
struct TextMark {
    enum Kind { FigureMet, FigureMissed, Expression, Word };
    Kind kind = Word;
    qsizetype from = 0; ///< in UTF-16 units
    qsizetype length = 0;
    friend bool operator==(const TextMark &, const TextMark &) = default;
};

/// The places where the evidence of a suggestion stands, in the text's order and without overlaps: figures go before
/// expressions, these before words. At most `most`: more cannot be seen.
QList<TextMark> textMarks(const QString &text, const classification::Suggestion &suggestion,
                          const QList<classification::TextQuantity> &quantities, qsizetype most = 400);

/// A pasted text as it can be shown, saved and spoken: without characters that are no text (controls, halves of
/// characters) or turn the direction of what stands around them.
QString quotable(const QString &text);

} // namespace clearway::ui
