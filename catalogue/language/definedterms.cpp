// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/definedterms.h"

#include <algorithm>

namespace clearway::language {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'_';
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'\u2010' || c == u'\u2011';
}

// Letters in one case, hyphens of one kind. Each character stays one, so that places stay what they are.
QChar folded(QChar c)
{
    return isHyphen(c) ? u'-' : c.toCaseFolded();
}

QString foldedText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text)
        result += folded(c);
    return result;
}

qsizetype endOfWord(QStringView text, qsizetype from)
{
    while (from < text.size() && isWordCharacter(text[from]))
        ++from;
    return from;
}

bool beginsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    if (isHyphen(text[at - 1]))
        return at == 1 || !isWordCharacter(text[at - 2]);
    return !isWordCharacter(text[at - 1]);
}

// How many characters of the text from `at` spell it; 0: it does not stand there as whole words.
qsizetype spelledAt(QStringView text, qsizetype at, QStringView spelling)
{
    qsizetype place = at;
    for (const QChar c : spelling) {
        if (place >= text.size())
            return 0;
        if (c == u' ') {
            if (!text[place].isSpace())
                return 0;
            while (place < text.size() && text[place].isSpace())
                ++place;
        } else if (text[place++] != c) {
            return 0;
        }
    }
    const bool endsInWord = isWordCharacter(spelling.back());
    return endsInWord && place < text.size() && isWordCharacter(text[place]) ? 0 : place - at;
}

} // namespace

bool appliesTo(const Definition &definition, const QString &category, const QString &code)
{
    return definition.appliesTo.isEmpty() || definition.appliesTo.contains(category)
           || std::ranges::any_of(definition.appliesTo, [&](const QString &of) { return RuleBook::within(code, of); });
}

DefinedTerms::DefinedTerms(const RuleBook &rules)
    : m_rules(rules)
{
    for (qsizetype i = 0; i < rules.definitions.size(); ++i) {
        for (const QString &spelling : QStringList(rules.definitions[i].term) + rules.definitions[i].forms) {
            const QString whole = foldedText(spelling.simplified());
            if (!whole.isEmpty())
                m_byFirstWord[whole.first(endOfWord(whole, 0))].append({whole, i});
        }
    }
    for (QList<Spelling> &spellings : m_byFirstWord)
        std::ranges::stable_sort(spellings, std::ranges::greater(), [](const Spelling &s) { return s.folded.size(); });
}

QList<TermUse> DefinedTerms::in(QStringView text, const QString &category, const QString &code) const
{
    QList<TermUse> uses;
    const QString whole = foldedText(text);
    for (qsizetype at = 0; at < whole.size();) {
        const qsizetype end = endOfWord(whole, at);
        if (end == at) {
            ++at;
            continue;
        }
        qsizetype taken = 0;
        const auto candidates = m_byFirstWord.constFind(whole.sliced(at, end - at));
        if (candidates != m_byFirstWord.cend() && beginsWord(whole, at)) {
            for (const Spelling &spelling : *candidates) {
                taken = appliesTo(m_rules.definitions[spelling.definition], category, code)
                            ? spelledAt(whole, at, spelling.folded)
                            : 0;
                if (taken > 0) {
                    uses.append({at, taken, spelling.definition});
                    break;
                }
            }
        }
        at = taken > 0 ? at + taken : end;
    }
    return uses;
}

QList<const Definition *> DefinedTerms::of(const QString &word) const
{
    QList<const Definition *> found;
    const QString whole = foldedText(word.simplified());
    const auto candidates = m_byFirstWord.constFind(whole.first(endOfWord(whole, 0)));
    if (whole.isEmpty() || candidates == m_byFirstWord.cend())
        return found;
    for (const Spelling &spelling : *candidates) {
        if (spelling.folded == whole)
            found.append(&m_rules.definitions[spelling.definition]);
    }
    std::ranges::sort(found); // in the order of the sources
    return found;
}

QList<EntryText> textsOf(const Entry &entry, const RuleBook &rules)
{
    QList<EntryText> texts{{u"title"_s, entry.title}, {u"summary"_s, entry.summary}};
    QStringList asked;
    for (const ConditionPtr &when : {entry.when, entry.sensitiveWhen, entry.verySensitiveWhen}) {
        if (when)
            asked += factsOf(*when);
    }
    asked.removeDuplicates();
    for (const QString &id : std::as_const(asked)) {
        if (const auto fact = rules.facts.constFind(id); fact != rules.facts.cend())
            texts.append({u"facts/"_s + id, fact->prompt});
    }
    for (qsizetype i = 0; i < entry.notes.size(); ++i) {
        const QString place = u"notes/"_s + QString::number(i);
        texts.append({place + u"/title"_s, entry.notes[i].title});
        texts.append({place + u"/text"_s, entry.notes[i].text});
    }
    return texts;
}

QList<const Definition *> termsOf(const Entry &entry, const RuleBook &rules, const DefinedTerms &terms)
{
    QList<const Definition *> found;
    for (const EntryText &text : textsOf(entry, rules)) {
        for (const TermUse &use : terms.in(text.text, entry.category, entry.code)) {
            const Definition *definition = &rules.definitions[use.definition];
            if (!found.contains(definition))
                found.append(definition);
        }
    }
    return found;
}

} // namespace clearway::language
