// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/suggester.h"

#include "model/classification/calibration.h"

#include <algorithm>
#include <cmath>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

// Chosen on labelled items; within a wide range they change little.
constexpr double shareOfNext = 0.3; // of the positions after an entry's nearest
constexpr qsizetype nextOnes = 3;   // how many of them count
constexpr double spoken = 1.3;      // software where the text speaks of software, technology likewise
constexpr double unspoken = 0.85;   // and where it does not
constexpr qsizetype compared = 15;  // entries whose criteria the figures are held against
constexpr double eachMet = 0.12;    // for each criterion that a figure meets
constexpr double missed = 0.7;      // where figures leave no position of the entry
constexpr qsizetype mostWords = 8;  // of the evidence
constexpr qsizetype mostExpressions = 4;
constexpr qsizetype fifth = 4;

QSet<QString> stems(const WordReader &reader, const QString &text)
{
    QSet<QString> found;
    for (const Word &word : reader.read(text))
        found.insert(word.stem);
    return found;
}

} // namespace

struct Suggester::Candidate {
    qsizetype entry = 0;
    double score = 0;
    size_t nearest = 0; ///< of the index
    QList<FigureFinding> figures;
};

Suggester::Suggester(const RuleBook &rules, const Thesaurus &thesaurus)
    : m_rules(&rules)
    , m_words(rules, thesaurus)
    , m_figures(rules, m_words)
{
    m_softwareWords =
        stems(m_words.reader(),
              u"software library framework code api java python javascript program programs driver kernel application "
              "applications middleware compiler firmware toolkit package platform app algorithm algorithms server "
              "client plugin source repository simulator solver"_s);
    m_technologyWords =
        stems(m_words.reader(), u"drawings drawing know-how technology blueprints training documentation thesis design "
                                "manual manuals instructions process recipe"_s);
    const QSet<QString> software = stems(m_words.reader(), u"software"_s);
    const QSet<QString> technology = stems(m_words.reader(), u"technology know-how"_s);
    for (const QString &code : m_words.firstLevel()) {
        const Entry &entry = *rules.entries.constFind(code);
        const QSet<QString> title = stems(m_words.reader(), entry.title);
        const bool grouped = !entry.group.isEmpty();
        if (grouped ? entry.group == "D"_L1 : title.intersects(software))
            m_about.append(About::Software);
        else if (grouped ? entry.group == "E"_L1 : title.intersects(technology))
            m_about.append(About::Technology);
        else
            m_about.append(About::Things);
    }
}

QList<Suggester::Candidate> Suggester::candidates(const SharedWords &shared) const
{
    const std::vector<IndexedText> &texts = m_words.texts();
    std::vector<std::vector<std::pair<float, size_t>>> positions(size_t(m_words.firstLevel().size()));
    for (size_t text = 0; text < texts.size(); ++text) {
        if (texts[text].kind == IndexedText::Kind::Position && shared.score[text] > 0)
            positions[size_t(texts[text].entry)].emplace_back(shared.score[text], text);
    }
    bool ofSoftware = false;
    bool ofTechnology = false;
    for (const Word &word : shared.words) {
        ofSoftware = ofSoftware || m_softwareWords.contains(word.stem);
        ofTechnology = ofTechnology || m_technologyWords.contains(word.stem);
    }
    QList<Candidate> found;
    for (qsizetype entry = 0; entry < qsizetype(positions.size()); ++entry) {
        auto &own = positions[size_t(entry)];
        if (own.empty())
            continue;
        std::ranges::stable_sort(own, std::ranges::greater(), &std::pair<float, size_t>::first);
        double score = double(own.front().first) + double(shared.score[m_words.wholeEntry(entry)]);
        for (size_t next = 1; next < own.size() && next <= size_t(nextOnes); ++next)
            score += shareOfNext * double(own[next].first);
        if (m_about[entry] == About::Software)
            score *= ofSoftware ? spoken : unspoken;
        else if (m_about[entry] == About::Technology)
            score *= ofTechnology ? spoken : unspoken;
        found.append({entry, score, own.front().second, {}});
    }
    const auto byScore = [](const Candidate &a, const Candidate &b) { return a.score > b.score; };
    std::ranges::stable_sort(found, byScore);
    return found;
}

