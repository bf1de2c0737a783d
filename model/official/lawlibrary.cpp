// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/lawlibrary.h"

#include "model/official/knowninstruments.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

/// How far sections run where a citation names a range; a reader would not read more.
constexpr qsizetype longestRange = 60;

QDate dayOf(const LawText &text)
{
    return text.instrument.compiled.isValid() ? text.instrument.compiled : text.instrument.made;
}

/// How well a text fits a state of the law: what was compiled while it operated, the later the better; then what came
/// before it, then the rest.
int fit(const LawText &text, const language::LawState &state)
{
    const QDate day = dayOf(text);
    if (!day.isValid())
        return 0;
    if (state.operatesUntil.isValid() && day > state.operatesUntil)
        return 1;
    return state.operatesFrom.isValid() && day < state.operatesFrom ? 2 : 3;
}

qsizetype indexOf(const LawText &text, const QString &number)
{
    // A clause of a schedule may have a section's number.
    for (const bool schedule : {false, true}) {
        const auto found = std::ranges::find_if(text.sections, [&](const LawSection &section) {
            return section.inSchedule == schedule && section.number.compare(number, Qt::CaseInsensitive) == 0;
        });
        if (found != text.sections.end())
            return found - text.sections.begin();
    }
    return -1;
}

/// The label of the subsection that a place lies in: "(1)" of "(1)(b)".
QString firstLabel(const QString &place)
{
    return place.left(place.indexOf(u')') + 1);
}

QString inWords(const Citation &citation)
{
    const QString upTo = citation.upTo.isEmpty() ? QString() : Text::tr(" to %1").arg(citation.upTo);
    switch (citation.kind) {
    case Citation::Kind::Section: return Text::tr("section %1").arg(citation.number + upTo);
    case Citation::Kind::Regulation: return Text::tr("regulation %1").arg(citation.number + upTo);
    case Citation::Kind::ListPlace: return citation.number;
    case Citation::Kind::Instrument: break;
    }
    return Text::tr("all of it");
}

/// Which instrument has to be imported, as well as it can be told.
QString wanted(const Citation &citation, const language::RuleBook &rules, const language::LawState *state)
{
    if (!citation.instrument.isEmpty() && citation.instrument.contains(u' '))
        return citation.instrument;
    if (citation.kind == Citation::Kind::Instrument)
        return citation.instrument;
    const language::LawState *of = state ? state : rules.states.isEmpty() ? nullptr : &rules.states.last();
    if (!of)
        return citation.instrument;
    const QString text = citation.kind == Citation::Kind::Section ? of->act : of->regulation;
    const QStringList titles = titlesIn(text);
    if (citation.kind == Citation::Kind::Section)
        return titles.isEmpty() ? text : titles.first();
    QStringList regulations = titles.first(std::min<qsizetype>(1, titles.size()));
    const KnownInstruments known = knownInstruments(rules);
    for (const QString &title : known.titles)
        if (title.contains("Regulation"_L1) && !regulations.contains(title))
            regulations.append(title);
    return regulations.join(Text::tr(" or "));
}

} // namespace

/// The definitions of these terms, with the paragraphs that belong to them.
static QList<qsizetype> definitions(const LawSection &section, const QStringList &terms)
{
    QList<qsizetype> lines;
    bool inTerm = false;
    for (qsizetype i = 0; i < section.lines.size(); ++i) {
        const LawLine &line = section.lines[i];
        const bool isSubsection = line.label.size() > 1 && line.label[1].isDigit();
        if (line.label.isEmpty() || isSubsection) {
            inTerm = line.label.isEmpty() && std::ranges::any_of(terms, [&](const QString &term) {
                         return line.text.startsWith(term, Qt::CaseInsensitive)
                                && !line.text.sliced(term.size()).startsWith(u'-');
                     });
        }
        if (inTerm)
            lines.append(i);
    }
    return lines;
}

QList<qsizetype> citedLines(const LawSection &section, const QStringList &places, const QStringList &terms)
{
    // A term says more than the subsection that all terms stand in.
    if (const QList<qsizetype> defined = definitions(section, terms); !defined.isEmpty())
        return defined;
    QList<qsizetype> cited;
    QString until; // of an open range of subsections
    for (qsizetype i = 0; i < section.lines.size(); ++i) {
        const LawLine &line = section.lines[i];
        bool isMeant = false;
        for (const QString &place : places) {
            const qsizetype dash = place.indexOf(u'-');
            if (dash < 0) {
                // What stands above it is read with it: "(1)" of "(1)(b)".
                isMeant =
                    isMeant || line.place.startsWith(place) || (!line.place.isEmpty() && place.startsWith(line.place));
                continue;
            }
            const QString first = firstLabel(line.place);
            if (first == firstLabel(place))
                until = firstLabel(place.sliced(dash + 1));
            if (until.isEmpty())
                continue;
            isMeant = true;
            const bool lastOfRange =
                first == until && (i + 1 == section.lines.size() || firstLabel(section.lines[i + 1].place) != until);
            if (lastOfRange)
                until.clear();
        }
        if (isMeant)
            cited.append(i);
    }
    return cited;
}

