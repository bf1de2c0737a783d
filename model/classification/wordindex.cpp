// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/wordindex.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

// The weights were chosen on labelled items (tests/data/suggestions): within a wide range they change little.
enum Field { Title, Keywords, Summary, Above, FieldCount };
constexpr std::array<float, FieldCount> fieldWeights{8, 6, 3, 1};
constexpr float lengthShare = 0.6F;    // how much a long field divides its words' weight
constexpr float saturation = 1.5F;     // the weight at which a word has half of its effect
constexpr float highest = 3;           // the effect that a word comes near to, times what it tells
constexpr float shareOfUnknown = 0.6F; // what a word tells that nothing has, beside one that a single entry has
constexpr float mostOfPlain = 1;       // what a word tells that is common in texts on anything
constexpr size_t longestTitle = 4;     // words; a longer one is a sentence and no expression

template<typename T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

enum Kinds { Positions, WholeEntries, Topics, KindCount };

// Of a word in a phrase of several, beside the share of the whole phrase. A topic's phrases are ordinary as phrases
// only: a laser pointer says nothing about lasers.
constexpr std::array<float, KindCount> weightOfPart{1, 1, 0.4F};

} // namespace

struct WordIndex::Fields {
    std::vector<qint32> title;
    std::vector<qint32> name; ///< the title's beginning
    std::vector<std::vector<qint32>> keywords;
    std::vector<qint32> summary;
    std::vector<qint32> above;
};

struct WordIndex::Building {
    using Counts = std::array<float, FieldCount>;
    std::vector<QHash<qint32, Counts>> words; // by text
    std::vector<Counts> lengths;              // by text
    std::array<Counts, KindCount> total{};    // of the lengths, by kind
    std::array<float, KindCount> texts{};     // how many, by kind
    std::vector<std::set<qsizetype>> groups;  // by term: entries (0, 1, …) and topics (-1, -2, …) that have it
    qsizetype topics = 0;
};

WordIndex::WordIndex(const RuleBook &rules, const Thesaurus &thesaurus)
{
    AcronymFinder acronyms;
    for (const QString &code : rules.entryOrder) {
        const Entry &entry = *rules.entries.constFind(code);
        acronyms.add(entry.title + u' ' + entry.summary + u' ' + entry.keywords.join(u' '));
    }
    for (const OrdinaryTopic &topic : thesaurus.ordinary)
        acronyms.add(topic.title + u' ' + topic.words.join(u' '));
    m_reader = WordReader(acronyms.ambiguous());

    Building building;
    QHash<QString, std::vector<qint32>> known; // many texts are read more than once
    const auto termsOf = [&](const QString &text) {
        if (const auto found = known.constFind(text); found != known.cend())
            return *found;
        std::vector<qint32> terms;
        for (const Word &word : m_reader.read(text)) {
            auto at = m_terms.find(word.stem);
            if (at == m_terms.end()) {
                at = m_terms.insert(word.stem, qint32(m_terms.size()));
                building.groups.emplace_back();
            }
            terms.push_back(*at);
        }
        known.insert(text, terms);
        return terms;
    };

    QHash<QString, qsizetype> entryOf;
    std::vector<Fields> whole;
    for (const QString &code : rules.entryOrder) {
        const Entry &entry = *rules.entries.constFind(code);
        if (entry.parent.isEmpty()) {
            entryOf.insert(code, m_firstLevel.size());
            m_firstLevel.append(code);
            whole.emplace_back();
        } else {
            entryOf.insert(code, entryOf.value(entry.parent));
        }
        if (entry.reserved)
            continue;
        Fields fields;
        fields.title = termsOf(entry.title);
        // A substance's title has its number or formula behind the name.
        fields.name = termsOf(entry.title.section(u'(', 0, 0).section(u',', 0, 0));
        for (const QString &keyword : entry.keywords)
            fields.keywords.push_back(termsOf(keyword));
        fields.summary = termsOf(entry.summary);
        for (QString above = entry.parent; !above.isEmpty(); above = rules.entries.constFind(above)->parent) {
            const std::vector<qint32> title = termsOf(rules.entries.constFind(above)->title);
            fields.above.insert(fields.above.end(), title.begin(), title.end());
        }
        Fields &all = whole[size_t(entryOf.value(code))];
        append(entry.parent.isEmpty() ? all.title : all.above, fields.title);
        append(entry.parent.isEmpty() ? all.summary : all.above, fields.summary);
        append(all.keywords, fields.keywords);
        add(building, {IndexedText::Kind::Position, code, entryOf.value(code)}, fields, true);
    }
    for (qsizetype entry = 0; entry < m_firstLevel.size(); ++entry) {
        m_wholeEntries.push_back(m_texts.size());
        add(building, {IndexedText::Kind::WholeEntry, m_firstLevel[entry], entry}, whole[size_t(entry)], false);
    }
    for (const OrdinaryTopic &topic : thesaurus.ordinary) {
        Fields fields;
        fields.title = termsOf(topic.title);
        for (const QString &word : topic.words)
            fields.keywords.push_back(termsOf(word));
        add(building, {IndexedText::Kind::OrdinaryTopic, topic.id, -1}, fields, true);
    }
    finish(building);
}

