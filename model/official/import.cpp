// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/import.h"

#include "model/official/documentreader.h"
#include "model/official/knowninstruments.h"
#include "model/official/lawstructure.h"
#include "model/official/structure.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

struct Line {
    int paragraph = 0;
    QString code;
    QString text;
};

/// All paragraphs in order, as lines that can be compared.
QList<Line> linesOf(const OfficialText &text)
{
    QList<Line> lines;
    for (const OfficialEntry &entry : text.entries) {
        if (!entry.wording.isEmpty())
            lines.append({entry.paragraph, entry.code, entry.wording});
        for (const OfficialNote &note : entry.notes)
            lines.append({note.paragraph, entry.code, note.text});
    }
    for (const OtherParagraph &other : text.others)
        lines.append({other.paragraph, {}, other.text});
    std::ranges::stable_sort(lines, {}, &Line::paragraph);
    return lines;
}

/// How many lines from `at` on would have to be left out of both to meet again; the two parts of it.
std::pair<qsizetype, qsizetype> nextMeeting(const QList<Line> &a, qsizetype i, const QList<Line> &b, qsizetype j)
{
    constexpr qsizetype window = 60;
    for (qsizetype sum = 1; sum <= 2 * window; ++sum)
        for (qsizetype left = 0; left <= sum; ++left) {
            const qsizetype right = sum - left;
            if (left <= window && right <= window && i + left < a.size() && j + right < b.size()
                && a[i + left].text == b[j + right].text)
                return {left, right};
        }
    return {std::min(window, a.size() - i), std::min(window, b.size() - j)};
}

} // namespace

static void nameSource(Instrument &instrument, const Document &document, const QString &path)
{
    instrument.format = document.format;
    instrument.sha256 = document.sha256;
    instrument.fileName = QFileInfo(path).fileName();
    static const QRegularExpression id(u"(?<![A-Za-z0-9])([FC]\\d{4}[A-Z]\\d{5})(?![0-9])"_s);
    if (const QString inName = id.match(instrument.fileName).captured(1); !inName.isEmpty())
        instrument.registerId = inName;
}

static OfficialError noList(const QString &path, const Document &document)
{
    return {OfficialError::Kind::NotTheList, path,
            Text::tr("none of its %1 paragraphs begins an entry.").arg(document.paragraphs.size())};
}

Result<OfficialText> readOfficial(const QString &path, const Control &control)
{
    Result<Document> document = readDocument(path, control);
    if (!document)
        return std::unexpected(document.error());
    control.report(60);
    OfficialText text = structured(document->paragraphs, control);
    if (control.stopped())
        return std::unexpected(OfficialError{OfficialError::Kind::Cancelled, path, {}});
    if (text.entries.isEmpty())
        return std::unexpected(noList(path, *document));
    nameSource(text.instrument, *document, path);
    control.report(80);
    return text;
}

Result<ImportedText> readInstrument(const QString &path, const language::RuleBook &rules,
                                    const documents::ReaderProcess &reader, const Control &control)
{
    using Kind = OfficialError::Kind;
    Result<Document> document = readDocument(path, control, {}, &reader);
    if (!document)
        return std::unexpected(document.error());
    control.report(60);
    const KnownInstruments known = knownInstruments(rules);
    LawText law = lawStructured(document->paragraphs, control);
    nameSource(law.instrument, *document, path);
    const QString title = law.instrument.title;
    const bool isLaw = known.knows(law.instrument);
    if (!isLaw) {
        // A list of codes, whatever it is called: how far it fits the catalogue's is told with it.
        OfficialText list = structured(document->paragraphs, control);
        nameSource(list.instrument, *document, path);
        if (!control.stopped() && !list.entries.isEmpty()) {
            control.report(80);
            return list;
        }
    }
    if (control.stopped())
        return std::unexpected(OfficialError{Kind::Cancelled, path, {}});
    control.report(80);
    if (isLaw && !law.sections.isEmpty())
        return law;
    if (isLaw)
        return std::unexpected(OfficialError{Kind::NoSections, path,
                                             Text::tr("it is “%1”, but none of its %2 paragraphs begins a section.")
                                                 .arg(title)
                                                 .arg(document->paragraphs.size())});
    if (title == rules.listName)
        return std::unexpected(noList(path, *document));
    if (title.isEmpty())
        return std::unexpected(
            OfficialError{Kind::NotKnown, path, Text::tr("no title of an instrument stands at its beginning.")});
    return std::unexpected(OfficialError{Kind::NotKnown, path,
                                         Text::tr("it calls itself “%1”; the catalogue names: %2.")
                                             .arg(title, QStringList(known.titles + known.listNames).join(u"; "_s))});
}

Coverage coverageOf(const OfficialText &text, const language::RuleBook &rules)
{
    Coverage coverage;
    coverage.codesInFile = text.entries.size();
    coverage.codesOfCatalogue = rules.entryOrder.size();
    coverage.anotherList = text.instrument.title != rules.listName;
    QSet<QString> inFile;
    inFile.reserve(text.entries.size());
    for (const OfficialEntry &entry : text.entries) {
        inFile.insert(entry.code);
        coverage.notes += entry.notes.size();
        if (!rules.entries.contains(entry.code))
            coverage.notInCatalogue.append(entry.code);
    }
    for (const QString &code : rules.entryOrder) {
        if (inFile.contains(code))
            ++coverage.attached;
        else
            coverage.withoutText.append(code);
    }
    for (const OtherParagraph &other : text.others) {
        switch (other.place) {
        case OtherParagraph::Place::Heading: ++coverage.headings; break;
        case OtherParagraph::Place::Unmatched: coverage.unmatched.append(other); break;
        case OtherParagraph::Place::Before:
        case OtherParagraph::Place::After: ++coverage.outsideTheList; break;
        }
    }
    return coverage;
}

Comparison compared(const OfficialText &ours, const OfficialText &theirs)
{
    const QList<Line> a = linesOf(ours);
    const QList<Line> b = linesOf(theirs);
    Comparison comparison;
    comparison.paragraphs = a.size();
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i].text == b[j].text) {
            ++i;
            ++j;
            continue;
        }
        const auto [left, right] = nextMeeting(a, i, b, j);
        for (qsizetype k = 0; k < std::max(left, right); ++k) {
            const Line *mine = k < left ? &a[i + k] : nullptr;
            const Line *other = k < right ? &b[j + k] : nullptr;
            comparison.differences.append(
                {mine ? mine->code : other->code, mine ? mine->text : QString(), other ? other->text : QString()});
        }
        i += left;
        j += right;
    }
    return comparison;
}

} // namespace clearway::official
