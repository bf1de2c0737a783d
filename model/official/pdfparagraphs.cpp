// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/pdfparagraphs.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

using documents::TextLine;

constexpr int marginLines = 4;   ///< at the top and foot of a page
constexpr double sameIndent = 4; ///< points
constexpr double gap = 0.4;      ///< between lines, in heights of a line
constexpr int contentsGap = 12;  ///< lines between two of a table of contents: the margins of a page
constexpr int twentiethsPerPoint = 20;

struct Line {
    TextLine line;
    QString clean;
    bool atTop = false;
    bool atFoot = false;
};

QString withoutFigures(QString text)
{
    static const QRegularExpression figures(u"\\d+|\\b[ivxlc]+\\b"_s);
    return text.replace(figures, u"#"_s);
}

QList<Line> placed(const QList<TextLine> &lines)
{
    QList<Line> all;
    for (const TextLine &line : lines)
        if (const QString clean = cleaned(line.text); !clean.isEmpty())
            all.append({line, clean, false, false});
    for (qsizetype begin = 0; begin < all.size();) {
        qsizetype end = begin;
        while (end < all.size() && all[end].line.page == all[begin].line.page)
            ++end;
        for (qsizetype i = begin; i < end; ++i) {
            all[i].atTop = i - begin < marginLines;
            all[i].atFoot = end - i <= marginLines;
        }
        begin = end;
    }
    return all;
}

/// What is printed on many pages at their top or foot, whatever its figures are, and the running heads of the Register.
/// The title on the first page stays, though it may be the running head of all others.
void dropMargins(QList<Line> &lines)
{
    static const QRegularExpression running(
        u"^(?:(?:Section|Regulation|Clause) \\S+|Compilation No\\..*Compilation date.*"
        "|Authorised Version.*|Registered:.*|[ivxlc]+|\\d+)$"_s);
    static const QRegularExpression group(u"^(?:(?:Chapter|Part|Division|Subdivision|Schedule) [0-9A-Z]+ [^—–-].*"
                                          "|.* (?:Chapter|Part|Division|Subdivision|Schedule) [0-9A-Z]+)$"_s);
    QHash<QString, QSet<int>> pages; // on which each stands, with figures left out of account
    QHash<QString, QSet<int>> exact;
    int lastPage = 0;
    for (const Line &line : std::as_const(lines)) {
        lastPage = std::max(lastPage, line.line.page);
        if (!line.atTop && !line.atFoot)
            continue;
        pages[withoutFigures(line.clean)].insert(line.line.page);
        exact[line.clean].insert(line.line.page);
    }
    lines.removeIf([&](const Line &line) {
        if (!line.atTop && !line.atFoot)
            return false;
        const bool first = line.line.page == 1;
        const bool repeated = lastPage > 2 && pages.value(withoutFigures(line.clean)).size() * 2 > lastPage;
        if (repeated && (!first || !line.atTop))
            return true;
        // A sentence may end with the name of a part; the heading of a page stands on the next one, too.
        return !first
               && (running.match(line.clean).hasMatch()
                   || (group.match(line.clean).hasMatch() && exact.value(line.clean).size() > 1));
    });
}

/// From the heading "Contents" to its last line, which ends with leading dots and a page.
void dropContents(QList<Line> &lines)
{
    static const QRegularExpression entry(u"(?:\\. ?){4,}\\s*(?:\\d+|[ivxlc]+)$"_s);
    static const QRegularExpression heading(u"^(Table of )?Contents$"_s, QRegularExpression::CaseInsensitiveOption);
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isEntry = entry.match(lines[i].clean).hasMatch();
        // Dots further on are no table of contents.
        if (last >= 0 && i - last > contentsGap)
            break;
        if (first < 0 && (isEntry || heading.match(lines[i].clean).hasMatch()))
            first = i;
        if (isEntry)
            last = i;
    }
    if (last >= 0)
        lines.remove(first, last - first + 1);
}

bool begins(const QString &clean)
{
    static const QRegularExpression form(
        u"^(?:\\([0-9A-Za-z]{1,5}\\)|\\d{1,4}[A-Z]{0,4}\\s+\\p{Lu}|(?:Note|Example|Penalty)\\b"
        "|(?:Chapter|Part|Division|Subdivision|Schedule) [0-9A-Z]+ ?[—–-]|Endnote)"_s);
    return form.match(clean).hasMatch();
}

bool isHeading(const QString &clean)
{
    return begins(clean) && !clean.startsWith(u'(');
}

bool endsOpen(const QString &text)
{
    static const QRegularExpression closed(u"[.;:]$|[;,] (?:and|or)$"_s);
    return !closed.match(text).hasMatch();
}

} // namespace

QList<Paragraph> paragraphsOfPdf(const QList<TextLine> &given)
{
    QList<Line> lines = placed(given);
    dropContents(lines);
    dropMargins(lines);
    QList<Paragraph> paragraphs;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line &now = lines[i];
        const Line *before = i > 0 ? &lines[i - 1] : nullptr;
        bool fresh = !before || begins(now.clean);
        if (!fresh) {
            const bool samePage = before->line.page == now.line.page;
            const double distance = now.line.top - (before->line.top + before->line.height);
            const bool apart = samePage && distance > gap * std::max(now.line.height, before->line.height);
            // What goes on stands under the first line of its paragraph, or further right.
            const bool left = now.line.left < before->line.left - sameIndent;
            const bool otherSize = std::abs(now.line.height - before->line.height) > 1.5;
            const bool overPages = !samePage && (!endsOpen(paragraphs.last().text) || isHeading(before->clean));
            fresh = apart || left || otherSize || overPages;
        }
        if (fresh)
            paragraphs.append({int(paragraphs.size()),
                               {},
                               int(std::lround(now.line.left * twentiethsPerPoint)),
                               now.line.text,
                               false});
        else
            paragraphs.last().text += u' ' + now.line.text;
    }
    return paragraphs;
}

QList<Paragraph> paragraphsOfHtml(const QList<TextLine> &lines)
{
    QList<Paragraph> paragraphs;
    for (const TextLine &line : lines)
        paragraphs.append({int(paragraphs.size()), line.style, int(std::lround(line.left * twentiethsPerPoint)),
                           line.text, line.inTable});
    return paragraphs;
}

} // namespace clearway::official
