// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/citation.h"

#include "model/official/knowninstruments.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

using Kind = Citation::Kind;

/// One part of a citation, between semicolons.
class Part {
public:
    explicit Part(const QString &text)
        : m_text(text)
    {}
    QList<Citation> found;

    void read()
    {
        static const QRegularExpression keyword(u"(?<![\\p{L}\\d])(ss?|regs?)\\s+(?=\\d)"_s);
        qsizetype from = 0;
        bool any = false;
        while (true) {
            const auto match = keyword.match(m_text, from);
            if (!match.hasMatch())
                break;
            m_kind = match.captured(1).startsWith(u's') ? Kind::Section : Kind::Regulation;
            m_instrument = instrumentBefore(from, match.capturedStart());
            m_at = match.capturedEnd();
            numbers();
            from = m_at;
            any = true;
        }
        if (!any)
            wholeInstruments();
        listPlaces(from);
    }

private:
    /// What stands between the last place and this keyword, where it names an instrument.
    QString instrumentBefore(qsizetype from, qsizetype until) const
    {
        QString between = m_text.sliced(from, until - from).trimmed();
        static const QRegularExpression joining(u"^(?:,|and|or)\\s+"_s);
        between.remove(joining);
        static const QRegularExpression named(u"(?:^|[,\\s])((?:\\p{Lu}[\\p{L}’'-]*)(?:\\s.*)?)$"_s);
        static const QRegularExpression kind(u"(?:Act|Regulations?|Code|Rules)(?: \\d{4})?$"_s);
        return kind.match(between).hasMatch() ? named.match(between).captured(1) : QString();
    }

    bool takes(const QRegularExpression &form, QString *captured = nullptr)
    {
        const auto match =
            form.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return false;
        m_at = match.capturedEnd();
        if (captured)
            *captured = match.captured(1);
        return true;
    }

    /// Numbers with their subsections: "10(1)(b), (1B), 11 and 12 to 14".
    void numbers()
    {
        static const QRegularExpression number(u"(\\d+[A-Z]*(?:\\.\\d+)?)(?![\\p{L}\\d])"_s);
        static const QRegularExpression places(u"((?:\\([0-9A-Za-z]{1,5}\\))+)"_s);
        static const QRegularExpression between(
            u"\\s*(?:,\\s*(?:and\\s+)?|\\s+and\\s+)(?=\\d+[A-Z]*(?![\\p{L}\\d/])|\\([0-9A-Za-z])"_s);
        static const QRegularExpression range(u"\\s+to\\s+(?=\\d|\\([0-9A-Za-z])"_s);
        QString read;
        if (!takes(number, &read))
            return;
        begin(read);
        while (true) {
            QString place;
            if (takes(places, &place)) {
                found.last().places.append(place);
                continue;
            }
            terms();
            const qsizetype before = m_at;
            const bool isRange = takes(range);
            if (!isRange && !takes(between))
                return;
            if (takes(places, &place)) {
                // "(3A) to (3C)": its first and last; what lies between is found where the section is.
                if (isRange && !found.last().places.isEmpty())
                    found.last().places.last() += u'-' + place;
                else
                    found.last().places.append(place);
            } else if (takes(number, &read)) {
                if (isRange)
                    found.last().upTo = read;
                else
                    begin(read);
            } else {
                m_at = before;
                return;
            }
        }
    }

    void begin(const QString &number) { found.append({m_kind, m_instrument, number, {}, {}, {}}); }

    /// Defined terms behind a number: 4(1) “supply”, “supplier” (b).
    void terms()
    {
        static const QRegularExpression term(u"\\s*,?\\s*[\"“]([^\"”]+)[\"”](?:\\s*\\([a-z]{1,3}\\))?"_s);
        QString read;
        while (takes(term, &read))
            found.last().terms.append(read);
    }

    void wholeInstruments()
    {
        QStringList names = titlesIn(m_text);
        names += registerIdsIn(m_text);
        names += listNamesIn(m_text);
        for (const QString &name : std::as_const(names))
            found.append({Kind::Instrument, name, {}, {}, {}, {}});
    }

    /// Entries of the list and its numbered parts.
    void listPlaces(qsizetype from)
    {
        static const QRegularExpression ofTheList(u"^\\s*DSGL\\b"_s);
        static const QRegularExpression code(
            u"(?<![\\w.])((?:\\d[A-E]\\d{3}|ML\\d{1,3})(?:\\.[a-z0-9]{1,3})*|\\d{1,2}(?:\\.\\d{1,2}){1,2})(?![\\w])"_s);
        const QString rest = m_text.sliced(from);
        const bool inList = ofTheList.match(m_text).hasMatch();
        QStringList places;
        for (auto at = code.globalMatch(rest); at.hasNext();) {
            const QString place = at.next().captured(1);
            if (inList || !place[0].isDigit() || place.contains(QRegularExpression(u"[A-E]"_s)))
                places.append(place);
        }
        if (inList && places.isEmpty()) {
            found.append({Kind::ListPlace, {}, {}, {}, {}, {}});
            return;
        }
        for (const QString &place : std::as_const(places))
            found.append({Kind::ListPlace, {}, place, {}, {}, {}});
    }

    const QString m_text;
    qsizetype m_at = 0;
    Kind m_kind = Kind::Section;
    QString m_instrument;
};

} // namespace

QList<Citation> citationsIn(const QString &text)
{
    QList<Citation> all;
    const QStringList parts = text.split(u';');
    bool list = false;
    for (const QString &part : parts) {
        // "DSGL, groups D and E; further codes": the list goes on behind a semicolon.
        Part reading(list && !part.trimmed().isEmpty() && (part.trimmed()[0].isDigit()) ? QString(u"DSGL "_s + part)
                                                                                        : part);
        reading.read();
        list = !reading.found.isEmpty() && reading.found.last().kind == Kind::ListPlace;
        all += reading.found;
    }
    return all;
}

} // namespace clearway::official
