// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"
#include "catalogue/language/thesaurus.h"
#include "model/classification/textquantities.h"
#include "model/classification/words.h"

#include <vector>

namespace clearway::classification {

/// What a text is compared with: one position of the list, one first-level entry with all below it, or one ordinary
/// topic.
struct IndexedText {
    enum class Kind { Position, WholeEntry, OrdinaryTopic };
    Kind kind = Kind::Position;
    QString id;           ///< code, or id of the topic
    qsizetype entry = -1; ///< which of firstLevel(); -1 of a topic
};

/// How much a text has in common with each of the indexed ones.
struct SharedWords {
    struct Shared {
        qsizetype word; ///< which word of the text, by its first occurrence
        float weight;
    };
    /// An expression of a title, of keywords or of a topic that stands in the text as it is.
    struct Expression {
        qsizetype first; ///< which word of the text
        qsizetype count; ///< of words
        float weight;
    };
    QList<Word> words;           ///< of the text
    std::vector<float> telling;  ///< of each word of the text: how much it tells; 0 where it stood before
    std::vector<float> odds;     ///< of each word: how much likelier among entries than among topics, as a logarithm
    std::vector<float> score;    ///< by indexed text
    std::vector<float> coverage; ///< by indexed text: what the words that it shares tell, 0 to 1 of the text's whole
    std::vector<float> named;    ///< by indexed text: its most telling expression in the text
};

/// The words of the list and of ordinary topics, made for comparing texts with them: BM25 over weighted fields, with a
/// further share for whole expressions. Immutable; may be used by several threads.
class WordIndex {
public:
    WordIndex(const language::RuleBook &rules, const language::Thesaurus &thesaurus);

    const std::vector<IndexedText> &texts() const { return m_texts; }
    /// Codes of the first-level entries, in the list's order.
    const QStringList &firstLevel() const { return m_firstLevel; }
    /// Which of texts() is the whole of a first-level entry.
    size_t wholeEntry(qsizetype entry) const { return m_wholeEntries[size_t(entry)]; }
    const WordReader &reader() const { return m_reader; }

    /// `quantities` of the same text, in their order: what belongs to one is no word.
    SharedWords compare(const QString &text, const QList<TextQuantity> &quantities) const;
    /// The words of the text that an indexed text shares, most telling first, and its expressions that stand there.
    QList<SharedWords::Shared> sharedWith(size_t indexed, const SharedWords &shared) const;
    QList<SharedWords::Expression> expressionsOf(size_t indexed, const SharedWords &shared) const;
    /// How much a word tells: more the fewer entries and topics have it, most where none has.
    float telling(const QString &stem) const;

private:
    struct Posting {
        quint32 text;
        float weight; ///< of the word there, by field and length
    };
    struct Expression {
        std::vector<qint32> terms;
        quint32 text;
    };
    struct Fields;
    struct Building;

    void add(Building &building, IndexedText text, const Fields &fields, bool hasExpressions);
    void finish(const Building &building);
    qint32 term(const QString &stem) const { return m_terms.value(stem, -1); }

    WordReader m_reader;
    std::vector<IndexedText> m_texts;
    QStringList m_firstLevel;
    std::vector<size_t> m_wholeEntries;
    QHash<QString, qint32> m_terms;
    std::vector<float> m_telling; // by term
    std::vector<float> m_odds;    // by term
    float m_mostTelling = 0;
    std::vector<std::vector<Posting>> m_postings;       // by term
    std::vector<std::vector<Expression>> m_expressions; // by their first term
};

} // namespace clearway::classification