void WordIndex::add(Building &building, IndexedText text, const Fields &fields, bool hasExpressions)
{
    const size_t place = m_texts.size();
    const size_t kind = size_t(text.kind);
    const qsizetype group = text.entry >= 0 ? text.entry : --building.topics;
    QHash<qint32, Building::Counts> counts;
    Building::Counts lengths{};
    const auto count = [&](const std::vector<qint32> &terms, Field field, float weight = 1) {
        for (const qint32 term : terms) {
            counts[term][field] += weight;
            building.groups[size_t(term)].insert(group);
        }
        lengths[field] += float(terms.size());
    };
    count(fields.title, Title);
    for (const std::vector<qint32> &keyword : fields.keywords)
        count(keyword, Keywords, keyword.size() > 1 ? weightOfPart[size_t(text.kind)] : 1);
    count(fields.summary, Summary);
    count(fields.above, Above);
    for (size_t field = 0; field < FieldCount; ++field)
        building.total[kind][field] += lengths[field];
    ++building.texts[kind];
    building.words.push_back(std::move(counts));
    building.lengths.push_back(lengths);
    m_texts.push_back(std::move(text));

    if (!hasExpressions)
        return;
    m_expressions.resize(size_t(m_terms.size()));
    const auto express = [&](const std::vector<qint32> &terms) {
        if (!terms.empty())
            m_expressions[size_t(terms.front())].push_back({terms, quint32(place)});
    };
    for (const std::vector<qint32> &keyword : fields.keywords)
        express(keyword);
    if (fields.title.size() <= longestTitle)
        express(fields.title);
    if (fields.name.size() <= longestTitle && fields.name != fields.title)
        express(fields.name);
}

void WordIndex::finish(const Building &building)
{
    m_expressions.resize(size_t(m_terms.size()));
    m_postings.resize(size_t(m_terms.size()));
    const float groups = float(m_firstLevel.size() - building.topics);
    m_mostTelling = std::log(1 + groups) * shareOfUnknown;
    m_telling.reserve(size_t(m_terms.size()));
    const float topics = float(-building.topics);
    const float entries = float(m_firstLevel.size());
    for (const std::set<qsizetype> &having : building.groups) {
        const float count = float(having.size());
        const float ofEntries = float(std::distance(having.lower_bound(0), having.end()));
        m_odds.push_back(std::log((ofEntries + 0.5F) / (entries + 1))
                         - std::log((count - ofEntries + 0.5F) / (topics + 1)));
        m_telling.push_back(std::log(1 + (groups - count + 0.5F) / (count + 0.5F)));
    }
    for (size_t text = 0; text < m_texts.size(); ++text) {
        const size_t kind = size_t(m_texts[text].kind);
        std::array<float, FieldCount> weights{};
        for (size_t field = 0; field < FieldCount; ++field) {
            const float usual = std::max(building.total[kind][field] / std::max(building.texts[kind], 1.0F), 0.1F);
            const float length = std::max(building.lengths[text][field], usual / 2);
            weights[field] = fieldWeights[field] / (1 - lengthShare + lengthShare * length / usual);
        }
        for (const auto &[term, counts] : building.words[text].asKeyValueRange()) {
            float weight = 0;
            for (size_t field = 0; field < FieldCount; ++field)
                weight += weights[field] * counts[field];
            m_postings[size_t(term)].push_back({quint32(text), weight});
        }
    }
}

float WordIndex::telling(const QString &stem) const
{
    const qint32 known = term(stem);
    return known < 0 ? m_mostTelling : m_telling[size_t(known)];
}

