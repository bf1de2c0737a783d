// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace clearway::classification {

/// A telling word of a text, as it is compared with other texts.
struct Word {
    bool plain = false; ///< common in texts on anything: it tells little, where it is shared
    QString stem;       ///< lower case, without marks and endings; of an acronym that is also a word, its capitals
    qsizetype from = 0; ///< where it stands in the text, in UTF-16 units
    qsizetype length = 0;
};

/// Reads the telling words of English texts: letters and digits between anything else, without the words that stand in
/// every text, each by its stem (Snowball's English stemmer).
class WordReader {
public:
    /// `inCapitalsOnly`: acronyms that are words as well ("SEA", "COIL"); written in capitals they stay apart from
    /// these.
    explicit WordReader(QSet<QString> inCapitalsOnly = {});
    /// Of the first `longestText` UTF-16 units.
    QList<Word> read(const QString &text) const;

    static constexpr qsizetype longestText = 200'000;

private:
    QSet<QString> m_inCapitalsOnly;
};

/// Collects from texts which of their acronyms are also written as plain words there, or are too short to be told from
/// such.
class AcronymFinder {
public:
    void add(const QString &text);
    QSet<QString> ambiguous() const;

private:
    QSet<QString> m_acronyms;
    QSet<QString> m_plain; // words in lower case, and their stems
};

} // namespace clearway::classification
