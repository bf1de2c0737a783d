// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/structure.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

// In twentieths of a point.
constexpr int indentStep = 567;      ///< of one level: a centimetre
constexpr int sameIndent = 150;      ///< what the eye takes for the same
constexpr int plausibleIndent = 400; ///< beyond it an indent is a slip, and what the level should have counts
constexpr int farIndent = 700;       ///< after a note, no entry is that far from where it should be

bool isNumber(QStringView label)
{
    return !label.isEmpty() && label[0].isDigit();
}

/// 1 for "1" and "a", 27 for "aa".
int ordinal(QStringView label)
{
    if (isNumber(label))
        return label.toInt();
    int value = 0;
    for (const QChar letter : label)
        value = value * 26 + letter.unicode() - u'a' + 1;
    return value;
}

struct Labels {
    QStringList labels;
    qsizetype end = 0; ///< where the text behind them begins
};

/// The labels at the beginning of a text, such as "a." or "1. a."; letters and numbers take turns.
Labels labelsAt(const QString &text, qsizetype from)
{
    static const QRegularExpression form(uR"(\s*([a-z]{1,2}|\d{1,2})\.(?![\d.])\s*)"_s);
    Labels found{{}, from};
    while (true) {
        const QRegularExpressionMatch match =
            form.match(text, found.end, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return found;
        const QString label = match.captured(1);
        if (!found.labels.isEmpty() && isNumber(label) == isNumber(found.labels.last()))
            return found;
        // Two letters are a label only beyond z: aa, ab, … or aa, bb, …
        if (!isNumber(label) && label.size() == 2 && label[0] != label[1] && label[0] != u'a')
            return found;
        found.labels.append(label);
        found.end = match.capturedEnd();
    }
}

/// How deep a style says that its paragraph is; nullopt where it says nothing of the kind.
std::optional<int> levelOf(const QString &style)
{
    static const QRegularExpression counted(u"^Cat0newstyle(\\d)"_s);
    static const QRegularExpression spelled(u"^(?:DL0A|Z?ML(?:1)?|1A1)((?:a|1)*?)0?$"_s);
    static const QRegularExpression munitions(u"^MunitionsListstyle(\\d)$"_s);
    if (const auto match = counted.match(style); match.hasMatch())
        return match.captured(1).toInt() - 2;
    if (const auto match = spelled.match(style); match.hasMatch())
        return int(match.captured(1).size());
    if (const auto match = munitions.match(style); match.hasMatch())
        return match.captured(1).toInt() - 1;
    return std::nullopt;
}

bool isNoteStyle(const QString &style)
{
    static const QRegularExpression form(
        u"(?i)note|nb|tech|tet$|rcn|table|^def|head|formula|notepara|^toc|(?<!body)text$"_s);
    return form.match(style).hasMatch();
}

bool isHeadingStyle(const QString &style)
{
    return style.startsWith("ActHead"_L1);
}

bool endsOpen(const QString &text)
{
    static const QRegularExpression closed(uR"(([.;:,]|\b(?:and|or))$)"_s);
    return !closed.match(text).hasMatch();
}

/// Whether what stands below may follow.
bool announces(const QString &text)
{
    static const QRegularExpression form(uR"(follow\w*[;,:.]?)"_s);
    return text.endsWith(u':') || form.match(text).hasMatch();
}

class Structuring {
public:
    OfficialText text;

    void take(const Paragraph &paragraph)
    {
        const QString clean = cleaned(paragraph.text);
        if (clean.isEmpty())
            return;
        if (m_place != Place::Entries) {
            front(paragraph, clean);
            return;
        }
        if (isHeadingStyle(paragraph.style)) {
            heading(paragraph, clean);
            return;
        }
        static const QRegularExpression group(uR"(^\s*\d\.\s*[A-E](?:\.\s*|\t\t)(?:\d\.?\s+)?[A-Z“"][A-Za-z])"_s);
        if (!paragraph.inTable && group.match(paragraph.text).hasMatch()) {
            leaveEntry();
            other(OtherParagraph::Place::Heading, paragraph, clean);
            return;
        }
        if (paragraph.inTable) {
            addNote(NoteKind::Table, paragraph, clean);
            m_afterEntry = false;
            return;
        }
        static const QRegularExpression shouted(
            uR"(^(None\.?|Part \d\s*—.*|(?!N\.?B|TABLE|TECHNICAL|NOTE)[^a-z0-9]{4,})$)"_s);
        if (shouted.match(clean).hasMatch() && labelsAt(paragraph.text, 0).labels.isEmpty()) {
            other(OtherParagraph::Place::Heading, paragraph, clean);
            m_afterEntry = false;
            return;
        }
        entryOrNote(paragraph, clean);
    }

private:
    enum class Place { Before, Entries, After };
    struct Level {
        QString label; ///< the first is the entry's own code
        int indent = 0;
        bool announces = true; ///< what stands below it may follow
    };
    struct Series {
        QString label;
        int indent = 0;
    };
    struct Candidate {
        QStringList code;
        QString wording;
    };

    // ---- what stands around the entries

    void front(const Paragraph &paragraph, const QString &clean)
    {
        static const QRegularExpression part1(u"^Part 1\\b"_s);
        if (m_place == Place::Before && isHeadingStyle(paragraph.style) && part1.match(clean).hasMatch()) {
            m_place = Place::Entries;
            other(OtherParagraph::Place::Heading, paragraph, clean);
            return;
        }
        if (m_place == Place::Before)
            titlePage(paragraph, clean);
        other(m_place == Place::Before ? OtherParagraph::Place::Before : OtherParagraph::Place::After, paragraph,
              clean);
    }

    void titlePage(const Paragraph &paragraph, const QString &clean)
    {
        if (text.instrument.title.isEmpty() && paragraph.style.startsWith("ShortT"_L1))
            text.instrument.title = clean;
        static const QRegularExpression dated(u"^Dated:? (\\d{1,2} \\w+ \\d{4})"_s);
        if (const auto match = dated.match(clean); match.hasMatch() && text.instrument.made.isNull())
            text.instrument.made = QLocale::c().toDate(match.captured(1), u"d MMMM yyyy"_s);
    }

    void heading(const Paragraph &paragraph, const QString &clean)
    {
        static const QRegularExpression end(u"^(Sensitive|Schedule)"_s);
        leaveEntry();
        if (end.match(clean).hasMatch())
            m_place = Place::After;
        other(m_place == Place::After ? OtherParagraph::Place::After : OtherParagraph::Place::Heading, paragraph,
              clean);
    }

    void leaveEntry()
    {
        m_stack.clear();
        m_series.clear();
        m_current = -1;
        m_noteEntry = -1;
        m_inNote = false;
        m_afterEntry = false;
    }

    void other(OtherParagraph::Place place, const Paragraph &paragraph, const QString &clean)
    {
        text.others.append({place, paragraph.number, clean});
    }

    // ---- entries and what stands under them

    void entryOrNote(const Paragraph &paragraph, const QString &clean)
    {
        static const QRegularExpression startsNote(u"^(Notes?|N\\.?B\\.?|Technical Notes?|Nota)\\b"_s,
                                                   QRegularExpression::CaseInsensitiveOption);
        if (startsNote.match(clean).hasMatch()) {
            m_series.removeIf([&](const Series &open) { return open.indent > paragraph.indent + sameIndent; });
            m_noteKind = clean.startsWith(u'T', Qt::CaseInsensitive)        ? NoteKind::TechnicalNote
                         : clean.startsWith("Note"_L1, Qt::CaseInsensitive) ? NoteKind::Note
                                                                            : NoteKind::NotaBene;
            beginNote(paragraph, clean);
            return;
        }
        const bool noteStyle = isNoteStyle(paragraph.style);
        std::optional<Candidate> candidate;
        bool typedWhole = false;
        if (!noteStyle)
            candidate = wholeCode(paragraph.text, typedWhole);
        if (!typedWhole) {
            const Labels labels = labelsAt(paragraph.text, 0);
            if (!labels.labels.isEmpty()) {
                if (continuesSeries(labels.labels.first(), paragraph)) {
                    note(paragraph, clean);
                    return;
                }
                candidate = byLabel(labels, paragraph, noteStyle);
                if (!candidate && m_stack.isEmpty() && !m_inNote && !noteStyle) {
                    other(OtherParagraph::Place::Unmatched, paragraph, clean); // labelled as an entry, but of what?
                    return;
                }
                if (!candidate) {
                    beginSeries(labels.labels.first(), paragraph);
                    note(paragraph, clean);
                    return;
                }
            }
        }
        if (candidate)
            entry(paragraph, *candidate);
        else if (continuesEntry(paragraph, noteStyle))
            extendEntry(clean);
        else
            note(paragraph, clean);
    }

    /// A code that is typed from its beginning, with full stops between its parts or without; once its category is left
    /// out.
    std::optional<Candidate> wholeCode(const QString &typed, bool &typedWhole)
    {
        static const QRegularExpression form(
            uR"(^\s*(?:(\d)\s*\.?\s*([A-E])\s*\.?\s*(\d{3})|([A-E])\.\s*(\d{3})|ML\s*(\d{1,3}))\s*\.?(?=\s|$|[a-z0-9]{1,2}\.)\s*)"_s);
        const QRegularExpressionMatch match = form.match(typed);
        typedWhole = match.hasMatch();
        if (!typedWhole)
            return std::nullopt;
        QString entry;
        if (match.hasCaptured(6)) {
            entry = "ML"_L1 + match.captured(6);
        } else if (match.hasCaptured(4)) {
            entry = m_category + match.captured(4) + match.captured(5);
        } else {
            m_category = match.captured(1);
            entry = match.captured(1) + match.captured(2) + match.captured(3);
        }
        const Labels labels = labelsAt(typed, match.capturedEnd());
        Candidate candidate{QStringList(entry) + labels.labels, cleaned(QStringView(typed).sliced(labels.end))};
        // A note's list goes on, printed as if it were an entry.
        if (!labels.labels.isEmpty() && !m_series.isEmpty()) {
            const QString &last = labels.labels.last();
            if (ordinal(last) > 1 && ordinal(last) == ordinal(m_series.last().label) + 1) {
                QStringList before = candidate.code;
                before.last() =
                    isNumber(last) ? QString::number(ordinal(last) - 1) : QString(QChar(u'a' + ordinal(last) - 2));
                if (!m_entryAt.contains(before.join(u'.')))
                    return std::nullopt;
            }
        }
        return candidate;
    }

    bool continuesSeries(const QString &label, const Paragraph &paragraph)
    {
        if (!m_inNote)
            return false;
        for (qsizetype i = m_series.size() - 1; i >= 0; --i) {
            const Series &open = m_series[i];
            if (isNumber(open.label) == isNumber(label) && ordinal(label) == ordinal(open.label) + 1
                && std::abs(open.indent - paragraph.indent) <= sameIndent) {
                m_series.resize(i);
                m_series.append({label, paragraph.indent});
                return true;
            }
        }
        return false;
    }

    void beginSeries(const QString &label, const Paragraph &paragraph)
    {
        if (ordinal(label) != 1 && !m_series.isEmpty())
            return;
        m_series.removeIf([&](const Series &open) { return open.indent >= paragraph.indent - sameIndent; });
        m_series.append({label, paragraph.indent});
    }

    /// The entry that a label alone makes of the paragraph, by what stands before it; nullopt: it is none.
    std::optional<Candidate> byLabel(const Labels &labels, const Paragraph &paragraph, bool noteStyle)
    {
        if (m_stack.isEmpty())
            return std::nullopt;
        const QString &label = labels.labels.first();
        qsizetype best = -1; // how many levels stay
        int bestDistance = 0;
        const auto offer = [&](qsizetype levels, int indent) {
            const int distance = std::abs(indent - paragraph.indent);
            if ((m_inNote && distance > farIndent) || (best >= 0 && distance >= bestDistance))
                return;
            best = levels;
            bestDistance = distance;
        };
        // Deeper ones are offered first: of two at one distance they stay.
        const qsizetype depth = m_stack.size();
        if (ordinal(label) == 1 && (depth == 1 || isNumber(m_stack.last().label) != isNumber(label))
            && (m_stack.last().announces || (!m_inNote && levelOf(paragraph.style) == int(depth))))
            offer(depth, m_stack.first().indent + indentStep * int(depth));
        for (qsizetype level = depth - 1; level > 0; --level)
            if (isNumber(m_stack[level].label) == isNumber(label)
                && ordinal(label) == ordinal(m_stack[level].label) + 1)
                offer(level, m_stack[level].indent);
        const bool listOfNote = m_inNote && ordinal(label) == 1 && m_noteAnnounces;
        const bool styled = !noteStyle || (m_afterEntry && bestDistance <= sameIndent);
        if (best < 0 || listOfNote || !styled)
            return std::nullopt;
        Candidate candidate;
        for (qsizetype level = 0; level < best; ++level)
            candidate.code.append(m_stack[level].label);
        candidate.code += labels.labels;
        candidate.wording = cleaned(QStringView(paragraph.text).sliced(labels.end));
        return candidate;
    }

    /// Whether a paragraph without a label is the rest of the entry before it.
    bool continuesEntry(const Paragraph &paragraph, bool noteStyle) const
    {
        if (!m_afterEntry || m_current < 0 || noteStyle)
            return false;
        const QString &wording = text.entries[m_current].wording;
        return endsOpen(wording) || (wording.endsWith(u':') && paragraph.indent > m_stack.last().indent + 200);
    }

    void extendEntry(const QString &clean)
    {
        QString &wording = text.entries[m_current].wording;
        wording = cleaned(QString(wording + u' ' + clean));
        m_stack.last().announces = announces(clean);
    }

    void entry(const Paragraph &paragraph, const Candidate &candidate)
    {
        const QStringList &code = candidate.code;
        const bool sameEntry = !m_stack.isEmpty() && m_stack.first().label == code.first();
        const int base = sameEntry ? m_stack.first().indent : paragraph.indent;
        QList<Level> stack;
        bool kept = true; // the levels so far are those of before
        for (qsizetype level = 0; level < code.size(); ++level) {
            kept = kept && level < m_stack.size() && m_stack[level].label == code[level];
            const bool last = level == code.size() - 1;
            const int expected = base + indentStep * int(level);
            Level next{code[level], expected, true};
            if (!last && kept)
                next = m_stack[level];
            else if (last && std::abs(paragraph.indent - expected) <= plausibleIndent)
                next.indent = paragraph.indent;
            if (last)
                next.announces = announces(candidate.wording);
            stack.append(next);
            if (!last)
                add(code.first(level + 1), paragraph, {}); // printed only with what stands below it
        }
        m_stack = stack;
        m_inNote = false;
        m_series.clear();
        m_noteKind = NoteKind::Note;
        m_current = add(code, paragraph, candidate.wording);
        m_noteEntry = m_current;
        m_afterNoteTitle = false;
        m_afterEntry = true;
    }

    /// Where the entry of that code stands in the text; a second one of a code is kept, but as unmatched.
    qsizetype add(const QStringList &labels, const Paragraph &paragraph, const QString &wording)
    {
        const QString code = labels.join(u'.');
        const auto found = m_entryAt.constFind(code);
        if (found == m_entryAt.cend()) {
            m_entryAt.insert(code, text.entries.size());
            text.entries.append({code, paragraph.number, wording, {}});
            return text.entries.size() - 1;
        }
        if (!wording.isEmpty()) {
            OfficialEntry &entry = text.entries[*found];
            if (entry.wording.isEmpty() && entry.notes.isEmpty()) {
                entry.wording = wording;
                entry.paragraph = paragraph.number;
            } else {
                other(OtherParagraph::Place::Unmatched, paragraph, wording);
            }
        }
        return *found;
    }

    /// The entry that a note says at its beginning that it is about ("For the purposes of …"), where that is one of
    /// those below the same first-level entry; -1: it says none. Notes stand behind all that a code has below it.
    qsizetype namedEntry(const QString &clean) const
    {
        static const QRegularExpression form(
            uR"(^(?:(?:Note|Technical Notes?|N\.?B\.?)\s*\d*\s*:?\s*)?(?:\d{1,2}\.\s*)?(?:(?:For the purposes? of|In|Item|Items)\s+)?((?:\d[A-E]\d{3}|ML\d{1,3})(?:\.[a-z0-9]{1,2})*)\b)"_s);
        const QRegularExpressionMatch match = form.match(clean);
        if (!match.hasMatch() || m_stack.isEmpty())
            return -1;
        // Of several codes: what they have in common.
        static const QRegularExpression further(
            uR"(\.?(?:,\s*(?:and|or)?|\s+(?:and|or|to))\s+((?:\d[A-E]\d{3}|ML\d{1,3})(?:\.[a-z0-9]{1,2})*)\b)"_s);
        QStringList common = match.captured(1).split(u'.');
        qsizetype at = match.capturedEnd();
        while (true) {
            const QRegularExpressionMatch more = further.match(clean, at, QRegularExpression::NormalMatch,
                                                               QRegularExpression::AnchorAtOffsetMatchOption);
            if (!more.hasMatch())
                break;
            const QStringList labels = more.captured(1).split(u'.');
            while (common.size() > labels.size() || !std::equal(common.cbegin(), common.cend(), labels.cbegin()))
                common.removeLast();
            at = more.capturedEnd();
        }
        return !common.isEmpty() && common.first() == m_stack.first().label ? m_entryAt.value(common.join(u'.'), -1)
                                                                            : -1;
    }

    void beginNote(const Paragraph &paragraph, const QString &clean)
    {
        const qsizetype named = namedEntry(clean);
        m_noteEntry = named >= 0 ? named : m_current;
        static const QRegularExpression bare(u"^[A-Za-z. ]+\\d*\\s*:?$"_s);
        note(paragraph, clean);
        m_afterNoteTitle = named < 0 && m_current >= 0 && bare.match(clean).hasMatch();
    }

    void note(const Paragraph &paragraph, const QString &clean)
    {
        const qsizetype named = m_inNote ? namedEntry(clean) : -1;
        const bool numbered = !labelsAt(paragraph.text, 0).labels.isEmpty();
        if (named >= 0 && (m_afterNoteTitle || numbered)) {
            if (m_afterNoteTitle && named != m_noteEntry)
                text.entries[named].notes.append(text.entries[m_noteEntry].notes.takeLast()); // its title goes along
            m_noteEntry = named;
        }
        m_afterNoteTitle = false;
        addNote(m_noteKind, paragraph, clean);
        m_inNote = true;
        m_noteAnnounces = clean.endsWith(u':');
        m_afterEntry = false;
    }

    void addNote(NoteKind kind, const Paragraph &paragraph, const QString &clean)
    {
        if (m_current >= 0)
            text.entries[m_noteEntry].notes.append({kind, paragraph.number, clean});
        else
            other(OtherParagraph::Place::Heading, paragraph, clean); // a heading's own note
    }

    Place m_place = Place::Before;
    QString m_category;
    QList<Level> m_stack;
    QList<Series> m_series; ///< the lists of the note that is open, the outer ones first
    QHash<QString, qsizetype> m_entryAt;
    qsizetype m_current = -1;
    qsizetype m_noteEntry = -1;    ///< that the open note is about
    bool m_afterNoteTitle = false; ///< "Technical Note:" stands alone, and what follows says what it is about
    bool m_inNote = false;
    bool m_noteAnnounces = false;
    bool m_afterEntry = false;
    NoteKind m_noteKind = NoteKind::Note;
};

} // namespace

OfficialText structured(const QList<Paragraph> &paragraphs, const Control &control)
{
    Structuring structuring;
    for (const Paragraph &paragraph : paragraphs) {
        if (control.stopped())
            break;
        structuring.take(paragraph);
    }
    return std::move(structuring.text);
}

} // namespace clearway::official
