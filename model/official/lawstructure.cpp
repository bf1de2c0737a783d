// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/lawstructure.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

constexpr int longestHeading = 250;
constexpr int titlePageParagraphs = 60;
constexpr int widestStep = 60; ///< between two section numbers: sections are repealed, but not that many at once

/// A section's number as it sorts: first the figure, then the letters ("9", "9A", "9AA", "9B").
struct Number {
    int figure = 0;
    QString letters;
    friend auto operator<=>(const Number &, const Number &) = default;
};

std::optional<Number> numberOf(const QString &written)
{
    static const QRegularExpression form(u"^(\\d{1,4})([A-Z]{0,4})"_s);
    const auto match = form.match(written);
    if (!match.hasMatch())
        return std::nullopt;
    return Number{match.captured(1).toInt(), match.captured(2)};
}

QDate dateIn(const QString &text)
{
    static const QRegularExpression words(u"(\\d{1,2}) (\\p{Lu}\\p{Ll}+) (\\d{4})"_s);
    static const QRegularExpression figures(u"(\\d{1,2})/(\\d{1,2})/(\\d{4})"_s);
    if (const auto match = words.match(text); match.hasMatch())
        return QLocale::c().toDate(match.captured(0), u"d MMMM yyyy"_s);
    if (const auto match = figures.match(text); match.hasMatch())
        return {match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()};
    return {};
}

/// The value of a roman number of small letters below forty; 0: it is none.
int roman(QStringView letters)
{
    static constexpr std::array units{""_L1,  "i"_L1,  "ii"_L1,  "iii"_L1,  "iv"_L1,
                                      "v"_L1, "vi"_L1, "vii"_L1, "viii"_L1, "ix"_L1};
    for (int tens = 0; tens < 4; ++tens)
        for (size_t unit = 0; unit < units.size(); ++unit)
            if (letters == QString(QString(tens, u'x') + units[unit]))
                return tens * 10 + int(unit);
    return 0;
}

/// Which paragraph of which subsection: labels as they nest.
class Places {
public:
    enum Level { Subsection, Paragraph, Subparagraph, Subsubparagraph };

    void clear() { m_open.clear(); }

    /// The place of a paragraph with this label; `styled` is the level that its style says.
    QString place(const QString &label, std::optional<Level> styled)
    {
        const Level level = styled.value_or(levelOf(label.sliced(1, label.size() - 2)));
        while (!m_open.isEmpty() && m_open.last().level >= level)
            m_open.removeLast();
        m_open.append({level, label});
        return current();
    }

    /// Of a paragraph without a label of its own: that of the subsection it stands in.
    QString subsection() const
    {
        return !m_open.isEmpty() && m_open.first().level == Subsection ? m_open.first().label : QString();
    }

    static std::optional<Level> ofStyle(const QString &style)
    {
        const QString name = style.toLower();
        if (name.startsWith("paragraphsub-sub"_L1))
            return Subsubparagraph;
        if (name.startsWith("paragraphsub"_L1))
            return Subparagraph;
        if (name.startsWith("paragraph"_L1))
            return Paragraph;
        if (name == "subsection"_L1)
            return Subsection;
        return std::nullopt;
    }

private:
    struct Open {
        Level level = Subsection;
        QString label;
    };

    QString current() const
    {
        QString place;
        for (const Open &open : m_open)
            place += open.label;
        return place;
    }

    QString lastAt(Level level) const
    {
        const auto found = std::ranges::find(m_open, level, &Open::level);
        return found == m_open.end() ? QString() : found->label.sliced(1, found->label.size() - 2);
    }

    /// A single "i", "v" or "x" is a letter where it goes on from the letter before it, and else a number.
    Level levelOf(const QString &label) const
    {
        if (label[0].isDigit())
            return Subsection;
        if (label[0].isUpper())
            return Subsubparagraph;
        const int number = roman(label);
        if (number == 0)
            return Paragraph;
        if (const QString before = lastAt(Subparagraph); !before.isEmpty() && roman(before) + 1 == number)
            return Subparagraph;
        const QString letter = lastAt(Paragraph);
        const bool goesOn = letter.size() == 1 && label.size() == 1 && letter[0].unicode() + 1 == label[0].unicode();
        return goesOn ? Paragraph : Subparagraph;
    }

