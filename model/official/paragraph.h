// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace clearway::official {

/// A paragraph as both formats have it.
struct Paragraph {
    int number = 0;
    QString style;  ///< the name of its style, which both formats keep
    int indent = 0; ///< from the left margin, in twentieths of a point
    QString text;   ///< with tabs, with the label that automatic numbering prints, with marks as in OfficialNote
    bool inTable = false;
};

/// Puts a paragraph's text together from runs: marks what is raised or lowered once, makes letters of the Symbol font
/// what they look like, and a raised "o" a degree sign.
class MarkedText {
public:
    enum class Position { Normal, Raised, Lowered };
    void append(QStringView run, Position position);
    /// Where a run stands that was only moved off the line, by so many points: letters, digits and signs are raised or
    /// lowered then; an asterisk or a full stop there means nothing.
    static Position moved(QStringView run, double points);
    const QString &text() const { return m_text; }

private:
    QString m_text;
    Position m_position = Position::Normal;
};

/// The letter that the Symbol font shows for a code of its private range (U+F020 to U+F0FF); the code itself where
/// unknown.
QChar symbolLetter(QChar character);

/// The text with single plain spaces and plain hyphens, as it is kept, shown and compared.
QString cleaned(QStringView text);

} // namespace clearway::official