LawLibrary::LawLibrary(const QList<LawText> &texts)
{
    for (const LawText &text : texts)
        m_texts.append(std::make_shared<const LawText>(text));
}

QList<Instrument> LawLibrary::instruments() const
{
    QList<Instrument> instruments;
    for (const TextPtr &text : m_texts)
        instruments.append(text->instrument);
    return instruments;
}

LawLibrary::TextPtr LawLibrary::best(const QString &title, const language::LawState *state) const
{
    TextPtr found;
    for (const TextPtr &text : m_texts) {
        if (text->instrument.title != title)
            continue;
        const int left = found && state ? fit(*found, *state) : 0;
        const int right = state ? fit(*text, *state) : 0;
        if (!found || right > left || (right == left && dayOf(*text) > dayOf(*found)))
            found = text;
    }
    return found;
}

QList<LawLibrary::TextPtr> LawLibrary::candidates(const Citation &citation, const language::RuleBook &rules,
                                                  const language::LawState *state) const
{
    QStringList titles;
    for (const TextPtr &text : m_texts)
        if (!titles.contains(text->instrument.title))
            titles.append(text->instrument.title);
    const language::LawState *of = state ? state : rules.states.isEmpty() ? nullptr : &rules.states.last();
    const bool regulation = citation.kind == Citation::Kind::Regulation;
    const QStringList own = of ? titlesIn(regulation ? of->regulation : of->act) : QStringList();

    QStringList wanted;
    const QString &named = citation.instrument;
    if (named.contains(u' ') || citation.kind == Citation::Kind::Instrument) {
        // By its title, by the name that stands in its title, by its number in the Register.
        for (const TextPtr &text : m_texts) {
            const Instrument &instrument = text->instrument;
            if (instrument.title.compare(named, Qt::CaseInsensitive) == 0 || instrument.registerId == named
                || instrument.title.contains(named, Qt::CaseInsensitive))
                wanted.append(instrument.title);
        }
    } else {
        wanted = own.first(std::min<qsizetype>(1, own.size()));
        // "reg" alone may be of any of the regulations; the state's own come first.
        if (regulation) {
            for (const QString &title : std::as_const(titles))
                if (title.contains("Regulation"_L1, Qt::CaseInsensitive) && !wanted.contains(title))
                    wanted.append(title);
        }
    }
    wanted.removeDuplicates();
    QList<TextPtr> found;
    for (const QString &title : std::as_const(wanted))
        if (const TextPtr text = best(title, state))
            found.append(text);
    return found;
}

FoundPlaces LawLibrary::find(const QString &citation, const language::RuleBook &rules,
                             const language::LawState *state) const
{
    FoundPlaces places;
    const QList<Citation> citations = citationsIn(citation);
    for (const Citation &one : citations) {
        if (one.kind == Citation::Kind::ListPlace) {
            if (!one.number.isEmpty())
                places.listPlaces.append(one.number);
            continue;
        }
        const QList<TextPtr> texts = candidates(one, rules, state);
        if (one.kind == Citation::Kind::Instrument && !texts.isEmpty()) {
            places.sections.append({texts.first(), -1, {}});
            continue;
        }
        bool found = false;
        for (const TextPtr &text : texts) {
            const qsizetype first = indexOf(*text, one.number);
            if (first < 0)
                continue;
            qsizetype last = one.upTo.isEmpty() ? first : indexOf(*text, one.upTo);
            last = std::clamp(last, first, first + longestRange);
            for (qsizetype i = first; i <= last; ++i)
                places.sections.append({text, i, citedLines(text->sections[i], one.places, one.terms)});
            found = true;
            break;
        }
        if (found)
            continue;
        places.missing.append(texts.isEmpty()
                                  ? Text::tr("%1: not imported yet (%2)", "instrument, place")
                                        .arg(wanted(one, rules, state), inWords(one))
                                  : Text::tr("%1: the imported text has no such place (%2)", "instrument, place")
                                        .arg(texts.first()->instrument.title, inWords(one)));
    }
    places.missing.removeDuplicates();
    return places;
}

} // namespace clearway::official