    QList<Open> m_open;
};

class LawStructuring {
public:
    explicit LawStructuring(const QList<Paragraph> &paragraphs)
        : m_styled(std::ranges::any_of(paragraphs, [](const Paragraph &p) { return isSectionStyle(p.style); }))
    {}
    LawText text;

    void take(const Paragraph &paragraph)
    {
        const QString clean = cleaned(paragraph.text);
        if (clean.isEmpty() || m_ended)
            return;
        if (++m_taken <= titlePageParagraphs && text.sections.isEmpty())
            titlePage(paragraph, clean);
        if (isEnd(paragraph, clean)) {
            m_ended = true;
            return;
        }
        if (group(paragraph, clean) || section(paragraph, clean))
            return;
        if (!text.sections.isEmpty())
            line(paragraph);
    }

    void finish()
    {
        if (!text.instrument.title.isEmpty())
            return;
        // Two or three lines of a title page may hold it together.
        for (qsizetype i = 0; i < m_front.size(); ++i)
            for (qsizetype count = 1; count <= 3 && i + count <= m_front.size(); ++count)
                if (const QString joined = m_front.sliced(i, count).join(u' '); isTitle(joined)) {
                    text.instrument.title = joined;
                    return;
                }
    }

private:
    static bool isSectionStyle(const QString &style) { return style.compare("ActHead5"_L1, Qt::CaseInsensitive) == 0; }

    static bool isTitle(const QString &clean)
    {
        static const QRegularExpression form(u"^\\p{Lu}.{3,200}(Act|Regulations?|Rules?|Instrument|Determination|Order|"
                                             u"List|Declaration|Notice|Specification)"
                                             "( \\(No\\. ?\\d+\\))? \\d{4}( \\(No\\. ?\\d+\\))?$"_s);
        return form.match(clean).hasMatch();
    }