Suggestion Suggester::explained(const Candidate &candidate, const QString &text, const SharedWords &shared) const
{
    Suggestion suggestion;
    suggestion.code = m_words.firstLevel()[candidate.entry];
    suggestion.position = m_words.texts()[candidate.nearest].id;
    suggestion.score = candidate.score;
    suggestion.figures = candidate.figures;
    const auto wordAt = [&](qsizetype place) {
        return text.sliced(shared.words[place].from, shared.words[place].length);
    };
    for (const SharedWords::Expression &expression : m_words.expressionsOf(candidate.nearest, shared)) {
        if (expression.count < 2 || suggestion.expressions.size() >= mostExpressions)
            continue;
        const Word &last = shared.words[expression.first + expression.count - 1];
        const qsizetype from = shared.words[expression.first].from;
        suggestion.expressions.append(text.sliced(from, last.from + last.length - from).simplified());
    }
    for (const SharedWords::Shared &word : m_words.sharedWith(m_words.wholeEntry(candidate.entry), shared)) {
        if (suggestion.words.size() >= mostWords)
            break;
        suggestion.words.append(wordAt(word.word));
    }
    return suggestion;
}

Suggestions Suggester::suggest(const QString &text, int limit) const
{
    Suggestions found;
    found.quantities = quantitiesIn(text.left(WordReader::longestText), m_rules->units);
    const SharedWords shared = m_words.compare(text, found.quantities);
    QList<Candidate> candidates = this->candidates(shared);
    for (qsizetype place = 0; place < std::min(compared, candidates.size()); ++place) {
        Candidate &candidate = candidates[place];
        candidate.figures = m_figures.compare(m_words.firstLevel()[candidate.entry], found.quantities, shared.words);
        const auto met = std::ranges::count(candidate.figures, true, &FigureFinding::met);
        if (met == candidate.figures.size())
            candidate.score *= 1 + eachMet * double(std::min<qsizetype>(met, 3));
        else
            candidate.score *= missed;
    }
    std::ranges::stable_sort(candidates, [](const Candidate &a, const Candidate &b) { return a.score > b.score; });

    using F = LikenessFeatures;
    std::array<double, F::Count> &feature = found.features.value;
    QSet<QString> different;
    for (const Word &word : shared.words)
        different.insert(word.stem);
    const double root = std::sqrt(double(std::max<qsizetype>(different.size(), 1)));
    const auto raise = [](double &value, float by) { value = std::max(value, double(by)); };
    size_t topic = m_words.texts().size();
    for (size_t place = 0; place < m_words.texts().size(); ++place) {
        switch (m_words.texts()[place].kind) {
        case IndexedText::Kind::Position:
            raise(feature[F::BestPosition], shared.score[place]);
            raise(feature[F::PositionNamed], shared.named[place]);
            break;
        case IndexedText::Kind::WholeEntry: raise(feature[F::BestEntry], shared.score[place]); break;
        case IndexedText::Kind::OrdinaryTopic:
            if (topic == m_words.texts().size() || shared.score[place] > shared.score[topic])
                topic = place;
            raise(feature[F::TopicNamed], shared.named[place]);
            break;
        }
    }
    if (topic < m_words.texts().size()) {
        feature[F::BestTopic] = double(shared.score[topic]);
        feature[F::TopicShare] = double(shared.coverage[topic]);
    }
    for (const int by : {F::BestPosition, F::BestEntry, F::BestTopic, F::PositionNamed, F::TopicNamed})
        feature[size_t(by)] /= root;
    std::vector<float> odds = shared.odds;
    std::ranges::sort(odds, std::ranges::greater());
    for (size_t place = 0; place < odds.size(); ++place) {
        feature[F::WordOdds] += double(odds[place]) / root;
        if (place < 3)
            feature[F::BestWordOdds] += double(odds[place]) / 3;
    }
    feature[F::Length] = std::log(double(std::max<qsizetype>(different.size(), 1)));
    if (!candidates.isEmpty()) {
        const Candidate &first = candidates.first();
        feature[F::PositionShare] = double(shared.coverage[first.nearest]);
        feature[F::EntryShare] = double(shared.coverage[m_words.wholeEntry(first.entry)]);
        const double distant = candidates.size() > fifth ? candidates[fifth].score : 0;
        feature[F::Margin] = first.score > 0 ? (first.score - distant) / first.score : 0;
        for (qsizetype place = 0; place < std::min<qsizetype>(3, candidates.size()); ++place) {
            const auto met = std::ranges::count(candidates[place].figures, true, &FigureFinding::met);
            feature[F::FiguresMet] = std::max(feature[F::FiguresMet], double(std::min<qsizetype>(met, 3)));
        }
        feature[F::FiguresMissed] = !first.figures.isEmpty() && !first.figures.first().met ? 1 : 0;
    }
    found.likeness = candidates.isEmpty() ? 0 : likenessOf(found.features);
    found.flagged = found.likeness >= calibration().threshold;
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (found.suggestions.size() >= limit)
            break;
        found.suggestions.append(explained(candidate, text, shared));
    }
    return found;
}

} // namespace clearway::classification