SharedWords WordIndex::compare(const QString &text, const QList<TextQuantity> &quantities) const
{
    // What a figure is made of is compared as a figure; alone, a number is no word.
    const auto isFigure = [&](const Word &word) {
        const auto after = std::ranges::upper_bound(quantities, word.from, {}, &TextQuantity::from);
        if (after != quantities.begin()) {
            const TextQuantity &quantity = *std::prev(after);
            if (word.from < quantity.from + quantity.length && quantity.counted.isEmpty())
                return true;
        }
        return std::ranges::all_of(word.stem, [](QChar c) { return c.isDigit(); });
    };
    SharedWords shared;
    shared.words = m_reader.read(text);
    const size_t words = size_t(shared.words.size());
    shared.telling.assign(words, 0);
    shared.odds.assign(words, 0);
    shared.score.assign(m_texts.size(), 0);
    shared.coverage.assign(m_texts.size(), 0);
    shared.named.assign(m_texts.size(), 0);
    QSet<QString> seen;
    std::vector<qint32> terms(words, -1);
    float whole = 0;
    for (size_t place = 0; place < words; ++place) {
        const QString &stem = shared.words[qsizetype(place)].stem;
        const qint32 known = terms[place] = term(stem);
        if (seen.contains(stem))
            continue;
        seen.insert(stem);
        if (isFigure(shared.words[qsizetype(place)]))
            continue;
        float tells = known < 0 ? m_mostTelling : m_telling[size_t(known)];
        if (shared.words[qsizetype(place)].plain)
            tells = std::min(tells, mostOfPlain);
        shared.telling[place] = tells;
        if (known >= 0 && !shared.words[qsizetype(place)].plain)
            shared.odds[place] = m_odds[size_t(known)];
        whole += tells;
        if (known < 0)
            continue;
        for (const Posting &posting : m_postings[size_t(known)]) {
            shared.score[posting.text] += tells * highest * posting.weight / (saturation + posting.weight);
            shared.coverage[posting.text] += tells;
        }
    }
    if (whole > 0) {
        for (float &part : shared.coverage)
            part /= whole;
    }

    std::set<std::pair<const Expression *, quint32>> found;
    for (size_t place = 0; place < words; ++place) {
        if (terms[place] < 0)
            continue;
        for (const Expression &expression : m_expressions[size_t(terms[place])]) {
            const size_t count = expression.terms.size();
            if (place + count > words || !std::equal(expression.terms.begin(), expression.terms.end(), &terms[place]))
                continue;
            if (!found.emplace(&expression, expression.text).second)
                continue;
            float tells = 0;
            for (const qint32 part : expression.terms)
                tells += m_telling[size_t(part)];
            // A word alone has had its share.
            if (count > 1)
                shared.score[expression.text] += tells;
            shared.named[expression.text] = std::max(shared.named[expression.text], tells);
        }
    }
    return shared;
}

QList<SharedWords::Shared> WordIndex::sharedWith(size_t indexed, const SharedWords &shared) const
{
    QList<SharedWords::Shared> found;
    for (qsizetype place = 0; place < shared.words.size(); ++place) {
        const qint32 known = shared.telling[size_t(place)] > 0 ? term(shared.words[place].stem) : -1;
        if (known < 0)
            continue;
        const std::vector<Posting> &postings = m_postings[size_t(known)];
        const auto at = std::ranges::lower_bound(postings, quint32(indexed), {}, &Posting::text);
        if (at != postings.end() && at->text == indexed)
            found.append({place, shared.telling[size_t(place)] * at->weight / (saturation + at->weight)});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &SharedWords::Shared::weight);
    return found;
}

QList<SharedWords::Expression> WordIndex::expressionsOf(size_t indexed, const SharedWords &shared) const
{
    QList<SharedWords::Expression> found;
    const size_t words = size_t(shared.words.size());
    std::vector<qint32> terms(words, -1);
    for (size_t place = 0; place < words; ++place)
        terms[place] = term(shared.words[qsizetype(place)].stem);
    std::set<const Expression *> seen;
    for (size_t place = 0; place < words; ++place) {
        if (terms[place] < 0)
            continue;
        for (const Expression &expression : m_expressions[size_t(terms[place])]) {
            const size_t count = expression.terms.size();
            if (expression.text != indexed || place + count > words || seen.contains(&expression)
                || !std::equal(expression.terms.begin(), expression.terms.end(), &terms[place])) {
                continue;
            }
            seen.insert(&expression);
            float tells = 0;
            for (const qint32 part : expression.terms)
                tells += m_telling[size_t(part)];
            found.append({qsizetype(place), qsizetype(count), tells});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &SharedWords::Expression::weight);
    return found;
}

} // namespace clearway::classification