    void titlePage(const Paragraph &paragraph, const QString &clean)
    {
        Instrument &instrument = text.instrument;
        m_front.append(clean);
        if (instrument.title.isEmpty()
            && (paragraph.style.startsWith("ShortT"_L1, Qt::CaseInsensitive) && isTitle(clean)))
            instrument.title = clean;
        static const QRegularExpression compilation(u"^Compilation No\\.?:? ?(\\d+)"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
        if (const auto match = compilation.match(clean); match.hasMatch() && instrument.compilation.isEmpty())
            instrument.compilation = match.captured(1);
        if (clean.startsWith("Compilation date"_L1, Qt::CaseInsensitive) && instrument.compiled.isNull())
            instrument.compiled = dateIn(clean);
        static const QRegularExpression dated(u"^(Dated|Made|Assented to)\\b"_s);
        if (dated.match(clean).hasMatch() && instrument.made.isNull())
            instrument.made = dateIn(clean);
        static const QRegularExpression id(u"\\b([FC]\\d{4}[A-Z]\\d{5})\\b"_s);
        if (const auto match = id.match(clean); match.hasMatch() && instrument.registerId.isEmpty())
            instrument.registerId = match.captured(1);
    }

    bool isEnd(const Paragraph &paragraph, const QString &clean) const
    {
        static const QRegularExpression end(u"^(Endnotes?|Endnote \\d.*|Notes to the .*)$"_s);
        return !text.sections.isEmpty()
               && (paragraph.style.startsWith("ENotesHeading"_L1) || end.match(clean).hasMatch());
    }

    /// A heading over several sections.
    bool group(const Paragraph &paragraph, const QString &clean)
    {
        static const QRegularExpression form(
            u"^(Chapter|Part|Division|Subdivision|Schedule) ?([0-9A-Z.]*) ?[—–-] ?(.*)$"_s);
        static const QRegularExpression style(u"^ActHead([1-4])$"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = form.match(clean);
        const bool headed =
            m_styled ? style.match(paragraph.style).hasMatch() : match.hasMatch() && endsLikeHeading(clean);
        if (!headed)
            return false;
        static const QStringList order{u"Chapter"_s, u"Part"_s, u"Division"_s, u"Subdivision"_s};
        const QString word = match.hasMatch() ? match.captured(1) : clean.section(u' ', 0, 0);
        const bool schedule = word == "Schedule"_L1;
        const qsizetype level = schedule ? -1 : order.indexOf(word);
        m_path.removeIf([&](const Heading &open) { return schedule || (open.level >= level && open.level >= 0); });
        m_path.append({level, clean});
        if (schedule) {
            m_inSchedule = true;
            m_last.reset(); // its clauses are counted from one
        }
        return true;
    }

    static bool endsLikeHeading(const QString &clean)
    {
        return clean.size() <= longestHeading && !QStringView(u".;:,").contains(clean.back())
               && !clean.endsWith(u" and"_s) && !clean.endsWith(u" or"_s);
    }

    bool section(const Paragraph &paragraph, const QString &clean)
    {
        static const QRegularExpression form(u"^(\\d{1,4}[A-Z]{0,4}(?:\\.\\d+)?)\\.? +(.+)$"_s);
        const auto match = form.match(clean);
        if (!match.hasMatch() || paragraph.inTable)
            return false;
        const QString written = match.captured(1);
        if (m_styled ? !isSectionStyle(paragraph.style) : !mayBeHeading(written, match.captured(2)))
            return false;
        m_last = numberOf(written);
        LawSection section{written, match.captured(2), {}, m_inSchedule, {}};
        for (const Heading &open : std::as_const(m_path))
            section.path.append(open.text);
        text.sections.append(section);
        m_places.clear();
        return true;
    }

    bool mayBeHeading(const QString &written, const QString &words) const
    {
        if (!words[0].isUpper() || !endsLikeHeading(words))
            return false;
        const auto number = numberOf(written);
        if (!number)
            return false;
        if (!m_last)
            return text.sections.isEmpty() ? number->figure <= 2 : true;
        return *number > *m_last && number->figure - m_last->figure <= widestStep;
    }

    void line(const Paragraph &paragraph)
    {
        static const QRegularExpression labelled(u"^\\s*(\\((?:\\d{1,3}[A-Z]{0,3}|[a-z]{1,5}|[A-Z]{1,2})\\))\\s*"_s);
        QString rest = paragraph.text;
        QString label;
        QString place = m_places.subsection();
        const std::optional<Places::Level> styled = Places::ofStyle(paragraph.style);
        // "(1) (a)" may stand on one line; the style tells the level of the first only.
        for (bool first = true;; first = false) {
            const auto match = labelled.match(rest);
            if (!match.hasMatch())
                break;
            label = match.captured(1);
            place = m_places.place(label, first ? styled : std::nullopt);
            rest = rest.sliced(match.capturedEnd());
            if (!rest.startsWith(u'('))
                break;
        }
        text.sections.last().lines.append({label, place, cleaned(rest)});
    }

    struct Heading {
        qsizetype level = 0;
        QString text;
    };
    const bool m_styled;
    int m_taken = 0;
    bool m_ended = false;
    bool m_inSchedule = false;
    QStringList m_front; ///< of the title page
    QList<Heading> m_path;
    std::optional<Number> m_last; ///< number of the section before, in the same schedule
    Places m_places;
};

} // namespace

LawText lawStructured(const QList<Paragraph> &paragraphs, const Control &control)
{
    LawStructuring structuring(paragraphs);
    for (const Paragraph &paragraph : paragraphs) {
        if (control.stopped())
            break;
        structuring.take(paragraph);
    }
    structuring.finish();
    return std::move(structuring.text);
}

} // namespace clearway::official
