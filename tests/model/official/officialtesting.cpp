// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officialtesting.h"

#include <KZip>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace clearway::officialtest {

namespace {

struct Run {
    QString text;
    QChar mark; ///< '^', '_' or null
};

QList<Run> runsOf(const QString &text)
{
    static const QRegularExpression marked(uR"(([\^_])\(([^)]*)\))"_s);
    QList<Run> runs;
    qsizetype at = 0;
    for (auto found = marked.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        runs.append({text.sliced(at, match.capturedStart() - at), {}});
        runs.append({match.captured(2), match.captured(1)[0]});
        at = match.capturedEnd();
    }
    runs.append({text.sliced(at), {}});
    return runs;
}

QString docxRun(const Run &run)
{
    QString xml = u"<w:r>"_s;
    if (!run.mark.isNull())
        xml += u"<w:rPr><w:vertAlign w:val=\"%1\"/></w:rPr>"_s.arg(run.mark == u'^' ? u"superscript"_s : u"subscript"_s);
    const QStringList pieces = run.text.split(u'\t');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            xml += u"<w:tab/>"_s;
        xml += u"<w:t xml:space=\"preserve\">"_s + pieces[i].toHtmlEscaped() + u"</w:t>"_s;
    }
    return xml + u"</w:r>"_s;
}

QString epubRun(const Run &run)
{
    const QString style = run.mark.isNull() ? QString()
        : run.mark == u'^'                  ? u" style=\"font-size:7pt; vertical-align:super\""_s
                                            : u" style=\"font-size:7pt; vertical-align:sub\""_s;
    QString inner = run.text.toHtmlEscaped();
    inner.replace(u'\t', u"</span><span style=\"width:20pt; display:inline-block\">&#xa0;</span><span>"_s);
    return u"<span"_s + style + u'>' + inner + u"</span>"_s;
}

} // namespace

bool writeZip(const QString &path, const Parts &parts)
{
    KZip zip(path);
    if (!zip.open(QIODevice::WriteOnly))
        return false;
    for (const auto &[name, bytes] : parts)
        if (!zip.writeFile(name, bytes))
            return false;
    return zip.close();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<Line> smallList()
{
    return {
        {u"ShortT"_s, 0, u"List of Invented Goods 2030"_s},
        {{}, 0, u"Dated 3 March 2030"_s},
        {u"TOC2"_s, 0, u"Part 1—Toy list\t4"_s},
        {u"ActHead2"_s, 0, u"Part 1A—Preliminary"_s},
        {u"Definition"_s, 0, u"“Toy” means what is played with."_s},
        {u"ActHead2"_s, 0, u"Part 1—Toy list"_s},
        {u"ML1"_s, 851, u"ML1.\t\tKites with a span of less than 2 m, as follows:"_s},
        {u"ML1note"_s, 1418, u"Note:\tML1. does not apply to:"_s},
        {u"ML1Notea"_s, 1985, u"a.\tPaper kites;"_s},
        {u"ML1Notea"_s, 1985, u"b.\tLanterns."_s},
        {u"ML1a"_s, 1418, u"a.\tKites made of silk"_s},
        {u"ML1a"_s, 1418, u"(dyed or plain);"_s},
        {u"MLnewstyle1"_s, 851, u"ML1.\tb.\tKite strings having all of the following:"_s},
        {u"ML1a1"_s, 1985, u"1.\tA length exceeding 5 x 10^(2) m; and"_s},
        {u"ML1a1"_s, 1985, u"2.\tA strength of 20 N or more."_s},
        {u"ActHead2"_s, 0, u"Part 2—Other list"_s},
        {u"ActHead3"_s, 0, u"Category 7—Tops and hoops"_s},
        {u"Cat0newstyle1"_s, 1134, u"7.\tA.\tSystems, Equipment and Components"_s},
        {u"Cat0newstyle2"_s, 1134, u"7.\tA.\t001.\tSpinning tops as follows:"_s},
        {u"DL0Aa"_s, 1701, u"a.\tTops filled with CO_(2), as follows:"_s},
        {u"DL0Aa1"_s, 2268, u"1.\tSpinning at 3,000 rpm or more;"_s},
        {u"DL0Aa1Note"_s, 2835, u"Note:\tThis does not apply to tops below:"_s},
        {u"DL0Aa1a"_s, 2835, u"a.\t10 g; or"_s},
        {u"DL0Aa1a"_s, 2835, u"b.\t15 mm."_s},
        {u"DL0Aa1"_s, 2268, u"2.\tNot used;"_s},
        {u"DL0AaTechH"_s, 1701, u"Technical Note:"_s},
        {u"DL0AaTechText"_s, 1701, u"Speed is measured at 20^(o)C."_s},
        {u"DL0Aa"_s, 1701, u"b.\tHoops."_s},
        {u"DL0aNB"_s, 1134, u"N.B.:\tSEE ALSO HOOPS OF PART 1."_s},
        {u"Cat0newstyle31a1paragraphsindented"_s, 1134, u"7.\tA.\t350.\tPaints, as follows:"_s},
        {u"DL0Aa1"_s, 1701, u"1.\tRed;"_s},
        {u"DL0Aa1"_s, 1701, u"2.\tGreen."_s},
        {u"ActHead3"_s, 0, u"Sensitive list"_s},
        {u"Tabletext"_s, 0, u"Hoops"_s},
    };
}

Parts docx(const QList<Line> &lines)
{
    QString body;
    for (const Line &line : lines) {
        body += u"<w:p><w:pPr>"_s;
        if (!line.style.isEmpty())
            body += u"<w:pStyle w:val=\"%1\"/>"_s.arg(line.style);
        body += u"<w:ind w:left=\"%1\"/></w:pPr>"_s.arg(line.indent);
        for (const Run &run : runsOf(line.text))
            body += docxRun(run);
        body += u"</w:p>"_s;
    }
    const QString document
        = u"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          "<w:body>%1</w:body></w:document>"_s.arg(body);
    return {{u"[Content_Types].xml"_s, "<Types/>"_ba}, {u"word/document.xml"_s, document.toUtf8()}};
}

Parts epub(const QList<Line> &lines)
{
    QString body;
    for (const Line &line : lines) {
        body += u"<p class=\"%1\" style=\"margin-left:%2pt\">"_s.arg(line.style).arg(line.indent / 20.0);
        for (const Run &run : runsOf(line.text))
            body += epubRun(run);
        body += u"</p>"_s;
    }
    const QString page
        = u"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" "
          "\"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head>"
          "<body>%1</body></html>"_s.arg(body);
    return {{u"mimetype"_s, "application/epub+zip"_ba},
            {u"META-INF/container.xml"_s,
             "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"_ba},
            {u"OEBPS/book.opf"_s, "<package><manifest><item id=\"one\" href=\"text/one.html\"/></manifest>"
                                  "<spine><itemref idref=\"one\"/></spine></package>"_ba},
            {u"OEBPS/text/one.html"_s, page.toUtf8()}};
}

QList<official::Paragraph> paragraphs(const QList<Line> &lines)
{
    QList<official::Paragraph> all;
    for (const Line &line : lines) {
        official::MarkedText text;
        for (const Run &run : runsOf(line.text))
            text.append(run.text, run.mark == u'^'   ? official::MarkedText::Position::Raised
                            : run.mark == u'_'       ? official::MarkedText::Position::Lowered
                                                     : official::MarkedText::Position::Normal);
        all.append({int(all.size()), line.style, line.indent, text.text(), false});
    }
    return all;
}

} // namespace clearway::officialtest
