// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/words.h"

#include "model/classification/plainwords.h"

#include <libstemmer.h>

#include <memory>

namespace clearway::classification {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 60; // nothing longer is a word
constexpr qsizetype longestAcronym = 6;

/// One for each reading: a stemmer keeps what it is at, and readings may run side by side.
class Stemmer {
public:
    QString stem(const QString &word) const
    {
        if (!m_stemmer)
            return word;
        const QByteArray bytes = word.toUtf8();
        const sb_symbol *stemmed =
            sb_stemmer_stem(m_stemmer.get(), reinterpret_cast<const sb_symbol *>(bytes.constData()), int(bytes.size()));
        return stemmed ? QString::fromUtf8(reinterpret_cast<const char *>(stemmed), sb_stemmer_length(m_stemmer.get()))
                       : word;
    }

private:
    struct End {
        void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
    };
    std::unique_ptr<sb_stemmer, End> m_stemmer{sb_stemmer_new("english", nullptr)};
};

/// "sizes" is as common as "size".
bool isPlain(const QString &lower)
{
    return tellsLittle(lower) || (lower.endsWith(u's') && tellsLittle(lower.chopped(1)));
}

bool isAcronym(QStringView word)
{
    return word.size() >= 2 && word.size() <= longestAcronym
           && std::ranges::all_of(word, [](QChar letter) { return letter.isUpper(); });
}

/// Calls with each word as it is written, without marks, and where it stands.
template<typename Take>
void eachWord(const QString &text, Take take)
{
    QString word;
    qsizetype from = 0;
    qsizetype at = 0;
    const auto end = [&] {
        if (!word.isEmpty() && word.size() <= longestWord)
            take(word, from, at - from);
        word.clear();
    };
    while (at < text.size()) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const QString point = text.sliced(at, pair ? 2 : 1);
        QString plain;
        if (point.size() == 1 && point[0].unicode() < 128) {
            if (point[0].isLetterOrNumber())
                plain = point;
        } else if (!point[0].isSurrogate() || pair) {
            for (const QChar part : point.normalized(QString::NormalizationForm_KD)) {
                if (part.isLetterOrNumber() || part.isSurrogate())
                    plain += part;
            }
            if (plain.isEmpty() && point[0].isMark())
                plain = u""_s;
        }
        const bool isMark = plain.isEmpty() && !pair && point[0].isMark();
        if (plain.isEmpty() && !isMark) {
            end();
        } else {
            if (word.isEmpty() && !isMark)
                from = at;
            word += plain;
        }
        at += point.size();
    }
    end();
}

} // namespace

WordReader::WordReader(QSet<QString> inCapitalsOnly)
    : m_inCapitalsOnly(std::move(inCapitalsOnly))
{}

QList<Word> WordReader::read(const QString &text) const
{
    QList<Word> words;
    const Stemmer stemmer;
    eachWord(text.left(longestText), [&](const QString &word, qsizetype from, qsizetype length) {
        if (isAcronym(word) && m_inCapitalsOnly.contains(word)) {
            words.append({false, word, from, length});
            return;
        }
        // "UAVs" is more than one UAV.
        const QString single = word.chopped(1);
        if (word.endsWith(u's') && word.size() > 3 && isAcronym(single) && m_inCapitalsOnly.contains(single)) {
            words.append({false, single, from, length});
            return;
        }
        const QString lower = word.toLower();
        if (lower.size() >= 2 && !tellsNothing(lower))
            words.append({isPlain(lower), stemmer.stem(lower), from, length});
    });
    return words;
}

void AcronymFinder::add(const QString &text)
{
    const Stemmer stemmer;
    eachWord(text, [&](const QString &word, qsizetype, qsizetype) {
        if (isAcronym(word)) {
            m_acronyms.insert(word);
        } else if (word.sliced(1).isLower()) {
            m_plain.insert(word.toLower());
            m_plain.insert(stemmer.stem(word.toLower()));
        }
    });
}

QSet<QString> AcronymFinder::ambiguous() const
{
    const Stemmer stemmer;
    QSet<QString> found;
    for (const QString &acronym : m_acronyms) {
        const QString lower = acronym.toLower();
        if (acronym.size() == 2 || tellsNothing(lower) || m_plain.contains(lower)
            || m_plain.contains(stemmer.stem(lower))) {
            found.insert(acronym);
        }
    }
    return found;
}

} // namespace clearway::classification
