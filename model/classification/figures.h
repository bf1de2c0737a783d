// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "model/classification/textquantities.h"
#include "model/classification/wordindex.h"

namespace clearway::classification {

/// A quantity of a text held against a criterion of the list.
struct FigureFinding {
    QString code; ///< the position whose criterion it is
    QString fact; ///< the parameter
    language::Comparison comparison = language::Comparison::Greater;
    language::Quantity limit;
    QString written;        ///< the quantity as the text has it
    qsizetype quantity = 0; ///< which of the text's quantities
    bool met = false;
    friend bool operator==(const FigureFinding &, const FigureFinding &) = default;
};

/// The criteria of the list that are one parameter against one limit, to hold the figures of a text against them. A
/// figure belongs to a parameter of its kind whose question has words that stand near the figure. Immutable; may be
/// used by several threads.
class Figures {
public:
    /// Both must outlive it.
    Figures(const language::RuleBook &rules, const WordIndex &words);

    /// What the text's figures say of one first-level entry: for each parameter that the text has a figure of, the
    /// criteria of a position that it may be, else (where a criterion fails on every position) one that fails.
    /// `near`: the words of the text; quantities and words of the same text.
    QList<FigureFinding> compare(const QString &firstLevel, const QList<TextQuantity> &quantities,
                                 const QList<Word> &near) const;

private:
    struct Criterion {
        QString fact;
        language::Comparison comparison;
        language::Quantity limit;
        bool alternative = false; ///< one of several of which one is enough
    };
    struct Parameter {
        QHash<QString, float> words; ///< stems of its question, with what they tell
        QString kind;
    };
    struct Position {
        QString code;
        QList<Criterion> own;
        QStringList above;    ///< codes of the positions above, nearest first
        QStringList siblings; ///< codes of those that must hold as well
    };
    /// How well a figure fits a parameter by the words near it; 0: not at all.
    float nearness(const Parameter &parameter, const TextQuantity &quantity, const QList<Word> &near) const;

    const language::RuleBook *m_rules;
    const WordIndex *m_words;
    QHash<QString, Parameter> m_parameters;
    QHash<QString, int> m_parametersOfKind;
    QHash<QString, QList<Position>> m_positions; // by first-level code; those with criteria of their own
    QHash<QString, qsizetype> m_place;           // of a position among these
};

} // namespace clearway::classification
