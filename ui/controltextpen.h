// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/definedterms.h"

#include <QColor>
#include <QFont>
#include <QSet>
#include <QTextCursor>

class QTextDocument;
class QUrl;
class QWidget;

namespace clearway::ui {

class RuleColours;

/// The letters and colours of a text: a widget's, or paper's.
struct TextDress {
    QFont font;
    QColor text;
    QColor muted;
    QColor link;
    bool dark = false;
    bool onPaper = false; ///< where a definition cannot be asked for
    static TextDress of(const QWidget &widget);
    static TextDress ofPaper();
};

/// Where a link of a text leads: an entry's code, or a definition.
struct TextLink {
    QString code;              ///< empty: none
    qsizetype definition = -1; ///< index into RuleBook::definitions
    static QString toEntry(const QString &code);
    static QString toDefinition(qsizetype index);
    static TextLink of(const QString &href);
};

/// Writes texts of the list into a document: coloured as control text, with a link at each code that the catalogue
/// holds and at the first use of a defined term in a paragraph.
class ControlTextPen {
public:
    /// What a text is about: where it stands decides which definitions apply, and it does not lead to itself.
    struct Subject {
        QString category;
        QString code;
        qsizetype definition = -1;
    };
    enum class Tone { Body, Muted, Strong };

    /// All must outlive the pen.
    ControlTextPen(QTextDocument &document, const TextDress &dress, const language::RuleBook &rules,
                   const language::DefinedTerms &terms, const RuleColours &colours, const Subject &subject);

    /// A line of the program's own, as a heading of that level (1 to 3).
    void heading(const QString &text, int level);
    /// Begins a paragraph, so many steps inwards.
    void begin(int depth = 0, qreal above = 4);
    /// A text of the list.
    void write(const QString &text, Tone tone = Tone::Body);
    /// Likewise, where ^ and _ stand before what is raised and lowered.
    void writeOfficial(const QString &wording, Tone tone = Tone::Body);
    /// Words of the program's own, as they are.
    void say(const QString &text, Tone tone = Tone::Body);
    /// A code with a link to it, where the catalogue holds it.
    void code(const QString &code);
    void paragraph(const QString &text, Tone tone = Tone::Body, int depth = 0)
    {
        begin(depth);
        write(text, tone);
    }

private:
    struct Shift {
        qsizetype start;
        qsizetype length;
        QTextCharFormat::VerticalAlignment alignment;
    };
    QTextCharFormat letters(Tone tone) const;
    void write(const QString &text, Tone tone, const QList<Shift> &shifts);

    QTextCursor m_cursor;
    TextDress m_dress;
    const language::RuleBook &m_rules;
    const language::DefinedTerms &m_terms;
    const RuleColours &m_colours;
    Subject m_subject;
    QSet<qsizetype> m_linked; // definitions, in this paragraph
    bool m_empty = true;
};

} // namespace clearway::ui
